"""How English names times: a line for every rule, and one for what only looks like it."""

import re

import pytest

from generator.convert.grammars.english import english
from generator.convert.grammars.english.times import TIMES
from generator.convert.reading.article import lay_out
from generator.convert.reading.events import Reported
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.mentions import find_mentions
from generator.convert.reading.read import read_article
from generator.dates import parse
from generator.model import Gazetteer

WEDNESDAY = "2022-01-12"
ENGLISH = english()
LOOKUP = Lookup(Gazetteer({}, {}, {}, {}, {}), ENGLISH)

# By rule: in brackets the words that name a time, after the stroke the day and the date; the header is WEDNESDAY.
FOUND = {
    "January 10 to 13": """
        The talks ran from [January 10 to 13] in the old customs house. | - 2022-01-10/2022-01-13
        Envoys will gather from [January 31 to February 2]. | - 2022-01-31/2022-02-02
        The fleet trained between [Monday, January 3 and Friday, January 7]. | - 2022-01-03/2022-01-07
        The fair closed after [Oct. 4–6, 2021], its shortest run. | - 2021-10-04/2021-10-06
    """,
    "10 to 13 January": """
        The games will run from [4-20 February] in the capital. | - 2022-02-04/2022-02-20
        Deputies sat from [28 December to 3 January]. | - 2021-12-28/2022-01-03
    """,
    "Wednesday, January 12, 2022": """
        The summit opened on [Wednesday, January 12, 2022], under heavy guard. | +0 2022-01-12
        The ship left on [Jan. 5] after a week in port. | -7 2022-01-05
        The court will rule on [March 3rd, 2022]. | +50 2022-03-03
        The mayor will speak on [Sept. 2]. | +233 2022-09-02
    """,
    "Wednesday 12 January 2022": """
        The envoy spoke on [Wednesday 5 January]. | -7 2022-01-05
        He landed on [the 3rd of January]. | -9 2022-01-03
        The pact was signed on [5 September 1997]. | -8895 1997-09-05
    """,
    "January 2022": """
        The bridge was closed in [November 2021]. | - 2021-11
        The port will open by [late March 2022]. | - 2022-03
        The harbour froze at [the end of December, 2021]. | - 2021-12
    """,
    "in January": """
        The talks began in [December]. | - 2021-12
        A vote is due in [early March]. | - 2022-03
        The border has been shut since last [June]. | - 2021-06
        The leaders are to meet next [May]. | - 2022-05
    """,
    "in the spring of 2022": """
        The hall was built in the [spring of 2014]. | - 2014-21
        The budget was cut in [fall 2021]. | - 2021-23
    """,
    "in 2014": """
        The party split in [2014], and never healed. | - 2014
        In [2000] the party split. | - 2000
    """,
    "early 2022": """
        The rules, [late 2020], were never read. | - 2020
        Work begins [early 2023]. | - 2023
    """,
    "the 2008 summit": """
        The alliance made the pledge at its [2008] summit. | - 2008
    """,
    "the 1990s": """
        Factories closed in [the 1990s]. | - 199X
        [The late 1980s] brought a thaw. | - 198X
    """,
    "last week": """
        Ministers met [last week]. | - 2022-01-02/2022-01-09
        The court will sit [next week]. | - 2022-01-16/2022-01-23
        [Earlier this month] the bank cut its rate. | - 2022-01
        The team returns [early next year]. | - 2023
        The crew slept [last weekend]. | - 2022-01-08/2022-01-09
    """,
    "over the weekend": """
        Shells fell [over the weekend]. | - 2022-01-08/2022-01-09
        The choir will sing [at the weekend]. | - 2022-01-15/2022-01-16
    """,
    "the end of the week": """
        The army will leave by [the end of the week]. | - 2022-01-09/2022-01-16
    """,
    "the end of the month": """
        A report is due at [the end of the month]. | - 2022-01
    """,
    "the end of the year": """
        Work will finish by [the end of the year]. | - 2022
    """,
    "three days ago": """
        He resigned [three days ago]. | -3 2022-01-09
        She left [two weeks ago]. | - 2021-12/2022-01
        The mine shut [a year ago]. | - 2020-01/2022-01
    """,
    "in three days": """
        The ship will dock [in three days]. | +3 2022-01-15
        The ship will dock [within two weeks]. | - 2022-01/2022-02
    """,
    "three days later": """
        The crew landed on January 5. [Two days earlier] a storm had hit the bay. | -9 2022-01-03
        The ship sank in January. [Three days later] the search ended. | - -
    """,
    "the day before yesterday": """
        He flew out [the day before yesterday]. | -2 2022-01-10
    """,
    "the day after tomorrow": """
        He flies out [the day after tomorrow]. | +2 2022-01-14
    """,
    "last night": """
        The guns fell silent [last night]. | -1 2022-01-11
    """,
    "yesterday": """
        [Yesterday morning] the train stopped. | -1 2022-01-11
    """,
    "tomorrow": """
        The choir will sing [tomorrow]. | +1 2022-01-13
    """,
    "today": """
        The court ruled [today]. | +0 2022-01-12
        The council meets [this afternoon]. | +0 2022-01-12
        The mayor resigned [earlier today]. | +0 2022-01-12
        The choir will sing [tonight]. | +0 2022-01-12
    """,
    "later in the day": """
        The ministers met on Monday. [Later in the day] the envoy left. | - -
        The ministers met on Monday. [Later that evening] the envoy left. | - -
    """,
    "the day before": """
        The ministers met on Monday. [The night before], the river had frozen. | -3 2022-01-09
        The ministers met on Monday. The envoy had left [the previous evening]. | -3 2022-01-09
    """,
    "the next day": """
        The ministers met on Monday. [The next day] they flew home. | -1 2022-01-11
        The ministers met on Monday. [The following morning] they flew home. | -1 2022-01-11
    """,
    "the same day": """
        The ministers met on Monday. [The same day] the bank opened. | -2 2022-01-10
    """,
    "the following week": """
        The ministers met on Monday. [The following week] the river froze. | - -
        The ministers met on Monday. [Days later] the river froze. | - -
    """,
    "Thursday and Friday": """
        The panel met on [Thursday and Friday]. | - 2022-01-06/2022-01-07
        The team will train from [Monday to Thursday]. | - 2022-01-17/2022-01-20
    """,
    "Wednesday": """
        The minister resigned on [Wednesday]. | +0 2022-01-12
        The minister resigned on [Monday evening]. | -2 2022-01-10
        The mayor will speak on [Friday]. | +2 2022-01-14
        Next [Tuesday] the court will rule. | +6 2022-01-18
        Last [Friday] the pipeline was shut. | -5 2022-01-07
        The pipeline was shut last [Monday]. | - 2022-01-03/2022-01-10
    """,
}

ONLY_LOOKS_LIKE_A_TIME = """
    Sales rose on Black Friday.
    The families of Bloody Sunday were heard at last.
    The Sunday Times and the Daily Mail reported the find.
    The Sunday Mirror printed her letter.
    It was a windless Sunday on the bay.
    The treaty was signed on a Friday.
    The drill was held every Monday.
    The ministers may march to the port.
    Rebels march on the capital, and may reach it.
    Recruits march 20 miles before dawn.
    The post-Monday mood was grim on the Sunday-only ferry.
    May was the leader of the house then.
    April Jones spoke to reporters.
    The clock stopped for ten seconds.
    The striker scored in the 2nd minute and came 3rd.
    The council adopted Resolution 2202 without a vote.
    Some 2,000 troops crossed the river in 300 trucks.
    The government has a plan called Agenda 2030.
    The novel is set in Room 1984.
    Growth reached 2020%.
    In 2000 villages the lights went out.
    That was the view of today's Russia.
    In today’s Russia, such letters were read aloud.
    Shelling has grown in the last week.
    Prices have doubled over the past year.
    The 12-year-old boy was found alive.
    The two-week truce held.
    A weekend-long drill tired the crew.
    The pilot flew from day to day.
    The delegates looked forward to the next day of talks.
    “We leave on Friday, January 14, and not tomorrow,” the captain said.
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def read(text: str, header: str | None = WEDNESDAY) -> tuple[Reported, ...]:
    return read_article(tuple(text.split("¶")), parse(header) if header else None, ENGLISH, LOOKUP).events


def day_and_date(event: Reported) -> str:
    return f"{'-' if event.day is None else format(event.day, '+')} {event.date or '-'}"


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, table in FOUND.items() for line in lines(table)])
def test_a_rule_finds_the_words_and_gives_the_day_and_the_date_that_the_header_allows(rule: str, line: str) -> None:
    text, _, expected = line.partition(" | ")
    event = read(re.sub(r"[\[\]]", "", text))[-1]
    assert (event.said, event.mention.rule) == (*re.findall(r"\[(.*)\]", text), rule)
    assert day_and_date(event) == expected


def test_every_rule_has_its_lines() -> None:
    assert list(FOUND) == [rule.name for rule in TIMES.rules]


@pytest.mark.parametrize("name", FOUND)
def test_the_name_of_a_rule_is_an_example_of_it(name: str) -> None:
    (paragraph,) = lay_out((f"They met {name}.",), ENGLISH.speech.interruption)
    assert [mention.rule for mention in find_mentions(paragraph, TIMES)] == [name]


@pytest.mark.parametrize("text", lines(ONLY_LOOKS_LIKE_A_TIME))
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [event.said for event in read(text)] == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("2022-01-12", "-1 2022-01-11"),
        ("2022-01", "-1 2021-12/2022-01"),
        ("2022", "-1 2021/2022"),
        (None, "-1 -"),
    ],
)
def test_yesterday_is_no_finer_than_the_header(header: str | None, expected: str) -> None:
    (event,) = read("The court ruled yesterday.", header)
    assert day_and_date(event) == expected


@pytest.mark.parametrize("header", ["2022-01-12", "2022", None])
def test_a_whole_date_in_the_text_needs_no_header(header: str | None) -> None:
    (event,) = read("The pact was signed on 5 September 1997.", header)
    assert event.date == "1997-09-05"


def test_a_dateline_gives_the_day_that_the_header_leaves_open() -> None:
    (event,) = read("LISBON, Jan 12 (Reuters) - The dockers went on strike on Monday.", "2022-01")
    assert (event.said, day_and_date(event)) == ("Monday", "-2 2022-01-10")


@pytest.mark.parametrize(
    ("text", "date", "fault"),
    [
        ("On Tuesday, January 12, 2022, the ship sailed.", "2022-01", "2022-01-12 is not that day of the week"),
        ("The ship sailed on February 30, 2021.", "2021-02", "the month has days 1 to 28"),
        ("The ship sailed on February 30.", None, "no year near has this day"),
        ("The ship sailed between January 9 and 3.", None, "it ends before it begins"),
    ],
)
def test_a_date_that_cannot_be_keeps_what_can_still_be_said(text: str, date: str | None, fault: str) -> None:
    (event,) = read(text)
    assert (event.day, event.date, event.fault) == (None, date, fault)
