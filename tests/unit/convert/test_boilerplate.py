"""`boilerplate`: what stands about an article and is no paragraph of it, rule by rule, and what only looks like it."""

import time

import pytest

from generator.convert.boilerplate import RULES, boilerplate

KNOWN = {
    "end-mark": ["###", "-30-", "FIN", "ENDS", "(FIN)", "/ENDE/", "***", "ap/dj", "jd/ab/mc", "- - -"],
    "credit": [
        "Avec l'Agence France-Presse",
        "Avec l’AFP et Reuters",
        "(AFP)",
        "By The Associated Press",
        "Reporting by Jane Doe and John Smith; Editing by Mary J. Hollis",
    ],
    "byline": [
        "Par Jean Dupont",
        "Par Jean-Pierre de la Tour et Marie Durand",
        "PAR JEAN DUPONT",
        "Par Jean Dupont, à Bruxelles",
        "Par Jean Dupont (Bruxelles, correspondant)",
        "Par Jean Dupont, envoyé spécial à Kiev",
        "By Jane Doe in Brussels",
        "By Jane Doe and John Smith",
        "By Jane Doe, BBC News",
        "Von Max Mustermann, Berlin",
        "Por Juan Pérez",
        "Автор: Иван Петров",
        "Jean Dupont avec AFP",
        "Jean Dupont, avec l’AFP",
        "Jane Doe, Associated Press",
    ],
    "dateline": ["BRUXELLES, 12 janvier (Reuters) -", "BRUSSELS (AP) —", "(Bruxelles)", "KYIV, Ukraine (AP)"],
    "picture": [
        "Photo : X / AFP",
        "Photo: REUTERS/Jane Doe",
        "Photo : Jean Dupont",
        "Crédit photo : Jean Dupont / AFP",
        "Photo © Jean Dupont",
        "(Photo by Jane Doe/Getty Images)",
        "(Photo par Jean Dupont, AFP)",
        "JEAN DUPONT / AFP",
        "AFP/Jean Dupont",
    ],
    "copyright": ["© Le Journal", "© 2022 AFP", "(c) 2022 AFP", "Copyright 2022 The Paper. All rights reserved."],
    "pointer": [
        "À lire aussi : Le tunnel ouvre",
        "A lire aussi - Le tunnel",
        "Lire aussi",
        "LIRE AUSSI : le tunnel ouvre-t-il ?",
        "Lire aussi | Le tunnel ouvre",
        "Lire aussi Le tunnel ouvre demain",
        "Lire aussi « Le tunnel ouvre »",
        "À voir : le tunnel en images",
        "Read also",
        "Read more: The tunnel opens",
        "READ MORE",
        "See also: The tunnel.",
        "Related: The tunnel",
        "Lesen Sie auch: Der Tunnel",
        "Читайте также: Туннель",
        "Читайте також: Тунель",
    ],
    "subscription": [
        "Cet article est réservé aux abonnés",
        "Cet article est réservé aux abonnés.",
        "Article réservé à nos abonnés",
        "Subscribe to continue",
        "Subscribe to continue reading this article.",
        "Il vous reste 63 % de cet article",
        "Il vous reste 63.5\u00a0% de cet article à lire. La suite est réservée aux abonnés.",
        "Abonnez-vous pour lire la suite",
        "Already a subscriber? Log in",
        "Sign up for our daily newsletter",
    ],
    "stamp": [
        "Publié le 12 janvier 2022 à 10h00",
        "Mis à jour le 12/01/2022",
        "Published 12 January 2022",
        "Last updated on January 12, 2022 at 10:30 a.m.",
        "Veröffentlicht am 12. Januar 2022",
    ],
}

TEXT = [
    "Lire aussi entre les lignes de ce discours, c’est…",
    "Lire aussi entre les lignes de ce discours, c’est comprendre ce qu’il tait.",
    "Lire aussi Poutine dans le texte permet de comprendre.",
    "Lire la suite de l’histoire demande du temps.",
    "Read more books, he told them.",
    "See also what she had to say on the matter.",
    "Related matters were discussed.",
    "Fin",
    "Fin des travaux",
    "Ends and means",
    "Par deux fois, le pont a cédé.",
    "Par Jean Dupont, le maire, la ville a appris la nouvelle.",
    "Par Toutatis",
    "By Monday, the bridge was open.",
    "By the time Jane Doe arrived, it was open.",
    "Von Anfang an war der Plan teuer.",
    "Jean Dupont",
    "Jean Dupont, maire de Valmont",
    "L’AFP annonce la fin des travaux.",
    "Reuters said so on Monday",
    "Photo de groupe sur le pont",
    "Photo : le pont vu du nord. Il mesure 84 mètres.",
    "Copyright law was changed in May.",
    "Subscribe to that view and you are lost.",
    "Subscribe to continue, they said; nobody did, and the paper closed.",
    "Sign up for the army, he told them.",
    "Cet article est réservé aux abonnés, a répondu le journal, qui refuse de le publier.",
    "Il vous reste 63 % de cet article à payer, a dit le vendeur en riant.",
    "Publié le 12 janvier 2022, le rapport dénonce l’abandon du pont.",
    "Published in 2022, the report was forgotten.",
    "(Presque) tous les ponts",
    "BRUXELLES (AP) — The bridge is open.",
    "OTAN 30 pays",
    "30 ponts",
]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in KNOWN.items() for line in lines])
def test_each_rule_knows_its_lines(rule: str, line: str) -> None:
    assert boilerplate(line) == rule
    assert boilerplate("  " + line.replace(" ", "\n", 1)) == rule, "line breaks make no difference"


@pytest.mark.parametrize("line", TEXT)
def test_a_sentence_or_headline_is_text(line: str) -> None:
    assert boilerplate(line) is None


@pytest.mark.parametrize("line", [line for lines in KNOWN.values() for line in lines])
def test_a_line_with_a_sentence_about_it_is_text(line: str) -> None:
    assert boilerplate(f"Hier, le pont a été ouvert. {line} Et puis le maire est parti chez lui.") is None


def test_every_rule_has_its_examples() -> None:
    assert [name for name, _ in RULES] == list(KNOWN)


@pytest.mark.parametrize("unit", ["Par Jean de la ", "A ", "À lire aussi ", "AFP, ", "a/", "Photo : X / ", "- ", "A’"])
def test_no_line_takes_long(unit: str) -> None:
    start = time.monotonic()
    boilerplate((unit * 250)[:250])
    boilerplate((unit * 250)[:249] + "!")
    assert time.monotonic() - start < 1
