"""`read_seed`: from the bytes of a raw article to its date and its paragraphs."""

import hashlib

import pytest

from generator.convert.faults import Fault, SeedError
from generator.convert.seed import Seed, read_seed
from generator.errors import Code

FRENCH = "date 2022-01 L’été, le pont « Neuf » relie les deux villes.\n\nIl a coûté 3 000 euros."
CYRILLIC = "date 2022-01 Міст з’єднує два міста.\n\nМост соединяет два города."

DATED = [
    (" date 2022-01 Text.", "2022-01"),
    ("date 2022-01-12 Text.", "2022-01-12"),
    ("date 2022 Text.", "2022"),
    ("Date 2022-01 Text.", "2022-01"),
    ("date: 2022-01 Text.", "2022-01"),
    ("date : 2022-01: Text.", "2022-01"),
    ("date 2022-01. Text.", "2022-01"),
    ("date 2022-01~ Text.", "2022-01~"),
    ("date 20XX Text.", "20XX"),
    ("date 2022-01-12T09:30 Text.", "2022-01-12"),
    ("date 2022-01\nText.", "2022-01"),
    ("date 2022-01\n\nText.", "2022-01"),
    ("date 2022-01\r\n\r\nText.", "2022-01"),
    ("\n\n date 2022-01 Text.", "2022-01"),
    ("2022\nText.", "2022"),
    ("2022-01\nText.", "2022-01"),
    (" 2022-01-12 \n\nText.", "2022-01-12"),
    ("2022-01~\nText.", "2022-01~"),
    ("2022-01-12/2022-01-14\nText.", "2022-01-12/2022-01-14"),
    ("date 2022-02-24/.. Text.", "2022-02-24/.."),
    ("date 2022-02-24/..: Text.", "2022-02-24/.."),
]

UNDATED = [
    "Text.",
    "Text of 2022-01.",
    "2022-01 was cold.",
    "2022 towns.",
    "dates 2022-01 and 2022-02.",
    "The date 2022-01.",
    "Text.\n\ndate 2022-01",
]

WRONG_DATES = [
    ("date 2022-13 Text.", "2022-13"),
    ("date 2022-02-30 Text.", "2022-02-30"),
    ("date 2022-1 Text.", "2022-1"),
    ("2022-13\n\nText.", "2022-13"),
    ("2022/01\n\nText.", "2022/01"),
]

ENCODED = {
    "utf-8": FRENCH.encode(),
    "utf-8 with a mark": FRENCH.encode("utf-8-sig"),
    "utf-16 little end first, with a mark": b"\xff\xfe" + FRENCH.encode("utf-16-le"),
    "utf-16 big end first, with a mark": b"\xfe\xff" + FRENCH.encode("utf-16-be"),
    "utf-16 little end first": FRENCH.encode("utf-16-le"),
    "utf-16 big end first": FRENCH.encode("utf-16-be"),
    "windows-1252": FRENCH.encode("windows-1252"),
}

NO_TEXT = [
    ("é\n\né\n".encode() + b"\xe9\n", 4, "some lines are UTF-8 and this one is not"),
    (b"a\n\xe9\n\n" + "é".encode(), 2, "some lines are UTF-8 and this one is not"),
    (b"one\ntwo\n\x81", 3, "neither UTF-8 nor Windows-1252"),
    (b"\xef\xbb\xbfone\n\xe9", 2, "no sound UTF-8"),
    (b"\xff\xfea\x00b", 1, "no sound UTF-16"),
    (b"text with\x00 one NUL byte in it", 1, "NUL bytes"),
    (b"\xef\xbb\xbftext with\x00 one NUL byte in it", 1, "NUL bytes"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1, "NUL bytes"),
]

HOLLOW = [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"date 2022-01", b" date 2022-01 \n\n", b"2022-01-12\n"]
HOLLOW += [b"date 2022-01 \f", "date 2022-01\n\u00a0\n".encode(), "\u2028".encode()]

PARAGRAPHS = {
    "empty lines part paragraphs": ("One.\n\nTwo.\n \t\n\n\nThree.", ("One.", "Two.", "Three.")),
    "a wrapped paragraph stays one": ("One two\nthree four\nfive.", ("One two\nthree four\nfive.",)),
    "wrapped lines between empty lines stay together": ("One.\nTwo.\n\nThree.", ("One.\nTwo.", "Three.")),
    "without empty lines a line that ends a sentence is a paragraph": (
        "One.\nTwo!\n“Three?”\n«Four…»",
        ("One.", "Two!", "“Three?”", "«Four…»"),
    ),
    "French guillemets end a sentence after a space": (
        "« Un. »\n« Deux !\u00a0»\nTrois.",
        ("« Un. »", "« Deux !\u00a0»", "Trois."),
    ),
    "German quotation marks end one too": ("„Eins.“\n„Zwei.“", ("„Eins.“", "„Zwei.“")),
    "so is a headline above such lines": ("Headline\nOne.\nTwo.", ("Headline", "One.", "Two.")),
    "Windows and old Mac line ends count as one": ("One.\r\n\r\nTwo.\r\rThree.", ("One.", "Two.", "Three.")),
    "page breaks and other line ends count too": (
        "One.\f\fTwo\u2028Three.\u2029\u2029Four.\v\vFive.",
        ("One.", "Two\nThree.", "Four.", "Five."),
    ),
    "a line of non-breaking spaces is empty": ("\u00a0\n\nOne.\n\u00a0\u202f\nTwo.\n\n\u00a0", ("One.", "Two.")),
    "a byline under a headline is a paragraph of its own": (
        "Le pont ouvre\nPar Jean Dupont\n\nUn.\nDeux.",
        ("Le pont ouvre", "Par Jean Dupont", "Un.\nDeux."),
    ),
    "so is a credit under the last sentence, and not inside one": (
        "Le pont\n\nUn.\nAvec l’AFP\n\nSelon\nAFP\net Reuters, deux.\nAFP",
        ("Le pont", "Un.", "Avec l’AFP", "Selon\nAFP\net Reuters, deux.", "AFP"),
    ),
    "blanks around lines are dropped": ("  One\t\n  two  \n\n\tThree ", ("One\ntwo", "Three")),
    "non-breaking spaces and marks are kept": (
        "«\u00a0Le pont\u202f!\u00a0» 100\u202f000 “a” ‘b’ — …\n\nFin.",
        ("«\u00a0Le pont\u202f!\u00a0» 100\u202f000 “a” ‘b’ — …", "Fin."),
    ),
}


def read(text: str) -> Seed:
    return read_seed("seed.txt", text.encode())


def refusal(data: bytes) -> Fault:
    with pytest.raises(SeedError) as caught:
        read_seed("seed.txt", data)
    return caught.value.fault


@pytest.mark.parametrize(("text", "date"), DATED)
def test_a_date_at_the_head_is_the_date_and_no_text(text: str, date: str) -> None:
    seed = read(text)
    assert str(seed.moment) == date
    assert seed.paragraphs == ("Text.",)


@pytest.mark.parametrize("text", UNDATED)
def test_a_date_elsewhere_is_text(text: str) -> None:
    seed = read(text)
    assert seed.moment is None
    assert "\n\n".join(seed.paragraphs) == text


@pytest.mark.parametrize(("text", "written"), WRONG_DATES)
def test_a_wrong_date_is_refused_as_written_with_advice(text: str, written: str) -> None:
    error = refusal(text.encode())
    assert error.code is Code.INVALID_DATE
    assert f"“{written}”" in error.message
    assert error.hint
    assert error.line == 1


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_text_is_the_same_in_every_encoding(data: bytes) -> None:
    seed = read_seed("seed.txt", data)
    assert str(seed.moment) == "2022-01"
    assert seed.paragraphs == tuple(FRENCH.removeprefix("date 2022-01 ").split("\n\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_cyrillic_is_read_in_every_unicode_encoding(encoding: str) -> None:
    seed = read_seed("seed.txt", CYRILLIC.encode(encoding))
    assert seed.paragraphs == tuple(CYRILLIC.removeprefix("date 2022-01 ").split("\n\n"))


@pytest.mark.parametrize(("data", "line", "message"), NO_TEXT)
def test_what_has_no_one_encoding_is_refused_with_its_line(data: bytes, line: int, message: str) -> None:
    error = refusal(data)
    assert error.code is Code.ENCODING
    assert error.line == line
    assert message in error.message


@pytest.mark.parametrize("data", HOLLOW)
def test_a_seed_without_text_is_refused(data: bytes) -> None:
    assert refusal(data).code is Code.HOLLOW_SEED


@pytest.mark.parametrize(("text", "paragraphs"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_seed_has_the_paragraphs_that_its_author_made(text: str, paragraphs: tuple[str, ...]) -> None:
    assert read(text).paragraphs == paragraphs


def test_a_seed_is_known_by_its_name_and_the_digest_of_its_bytes() -> None:
    data = FRENCH.encode("utf-16")
    seed = read_seed("pont.txt", data)
    assert (seed.file, seed.sha256) == ("pont.txt", hashlib.sha256(data).hexdigest())
