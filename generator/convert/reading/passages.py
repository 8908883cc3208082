"""Finds what stands in quotation marks: nested, interrupted, running on over paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}
_MARK = re.compile(f"[{''.join((*_CLOSING, *_CLOSING.values()))}]")
_SPACES = " \u00a0\u202f\t\n"
_GENITIVE = re.compile(r"s’ [a-z]")
_CLOSED_AFTER = re.compile(r"[^‘]{0,400}?[,.?!…]’")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in quotation marks. `start` and `end` take in the marks, `first` and `last` the words alone.

    `resumes` a passage of the same person: after an interruption, or at the head of the next paragraph.
    """

    start: int
    end: int
    first: int
    last: int
    resumes: bool = False

    def words(self, text: str) -> str:
        """The words, as they stand in the paragraph."""
        return text[self.first : self.last]


def find_passages(paragraphs: tuple[str, ...], interruption: re.Pattern[str]) -> tuple[tuple[Passage, ...], ...]:
    """The passages of each paragraph, outermost marks only. A mark that is never closed opens none, and hides none."""
    found = []
    open_mark = ""
    for number, text in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        resumes = bool(open_mark) and text.startswith((open_mark, *_CLOSING.get(open_mark, "")))
        passages, open_mark = _in_paragraph(text, following, open_mark if resumes else "")
        found.append(tuple(part for passage in passages for part in _split(text, passage, interruption)))
    return tuple(found)


def _in_paragraph(text: str, following: str, resumed: str) -> tuple[list[Passage], str]:
    """The passages of a paragraph, and the opening mark of one that the next paragraph takes up."""
    passages: list[Passage] = []
    stack = [(resumed, 0)] if resumed else []
    for match in _MARK.finditer(text, len(resumed)):
        position, mark = match.start(), match[0]
        if stack and mark in _CLOSING[stack[-1][0]] and (mark != "’" or _closes(text, position)):
            _, start = stack.pop()
            while passages and passages[-1].start > start:
                passages.pop()
            passages.append(_passage(text, start, position + 1, resumes=bool(resumed) and start == 0))
        elif mark in _CLOSING and (mark not in '"‘' or (_opens(text, position) and not (stack and mark == "‘"))):
            stack.append((mark, position))
    mark, start = stack[0] if stack else ("", 0)
    if not stack or not following.startswith((mark, *_CLOSING[mark])):
        return passages, ""
    before = [passage for passage in passages if passage.start < start]
    return [*before, _passage(text, start, len(text), resumes=bool(resumed) and start == 0, is_closed=False)], mark


def _opens(text: str, position: int) -> bool:
    """Whether a straight or single mark stands before a word, and not after one."""
    before, after = text[:position][-1:], text[position + 1 : position + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _closes(text: str, position: int) -> bool:
    """Whether a single mark is no apostrophe: no letter follows, and a word or an end mark stands before it.

    After an s it may be a genitive, “the mayors’ plan”: then the mark that closes stands after an end mark.
    """
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if _GENITIVE.match(text, position - 1) and _CLOSED_AFTER.match(text, position + 1):
        return False
    return not after.isalnum() and (before in ",.?!…" or before.isalnum())


def _passage(text: str, start: int, end: int, *, resumes: bool, is_closed: bool = True) -> Passage:
    first, last = start + 1, end - is_closed
    while first < last and text[first] in _SPACES:
        first += 1
    while first < last and text[last - 1] in f"{_SPACES},":
        last -= 1
    return Passage(start, end, first, last, resumes)


def _split(text: str, passage: Passage, interruption: re.Pattern[str]) -> Iterator[Passage]:
    """A passage without the narrator's words in it: two, where it is interrupted."""
    match = interruption.search(text, passage.first, passage.last)
    if match is None or match.start() == passage.first:
        yield passage
        return
    yield replace(passage, end=match.start(), last=match.start())
    if match.end() < passage.last:
        rest = replace(passage, start=match.end(), first=match.end(), resumes=True)
        yield from _split(text, rest, interruption)
