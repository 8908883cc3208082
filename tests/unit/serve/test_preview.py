"""What open pages are told after each build, and that nothing but the author ends the preview."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.cancellation import Cancellation, CancelledError
from generator.config import Project
from generator.errors import BusyError, Code, ContentError, OutputError, Position, Problem, SettingsError
from generator.files import Show
from generator.serve.board import State
from generator.serve.preview import Preview, Round

FAULTS = ContentError([Problem(Code.YAML, "content/site.yaml", Position(1, 3), "wrong", "mend it")])


@dataclass(frozen=True)
class Site:
    """What a build has done."""

    base_url: str = "https://timeline.example/"
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """What happens, one after the other: the rounds and what pages are told after each."""

    rounds: list[Round[Site]]
    states: list[State]
    addresses: list[str]
    changed: list[tuple[str, ...]]
    """What each build was told to have changed."""


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., Told]:
    """Builds with these results, one after the other, each after a change of the settings."""

    def run(*results: Site | Exception) -> Told:
        settings = tmp_path / "content" / "site.yaml"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text("a: b")
        coming, clock, found = list(results), map(float, count()), Told([], [], [], [])

        def build(changed: tuple[str, ...], _show: Show, _cancellation: Cancellation) -> Site:
            found.changed.append(changed)
            return given(coming)

        preview = Preview(Project(tmp_path), tmp_path / "site", 0, build, lambda: next(clock))
        with closing(preview.rounds()) as rounds:
            while coming:
                found.rounds.append(next(rounds))
                found.states.append(preview.state)
                found.addresses.append(preview.address)
                settings.write_text(f"a: {len(coming)}")
        return found

    return run


def given(results: list[Site | Exception]) -> Site:
    result = results.pop(0)
    if isinstance(result, Exception):
        raise result
    return result


def numbers(states: list[State]) -> list[str]:
    return [state.version.partition("-")[2] for state in states]


def test_pages_load_anew_when_a_file_of_the_site_is_another(told: Callable[..., Told]) -> None:
    states = told(Site(written=("index.html",)), Site(), Site(removed=("a/index.html",)), FAULTS).states
    assert numbers(states) == ["1", "1", "2", "2"]


def test_a_server_that_is_started_again_shows_another_version(told: Callable[..., Told]) -> None:
    assert told(Site()).states[0].version != told(Site()).states[0].version


def test_problems_are_shown_with_their_lines_and_go_when_they_are_mended(told: Callable[..., Told]) -> None:
    before, wrong, after = told(Site(written=("a",)), FAULTS, Site()).states
    assert (before.headline, before.faults) == ("", ())
    [fault] = wrong.faults
    assert wrong.headline
    assert (fault.place, fault.before, fault.here) == ("content/site.yaml:1:3", "a:", " ")
    assert after == before


@pytest.mark.parametrize(
    ("error", "headline"),
    [
        (SettingsError("layouts/templates/base.html, line 1: no"), "layouts/templates/base.html, line 1: no"),
        (OutputError("another build is writing"), "another build is writing"),
        (PermissionError(13, "Permission denied", "a.md"), "a.md: Permission denied"),
        (ZeroDivisionError("division by zero"), "a fault of this tool, which the terminal shows."),
    ],
)
def test_a_build_that_fails_otherwise_is_told_and_the_next_change_tries_again(
    told: Callable[..., Told], error: Exception, headline: str
) -> None:
    found = told(error, Site())
    assert [one.result for one in found.rounds] == [error, Site()]
    assert [state.headline for state in found.states] == [headline, ""]


def test_a_build_that_another_one_holds_up_is_told_once_and_made_when_that_has_ended(
    told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages then load anew, whoever has written the site. One that takes long is not tried again at once."""
    pauses: list[float] = []
    monkeypatch.setattr("generator.serve.preview.sleep", pauses.append)
    found = told(BusyError("held"), BusyError("held"), Site(), Site())
    assert [type(one.result) for one in found.rounds] == [BusyError, Site, Site]
    assert [one.changed for one in found.rounds] == [(), (), ("content/site.yaml",)]
    assert ["follows by itself" in state.headline for state in found.states] == [True, False, False]
    assert numbers(found.states) == ["0", "1", "1"]
    assert pauses == [1.0, 1.0]


def test_a_round_names_what_changed_and_how_long_it_took(told: Callable[..., Told]) -> None:
    both = told(Site(), Site())
    first, second = both.rounds
    assert [first.changed, second.changed] == both.changed == [(), ("content/site.yaml",)]
    assert (first.seconds, second.seconds) == (1.0, 1.0)


def test_a_build_that_is_called_off_is_no_round_and_the_next_is_after_all_that_has_changed(
    tmp_path: Path,
) -> None:
    settings, theme = tmp_path / "content" / "site.yaml", tmp_path / "layouts" / "theme.css"
    for path in (settings, theme):
        path.parent.mkdir()
        path.write_text("before")
    begun = list[tuple[str, ...]]()

    def build(changed: tuple[str, ...], _show: Show, cancellation: Cancellation) -> Site:
        begun.append(changed)
        if len(begun) == 2:
            theme.write_text("after")
            while True:
                cancellation.check()
        return Site(written=changed)

    preview = Preview(Project(tmp_path), tmp_path / "site", 0, build, lambda: 0.0)
    with closing(preview.rounds()) as rounds:
        next(rounds)
        settings.write_text("after")
        names = ("content/site.yaml", "layouts/theme.css")
        assert next(rounds).changed == names
    assert begun == [(), names[:1], names]


def test_the_site_is_shown_below_the_path_it_has_on_the_web(told: Callable[..., Told]) -> None:
    addresses = told(FAULTS, Site(base_url="https://timeline.example/de%20paris/")).addresses
    assert [urlsplit(address).path for address in addresses] == ["/", "/de%20paris/"]


class Plans:
    """Builds that plan a home page with one word each, but for those with problems, and what is shown while the file of
    each is still to come."""

    def __init__(self, root: Path, *words: str | Exception) -> None:
        self.site, self._coming = root / "site", [*words]
        self._settings = root / "content" / "site.yaml"
        for path in (self.site / "index.html", self._settings):
            path.parent.mkdir(exist_ok=True)
            path.write_text("at first")
        self.preview = Preview(Project(root), self.site, 0, self._build, lambda: 0.0)
        self.shown, self.states = list[str](), list[State]()

    def run(self) -> None:
        """Make each of them after a change."""
        with closing(self.preview.rounds()) as rounds:
            while self._coming:
                next(rounds)
                self._look()
                self._settings.write_text(f"{len(self._coming)}")

    def _build(self, _changed: tuple[str, ...], show: Show, _cancellation: Cancellation) -> Site:
        word = self._coming.pop(0)
        if isinstance(word, ContentError):
            raise word
        show({"index.html": str(word).encode})
        self._look()
        if isinstance(word, Exception):
            raise word
        (self.site / "index.html").write_text(word)
        return Site(written=("index.html",))

    def _look(self) -> None:
        connection = HTTPConnection(urlsplit(self.preview.address).netloc, timeout=30)
        connection.request("GET", "/")
        with closing(connection.getresponse()) as page:
            self.shown.append(page.read().decode().partition("<")[0])
        self.states.append(self.preview.state)


def test_open_pages_load_what_is_planned_before_its_file_is_written(tmp_path: Path) -> None:
    """And do not load it again when it is. Nobody has seen anything before the first build."""
    plans = Plans(tmp_path, "one", "two", "three")
    plans.run()
    assert plans.shown == ["one", "one", "two", "two", "three", "three"]
    assert numbers(plans.states) == ["0", "1", "2", "2", "3", "3"]


def test_what_was_planned_is_no_longer_shown_when_its_build_has_failed(tmp_path: Path) -> None:
    """The last good site is, with the reason."""
    plans = Plans(tmp_path, "one", OutputError("no room"), "three")
    plans.run()
    assert plans.shown == ["one", "one", "no room", "one", "three", "three"]
    assert [state.headline for state in plans.states] == ["", "", "", "no room", "", ""]
    assert numbers(plans.states) == ["0", "1", "2", "2", "3", "3"]


def test_what_a_build_had_planned_that_was_called_off_is_shown_until_another_is_sound(tmp_path: Path) -> None:
    """Also while there are problems: it is the last good site, though its files are still to come."""
    plans = Plans(tmp_path, "one", CancelledError("two"), FAULTS, "four")
    plans.run()
    assert plans.shown == ["one", "one", "two", "two", "four", "four"]
    assert (plans.site / "index.html").read_text() == "four"


def test_while_another_build_holds_the_folder_open_pages_load_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not each time that it is tried again; and once more when that has ended."""
    monkeypatch.setattr("generator.serve.preview.sleep", lambda _: None)
    plans = Plans(tmp_path, "one", BusyError("held"), BusyError("held"), BusyError("held"), "five")
    plans.run()
    assert plans.shown == ["one", "one", "held", "one", "one", "one", "one", "five"]
    assert numbers(plans.states) == ["0", "1", "2", "2", "2", "2", "2", "3"]
