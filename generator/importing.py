"""Brings a timeline or a blog from elsewhere together with the project that is to take it.

It stands beside the stages of a build, which need nothing of what reads foreign files.
"""

from pathlib import Path

from generator.config import Project
from generator.errors import SettingsError
from generator.intake import intake
from generator.intake.outcome import Intake, Setting
from generator.load.content import Content, load
from generator.report import suggestion


def take_foreign(project: Project, path: Path, lang: str | None, today: str) -> Intake:
    """What would become of a timeline or a blog from elsewhere; `intake.write` writes it.

    Raises `ContentError`, also where the content is not sound, and `SettingsError` for a language that it lacks and for
    a folder that holds the content, or lies in it.
    """
    if project.content.is_relative_to(path) or path.is_relative_to(project.content):
        cure = "name a folder that has posts alone, and lies elsewhere"
        raise SettingsError(f"{path} holds entries of this project, which would be doubled: {cure}")
    content = load(project)
    languages = content.site.languages
    if lang and lang not in languages:
        raise SettingsError(f"“{lang}” is no language of this site (site.yaml): {suggestion(lang, languages)}")
    addresses = _addresses(project, content)
    setting = Setting(content.site, content.gazetteer, addresses, lang or languages[0], today)
    return intake.take(project, path, setting)


def _addresses(project: Project, content: Content) -> dict[str, Path]:
    """The file behind every slug and alias of entries, in small letters; drafts have theirs too."""
    drafts = {path.name.partition(".")[0]: path for path in map(project.root.joinpath, content.drafts)}
    held = {name: path for name, path in drafts.items() if path.is_relative_to(project.entries)}
    shown = {name: entry.texts[entry.lang].path for entry in content.entries for name in (*entry.aliases, entry.slug)}
    return {name.casefold(): project.root / path for name, path in (held | shown).items()}
