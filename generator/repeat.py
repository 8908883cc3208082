"""Tells a build that would change nothing, before it reads anything.

A build leaves a note beside the site: how all that it was made from looked to the file system, and what it told. Where
everything still looks so, and each file of the site is as it was left, the next build tells the same and is done. No
note is left of what was saved just before, and may have been saved again since without looking otherwise.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from generator.config import BuildOptions, Project
from generator.errors import Code, Position, Problem, Severity
from generator.files import Deed, digest_of, time_in, write_whole
from generator.program_digest import program_digest
from generator.publish.manifest import FOLDER, MANIFEST
from generator.publish.standing import standing
from generator.sources import TICK, Look, look
from generator.summary import Summary

NOTE = "last.json"
"""What the note is called, in the folder that is the tool's own."""


def unless_repeated(project: Project, options: BuildOptions, bring: Callable[[], Summary]) -> Summary:
    """What a build tells; `bring` does it where it cannot be told that it would change nothing."""
    before = _look(project, options)
    told = _recall(before, options) if before and options.cache else None
    if told and not (options.strict and told.warnings):
        return told
    begun = time_in(project.notes)
    summary = bring()
    manifest = options.out / FOLDER / MANIFEST
    if before is None or begun is None or before.changed + TICK >= begun:
        return summary
    if before == _look(project, options) and manifest.is_file():  # a build that converts seeds adds to it
        note = {"look": before.digest, "site": digest_of(manifest), "told": asdict(replace(summary, deeds={}))}
        write_whole(options.out / FOLDER / NOTE, json.dumps(note, ensure_ascii=False).encode())
    return summary


def _look(project: Project, options: BuildOptions) -> Look | None:
    """How the sources and all else that decides a site look; None where it cannot be told."""
    found = look((project.content, project.seeds, *project.layouts))
    if found is None:
        return None
    parts = (program_digest(), repr((options.out, options.base_url, options.search)), found.digest)
    return replace(found, digest=hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest())


def _recall(found: Look, options: BuildOptions) -> Summary | None:
    """What the last build told; None where something has changed since, or may have."""
    path = options.out / FOLDER / NOTE
    try:
        note = json.loads(path.read_bytes())
        site = standing(options.out) if note["look"] == found.digest else None
        if site is None or note["site"] != site.digest:
            return None
        return _summary(note["told"], site.names)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _summary(told: dict[str, Any], names: tuple[str, ...]) -> Summary:
    warnings = (_problem(**problem) for problem in told["warnings"])
    read = {"warnings": tuple(warnings), "drafts": tuple(told["drafts"]), "deeds": dict.fromkeys(names, Deed.UNCHANGED)}
    return Summary(**told | read)


def _problem(code: str, position: list[int], severity: str, **others: Any) -> Problem:  # noqa: ANN401 - the fields of JSON
    return Problem(code=Code(code), position=Position(*position), severity=Severity(severity), **others)
