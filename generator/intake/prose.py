"""The front door to markdownify: HTML from elsewhere as Markdown that holds no HTML but `<sub>` and the like.

Every character of the text is kept from meaning anything to Markdown, so what could run has no way in. `render`
sanitises what it draws all the same.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from markdownify import ATX, MarkdownConverter, abstract_inline_conversion  # type: ignore[attr-defined] # stubs lack it

from generator.effort import too_dear, too_long
from generator.escape import as_markdown, before_a_link
from generator.links import scheme_of
from generator.markup import disallowed_html, too_deep
from generator.text import FORBIDDEN, squeeze
from generator.urls import is_on_the_web

_ADDRESS = re.compile(r"(https?://[^\s<>\"`\\]*[^\s<>\"`\\.,;:!?)\]}'’”»])")
_IN_A_TARGET = {sign: f"%{ord(sign):02X}" for sign in ' ()<>"\\`\n\t[]'}
_BEFORE_A_BRACKET = re.compile(r"!(?=\[|\Z)")
"""With what follows, the mark of a picture."""
_SPACES = " \t\r\n"
_BLOCKS = re.compile(r"<(?:p|div|ul|ol|dl|table|blockquote|pre|h[1-6])\b", re.IGNORECASE)
_HINTS = re.compile(r"<(?!img|iframe)\w[^<>]*\stitle\s*=", re.IGNORECASE)
_EMBEDS = ("iframe", "video", "audio", "embed", "object", "source", "img")
_KEPT = frozenset(("<h1>", "<strike>", *(f"<{tag}>" for tag in _EMBEDS)))
_DIVIDES = ("br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th")
"""Tags that stand between words in plain text."""
_CLOSES = {
    "li": ("li", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "tr": ("td", "th", "tr", "p"),
}
"""What ends where a tag begins: HTML may leave out its end, and the parser does not know that."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in Markdown. `removed` names what of its HTML could run or leads nowhere; `looks` what only decorates.

    `pictures` are the addresses of those that became links, `unnamed` of those that have no alternative text.
    """

    markdown: str
    removed: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


class TooDeepError(ValueError):
    """More tags stand within one another than any text needs."""


Lead = Callable[[str], str | None]
"""Where an address leads from here; None where it leads nowhere."""


def to_markdown(source: str, *, autolink: bool = True, lead: Lead | None = None) -> Prose:
    """A text as Markdown. Blank lines divide paragraphs where no tag does. Links go where `lead` says, without it to
    the web alone. Raises `TooDeepError`."""
    if not source:
        return Prose("")
    if too_long(source, 1):
        raise TooDeepError
    converter = _ToMarkdown(autolink=autolink, lead=lead or web_address)
    pieces = [source] if _BLOCKS.search(source) else re.split(r"\n\s*\n", source)
    markdown = "\n\n".join(filter(None, (_converted(converter, piece) for piece in pieces)))
    if too_deep(markdown, 1) or too_dear(markdown, 1):
        raise TooDeepError
    found = [finding.name for finding in disallowed_html(squeeze(_without_sections(source)).replace("`", "'"), 1)]
    looks = [name for name in found if " of <" in name and not name.startswith("on")]
    removed = [name for name in found if name not in looks and name not in _KEPT]
    names = tuple(dict.fromkeys([*removed, *converter.left_out]))
    hints = ["title"] * len(_HINTS.findall(source))
    attributes = (*(name.partition(" ")[0] for name in looks), *hints)
    return Prose(markdown, names, attributes, tuple(converter.pictures), tuple(converter.unnamed))


def to_line(source: str, *, autolink: bool) -> Prose:
    """A caption or credit as one line of Markdown. Raises `TooDeepError`."""
    prose = to_markdown(source, autolink=autolink)
    return replace(prose, markdown=squeeze(prose.markdown))


def to_plain(source: str) -> str:
    """The words of a text alone, in one line. Raises `TooDeepError`."""
    return squeeze(_converted(_ToPlain(convert=["script", "style", *_DIVIDES]), source))


def link(words: str, url: str) -> str:
    """A link in Markdown; the words are plain text."""
    return f"[{_in_brackets(words)}]({_target(url)})"


def web_address(url: str) -> str | None:
    """An address that a page may lead to, with its scheme; None for any other."""
    whole = f"https:{url}" if url.startswith("//") else url
    return whole if is_on_the_web(whole) or (scheme_of(whole) == "mailto" and not re.search(r"\s", whole)) else None


def host_of(url: str) -> str:
    """Where an address leads, in short: its host, or the address of a mail."""
    return urlsplit(url).hostname or urlsplit(url).path


def _converted(converter: MarkdownConverter, source: str) -> str:
    """Converted as the content of a body, so that no text is taken for the name of a file. The parser would lose a
    sign at the very end, so a line ends there."""
    try:
        return FORBIDDEN.sub("", converter.convert(f"<body>{_without_sections(source)}\n")).strip(_SPACES)
    except RecursionError as error:
        raise TooDeepError from error


def _without_sections(source: str) -> str:
    """Marked sections of SGML, which HTML has not and parsers give up on, as text."""
    return source.replace("<![", "&lt;![")


def _target(url: str) -> str:
    safe = "".join(_IN_A_TARGET.get(character, character) for character in url)
    return re.sub(r"&(?=#|\w+;)", "&amp;", safe)


def _escaped(text: str) -> str:
    """Plain text, also where its first spaces fall away, or a link follows it."""
    text = FORBIDDEN.sub("", text)
    bare = text.lstrip()
    return text[: len(text) - len(bare)] + _BEFORE_A_BRACKET.sub(r"\\!", as_markdown(bare))


def _in_brackets(words: str) -> str:
    return "".join(
        f"\\{piece}" if piece in {"[", "]"} else as_markdown(piece) for piece in re.split(r"([\[\]])", words)
    )


class _ToMarkdown(MarkdownConverter):
    """Markdownify's walk through the tree, with the Markdown that this site reads."""

    def __init__(self, *, autolink: bool, lead: Lead) -> None:
        super().__init__(heading_style=ATX, bullets="-", sub_symbol="<sub>", sup_symbol="<sup>")
        self._autolink = autolink
        self._lead = lead
        self.left_out: list[str] = []
        self.pictures: list[str] = []
        self.unnamed: list[str] = []

    def convert_soup(self, soup: Any) -> str:  # noqa: ANN401 - a tree of the library, which has no types
        """A whole text, its tags closed where HTML closes them."""
        for tag in soup.find_all(list(_CLOSES)):
            while (around := tag.parent).name in _CLOSES[tag.name]:
                around.insert_after(tag, *list(tag.next_siblings))
        return str(super().convert_soup(soup))

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Plain text, in which addresses become links as TimelineJS draws them."""
        if "a" in parent_tags:
            return _in_brackets(text)
        pieces = _ADDRESS.split(text) if self._autolink else [text]
        return "".join(f"<{piece}>" if number % 2 else _escaped(piece) for number, piece in enumerate(pieces))

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401 - a tag of the library, which has no types
        """A link that leads somewhere on the web; the words of any other."""
        href = str(el.get("href") or "").strip()
        url = None if parent_tags & {"a", "_noformat"} else self._lead(href)
        if href and not url:
            self.left_out.append(f"a link to “{href}”")
        if not url:
            return before_a_link(text)
        before, after = (" " if text[edge].isspace() else "" for edge in (slice(1), slice(-1, None)))
        return f"{before}[{squeeze(text) or as_markdown(host_of(url))}]({_target(url)}){after}"

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401 - as above
        """A link to what would be loaded from elsewhere, by its alternative text or title."""
        source = str(el.get("src") or el.get("data") or "").strip()
        url = None if parent_tags & {"a", "_noformat"} else self._lead(source)
        words = squeeze(str(el.get("alt") or el.get("title") or ""))
        if source and not url:
            self.left_out.append(f"<{el.name}> of “{source}”")
        elif url and el.name == "img":
            self.pictures.append(url)
            self.unnamed += [] if words else [url]
        shown = link(words or host_of(url), url) if url else _in_brackets(words)
        return before_a_link(" ".join(filter(None, (shown, text))))

    convert_iframe = convert_video = convert_audio = convert_embed = convert_object = convert_source = convert_img

    def convert_li(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002 - as above
        """An item, indented by the four columns that Python-Markdown asks for."""
        number = 1 + len(el.find_previous_siblings("li"))
        mark = f"{number}." if el.parent is not None and el.parent.name == "ol" else "-"
        lines = text.strip(_SPACES).splitlines()
        return f"{mark:<3} " + "\n".join([*lines[:1], *(f"    {line}" if line else "" for line in lines[1:])]) + "\n"

    def convert_code(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401 - as above
        """Code in one line, whatever stands in it."""
        converted: str = super().convert_code(el, squeeze(text), parent_tags)  # type: ignore[misc] # the stubs lack it
        return converted if "pre" not in parent_tags else text

    convert_kbd = convert_samp = convert_code

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002 - as above
        """Lines that stay lines; a block of code cannot stand in every place that the tag can."""
        lines = (_in_brackets(line.replace("  ", "\u00a0\u00a0")) for line in text.strip("\n").splitlines())
        return before_a_link(" ".join(lines)) if "_inline" in parent_tags else "\n\n" + "  \n".join(lines) + "\n\n"

    convert_del = abstract_inline_conversion(lambda _: "<del>")
    convert_s = convert_strike = convert_del

    def convert_script(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002 - as above
        """What has no words for a reader."""
        return ""

    convert_style = convert_head = convert_title = convert_template = convert_svg = convert_math = convert_script
    convert_select = convert_textarea = convert_button = convert_script


class _ToPlain(MarkdownConverter):
    """The words alone."""

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - the library gives both
        """The text as it is."""
        return text

    def convert_br(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002 - as above
        """What stands in a block, apart from what is around it."""
        return f" {text} "

    convert_dd = convert_div = convert_dt = convert_li = convert_p = convert_td = convert_th = convert_br
    convert_h1 = convert_h2 = convert_h3 = convert_h4 = convert_h5 = convert_h6 = convert_br
