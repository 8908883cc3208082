"""What a person should look at in a draft: names that the gazetteer lacks, dates that contradict themselves."""

from collections.abc import Iterator

from generator.convert.draft import Draft
from generator.convert.faults import Fault
from generator.convert.reading.read import Findings
from generator.errors import Code
from generator.text import slugify


def doubts_of(found: Draft) -> Iterator[Fault]:
    """What a person should look at in a draft, each with what to do."""
    if found.findings:
        yield from left_open(found.findings, found.lang or "")
    elif found.lang:
        yield _not_read(found.lang)


def foreign(lang: str | None) -> Fault:
    """Why a draft has the site's language instead of its own."""
    if lang is None:
        message, hint = "the seed’s language could not be told", "write lang: into the entry"
    else:
        message = f"the seed seems to be in the language {lang}, which is none of this site"
        hint = f"add {lang} to languages in site.yaml, and write lang: {lang} into the entry"
    return Fault(Code.UNKNOWN_LANGUAGE, message, hint)


def left_open(findings: Findings, lang: str) -> Iterator[Fault]:
    """What the text of an article leaves open, or gets wrong."""
    for event in findings.events:
        if event.fault:
            message = f"“{event.said}” cannot be: {event.fault}"
            yield Fault(Code.CONTRADICTORY_DATE, message, "find out the day, and write it into the entry’s events")
    for surname, ids in findings.ambiguous.items():
        message = f"“{surname}” may be {' or '.join(ids)}"
        yield Fault(Code.AMBIGUOUS_NAME, message, "write the right one under actors")
    for name in findings.unknown:
        line = f"{slugify(name)}: {{kind: person, name: {{{lang}: {name}}}}}"
        hint = f"if it is somebody, add to actors.yaml: {line}"
        yield Fault(Code.UNKNOWN_NAME, f"“{name}” is not in the gazetteer", hint)


def _not_read(lang: str) -> Fault:
    """Why an article has no events, quotes or names: there is no grammar of its language."""
    message = f"events, quotes and names are not looked for in the language {lang}"
    return Fault(Code.UNREAD_LANGUAGE, message, "write them into the entry, as far as you want them")
