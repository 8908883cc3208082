"""Draws a page, and says by a fingerprint whether it would come out the same."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from generator import urls
from generator.errors import SettingsError
from generator.files import Output
from generator.languages import Language
from generator.program_digest import program_digest
from generator.render.faces import Faces
from generator.render.inline import Inline, hash_source
from generator.render.land import read_land
from generator.render.markdown import to_html
from generator.render.origins import digest
from generator.render.parts import Body
from generator.render.raster import png
from generator.render.sanitise import sanitise
from generator.render.scripts import small
from generator.render.table import Cell, cells, row
from generator.render.templates import Filters, Templates, safe
from generator.render.typography import typeset
from generator.render.views import NotFoundPage, Page, PlanError
from generator.urls import Address

T = TypeVar("T")

_PICTURE = ".svg"
_SCRIPT = ".js"
_TYPESET = (".html", _PICTURE)


class Drawer:
    """Draws the pages of one site, which may lead to all `known` addresses.

    Two drawers of the same layouts, languages, assets and base address draw the same bytes.
    """

    def __init__(
        self,
        layouts: tuple[Path, ...],
        languages: Mapping[str, Language],
        assets: Mapping[str, Address],
        base_url: str,
        known: AbstractSet[Address],
    ) -> None:
        self._templates = Templates(tuple(folder / "templates" for folder in layouts), languages, _filters)
        self._land, self._faces, self._inline = read_land(layouts), Faces(layouts), Inline(layouts)
        self._assets = assets
        self._base_url = base_url
        self._known = known
        self._catalogs = {code: language.digest for code, language in languages.items()}

    def outputs(self, pages: Iterable[Page]) -> Iterator[Output]:
        """Pages as files to be."""
        draw = self.draw  # once for all: there may be millions
        for page in pages:
            yield Output(urls.file_of(page.address), self.fingerprint(page), partial(draw, page), page.template)

    def draw(self, page: Page) -> bytes:
        """The bytes of a page. Raises `SettingsError` where a template is faulty, and `PlanError` where the page leads
        to an address that is not known, which is a bug of ours.
        """
        pieces = self._templates.filled(page.template, page.lang, {"view": page.view, **self._functions(page)})
        if not page.template.endswith((*_TYPESET, _SCRIPT)):
            return _encoded(pieces)
        text = "".join(pieces)
        if page.template.endswith(_SCRIPT):
            return small(text).encode()
        text = typeset(text)
        return self._picture(page.template, text) if page.template.endswith(_PICTURE) else text.encode()

    def _picture(self, template: str, svg: str) -> bytes:
        """What a template has drawn, in pixels."""
        try:
            return png(svg, self._faces.paths.values())
        except ValueError as error:
            raise SettingsError(f"layouts/templates/{template} draws no SVG: {error}") from error

    def _functions(self, page: Page) -> dict[str, Callable[[Any], object]]:
        """What a template may call: links to addresses, as seen from the page; assets, faces and what
        stands within the page by name; land."""
        links = _Links(page, self._base_url, self._known)
        return {
            "href": links.href,
            "asset": _named("asset", lambda name: links.href(self._assets[name])),
            "inline": _named("style sheet or script", lambda name: safe(self._inline[name])),
            "hash_source": hash_source,
            "face": _named("face", self._faces.__getitem__),
            "absolute": links.on_the_web,
            "land": self._land.outline,
        }

    def fingerprint(self, page: Page) -> str:
        """A digest of all that decides what a page says: what its view is made from, and how it is drawn."""
        means = self._means(page.template, page.lang)
        return digest([means, page.lang, page.address, page.kind.__name__, page.origin()])

    @cache  # noqa: B019 - a drawer lives as long as its pages
    def _means(self, template: str, lang: str) -> str:
        """A digest of what draws the pages of a template: the program, words, templates, assets, land, and what stands
        within the page."""
        parts = (
            program_digest(),
            self._base_url,
            self._catalogs[lang],
            repr(sorted(self._assets.items())),
            self._land.digest,
            self._inline.digest,
            self._templates.digest(template),
            self._faces.digest if template.endswith(_PICTURE) else "",
        )
        return digest(parts)


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of a page to addresses that are known. Of any other both raise `PlanError`."""

    page: Page
    base_url: str
    known: AbstractSet[Address]

    def href(self, address: Address) -> str:
        """As seen from the page, or from anywhere of the page that stands in place of any other."""
        known = self._known(address)
        if self.page.kind is NotFoundPage:
            return urls.rooted(self.base_url, known)
        return urls.relative(self.page.address, known)

    def on_the_web(self, address: Address) -> str:
        """The whole address."""
        return urls.absolute(self.base_url, self._known(address))

    def _known(self, address: Address) -> Address:
        if address not in self.known:
            raise PlanError(f"{self.page.address} links to {address}, which is not made")
        return address


def _named(kind: str, get: Callable[[str], T]) -> Callable[[str], T]:
    """The same function, which says of a name that is not known what kind of thing it was to be."""

    def named(name: str) -> T:
        try:
            return get(name)
        except KeyError:
            raise LookupError(f"there is no {kind} {name}") from None

    return named


def _encoded(pieces: Iterable[str]) -> bytes:
    """The pieces of a text, which may be that of all entries, as they come."""
    whole = BytesIO()
    for piece in pieces:
        whole.write(piece.encode())
    return whole.getvalue()


def _filters(language: Language) -> Filters:
    """What templates may put values through."""
    way_back = language.word("Back to note %(number)s in the text", number="{}")
    return {"json": _json, "cells": cells, "csv": _csv, "markdown": partial(_markdown, way_back)}


def _json(value: object) -> str:
    """A value or a record as JSON."""
    return safe(json.dumps(value, ensure_ascii=False, default=_by_fields))


def _by_fields(record: Any) -> dict[str, object]:  # noqa: ANN401 - any dataclass
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _csv(values: Iterable[Cell]) -> str:
    """Cells as a row of a table."""
    return safe(row(values))


def _markdown(way_back: str, body: Body, href: Callable[[Address], str]) -> str:
    """A body as HTML that is safe; `way_back` is for its footnotes, `href` says how its page links to others."""
    targets = {link.written: href(link.address) + link.fragment for link in body.links}
    return safe(sanitise(to_html(body.text, way_back), targets))
