"""`find_headline`: the title and summary that an article gives itself."""

import pytest

from generator.convert.headline import Headline, find_headline

START = "Le nouveau pont relie les deux villes depuis hier matin"
NINETY = f"{START} malgré la pluie et le vent du nord"
SHORT = "Le pont ouvre"
SECOND = "Il a coûté cher."


def test_a_short_first_sentence_is_the_title_without_its_full_stop_and_stays_in_the_text() -> None:
    found = find_headline((f"{SHORT}. {SECOND}", "Fin."))
    assert (found.title, found.summary) == (SHORT, SECOND)
    assert found.paragraphs == (f"{SHORT}. {SECOND}", "Fin.")


@pytest.mark.parametrize("sentence", ["Le pont ouvre !", "Le pont ouvre…", "Le pont ouvre...", "«Le pont ouvre.»"])
def test_other_end_marks_stay_in_the_title(sentence: str) -> None:
    assert find_headline((sentence, "Fin.")).title == sentence


def test_a_sentence_of_ninety_characters_is_not_cut_and_one_more_is() -> None:
    assert find_headline((f"{NINETY}.",)).title == NINETY
    assert find_headline((f"{NINETY}s.",)).title == f"{START} malgré la pluie et le vent du…"


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        (" malgré la pluie et le vent venu du nord.", " malgré la pluie et le vent venu"),
        (" malgré la pluie et le vent, septentrional comme toujours.", " malgré la pluie et le vent"),
        (" « oui et encore oui et toujours oui » à la ville.", ""),
        (" “yes and yes again and always yes” to the town.", ""),
        (" „ja und noch einmal ja und immer ja“ zur Stadt.", ""),
        (' "yes and yes again and always yes" to the town.', ""),
        (" (oui et encore oui et toujours oui) à la ville.", ""),
    ],
)
def test_a_long_sentence_is_cut_between_words_and_never_inside_marks(end: str, kept: str) -> None:
    found = find_headline((START + end,))
    assert found.title == f"{START}{kept}…"
    assert found.summary == START + end, "the summary says what the cut title does not"


def test_a_cut_sentence_that_ends_in_an_ellipsis_is_cut_all_the_same() -> None:
    sentence = f"{START} malgré la pluie et le vent venu du nord…"
    assert find_headline((f"{sentence} Fin.",)).summary == f"{sentence} Fin."


@pytest.mark.parametrize("end", ["", ",", " -"])
def test_a_first_line_without_an_end_mark_is_a_headline_and_leaves_the_text(end: str) -> None:
    found = find_headline((f"{SHORT}{end}", SECOND, "Fin."))
    assert (found.title, found.summary, found.paragraphs) == (f"{SHORT}{end}", SECOND, (SECOND, "Fin."))


@pytest.mark.parametrize(
    "first",
    ["Qui a peur du pont\u202f?", "Le pont !", "Le maire : « Oui »", "“Yes”", '"Yes"', "„Ja“", "Le pont (neuf)"],
)
def test_a_headline_may_ask_exclaim_or_quote(first: str) -> None:
    found = find_headline((first, SECOND, "Fin."))
    assert (found.title, found.paragraphs) == (first, (SECOND, "Fin."))


@pytest.mark.parametrize("first", ["Le pont ouvre.", "Le pont :", "Et puis…", "« Le pont ouvre. »", "“It opens.”"])
def test_a_first_line_that_ends_like_a_paragraph_stays_in_the_text(first: str) -> None:
    assert find_headline((first, SECOND)).paragraphs == (first, SECOND)


@pytest.mark.parametrize("above", ["Par Jean Dupont", "BRUXELLES, 12 janvier (Reuters)", "À lire aussi : le tunnel"])
def test_boilerplate_above_is_neither_title_nor_summary_and_stays(above: str) -> None:
    assert find_headline((above, SHORT, SECOND)) == Headline(SHORT, SECOND, (above, SECOND))
    assert find_headline((SHORT, above, SECOND)) == Headline(SHORT, SECOND, (above, SECOND))
    assert find_headline((above, f"{SHORT}. {SECOND}")).title == SHORT


@pytest.mark.parametrize("dateline", ["BRUXELLES, 12 janvier (Reuters) - ", "BRUSSELS (AP) — ", "(Bruxelles) "])
def test_a_dateline_is_no_part_of_title_or_summary(dateline: str) -> None:
    paragraph = f"{dateline}{SHORT}. {SECOND}"
    assert find_headline((paragraph,)) == Headline(SHORT, SECOND, (paragraph,))
    assert find_headline((SHORT, dateline + SECOND)).summary == SECOND


def test_a_text_of_boilerplate_alone_still_has_a_title() -> None:
    assert find_headline(("Par Jean Dupont", "AFP")).title == "Par Jean Dupont"
    assert find_headline(("BRUXELLES, 12 janvier (Reuters) -",)).title == "BRUXELLES, 12 janvier (Reuters) -"


def test_a_first_line_too_long_for_a_headline_stays_in_the_text() -> None:
    assert find_headline((NINETY, SECOND)).paragraphs == (SECOND,)
    assert find_headline((f"{NINETY}s", SECOND)).paragraphs == (f"{NINETY}s", SECOND)


def test_a_headline_needs_a_text_below_it() -> None:
    found = find_headline((SHORT,))
    assert (found.title, found.summary, found.paragraphs) == (SHORT, None, (SHORT,))


def test_a_title_and_summary_are_one_line_with_its_non_breaking_spaces() -> None:
    found = find_headline(("Le pont\nouvre\u202f! Il\n a coûté\u00a03\u202f000\u00a0euros.",))
    assert (found.title, found.summary) == ("Le pont ouvre\u202f!", "Il a coûté\u00a03\u202f000\u00a0euros.")


def test_the_next_paragraph_gives_the_summary_where_the_first_is_the_title() -> None:
    assert find_headline((f"{SHORT}.", SECOND, "Fin.")).summary == SECOND


@pytest.mark.parametrize(
    ("lengths", "kept"),
    [
        ((100, 50, 20), 3),  # until more than half the room is taken
        ((100, 100, 20), 2),
        ((161, 20), 1),
        ((160, 159), 2),  # 320 characters with the space between
        ((160, 160), 1),
    ],
)
def test_the_summary_is_as_many_whole_sentences_as_are_short_enough(lengths: tuple[int, ...], kept: int) -> None:
    following = ["A" + "b" * (length - 2) + "." for length in lengths]
    assert find_headline((f"{SHORT}.", " ".join(following))).summary == " ".join(following[:kept])


def test_a_summary_of_one_long_sentence_is_cut_between_words() -> None:
    summary = find_headline((f"{SHORT}.", "Mot " * 100)).summary
    assert summary == ("Mot " * 79).strip() + "…"
