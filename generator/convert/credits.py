"""Recognises what ends an article and is no paragraph of it: an agency's credit, an end mark."""

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
    "Interfax": r"Interfax",
    "TASS": r"TASS|ТАСС",
    "Ukrinform": r"Ukrinform|Укрінформ",
    "RIA Novosti": r"RIA[- ]Novosti|РИА Новости",
}
"""The name of each agency, and how it is written in credits."""

_ANY_AGENCY = "|".join(AGENCIES.values())
_ARTICLE = r"(?:l[’']|la |le |the )?"
_CREDIT = re.compile(
    r"[(\[–—-]*\s*"
    r"(?:(?:avec|par|source|sources|d[’']après|with|by|from|mit|con|за матеріалами|по материалам)\s*:?\s+)?"
    rf"{_ARTICLE}(?:{_ANY_AGENCY})"
    rf"(?:\s*(?:,|/|;|et|and|und|y|та|и|avec|with|-)\s*{_ARTICLE}(?:{_ANY_AGENCY}))*\s*[)\].]*",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"[-–—#*•_ ]+|[-–—]? ?30 ?[-–—]?")


def split_credits(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs without the credits and end marks after them, and the agencies these name, in order."""
    end = len(paragraphs)
    while end > 1 and (_CREDIT.fullmatch(paragraphs[end - 1]) or _END_MARK.fullmatch(paragraphs[end - 1])):
        end -= 1
    agencies: dict[str, None] = {}
    for line in paragraphs[end:]:
        found = ((match.start(), name) for name, form in AGENCIES.items() if (match := re.search(_whole(form), line)))
        agencies |= dict.fromkeys(name for _, name in sorted(found))
    return paragraphs[:end], tuple(agencies)


def _whole(form: str) -> str:
    return rf"(?i)(?<!\w)(?:{form})(?!\w)"
