"""The data that travels: files for other programs, and the page that leads to them."""

from collections.abc import Iterator

from generator.render.citing import citation
from generator.render.data_page import data_page
from generator.render.data_views import (
    BibliographyFile,
    CitationsFile,
    EntriesFile,
    EntriesSchema,
    EntriesTable,
    TimelineFile,
    TimelineTable,
)
from generator.render.dataset import dataset
from generator.render.dictionary import schema_text
from generator.render.edition import Edition
from generator.render.records import COLUMNS
from generator.render.slides import COLUMNS as SLIDE_COLUMNS
from generator.render.slides import eras, slides
from generator.render.views import Page, View
from generator.urls import Address


def data_pages(edition: Edition) -> Iterator[Page]:
    """The files of an edition, each made once for all entries, and the page that leads to them."""
    addresses, data = edition.addresses, dataset(edition)
    citations = tuple(citation(entry, edition) for entry in edition.chronology.entries)
    shell = edition.shell(data.title, lambda addresses: addresses.home)
    timeline = TimelineFile(shell, data.description, slides(edition), eras(edition))
    views: dict[Address, View] = {
        addresses.entries_json: EntriesFile(data),
        addresses.entries_csv: EntriesTable(data, COLUMNS),
        addresses.entries_schema: EntriesSchema(schema_text(data.schema, edition.language)),
        addresses.timeline_json: timeline,
        addresses.timeline_csv: TimelineTable(timeline, SLIDE_COLUMNS),
        addresses.citations_json: CitationsFile(citations),
        addresses.citations_bib: BibliographyFile(citations),
        addresses.data: data_page(data, timeline, citations, edition),
    }
    yield from (Page(address, edition.lang, view) for address, view in views.items())
