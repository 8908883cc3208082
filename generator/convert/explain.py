"""Shows an article with what was found in it: each finding numbered in the text, below it the rule that found it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.convert.reading.article import Paragraph
from generator.convert.reading.events import Reported
from generator.convert.reading.quotes import Quotation
from generator.convert.reading.read import Findings


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    found: str
    rule: str


def explain(findings: Findings) -> Iterator[str]:
    """The lines to print: each paragraph with its marks, then one line a finding, numbered through the article."""
    before = 0
    for paragraph in findings.paragraphs:
        marks = sorted(_marks(paragraph, findings), key=lambda mark: (mark.start, -mark.end))
        yield _marked(paragraph.text, marks, before)
        for number, mark in enumerate(marks, start=before + 1):
            words = paragraph.text[mark.start : mark.end]
            yield f"  {number:>3} {mark.kind}: “{words}” → {mark.found}   [{mark.rule}]"
        yield ""
        before += len(marks)


def _marks(paragraph: Paragraph, findings: Findings) -> Iterator[_Mark]:
    for event in findings.events:
        if event.mention.paragraph == paragraph.number:
            rules = " + ".join(rule for rule in event.rules if rule)
            yield _Mark(event.mention.start, event.mention.end, "event", _event(event), rules)
    for quote in findings.quotes:
        if quote.paragraph == paragraph.number:
            yield _Mark(quote.passage.first, quote.passage.last, "quote", _speaker(quote), quote.rule or "no rule")
    for name in findings.names[paragraph.number]:
        yield _Mark(name.start, name.end, "name", name.who, name.rule)


def _event(event: Reported) -> str:
    day = None if event.day is None else f"day {event.day:+}"
    return ", ".join(filter(None, (event.date or "no date", day, event.place, str(event.status), event.fault)))


def _speaker(quote: Quotation) -> str:
    return f"said by {quote.speaker}" if quote.speaker else "said by nobody named"


def _marked(text: str, marks: list[_Mark], before: int) -> str:
    """The text with “[1:” and “]” around each finding."""
    signs = [(mark.start, 1, -mark.end, f"[{number}:") for number, mark in enumerate(marks, start=before + 1)]
    signs += [(mark.end, 0, -mark.start, "]") for mark in marks]
    for position, _, _, sign in sorted(signs, reverse=True):
        text = text[:position] + sign + text[position:]
    return text
