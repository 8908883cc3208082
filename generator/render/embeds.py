"""The frames that other sites embed, and what oEmbed says of them, made of the pages that show the same."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.render.edition import Edition
from generator.render.embed_parts import Frame, OEmbed, OEmbedXml
from generator.render.frames import FRAMES, Embeddable, frame_of
from generator.render.parts import YearView
from generator.render.views import Origin, Page, PlanError

Years = Callable[[], Iterable[YearView]]


def embed_pages(page: Page, name: str, edition: Edition, years: Years = tuple) -> Iterator[Page]:
    """The frame of a page, named as `Addresses.frame` names it, and its two files of oEmbed. `years` are those that the
    timeline consists of."""
    yield frame_page(page, page.origin, name, edition, years)
    yield from oembed_pages(page, page.origin, name, edition)


def frame_page(page: Page, origin: Origin, name: str, edition: Edition, years: Years = tuple) -> Page:
    """The frame of a page alone, as it stands at old addresses too."""
    return Page(edition.addresses.frame(name), page.lang, FRAMES[page.kind], origin, partial(_frame, page, years))


def oembed_pages(page: Page, origin: Origin, name: str, edition: Edition) -> Iterator[Page]:
    """What oEmbed says of a page."""
    for form, kind in (("json", OEmbed), ("xml", OEmbedXml)):
        yield Page(edition.addresses.oembed(name, form), page.lang, kind, origin, partial(_oembed, page, kind))


def _frame(page: Page, years: Years) -> Frame:
    return frame_of(_embeddable(page), page.address, years())


def _oembed(page: Page, kind: type[OEmbed | OEmbedXml]) -> OEmbed | OEmbedXml:
    shell = _embeddable(page).shell
    if shell.embed is None:
        raise PlanError(f"{page.address} has frames and does not say so")
    oembed = OEmbed(
        page=shell.canonical,
        title=shell.page_title,
        when=shell.embed.when,
        site_title=shell.site_title,
        home=shell.home.address,
        author=shell.publisher or shell.site_title,
        frame=shell.embed.frame,
        height=shell.embed.height,
        poster=shell.poster,
    )
    return oembed if kind is OEmbed else OEmbedXml(oembed)


def _embeddable(page: Page) -> Embeddable:
    view = page.view
    if not isinstance(view, Embeddable):
        raise PlanError(f"{page.address} has nothing to embed")
    return view
