"""`split_credits`: what stands above and below an article, and the agencies it names."""

import pytest

from generator.convert.credits import split_credits

TEXT = ("Le pont ouvre.", "Il a coûté cher.")
AFP, AP, DPA = "Agence France-Presse", "Associated Press", "Deutsche Presse-Agentur"

CREDITS = [
    ("Avec l’Agence France-Presse", [AFP]),
    ("Avec l'AFP", [AFP]),
    ("Par A.F.P.", [AFP]),
    ("D’après l’AFP", [AFP]),
    ("D'après l'AFP", [AFP]),
    ("-- AFP", [AFP]),
    ("Source : AFP", [AFP]),
    ("Source\u00a0: La Presse canadienne", ["La Presse canadienne"]),
    ("Avec l’AFP, l’AP et Reuters.", [AFP, AP, "Reuters"]),
    ("Reuters et Agence France-Presse", ["Reuters", AFP]),
    ("EFE/AFP", ["EFE", AFP]),
    ("By The Associated Press", [AP]),
    ("With Reuters and AP", ["Reuters", AP]),
    ("from the Canadian Press", ["La Presse canadienne"]),
    ("Sources: Belga, Keystone-ATS", ["Belga", "Keystone-ATS"]),
    ("Mit dpa und AFP", [DPA, AFP]),
    ("Deutsche Presse-Agentur", [DPA]),
    ("Con EFE", ["EFE"]),
    ("За матеріалами Укрінформ", ["Ukrinform"]),
    ("По материалам ТАСС и РИА Новости", ["TASS", "RIA Novosti"]),
    ("(AFP)", [AFP]),
    ("[Reuters]", ["Reuters"]),
    ("(Avec l’AFP.)", [AFP]),
    ("– AFP", [AFP]),
    ("afp", [AFP]),
]

END_MARKS = ["###", "# # #", "-30-", "- 30 -", "– 30 –", "—30—", "30", "***", "* * *", "---", "—", "•", "___"]

SENTENCES = [
    "L’AFP annonce la fin des travaux.",
    "C’est ce que rapporte l’AFP.",
    "Reuters said so on Monday",
    "Avec l’AFP, la mairie se tait",
    "AP Dupont",
    "Fin",
    "# Fin",
    "30 euros",
    "300",
]


@pytest.mark.parametrize(("line", "agencies"), CREDITS)
def test_a_credit_is_taken_away_and_its_agencies_named_in_its_order(line: str, agencies: list[str]) -> None:
    assert split_credits((*TEXT, line)) == (TEXT, tuple(agencies))


@pytest.mark.parametrize("mark", END_MARKS)
def test_an_end_mark_is_taken_away_and_names_nobody(mark: str) -> None:
    assert split_credits((*TEXT, mark)) == (TEXT, ())


@pytest.mark.parametrize("last", SENTENCES)
def test_any_other_last_line_is_text(last: str) -> None:
    assert split_credits((*TEXT, last)) == ((*TEXT, last), ())


@pytest.mark.parametrize("ending", [("(AFP)", "###"), ("-30-", "AFP"), ("***", "AFP", "AFP")])
def test_credits_and_end_marks_may_follow_one_another(ending: tuple[str, ...]) -> None:
    assert split_credits((*TEXT, *ending)) == (TEXT, (AFP,))


@pytest.mark.parametrize(("line", "agencies"), [("AFP", (AFP,)), ("***", ()), ("Photo : X / AFP", ())])
def test_boilerplate_above_or_below_goes_and_within_the_text_stays(line: str, agencies: tuple[str, ...]) -> None:
    assert split_credits((line, *TEXT, line)) == (TEXT, agencies)
    assert split_credits((TEXT[0], line, TEXT[1])) == ((TEXT[0], line, TEXT[1]), agencies)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Jean Dupont avec AFP", (AFP,)),
        ("Par Jean Dupont, avec l’AFP et Reuters", (AFP, "Reuters")),
        ("BRUSSELS (AP) — The bridge is open.", (AP,)),
        ("BRUXELLES, 12 janvier (Reuters) - Le pont ouvre.", ("Reuters",)),
        ("Par Jean Dupont", ()),
    ],
)
def test_bylines_and_datelines_stay_and_name_their_agencies(line: str, agencies: tuple[str, ...]) -> None:
    assert split_credits((line, *TEXT)) == ((line, *TEXT), agencies)
    assert split_credits((*TEXT, line)) == ((*TEXT, line), agencies)


@pytest.mark.parametrize("only", ["Avec l’AFP", "###"])
def test_the_only_paragraph_is_never_taken_away(only: str) -> None:
    assert split_credits((only,))[0] == (only,)
    assert split_credits((only, only))[0] == (only,)
