"""The older JSON of TimelineJS: `timeline` with `date`, `era` and the title in itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Position
from generator.intake.json3 import fields_of, lines_of, numbered, text_of
from generator.intake.row import Row, RowError
from generator.intake.slide import Foreign, Parts, Picture, Slide
from generator.intake.written import read_date
from generator.report import Report

_TIMELINE = frozenset("headline type text startDate endDate asset date era lang".split())
_SLIDE = frozenset("startDate endDate headline text tag asset".split())
_ASSET = frozenset("media caption credit".split())


def read(data: Mapping[str, Any], text: str, report: Report) -> Foreign:
    """All slides that are slides; what is none is reported. `text` is what the data was read from."""
    head = Row(report, Position(), "timeline")
    try:
        timeline = fields_of(data["timeline"], "it")
        title = _slide(head, {name: timeline.get(name) for name in ("headline", "text", "asset")})
    except RowError as fault:
        head.error(fault)
        return Foreign()
    return Foreign(
        events=tuple(_slides("event", timeline.get("date"), lines_of("date", text), report)),
        titles=(title,) if title.headline else (),
        eras=tuple(_slides("era", timeline.get("era"), lines_of("era", text), report)),
        unused=tuple(name for name, value in timeline.items() if value and name not in _TIMELINE),
    )


def _slides(kind: str, items: object, lines: list[int], report: Report) -> Iterator[Slide]:
    for row, item in numbered(kind, items, lines, report):
        try:
            yield _slide(row, fields_of(item, "it"))
        except RowError as fault:
            row.error(fault)


def _slide(row: Row, data: Mapping[str, Any]) -> Slide:
    asset = fields_of(data.get("asset"), "asset")
    known = ((data, _SLIDE), (asset, _ASSET))
    return Slide(
        name=row.name,
        position=row.position,
        start=_date(data.get("startDate")),
        end=_date(data.get("endDate")),
        headline=text_of(data.get("headline")),
        text=text_of(data.get("text")),
        media=Picture(*(text_of(asset.get(name)) for name in ("media", "caption", "credit"))),
        group=text_of(data.get("tag")),
        unused=tuple(name for fields, names in known for name, value in fields.items() if value and name not in names),
    )


def _date(value: object) -> Parts:
    text = text_of(value)
    return read_date(text) if text else Parts()
