"""The frames that other sites embed, and what oEmbed says of them, made of the pages that show the same."""

from collections.abc import Iterable, Iterator

from generator.render.embed_parts import Frame, OEmbed, OEmbedXml
from generator.render.frames import Embeddable, frame_of
from generator.render.parts import YearView
from generator.render.shell import Embed, Shell
from generator.render.views import Page, RedirectPage, YearPage
from generator.urls import Address


def embed_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """The frame of each page that shows something to embed, also at its old addresses, and its two files of oEmbed. The
    pages of years stand before that of the timeline, an entry before its old addresses."""
    years: dict[str, list[YearView]] = {}
    made: dict[Address, Frame] = {}
    for page in pages:
        view = page.view
        if isinstance(view, YearPage):
            years.setdefault(page.lang, []).append(view.year)
        if isinstance(view, RedirectPage):
            yield Page(view.frame, page.lang, made[view.target])
        if isinstance(view, Embeddable) and view.shell.embed:
            made[page.address] = frame_of(view, page.address, years.get(page.lang, ()))
            yield Page(view.shell.embed.frame, page.lang, made[page.address])
            yield from _oembed(view.shell, view.shell.embed, page.lang)


def _oembed(shell: Shell, embed: Embed, lang: str) -> Iterator[Page]:
    oembed = OEmbed(
        page=shell.canonical,
        title=shell.page_title,
        when=embed.when,
        site_title=shell.site_title,
        home=shell.home.address,
        author=shell.publisher or shell.site_title,
        frame=embed.frame,
        height=embed.height,
        poster=shell.poster,
    )
    yield Page(embed.json, lang, oembed)
    yield Page(embed.xml, lang, OEmbedXml(oembed))
