"""The page of the data: what each file is for, a few lines of it, and what its fields mean."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from generator import urls
from generator.render.calendar_file import event_lines, exact, fold
from generator.render.data_views import DataFile, DataPage, RecordLines, TimelineFile
from generator.render.dictionary import lines_of, lists, schema_text
from generator.render.edition import Edition
from generator.render.machine import fed
from generator.render.parts import Citation
from generator.render.records import Dataset
from generator.render.table import cells, row
from generator.urls import Address

_FEW_COLUMNS = ("id", "date.edtf", "date.precision", "title")


def data_page(data: Dataset, timeline: TimelineFile, citations: Sequence[Citation], edition: Edition) -> DataPage:
    """The page that leads to all files of an edition."""
    language = edition.language
    lead = language.word("The whole chronology as files, to read, count and show it elsewhere.")
    return DataPage(
        shell=edition.shell(language.word("Data"), edition.addresses.data, lead),
        lead=lead,
        files=(
            *_of_entries(data, edition),
            *_of_timeline(timeline, edition),
            *_of_citations(citations, edition),
            *_of_changes(edition),
        ),
        records=(
            RecordLines(None, tuple(lines_of(Dataset, language))),
            *(RecordLines(name, tuple(lines_of(record, language))) for name, record in lists().items()),
        ),
    )


def _of_entries(data: Dataset, edition: Edition) -> Iterator[DataFile]:
    addresses, word, count = edition.addresses, edition.language.word, len(data.entries)
    purpose = word("All that is known of the entries, for programs and archives.")
    examples = [_json({"id": one.id, "title": one.title, "date": asdict(one.date)}) for one in data.entries[:1]]
    yield _file(addresses.entries_json, purpose, count, examples)
    purpose = word(
        "One row for each entry, for spreadsheets and statistics; the texts are left out. Import all columns as text,"
        " or a spreadsheet makes a day of a month. Several values in a cell have | between them. Where a text could be"
        " run as a formula, an apostrophe stands before it."
    )
    examples = [row(_FEW_COLUMNS) + row(cells(one, _FEW_COLUMNS)) for one in data.entries[:1]]
    yield _file(addresses.entries_csv, purpose, count, examples)
    purpose = word("What entries.json may say, as JSON Schema (draft 2020-12), for programs that check it.")
    title = json.loads(schema_text(data.schema, edition.language))["properties"]["title"]
    yield _file(addresses.entries_schema, purpose, None, [_json({"title": title})])


def _of_timeline(timeline: TimelineFile, edition: Edition) -> Iterator[DataFile]:
    addresses, word, count = edition.addresses, edition.language.word, len(timeline.slides)
    purpose = word(
        "For TimelineJS 3, to show the chronology on another page. A year stays a year; what its dates cannot say is"
        " said in words."
    )
    examples = [_json({"unique_id": slide.id, "start_date": slide.start}) for slide in timeline.slides[:1]]
    yield _file(addresses.timeline_json, purpose, count, examples)
    purpose = word("The same in the columns of its spreadsheet, to go on from there.")
    names = ("Year", "Month", "Day", "Headline")
    starts = [
        (*(slide.start.get(name.lower()) for name in names[:3]), slide.card.title) for slide in timeline.slides[:1]
    ]
    yield _file(addresses.timeline_csv, purpose, count, [row(names) + row(start) for start in starts])


def _of_citations(citations: Sequence[Citation], edition: Edition) -> Iterator[DataFile]:
    addresses, word, count = edition.addresses, edition.language.word, len(citations)
    purpose = word("CSL-JSON, to cite entries with Zotero and other programs that manage references.")
    yield _file(addresses.citations_json, purpose, count, [one.csl for one in citations[:1]])
    purpose = word("BibTeX, to cite entries in LaTeX.")
    yield _file(addresses.citations_bib, purpose, count, [one.bibtex for one in citations[:1]])


def _of_changes(edition: Edition) -> Iterator[DataFile]:
    addresses, word, count = edition.addresses, edition.language.word, len(fed(edition))
    purpose = word("A calendar (iCalendar) of the entries whose days are exact. Subscribe to its address.")
    events = ([line for whole in event_lines(one, edition) for line in fold(whole)] for one in exact(edition)[:1])
    yield _file(addresses.calendar, purpose, len(exact(edition)), ["\n".join(lines) for lines in events])
    purpose = word("New and changed entries, for feed readers (Atom). Give them its address.")
    yield _file(addresses.feed, purpose, count, [urls.absolute(edition.site.base_url, addresses.feed)])
    purpose = word("The same as JSON Feed.")
    yield _file(addresses.json_feed, purpose, count, [urls.absolute(edition.site.base_url, addresses.json_feed)])


def _file(address: Address, purpose: str, count: int | None, examples: list[str]) -> DataFile:
    """A file, with an example where there is one."""
    return DataFile(address.rpartition("/")[2], address, purpose, count, "".join(examples))


def _json(fields: Mapping[str, object]) -> str:
    """Some fields of an object, one on a line."""
    lines = ",\n".join(f"  {_compact(name)}: {_compact(value)}" for name, value in fields.items())
    return f"{{\n{lines},\n  …\n}}"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
