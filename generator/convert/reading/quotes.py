"""Finds the words that an article quotes, and who said them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.convert.grammars.grammar import Grammar, SpeechRule
from generator.convert.reading.article import BLANK, Paragraph, Sentence, words_before
from generator.convert.reading.mentions import Mention
from generator.convert.reading.passages import Passage
from generator.convert.reading.people import Person
from generator.convert.reading.scene import Scene, Setting, without_times
from generator.convert.reading.speakers import Speakers

_FEW_WORDS = 3
_CLOSING_MARKS = '»”" \u00a0\u202f'
_ENDS_OF_SPEECH = ",.?!…—-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the text, with who said them by id or name, None where that is not told, and the rule that found it."""

    paragraph: int
    passage: Passage
    text: str
    speaker: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a rule names as the speaker; None where it names nobody in particular."""

    speaker: str | None
    rule: str


_NOBODY = Attribution(None, "")


class QuoteReader:
    """Reads the quotations of an article, paragraph after paragraph."""

    def __init__(self, grammar: Grammar, speakers: Speakers) -> None:
        self._speech = grammar.speech
        self._pronouns = grammar.names.pronouns
        self._speakers = speakers
        self._spoken_before: str | None = None
        self._told_last = False
        self._previous = Scene("", ())

    def read(self, paragraph: Paragraph, people: Sequence[Person], mentions: Sequence[Mention]) -> list[Quotation]:
        """The quotations of a paragraph in order."""
        whole = Scene(without_times(paragraph.narration, mentions), tuple(people))
        self._speakers.offices.introduce(whole.text, people)
        self._speakers.note_genders(whole.text, people)
        found: list[Quotation] = []
        for number, sentence in enumerate(paragraph.sentences):
            part = whole.part(sentence.start, sentence.end)
            scene = replace(part, subject=self._speakers.subject(part.text, part.people), number=number)
            spoken = self._in_sentence(paragraph, sentence, scene, found)
            found += spoken
            self._note_topic(scene, spoken)
            self._previous = scene
        self._spoken_before = self._speakers.topic if self._told_last else None
        return [each for each in found if self._is_quotation(each, whole.text)]

    def _in_sentence(
        self, paragraph: Paragraph, sentence: Sentence, scene: Scene, earlier: Sequence[Quotation]
    ) -> list[Quotation]:
        found: list[Quotation] = []
        for passage in paragraph.passages:
            if not sentence.holds(passage.start):
                continue
            setting = Setting(scene, passage.start - sentence.start, passage.end - sentence.start)
            before = [*earlier, *found]
            told = (
                self._resumed(passage, before)
                or self._attribution(setting, ends_like_speech=_ends_like_speech(paragraph.text, passage))
                or self._continued(setting, before)
                or _NOBODY
            )
            found.append(Quotation(paragraph.number, passage, passage.words(paragraph.text), told.speaker, told.rule))
            scene = replace(scene, subject=told.speaker or scene.subject)
        return found

    def _resumed(self, passage: Passage, earlier: Sequence[Quotation]) -> Attribution | None:
        """A passage that takes up the one before it, in this paragraph or the last one."""
        if not passage.resumes or not (earlier or self._spoken_before):
            return None
        return Attribution(earlier[-1].speaker if earlier else self._spoken_before, "the same words go on")

    def _attribution(self, setting: Setting, *, ends_like_speech: bool) -> Attribution | None:
        """The first rule that says anything: after the passage, before it, or around it."""
        following = setting.next
        is_attributed = ends_like_speech or following.text.lstrip().startswith(",")
        return (
            (self._first(self._speech.after, following, is_start=True) if is_attributed else None)
            or self._leading(setting)
            or self._first(self._speech.around, setting.after)
            or self._first(self._speech.around, setting.before)
        )

    def _leading(self, setting: Setting) -> Attribution | None:
        """What stands before a passage in its sentence, or ends in a colon just before it."""
        between, before, subject = setting.between, setting.before, setting.scene.subject
        if len(between.text) < setting.start and {person.who for person in between.people} == {subject}:
            return Attribution(subject, "the same speaker goes on in the sentence")
        if before.text.strip(f" {BLANK}.,"):
            return self._first(self._speech.before, before)
        if self._previous.text.rstrip().endswith(":") and not setting.start:
            return self._first(self._speech.before, self._previous)
        return None

    def _continued(self, setting: Setting, earlier: Sequence[Quotation]) -> Attribution | None:
        """A sentence that is all quotation goes on with the speaker of the one before it."""
        if not setting.is_all:
            return None
        if earlier:
            speaker = _last_speaker(earlier)
            return Attribution(speaker if speaker == self._speakers.topic else None, "the same speaker goes on")
        if self._spoken_before and not setting.scene.number:
            return Attribution(self._spoken_before, "the same speaker goes on in the next paragraph")
        return None

    def _first(self, rules: Sequence[SpeechRule], scene: Scene, *, is_start: bool = False) -> Attribution | None:
        """What the first rule says that matches anywhere, or at the start only."""
        for rule in rules:
            if rule.follows_subject:
                match = next(reversed(list(rule.pattern.finditer(scene.text))), None)
            else:
                match = rule.pattern.match(scene.text) if is_start else rule.pattern.search(scene.text)
            if match:
                who = self._before(scene, 0, match.start()) if rule.follows_subject else self._who(match, scene)
                return Attribution(who, rule.name)
        return None

    def _who(self, match: re.Match[str], scene: Scene) -> str | None:
        groups = match.groupdict()
        if "following" in groups:
            part = scene.part(*match.span("following"))
            return self._speakers.after(part.text, part.people, subject=scene.subject)
        if "preceding" in groups:
            return self._before(scene, *match.span("preceding"))
        if "subject" in groups:
            return scene.subject
        pronoun = groups.get("speaker")
        if pronoun is None:
            return scene.subject or self._speakers.topic
        if pronoun.lower() not in self._pronouns:
            return None
        return scene.subject or self._speakers.by_pronoun(pronoun)

    def _before(self, scene: Scene, start: int, end: int) -> str | None:
        part = scene.part(start, end)
        return self._speakers.before(part.text, part.people, subject=scene.subject)

    def _note_topic(self, scene: Scene, spoken: Sequence[Quotation]) -> None:
        """Whom “he” will mean in the next sentence: who spoke, else whom the sentence speaks of."""
        said = _last_speaker(spoken)
        if not spoken:
            told = (self._first(rules, scene) for rules in (self._speech.around, self._speech.before))
            said = next((each.speaker for each in told if each and each.speaker), None)
        self._told_last = said is not None
        topic = self._speakers.topic
        others = {person.who for person in scene.people} - {topic}
        if others or self._speakers.offices.begins_with_noun(scene.text):
            topic = None
        self._speakers.topic = said or scene.subject or topic

    def _is_quotation(self, each: Quotation, narration: str) -> bool:
        """Whether the words are somebody's: not a name, a title, or a word that the author only keeps at a distance."""
        is_empty = not any(character.isalnum() for character in each.text)
        if is_empty or self._speech.not_quoted.search(words_before(narration, each.passage.start)):
            return False
        words = each.text.split()
        return each.speaker is not None or (len(words) > _FEW_WORDS and not _is_title(words))


def _last_speaker(quotations: Sequence[Quotation]) -> str | None:
    return next((each.speaker for each in reversed(quotations) if each.speaker), None)


def _ends_like_speech(text: str, passage: Passage) -> bool:
    """Whether a passage ends in a mark that whole sentences end in, or that parts them from who says them."""
    return text[passage.first : passage.end].rstrip(_CLOSING_MARKS)[-1:] in _ENDS_OF_SPEECH


def _is_title(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or len(word) <= _FEW_WORDS for word in words)
