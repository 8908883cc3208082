"""Tags of Liquid and shortcodes of Hugo in the text of a post: Markdown where it is certain what they stand for.

Nothing is run. What is not certain stays as it is written, and is named with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Code
from generator.escape import as_markdown
from generator.intake.blog.addresses import REFERENCE
from generator.intake.blog.manuscript import Change, Manuscript

_WITHIN = r"(?:(?!\{\{|\{%|%\}|\}\}).)*?"
_LIQUID = rf"\{{%-?\s*(?P<tag>[\w/.-]+)(?P<rest>{_WITHIN})-?%\}}|\{{\{{-?(?P<value>{_WITHIN})-?\}}\}}"
_SHORTCODE = rf"\{{\{{(?P<mark>[<%])(?P<short>{_WITHIN})(?P<end>[>%])\}}\}}"
_TOKENS = {
    "hugo": re.compile(_SHORTCODE, re.DOTALL),
    "jekyll": re.compile(_LIQUID, re.DOTALL),
    "eleventy": re.compile(_LIQUID, re.DOTALL),
    "": re.compile(f"{_SHORTCODE}|{_LIQUID}", re.DOTALL),
}
_ARGUMENT = re.compile(
    r"(?:(?P<name>[\w-]+)\s*=\s*)?"
    r"(?:\"(?P<double>(?:\\.|[^\"\\])*)\"|`(?P<tick>[^`]*)`|'(?P<single>[^']*)'|(?P<bare>[^\s\"'`]+))"
)
_BASE = re.compile(r"\s*site\.(?:url|base_?url)\s*")
_LITERAL = re.compile(
    r"\s*([\"'])(?P<text>[^\"']*)\1\s*(?:\|\s*(?:relative_url|absolute_url|url|(?:prepend|append):\s*site\.\w+)\s*)+"
)
_RAW = re.compile(r"(?:\n|(?<![ \t]))[ \t]*+\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*(?=\n|$)|\{%-?\s*(?:end)?raw\s*-?%\}")
_BEFORE_AN_ADDRESS = re.compile(r"(?:\]\(\s*<?|[\"'<=]|\]:[ \t]*|\}\})$")
_NEAR = 40
"""How far before an address is looked for what it belongs to."""
_ID = re.compile(r"[\w./-]+")
_EMBEDS = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "vimeo": "https://vimeo.com/{id}",
    "gist": "https://gist.github.com/{id}",
    "tweet": "https://twitter.com/i/web/status/{id}",
    "twitter": "https://twitter.com/i/web/status/{id}",
    "x": "https://x.com/i/web/status/{id}",
    "instagram": "https://www.instagram.com/p/{id}/",
}
_PICTURES = frozenset({"figure", "image", "img"})
_BY_HAND = "write it in Markdown if a reader needs it"


@dataclass(frozen=True, slots=True)
class _Arguments:
    """What stands behind the name of a tag."""

    plain: tuple[str, ...]
    named: dict[str, str]

    def get(self, *names: str) -> str:
        """The first of some arguments that has a value."""
        return next((self.named[name] for name in names if self.named.get(name)), "")


def without_templates(text: Manuscript, kind: str, base: str) -> Manuscript:
    """The text without the tags that have a meaning here. `base` is the address of the blog, empty where unknown."""
    return text.changed(_Templates(text, kind, base).changes())


class _Templates:
    """Goes through the tags of a text, the first to the last."""

    def __init__(self, text: Manuscript, kind: str, base: str) -> None:
        self._manuscript = text
        self._text = text.text
        self._base = base
        self._token = _TOKENS[kind]
        self._open: list[str] = []

    def changes(self) -> Iterator[Change]:
        """What is written in place of the tags that are certain."""
        place = 0
        while token := self._token.search(self._text, place):
            changes = tuple(self._short(token) if token.groupdict().get("mark") else self._liquid(token))
            yield from changes
            place = max([token.end(), *(change.end for change in changes)])

    def _liquid(self, token: re.Match[str]) -> Iterator[Change]:
        if token["tag"] is None:
            return self._value(token)
        name, rest = token["tag"], token["rest"].strip()
        if name in {"raw", "comment", "highlight"}:
            return self._paired(token, name, re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}"))
        if name in {"post_url", "link"} and rest:
            return self._address(token, rest if name == "link" else _reference(rest.rpartition("/")[2]))
        return self._embed(token, name, _arguments(rest))

    def _value(self, token: re.Match[str]) -> Iterator[Change]:
        """The address of the blog, or an address that stands there."""
        if literal := _LITERAL.fullmatch(token["value"]):
            yield Change(*token.span(), literal["text"])
        elif _BASE.fullmatch(token["value"]) and self._is_address(token):
            yield Change(*token.span(), "")
        elif _BASE.fullmatch(token["value"]) and self._base:
            yield Change(*token.span(), self._base)
        else:
            self._name(token)

    def _address(self, token: re.Match[str], target: str) -> Iterator[Change]:
        """The address of a post: what a link leads to, or a link of its own."""
        words = as_markdown(target.removeprefix(REFERENCE))
        yield Change(*token.span(), target if self._is_address(token) else f"[{words}]({target})")

    def _is_address(self, token: re.Match[str]) -> bool:
        """Whether a tag stands where a link or an attribute has its address."""
        return bool(_BEFORE_AN_ADDRESS.search(self._text[max(0, token.start() - _NEAR) : token.start()]))

    def _short(self, token: re.Match[str]) -> Iterator[Change]:
        inside = token["short"].strip()
        if inside.startswith("/*") and inside.endswith("*/"):
            shown = f"{{{{{token['mark']}{inside[2:-2]}{token['end']}}}}}"
            return iter([Change(*token.span(), shown)])
        name, _, rest = inside.rstrip("/").replace("\n", " ").strip().partition(" ")
        arguments = _arguments(rest)
        if name == "highlight":
            return self._paired(token, name, re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}"))
        if name in {"ref", "relref"} and (target := arguments.get("path") or "".join(arguments.plain[:1])):
            return self._address(token, _reference(target))
        if name in _PICTURES and (source := arguments.get("src") or "".join(arguments.plain[:1])):
            return iter([Change(*token.span(), _figure(source, arguments))])
        return self._around(token, name.strip("/").strip() or rest, arguments, is_end=inside.startswith("/"))

    def _around(self, token: re.Match[str], name: str, arguments: _Arguments, *, is_end: bool) -> Iterator[Change]:
        """Tags around a text are left out, the text stays; any other stays."""
        closing = re.compile(rf"\{{\{{[<%]\s*/\s*{re.escape(name)}\s*[>%]\}}\}}")
        if is_end and name in self._open:
            self._open.remove(name)
            yield Change(*token.span(), "")
        elif not is_end and closing.search(self._text, token.end()):
            self._open.append(name)
            self._name(token, "is left out, and the text within stays")
            yield Change(*token.span(), "")
        else:
            yield from self._embed(token, name, arguments)

    def _embed(self, token: re.Match[str], name: str, arguments: _Arguments) -> Iterator[Change]:
        """A link to what would be loaded from elsewhere."""
        id_ = arguments.get("id") or "/".join(arguments.plain[:2])
        if name in _EMBEDS and re.match(r"https?://\S+$", id_):
            yield Change(*token.span(), f"<{id_}>")
        elif name in _EMBEDS and _ID.fullmatch(id_):
            id_ = id_ if name == "gist" else id_.rpartition("/")[2]
            yield Change(*token.span(), f"<{_EMBEDS[name].format(id=id_)}>")
        else:
            self._name(token)

    def _paired(self, token: re.Match[str], name: str, closing: re.Pattern[str]) -> Iterator[Change]:
        end = closing.search(self._text, token.end())
        if end is None:
            self._name(token)
        elif name == "highlight":
            inner = self._text[token.end() : end.start()]
            yield Change(token.start(), end.end(), self._code(inner, token))
        elif name == "raw":
            yield Change(*self._line(*token.span()), "")
            yield Change(*self._line(*end.span()), "")
        else:
            yield Change(token.start(), end.end(), "")

    def _code(self, inner: str, token: re.Match[str]) -> str:
        """A fenced block, which stands on lines of its own."""
        inner = _RAW.sub("", inner)
        groups = token.groupdict()
        words = (groups.get("rest") or (groups.get("short") or "").partition("highlight")[2]).split()
        language = words[0].strip("\"'") if words else ""
        fence = "~~~~" if "```" in inner else "```"
        before = self._text[self._text.rfind("\n", 0, token.start()) + 1 : token.start()]
        is_alone = not before.strip()
        lines = (f"{fence}{language}", inner.lstrip("\n").rstrip(), f"{before if is_alone else ''}{fence}")
        return ("" if is_alone else "\n\n") + "\n".join(lines)

    def _line(self, start: int, end: int) -> tuple[int, int]:
        """The whole line, where nothing else stands on it."""
        line_start, line_end = self._text.rfind("\n", 0, start) + 1, (self._text + "\n").find("\n", end)
        is_alone = not (self._text[line_start:start] + self._text[end:line_end]).strip()
        return (line_start, min(line_end + 1, len(self._text))) if is_alone else (start, end)

    def _name(self, token: re.Match[str], becomes: str = "cannot be run and stays as it is written") -> None:
        """Say what becomes of a tag, but for one in code, which is shown as it is."""
        if self._manuscript.words[token.start()] != " ":
            self._manuscript.warn(token.start(), Code.BODY_TEMPLATE, f"“{token[0]}” {becomes}", _BY_HAND)


def _arguments(text: str) -> _Arguments:
    plain, named = [], {}
    for match in _ARGUMENT.finditer(text):
        value = next(match[group] for group in ("double", "tick", "single", "bare") if match[group] is not None)
        if match["name"]:
            named[match["name"].lower()] = value.replace('\\"', '"')
        else:
            plain.append(value.replace('\\"', '"'))
    return _Arguments(tuple(plain), named)


def _reference(target: str) -> str:
    """A post by the name that another calls it by."""
    return f"{REFERENCE}{target.strip().replace(' ', '%20')}"


def _figure(source: str, arguments: _Arguments) -> str:
    """A picture with the words that stand below it."""
    caption = " – ".join(filter(None, (arguments.get("title"), arguments.get("caption"), arguments.get("attr"))))
    alt = arguments.get("alt") or caption
    picture = f"![{alt}]({source.replace(' ', '%20')})"
    if link := arguments.get("link"):
        picture = f"[{picture}]({link.replace(' ', '%20')})"
    return f"{picture}\n\n{caption}" if caption and caption != alt else picture
