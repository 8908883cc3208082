"""The news agencies we know, and how articles write their names."""

import re

AGENCIES = {
    "Agence France-Presse": r"Agence France[- ]Presse|A\.?F\.?P\.?",
    "Associated Press": r"Associated Press|A\.?P\.?",
    "Reuters": r"(?:Agence )?Reuters",
    "La Presse canadienne": r"La Presse canadienne|The Canadian Press",
    "Deutsche Presse-Agentur": r"Deutsche Presse-Agentur|dpa",
    "EFE": r"(?:Agencia )?EFE",
    "Belga": r"Belga",
    "Keystone-ATS": r"Keystone-ATS|ATS",
    "ANSA": r"ANSA",
    "ANP": r"ANP",
    "Interfax": r"Interfax|Интерфакс",
    "TASS": r"TASS|ТАСС",
    "Ukrinform": r"Ukrinform|Укрінформ",
    "RIA Novosti": r"RIA[- ]Novosti|РИА Новости",
}
"""The name of each agency, and how it is written in credits."""

ANY_AGENCY = rf"(?:{'|'.join(AGENCIES.values())})"
_ARTICLE = r"(?:l[’']|la |le |the )?"
AGENCY_LIST = (
    rf"{_ARTICLE}{ANY_AGENCY}(?:\s*(?:,|/|;|et|and|und|y|e|en|та|і|и|avec|with|-)\s*{_ARTICLE}{ANY_AGENCY}){{0,5}}"
)
"""One agency or several, as a part of a pattern that ignores case."""

_FORMS = {name: re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for name, form in AGENCIES.items()}


def agencies_in(text: str) -> list[str]:
    """The agencies a credit names, in its order."""
    if not text:
        return []
    found = ((match.start(), name) for name, form in _FORMS.items() if (match := form.search(text)))
    return [name for _, name in sorted(found)]
