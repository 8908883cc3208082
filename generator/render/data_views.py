"""What the templates of the data files and of their page may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.render.parts import Body, Card, Citation, CorrectionView, PictureView, SourceView
from generator.render.records import Dataset
from generator.render.shell import Shell
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Slide:
    """An entry as TimelineJS shows it: by its summary, or by its `body` where it has none. `start` and `end` are the
    parts of its date that are known, by their names."""

    id: str
    start: Mapping[str, int]
    end: Mapping[str, int] | None
    card: Card
    body: Body | None
    disputed: str | None
    disputed_lang: str
    sources: tuple[SourceView, ...]
    sources_lang: str
    corrections: tuple[CorrectionView, ...]
    corrections_lang: str
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class Era:
    """A period as TimelineJS shows it."""

    title: str
    start: Mapping[str, int]
    end: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data: its name, what it is for, how many entries are in it, None where it holds none, and a few lines
    as they stand in it, empty where there is nothing to show."""

    name: str
    address: Address
    purpose: str
    count: int | None
    example: str


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field in the dictionary: its path, its type in JSON, the values it may have where they are few, and what it
    means. `is_column` tells that the table of entries has it."""

    path: str
    kind: str
    values: tuple[str, ...]
    about: str
    is_column: bool


@dataclass(frozen=True, slots=True)
class RecordLines:
    """The fields of what a list holds; `name` is None for the file itself."""

    name: str | None
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """What files of data there are, what each is for, and what their fields mean."""

    shell: Shell
    lead: str
    files: tuple[DataFile, ...]
    records: tuple[RecordLines, ...]


@dataclass(frozen=True, slots=True)
class EntriesFile:
    """All that is known of the entries."""

    data: Dataset


@dataclass(frozen=True, slots=True)
class EntriesTable:
    """One row an entry; each column is a path from an entry."""

    data: Dataset
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntriesSchema:
    """What a file of entries may say, as JSON Schema."""

    text: str


@dataclass(frozen=True, slots=True)
class TimelineFile:
    """The chronology for TimelineJS; `lead` is said of the whole."""

    shell: Shell
    lead: str
    slides: Sequence[Slide]
    eras: tuple[Era, ...]


@dataclass(frozen=True, slots=True)
class TimelineTable:
    """The same in the columns of its spreadsheet."""

    timeline: TimelineFile
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitationsFile:
    """All entries as CSL-JSON."""

    citations: Sequence[Citation]


@dataclass(frozen=True, slots=True)
class BibliographyFile:
    """All entries as BibTeX."""

    citations: Sequence[Citation]


DataView = (
    DataPage
    | EntriesFile
    | EntriesTable
    | EntriesSchema
    | TimelineFile
    | TimelineTable
    | CitationsFile
    | BibliographyFile
)

DATA_TEMPLATES: dict[type[Any], str] = {
    DataPage: "pages/data.html",
    EntriesFile: "data/entries.json",
    EntriesTable: "data/entries.csv",
    EntriesSchema: "data/entries.schema.json",
    TimelineFile: "data/timeline.json",
    TimelineTable: "data/timeline.csv",
    CitationsFile: "data/citations.json",
    BibliographyFile: "data/citations.bib",
}
"""Which template draws which of them: one each."""
