"""A sentence as far as it matters who speaks in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.convert.reading.article import BLANK
from generator.convert.reading.mentions import Mention
from generator.convert.reading.people import Person


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence without words of time, who is named in it, and whom its first verb speaks of.

    `number` counts the sentences of its paragraph from 0.
    """

    text: str
    people: tuple[Person, ...]
    subject: str | None = None
    number: int = 0

    def part(self, start: int, end: int) -> "Scene":
        """A part of the sentence."""
        inside = (person for person in self.people if start <= person.start and person.end <= end)
        people = tuple(each.moved(-start) for each in inside)
        return Scene(self.text[start:end], people, self.subject, self.number)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a passage: its sentence, in which it goes from `start` to `end`."""

    scene: Scene
    start: int
    end: int

    @property
    def before(self) -> Scene:
        """The sentence up to the passage."""
        return self.scene.part(0, self.start)

    @property
    def between(self) -> Scene:
        """The narrator's words between the passage and the one before it."""
        return self.scene.part(self.scene.text.rfind(BLANK, 0, self.start) + 1, self.start)

    @property
    def next(self) -> Scene:
        """The narrator's words between the passage and the one after it."""
        next_passage = self.scene.text.find(BLANK, self.end)
        return self.scene.part(self.end, len(self.scene.text) if next_passage < 0 else next_passage)

    @property
    def after(self) -> Scene:
        """The sentence from the passage on."""
        return self.scene.part(self.end, len(self.scene.text))

    @property
    def is_all(self) -> bool:
        """Whether the passage opens a sentence in which the narrator says nothing."""
        return not self.start and not self.scene.text.strip(f" {BLANK}.,")


def without_times(narration: str, mentions: Sequence[Mention]) -> str:
    """The narration with words of time blanked by spaces: they may stand anywhere between a speaker and the verb."""
    for mention in mentions:
        narration = narration[: mention.start] + " " * (mention.end - mention.start) + narration[mention.end :]
    return narration
