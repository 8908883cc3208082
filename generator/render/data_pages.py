"""The data that travels: files for other programs, and the page that leads to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.render.citing import citation
from generator.render.data_page import data_page
from generator.render.data_views import (
    BibliographyFile,
    CitationsFile,
    DataPage,
    EntriesFile,
    EntriesSchema,
    EntriesTable,
    TimelineFile,
    TimelineTable,
)
from generator.render.dataset import dataset, schema_url
from generator.render.dictionary import schema_text
from generator.render.edition import Edition
from generator.render.one_by_one import OneByOne
from generator.render.parts import Citation
from generator.render.records import COLUMNS, Dataset
from generator.render.slides import COLUMNS as SLIDE_COLUMNS
from generator.render.slides import eras, slides
from generator.render.views import Page


def data_pages(edition: Edition) -> Iterator[Page]:
    """The files of an edition, and the page that leads to them."""
    addresses, origins, files = edition.addresses, edition.origins, _Files(edition)
    for address, kind, origin, make in (
        (addresses.entries_json, EntriesFile, lambda: origins.of_texts, files.entries),
        (addresses.entries_csv, EntriesTable, lambda: origins.of_lists, files.table),
        (addresses.entries_schema, EntriesSchema, partial(schema_url, edition), files.schema),
        (addresses.timeline_json, TimelineFile, lambda: origins.of_summaries, files.timeline),
        (addresses.timeline_csv, TimelineTable, lambda: origins.of_summaries, files.timeline_table),
        (addresses.citations_json, CitationsFile, lambda: origins.of_lists, files.citations_json),
        (addresses.citations_bib, BibliographyFile, lambda: origins.of_lists, files.bibliography),
        (addresses.data, DataPage, lambda: origins.of_lists, files.page),
    ):
        yield Page(address, edition.lang, kind, origin, make)


@dataclass(frozen=True)
class _Files:
    """The views of an edition's files."""

    edition: Edition

    def entries(self) -> EntriesFile:
        return EntriesFile(self._data)

    def table(self) -> EntriesTable:
        return EntriesTable(self._data, COLUMNS)

    def schema(self) -> EntriesSchema:
        return EntriesSchema(schema_text(schema_url(self.edition), self.edition.language))

    def timeline(self) -> TimelineFile:
        data, edition = self._data, self.edition
        shell = edition.shell(data.title, edition.addresses.home)
        return TimelineFile(shell, data.description, slides(edition), eras(edition))

    def timeline_table(self) -> TimelineTable:
        return TimelineTable(self.timeline(), SLIDE_COLUMNS)

    def citations_json(self) -> CitationsFile:
        return CitationsFile(self._citations)

    def bibliography(self) -> BibliographyFile:
        return BibliographyFile(self._citations)

    def page(self) -> DataPage:
        return data_page(self._data, self.timeline(), self._citations, self.edition)

    @property
    def _data(self) -> Dataset:
        return dataset(self.edition)

    @property
    def _citations(self) -> Sequence[Citation]:
        return OneByOne(partial(citation, edition=self.edition), self.edition.chronology.entries)
