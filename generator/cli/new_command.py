"""`timeline new`."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.authoring import EntryForm
from generator.cli.asking import ask
from generator.cli.options import project_at, root_option, today
from generator.config import find_root, open_project
from generator.console import Terminal
from generator.errors import SettingsError, TimelineError
from generator.model import EntryType


def _complete(words: Callable[[EntryForm], dict[str, str]]) -> Callable[..., list[CompletionItem]]:
    """Completes words of the project, each with what it stands for; none where there is no project."""

    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            form = EntryForm(open_project(context.params.get("root") or find_root(Path.cwd())))
        except TimelineError:
            return []
        return [CompletionItem(word, help=name) for word, name in words(form).items() if word.startswith(incomplete)]

    return complete


@click.command("new")
@click.argument("title", required=False)
@click.option("--date", help="When it happened, as exact as the sources: 2022-01-12, 2022-01, 2022~.")
@click.option("--type", type=click.Choice([word.value for word in EntryType]), help="What kind of thing it tells of.")
@click.option(
    "--lang",
    metavar="CODE",
    help="The language of the text. By default the first of the site.",
    shell_complete=_complete(lambda form: dict.fromkeys(form.languages, "")),
)
@click.option(
    "--actor",
    "actors",
    metavar="ID",
    multiple=True,
    help="Who took part: an id from actors.yaml. Give it once for each.",
    shell_complete=_complete(lambda form: form.actors),
)
@root_option
@click.pass_obj
def new_command(terminal: Terminal, /, root: Path | None, actors: tuple[str, ...], **given: str | None) -> None:
    """Write a new entry, and say where it is.

    A terminal is asked for what is not given. The fields that have no value stand in the file as comments.

    Example: timeline new "The treaty is signed" --date 2022-01-12 --actor anne-morel
    """
    form = EntryForm(project_at(terminal, root))
    if sys.stdin.isatty():
        given, actors = _asked(form, given, actors)
    if not (given["title"] and given["date"]):
        raise click.UsageError("A new entry needs a title and a date: timeline new TITLE --date 2022-01-12")
    title, date = form.value("title", given["title"]), form.value("date", given["date"])
    values: dict[str, object] = {"lang": form.value("lang", given["lang"] or form.languages[0]), "published": today()}
    if given["type"]:
        values["type"] = given["type"]
    if actors:
        values["actors"] = [form.value("actors", actor) for actor in actors]
    terminal.say(_from_here(form.write(title, date, **values)))


def _asked(
    form: EntryForm, given: dict[str, str | None], actors: tuple[str, ...]
) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """What is given, and what the terminal answers to the rest."""
    title = given["title"] or ask("Title", _taken(form, "title"))
    date = given["date"] or ask("Date, such as 2022-01-12, 2022-01 or 2022~", _taken(form, "date"))
    form.place(title, form.value("date", date))
    kind, lang = given["type"], given["lang"]
    types, languages = list(EntryType), form.languages
    kind = kind or ask(f"Type, one of {', '.join(types)}", _taken(form, "type"), EntryType.OTHER, types)
    if len(languages) > 1:
        lang = lang or ask(f"Language, one of {', '.join(languages)}", _taken(form, "lang"), languages[0], languages)
    if form.actors and not actors:
        named = ask("Actors, ids with spaces between them, or none", _each(_taken(form, "actors")), "", form.actors)
        actors = tuple(named.split())
    return {"title": title, "date": date, "type": kind, "lang": lang}, actors


def _each(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: " ".join(map(check, text.replace(",", " ").split()))


def _taken(form: EntryForm, name: str) -> Callable[[str], str]:
    """Tells whoever asks whether a field takes an answer."""

    def check(text: str) -> str:
        try:
            return form.value(name, text)
        except SettingsError as error:
            raise click.UsageError(str(error)) from error

    return check


def _from_here(path: Path) -> str:
    """A path as a command that follows can take it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
