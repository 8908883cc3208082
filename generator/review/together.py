"""Rules for editors that look at several entries together."""

from collections.abc import Iterator

from generator.arranged import Chronology, Contradiction, Resolution
from generator.model import Gazetteer
from generator.review.remark import Remark


def contradicting_entries(chronology: Chronology, _: Gazetteer) -> Iterator[Remark]:
    """Entries that put one article on several days, none of which can then be its own."""
    for contradiction in chronology.contradictions:
        article = contradiction.entry
        message = f"the day of this article contradicts itself: {_days(contradiction)}"
        hint = "correct the date or place of one of them, or `day` and `place` of the events here"
        yield Remark(article.text(article.lang), "events", message, hint)


def step_order(chronology: Chronology, _: Gazetteer) -> Iterator[Remark]:
    """A step of a sequence that was before the step with the number before it."""
    for id_, steps in chronology.sequences.items():
        for step in steps:
            if step.days is not None and step.days < 0 and step.number is not None:
                message = f"step {step.number} of “{id_}” was {-step.days} days before the step above it"
                hint = "number the steps in the order of their dates"
                yield Remark(step.entry.text(step.entry.lang), "sequence", message, hint)


def _days(contradiction: Contradiction) -> str:
    return ", ".join(f"{day.moment} by {_names(day)}" for day in contradiction.days)


def _names(day: Resolution) -> str:
    slugs = dict.fromkeys(entry.slug for evidence in day.evidence for entry in evidence.entries)
    return " and ".join(f"“{slug}”" for slug in slugs)
