"""What the verbs of English say of a time: a line for every cue, and one for what only looks like it."""

import re

import pytest

from generator.convert.grammars.english import english
from generator.convert.grammars.english.verbs import VERBS
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import read_article
from generator.dates import parse
from generator.model import Gazetteer

WEDNESDAY = parse("2022-01-12")
ENGLISH = english()
LOOKUP = Lookup(Gazetteer({}, {}, {}, {}, {}), ENGLISH)

# By cue: in brackets the words that name a time, after the stroke what becomes of it; the header is WEDNESDAY.
READ = {
    "was not cancelled": """
        The talks on [Friday] have not been cancelled. | planned
    """,
    "cancelled": """
        The flight on [Thursday] was called off by the airline. | negated
        The vote was delayed indefinitely on [Monday]. | negated
        The rally on [Friday] will not take place. | negated
        The parade on [Friday] could not be held. | negated
    """,
    "postponed to": """
        The summit was postponed to [Friday]. | planned 2022-01-14
        The council delayed the vote until [Friday]. | planned 2022-01-14
    """,
    "was postponed": """
        [Monday]'s vote was postponed. | negated
        On [Friday] the vote was brought forward. | negated
    """,
    "no meeting is planned": """
        No meeting is planned for [Monday]. | negated
        No further round of talks has been scheduled for [Friday]. | negated
    """,
    "originally for": """
        The talks were originally planned for [Monday] but began on Tuesday. | planned
    """,
    "did not": """
        The minister did not meet the envoy on [Monday]. | negated
        The council won't sit on [Friday]. | negated
        The miners refused to work on [Tuesday]. | negated
        The envoy never landed on [Monday]. | negated
        The mayor cannot leave on [Friday]. | negated
    """,
    "provided that": """
        Provided that on [Friday] the road is clear, the team goes on. | conditional
        Unless on [Friday] the snow melts, the team stays. | conditional
    """,
    "if": """
        If on [Friday] the road is open, the team leaves. | conditional
    """,
    "may or may not": """
        The leaders may or may not meet on [Friday]. | conditional 2022-01-14
    """,
    "might have met": """
        The fire might have been started on [Monday]. | conditional
        The two men could have met on [Monday]. | conditional
    """,
    "could": """
        The leaders could meet on [Friday]. | conditional 2022-01-14
        The mayor may be heard on [Friday]. | conditional 2022-01-14
    """,
    "will": """
        The leaders will meet on [Friday]. | planned 2022-01-14
        [Thursday]'s vote will be close. | planned 2022-01-13
    """,
    "would": """
        The team said it would leave on [Friday]. | planned 2022-01-14
    """,
    "should": """
        The ship should dock on [Friday]. | planned 2022-01-14
    """,
    "is due to": """
        The ship is due to dock on [Friday]. | planned 2022-01-14
        The mayors are expected in the city on [Friday]. | planned 2022-01-14
        The talks are scheduled for [Friday]. | planned 2022-01-14
    """,
    "was due to": """
        The ship was due to dock on [Monday]. | planned
        The leaders had been set to meet on [Monday]. | planned
    """,
    "scheduled for": """
        A vote slated for [Thursday] has drawn protests. | planned
        The session, convened for [Friday], drew crowds. | planned
    """,
    "agreed to": """
        The parties agreed to meet on [Friday]. | planned 2022-01-14
        The coach threatened to resign on [Friday]. | planned 2022-01-14
    """,
    "upcoming": """
        Crowds gathered ahead of [Friday]'s vote. | planned 2022-01-14
        The upcoming session on [Friday] has drawn crowds. | planned 2022-01-14
    """,
    "by": """
        The union wants an answer by [Friday]. | planned
    """,
    "before": """
        The union wants an answer before [Friday]. | planned
    """,
    "has met": """
        The minister has met the envoy on [Monday]. | happened 2022-01-10
        By [Tuesday] three hundred people had fled. | happened 2022-01-11
    """,
    "was held": """
        The talks were held on [Monday]. | happened 2022-01-10
        The hall was full on [Monday]. | happened 2022-01-10
    """,
    "met": """
        The mayors met on [Monday]. | happened 2022-01-10
        [Monday]'s talks failed. | happened 2022-01-10
    """,
    "after": """
        After [Monday]'s talks, calm on the border. | happened 2022-01-10
        Since [Monday], calm on the border. | happened 2022-01-10
    """,
    "meets": """
        The mayors meet on [Friday]. | planned 2022-01-14
        The mayors are meeting on [Friday]. | planned 2022-01-14
        The truce expires on [Friday]. | planned 2022-01-14
    """,
}

# By rule: as above, the time in brackets being the one that the rule is about.
GOVERNED = {
    "the verb of its own clause governs a time": """
        The strike began on [Monday] and the court will sit on Friday. | met: happened 2022-01-10
        The strike began on Monday and the court will sit on [Friday]. | will: planned 2022-01-14
        The mayor, who arrived on [Monday], will speak on Friday. | met: happened 2022-01-10
        The mayor said on [Monday] that the port will open. | met: happened 2022-01-10
        The mayor said on Monday he would leave on [Friday]. | would: planned 2022-01-14
        The port will open, and on [Monday] the mayor signed the papers. | met: happened 2022-01-10
        The deal could collapse, the mayor said on [Monday]. | met: happened 2022-01-10
        The mayor asked on [Monday] if the port was open. | met: happened 2022-01-10
    """,
    "a plan that the sentence calls off is none": """
        The talks set for [Monday] were cancelled. | scheduled for: negated
        The vote planned for [Friday] will not take place. | scheduled for: negated
        The summit, set for [Friday], was postponed to March 3. | scheduled for: negated
        The vote due on [Friday] was brought forward. | scheduled for: negated
    """,
    "a plan under a condition is conditional": """
        The envoy will travel on [Friday], provided that the road is open. | will: conditional 2022-01-14
        Unless the road is closed, the team will leave on [Friday]. | will: conditional 2022-01-14
        If the road is open, the team will leave on [Friday]. | will: conditional 2022-01-14
    """,
    "a wish is no condition": """
        If only the talks on [Friday] were longer. | was held: happened 2022-01-07
    """,
    "what lies more than a year back is background": """
        The two sides met in [2014]. | met: background 2014
        The two sides never met in [2014]. | did not: negated 2014
        The two sides met in [2021]. | met: happened 2021
    """,
    "the date outweighs the verb": """
        The two sides met on [March 3, 2022]. | met: planned 2022-03-03
        The mayor said the port would open on [January 3, 2022]. | would: happened 2022-01-03
    """,
    "without a verb a time took place, unless it lies ahead": """
        Nothing new on [Tuesday, January 11]. | : happened 2022-01-11
        Nothing new on [Thursday, January 13]. | : planned 2022-01-13
    """,
}


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def marked(text: str) -> tuple[str, str, str]:
    """The cue of the time in brackets, its status, and its date where it is a day."""
    said = text[text.index("[") + 1 : text.index("]")]
    events = read_article((re.sub(r"[\[\]]", "", text),), WEDNESDAY, ENGLISH, LOOKUP).events
    event = next(event for event in events if event.said == said)
    date = event.date or ""
    return event.rules[1], event.status.value, "" if "/" in date else date


@pytest.mark.parametrize(("cue", "line"), [(cue, line) for cue, table in READ.items() for line in lines(table)])
def test_a_cue_tells_whether_it_took_place_and_on_which_side_of_today(cue: str, line: str) -> None:
    text, _, expected = line.partition(" | ")
    status, _, date = expected.partition(" ")
    assert marked(text) == (cue, status, date)


def test_every_cue_has_its_lines() -> None:
    assert list(READ) == list(dict.fromkeys(cue.name for cue in VERBS.cues))


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, table in GOVERNED.items() for line in lines(table)])
def test_of_several_verbs_the_one_that_governs_a_time_tells_of_it(rule: str, line: str) -> None:
    text, _, expected = line.partition(" | ")
    cue, _, rest = expected.partition(": ") if not expected.startswith(": ") else ("", "", expected[2:])
    status, _, date = rest.partition(" ")
    assert marked(text) == (cue, status, date), rule
