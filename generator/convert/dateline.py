"""Recognises the place, date and agency that news agencies put before their first sentence."""

import re
from functools import cache

from generator.convert.agencies import AGENCY_LIST
from generator.convert.calendar_words import any_of, months
from generator.text import squeeze

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĪŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
# A name is taken whole: where each of its hyphens might also part two, one of a few hundred would take for ever.
_REST = r"[\w’'.-]*+"
_SHOUTED = rf"[{_UPPER}][{_UPPER}’'.-]++"
_PLACE = rf"[{_UPPER}]{_REST}(?:[ /-](?:(?i:de|du|des|la|le|sur|am|an der|on|upon) )?[{_UPPER}]{_REST}){{0,3}}"
_SHOUTED_PLACE = rf"{_SHOUTED}(?:[ /-]{_SHOUTED}){{0,3}}"
_END = r"\s*(?:[-–—]+\s*|$)"
_BEFORE_A_SENTENCE = re.compile(
    rf"(?:{_SHOUTED_PLACE}\s[–—]\s|\({_PLACE}\)\s(?:[-–—]\s)?)(?=[{_UPPER}«“„\"].*[.!?…»”\"]$)", re.DOTALL
)
_LONGEST = 120


def split_dateline(paragraph: str) -> tuple[str, str]:
    """The dateline that a paragraph begins with, empty where there is none, and the rest, one line both."""
    line = squeeze(paragraph)
    match = _certain().match(line[:_LONGEST]) or _BEFORE_A_SENTENCE.match(line)
    return (match[0].strip(), line[match.end() :]) if match else ("", line)


@cache
def _certain() -> re.Pattern[str]:
    """“BRUXELLES, 12 janvier (Reuters) -”, “BRUSSELS (AP) —”, “(Reuters) -”, “AFP –”, “BRUXELLES, 12 janvier –”."""
    month = rf"(?i:{any_of(months())})\.?"
    date = rf"(?:(?:le )?\d\d?(?:er|\.)? {month}|{month} \d\d?)(?:,? \d{{4}})?"
    agencies = rf"(?i:{AGENCY_LIST})"
    return re.compile(
        rf"(?:{_PLACE}(?:, {_PLACE})?(?:,? {date})?\s)?\({agencies}\){_END}"
        rf"|{agencies}(?:, {_PLACE})?\s[–—-]\s"
        rf"|{_SHOUTED_PLACE}(?:, {_PLACE})?,? {date}{_END}"
        rf"|\({_PLACE}\)$"
    )
