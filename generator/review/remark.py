"""What a rule for editors says."""

from dataclasses import dataclass

from generator.model import Text


@dataclass(frozen=True, slots=True)
class Remark:
    """What an editor should look at, and what to do. It stands at a field of a text, or at the text's beginning where
    that does not have the field."""

    text: Text
    field: str
    message: str
    hint: str
