"""Articles as a whole, however long."""

from generator.convert.reading.read import Reader
from generator.dates import parse
from generator.model import Gazetteer

SENTENCE = "Le ministre a salué mardi la décision, que les autres États de l’Union attendaient depuis longtemps. "


def test_a_paragraph_of_hundreds_of_kilobytes_is_read_to_its_end() -> None:
    """Read at once it would take minutes, since what stands in a paragraph is looked for all over it."""
    paragraph = SENTENCE * 3000 + "« Nous verrons bien jeudi », a déclaré Léa Marchand."
    findings = Reader(Gazetteer({}, {}, {}, {}, {})).read((paragraph,), parse("2022-01-12"), "fr")
    assert findings
    assert [event.date for event in findings.events] == ["2022-01-11"] * 3000
    assert [(quote.text, quote.speaker) for quote in findings.quotes] == [("Nous verrons bien jeudi", "Léa Marchand")]
