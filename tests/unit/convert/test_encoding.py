"""`decode`: bytes as text, or why they are none."""

import time

import pytest

from generator.convert.encoding import decode
from generator.convert.faults import Fault, SeedError
from generator.errors import Code

FRENCH = "L’été, le pont « Neuf » relie les deux villes : 3 000 € pour l’œuvre de Noël."
RUSSIAN = "Мост соединяет два города. «Обещание выполнено», — сказал глава № 1."
UKRAINIAN = "Міст з’єднує два міста, їхні мешканці раді: це п’ять хвилин, а не пів години."
MIXED = "Президент НАТО (NATO) приехал в Брюссель с Jens Stoltenberg."

ENCODED = {
    FRENCH: ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"],
    RUSSIAN: ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1251"],
    UKRAINIAN: ["utf-8", "utf-16-le", "utf-16-be", "windows-1251"],
    MIXED: ["utf-8", "utf-16-le", "windows-1251"],
}

NO_TEXT = {
    "a PDF": b"%PDF-1.4\nLe pont",
    "a Word or ZIP file": b"PK\x03\x04\x14\x00",
    "a rich text file": b"{\\rtf1 Le pont}",
    "a web page": b"\n<!DOCTYPE html><p>Le pont",
    "NUL bytes": b"\x7fELF\x00\x01\x02",
    "control characters": bytes(range(1, 32)) * 4,
    "no sound UTF-16": "le\nà".encode("utf-16") + b"\x00\xd8",
    "no sound UTF-32": "le".encode("utf-32") + b"\x00",
    "some lines are UTF-8": b"\xc3\xa9\n\xe9\n",
    "neither UTF-8 nor Windows-1252": b"pont \x81",
}


def refusal(data: bytes) -> Fault:
    with pytest.raises(SeedError) as caught:
        decode(data)
    return caught.value.fault


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in ENCODED.items() for encoding in encodings]
)
def test_a_text_is_the_same_in_every_encoding(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.doubt) == (text, None)


@pytest.mark.parametrize(("message", "data"), NO_TEXT.items(), ids=NO_TEXT)
def test_what_is_no_plain_text_is_named(message: str, data: bytes) -> None:
    fault = refusal(data)
    assert (fault.code, bool(fault.hint)) == (Code.ENCODING, True)
    assert message in fault.message


def test_a_surrogate_without_its_other_half_is_named_with_its_line() -> None:
    assert refusal("a\nb\n".encode("utf-16") + b"\x00\xd8a\x00").line == 3
    assert refusal(b"\xc3\xa9\na\n\xed\xa0\x80").line == 3


def test_a_code_page_that_leaves_signs_inside_of_words_is_doubted() -> None:
    found = decode("Pont\nPrzeciągał się".encode("windows-1250"))
    assert found.doubt
    assert (found.doubt.code, found.doubt.line) == (Code.ENCODING, 2)


def test_fifty_megabytes_in_one_line_are_read_in_seconds() -> None:
    start = time.monotonic()
    decode(b"Le pont ouvre. " * 3_500_000)
    assert time.monotonic() - start < 20
