"""The frames that other sites embed, and what oEmbed says of them, made of the pages that show the same."""

from collections.abc import Iterable, Iterator

from generator.render.embed_parts import EntryFrame, Frame, FrameShell, ListFrame, OEmbed, OEmbedXml, SequenceFrame
from generator.render.shell import Embed, Shell
from generator.render.views import EntryPage, Page, SequencePage, TimelinePage, TopicPage, YearPage
from generator.urls import Address


def embed_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """The frame of each page that shows something to embed, and its two files of oEmbed."""
    for page in pages:
        match page.view:
            case EntryPage() | SequencePage() | YearPage() | TopicPage() | TimelinePage() as view if view.shell.embed:
                yield Page(view.shell.embed.frame, page.lang, _frame(view, page.address))
                yield from _oembed(view.shell, view.shell.embed, page.lang)


def _frame(view: EntryPage | SequencePage | YearPage | TopicPage | TimelinePage, page: Address) -> Frame:
    match view:
        case EntryPage():
            return _entry(view, page)
        case SequencePage():
            shell = _shell(view.shell, view.sequence.title, view.sequence.title_lang, page)
            return SequenceFrame(shell, view.sequence.span, view.steps)
        case YearPage():
            return ListFrame(_shell(view.shell, view.year.label, view.shell.lang, page), None, (view.year,))
        case TopicPage():
            return ListFrame(_shell(view.shell, view.name.words, view.name.lang, page), view.span, view.years)
        case TimelinePage():
            shell = _shell(view.shell, view.shell.site_title, view.shell.site_title_lang, page)
            return ListFrame(shell, None, view.years)


def _entry(view: EntryPage, page: Address) -> EntryFrame:
    return EntryFrame(
        shell=_shell(view.shell, view.card.title, view.card.lang, page),
        card=view.card,
        standfirst=view.standfirst,
        body=view.body,
        disputed=view.disputed,
        disputed_lang=view.disputed_lang,
        sources=view.sources,
        sources_lang=view.sources_lang,
    )


def _shell(shell: Shell, title: str, title_lang: str, page: Address) -> FrameShell:
    return FrameShell(
        lang=shell.lang,
        direction=shell.direction,
        site_title=shell.site_title,
        site_title_lang=shell.site_title_lang,
        title=title,
        title_lang=title_lang,
        page=page,
        canonical=shell.canonical,
    )


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
