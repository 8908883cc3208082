"""Each code of a fault has an explanation, and no explanation is of a code that is gone."""

import pytest

from generator.errors import Code, SettingsError
from generator.explanations import explanation, explanations


def test_each_code_is_explained_in_the_order_of_the_alphabet() -> None:
    assert [*explanations()] == sorted(code.value for code in Code)


def test_an_explanation_says_what_is_wrong_and_what_to_do() -> None:
    """In paragraphs of their own."""
    for code, text in explanations().items():
        assert len(text.split("\n\n")) >= 2, code
        assert text.endswith((".", "    The text.")), code


def test_the_nearest_code_is_named_where_there_is_none() -> None:
    with pytest.raises(SettingsError, match="no code “invalid-dat”; did you mean “invalid-date”"):
        explanation("invalid-dat")
