"""How to cite an entry: in words, as BibTeX, and as CSL-JSON (Citation Style Language 1.0.2, CSL-JSON schema)."""

import json
import re
from dataclasses import dataclass

from generator import urls
from generator.model import Entry, in_language
from generator.moment import Moment, Point, Precision
from generator.render.edition import Edition
from generator.render.parts import Citation, Name
from generator.render.words import marked, moment_in_words

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)
"""What TeX would read as a command."""
_TITLE, _SITE = "\x01", "\x02"
"""They stand for what goes between the words of a catalog; no text holds controls."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a citation says. `event` is the date of what the entry tells, in words; `changed` that of its text."""

    key: str
    title: str
    lang: str
    event: str
    site: str
    site_lang: str
    publisher: str | None
    changed: Moment | None
    url: str


def citation(entry: Entry, edition: Edition) -> Citation:
    """The page of an entry in the edition's language. The date of the event, never an inferred one, and that of the
    text stand apart, since the two must not be taken for one another."""
    text = entry.text(edition.lang)
    site, site_lang = in_language(edition.site.title, edition.lang)
    cited = _Cited(
        key=entry.slug,
        title=text.title,
        lang=text.lang,
        event=moment_in_words(entry.moment, edition.language),
        site=site,
        site_lang=site_lang,
        publisher=edition.site.publisher,
        changed=text.updated or text.published,
        url=urls.absolute(edition.site.base_url, edition.addresses.entry(entry.slug)),
    )
    return Citation(_words(cited, edition), _bibtex(cited), _csl(cited))


def _words(cited: _Cited, edition: Edition) -> tuple[Name, ...]:
    """The citation in its parts, since a title may be in another language than its page."""
    word = edition.language.word
    names = {_TITLE: Name(cited.title, cited.lang), _SITE: Name(cited.site, cited.site_lang)}
    parts = [
        word(marked("“%(title)s” (%(event)s), %(site)s"), title=_TITLE, event=cited.event, site=_SITE),
        cited.publisher,
        word(marked("version of %(date)s"), date=moment_in_words(cited.changed, edition.language))
        if cited.changed
        else None,
        cited.url,
    ]
    whole = ", ".join(part for part in parts if part)
    return tuple(names.get(part) or Name(part, edition.lang) for part in re.split(f"({_TITLE}|{_SITE})", whole) if part)


def _bibtex(cited: _Cited) -> str:
    point = cited.changed.points[0] if cited.changed else None
    fields = {
        "title": f"{{{cited.title.translate(_SPECIAL)}}}",
        "howpublished": cited.site.translate(_SPECIAL),
        "publisher": cited.publisher and cited.publisher.translate(_SPECIAL),
        "year": point and str(point.year),
        "month": point and point.month and str(point.month),
        "note": cited.event.translate(_SPECIAL),
        "url": cited.url,
        "langid": cited.lang,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", ",\n".join(lines), "}"])


def _csl(cited: _Cited) -> str:
    item = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "container-title": cited.site,
        "publisher": cited.publisher,
        "issued": {"date-parts": [_date_parts(cited.changed.points[0])]} if cited.changed else None,
        "URL": cited.url,
        "language": cited.lang,
    }
    return json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False, indent=2)


def _date_parts(point: Point) -> list[int]:
    """Year, month and day as far as they are known."""
    if point.precision is Precision.SEASON:
        return [point.year]
    return [part for part in (point.year, point.month, point.day) if part is not None]
