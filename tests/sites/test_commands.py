"""The command line as a new user meets it: what it says, where it says it, and the exit code it ends with."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.publish.lock import locked

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

IN_FRENCH = "Les alliés ont dit que les travaux du pont sont finis et qu’il est ouvert."
SEED = (Path(__file__).resolve().parents[2] / "seeds" / "000_f291dbee19655e7d.txt").read_bytes()
ACTORS = (Path(__file__).resolve().parents[1] / "golden/gazetteer/content/actors.yaml").read_bytes()
ENTRY = "---\ntitle: Le pont ouvre\ndate: 2022-01\npublished: 2022-02-01\n---\n\nÀ minuit.\n"


def timeline(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "COLUMNS": "200", **environment}
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)


@pytest.fixture
def root(write_site: WriteSite) -> Path:
    return write_site({"content/entries/pont.md": ENTRY})


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["build", "--rot", "x"], 2, "No such option '--rot'"),
        (["--root", "x", "build"], 2, "Options stand behind the command: timeline COMMAND --root"),
        (["bild"], 2, "Did you mean 'build'?"),
        (["build", "--root", "nowhere"], 2, "there is no folder"),
        (["build", "--root", "content/entries"], 2, "holds no folder content/"),
        (["build", "--base-url", "example.org"], 2, "is no address such as https://example.org/"),
        (["build", "--base-url", "http://["], 2, "is no address such as"),
        (["build", "--base-url", "https://example.org/?a"], 2, "is no address such as"),
        (["build", "--base-url", "https://example.org/#a"], 2, "is no address such as"),
        (["build", "--base-url", "https://example.org:99999"], 2, "is no address such as"),
        (["build", "--out", "content/site"], 3, "name a folder of its own with --out"),
        (["build", "--out", "."], 3, "holds the project itself"),
        (["build", "--out", ".."], 3, "holds the project itself"),
        (["build", "--out", "content/entries/pont.md/site"], 3, "name a folder of its own"),
        (["build", "--out", "/dev/null/site"], 3, "could not be written"),
        (["convert", "nothing.txt"], 2, "does not exist"),
        (["convert", "content/entries/pont.md"], 2, "is no seed of this project"),
    ],
)
def test_wrong_use_ends_with_its_exit_code_and_says_what_is_wrong(
    root: Path, arguments: list[str], code: int, said: str
) -> None:
    done = timeline(root, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_project_is_found_from_any_folder_inside_it(root: Path) -> None:
    done = timeline(root / "content" / "entries", "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "site" / "index.html").is_file()


def test_a_folder_without_settings_is_no_project_and_nothing_is_written_to_it(tmp_path: Path) -> None:
    for name in ("content", "seeds", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "todo.txt").write_text("my notes 2022")
    for folder in (tmp_path, tmp_path / "notes"):
        done = timeline(folder, "convert")
        assert done.returncode in {1, 2}
        assert "Traceback" not in done.stderr
    assert not list((tmp_path / "content").iterdir())


def test_converting_again_changes_nothing_of_this_repository() -> None:
    root = Path(__file__).resolve().parents[2]
    entries = {path: path.read_bytes() for path in (root / "content" / "entries").iterdir()}
    done = timeline(root, "convert")
    assert (done.returncode, {path: path.read_bytes() for path in (root / "content" / "entries").iterdir()}) == (
        0,
        entries,
    )


def test_explain_shows_what_is_found_and_by_which_rule_and_writes_nothing(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    done = timeline(root, "convert", "--explain", "seeds/article.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "“lundi” → 2022-01, day -2, happened   [mercredi + tenu]" in done.stdout
    assert "→ said by josep-borrell   [a déclaré X]" in done.stdout
    assert not (root / "content" / "entries").exists()


def test_a_project_without_entries_builds(write_site: WriteSite) -> None:
    root = write_site({})
    assert timeline(root, "build").returncode == 0
    assert "Il n’y a pas encore d’entrée." in (root / "site" / "index.html").read_text("utf-8")


def test_build_converts_seeds_that_have_no_entry_and_says_so(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    first, second = timeline(root, "build"), timeline(root, "build")
    assert "seeds/article.txt: written → content/entries/2022-01-quatre-heures" in first.stdout
    assert "1 entry: " in first.stdout
    assert (first.stderr, second.stderr) == ("", "")
    assert "seeds" not in second.stdout
    assert "0 files written" in second.stdout


def test_nothing_is_converted_while_the_content_has_faults(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/entries/pont.md": ENTRY.replace("date", "dat")})
    assert timeline(root, "build").returncode == 1
    assert [path.name for path in (root / "content" / "entries").iterdir()] == ["pont.md"]


def test_a_seed_that_cannot_be_read_stops_the_build_after_the_others_are_converted(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "seeds/empty.txt": ""})
    done = timeline(root, "build")
    assert done.returncode == 1
    assert "seeds/empty.txt:1:1: error: the seed is empty" in done.stderr
    assert "seeds/article.txt: written → content/entries/2022-01-quatre-heures" in done.stdout
    assert len(list((root / "content" / "entries").iterdir())) == 1
    assert not (root / "site").exists()


def test_a_strict_build_that_stops_at_a_warning_names_the_entries_it_has_written(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "seeds/notes.docx": ""})
    done = timeline(root, "build", "--strict")
    assert done.returncode == 1
    assert "seeds/notes.docx:1:1: warning: only files ending in .txt are read here" in done.stderr
    assert "seeds/article.txt: written → content/entries/2022-01-quatre-heures" in done.stdout
    assert not (root / "site").exists()


def test_an_article_without_a_date_is_named_by_every_command_and_each_time(write_site: WriteSite) -> None:
    root = write_site({"seeds/pont.txt": "Le pont qui relie les deux villes de la vallée est ouvert depuis hier.\n"})
    warning = "held back; write date: into it and remove draft: true [undated-seed]"
    assert "held back until it has a date" in timeline(root, "convert").stdout
    for command in ("build", "build", "check"):
        assert timeline(root, command).stderr.count(warning) == 1


def test_check_names_seeds_that_are_not_converted_yet_and_those_that_cannot_be(write_site: WriteSite) -> None:
    root = write_site({"seeds/2022/article.txt": SEED, "content/entries/pont.md": ENTRY})
    done = timeline(root, "check")
    assert done.returncode == 0
    assert "seeds/2022/article.txt:1:1: warning: no entry has been made from this seed yet" in done.stderr
    (root / "seeds" / "empty.txt").touch()
    assert timeline(root, "check").returncode == 1


def test_a_seed_that_changed_and_one_that_was_renamed_are_named_each_time(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    timeline(root, "build")
    (root / "seeds" / "article.txt").write_bytes(SEED.replace(b"Mercredi", b"Jeudi"))
    for command in ("build", "check"):
        assert "its seed has changed since the entry was made from it" in timeline(root, command).stderr
    assert "1 renewed" in timeline(root, "convert").stdout
    (root / "seeds" / "article.txt").rename(root / "seeds" / "autre.txt")
    assert "is called autre.txt now" in timeline(root, "check").stderr
    assert "seeds/autre.txt: renamed → content/entries" in timeline(root, "build").stdout
    assert timeline(root, "check").stderr == ""


def test_an_entry_that_is_deleted_comes_back_while_its_seed_is_there(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    timeline(root, "build")
    next((root / "content" / "entries").iterdir()).unlink()
    assert "seeds/article.txt: written" in timeline(root, "build").stdout


def test_converting_again_changes_nothing_on_another_day(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    assert "1 written" in timeline(root, "convert").stdout
    entry = next((root / "content" / "entries").iterdir())
    before = entry.read_bytes()
    assert "1 unchanged" in timeline(root, "convert", "seeds/article.txt", SOURCE_DATE_EPOCH="1800000000").stdout
    assert entry.read_bytes() == before


def test_an_entry_that_a_person_changed_is_left_alone_and_the_difference_shown(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    timeline(root, "convert")
    entry = next((root / "content" / "entries").iterdir())
    edited = entry.read_text("utf-8").replace("title: Quatre heures", "title: Cinq heures")
    entry.write_text(edited, "utf-8")
    done = timeline(root, "convert")
    assert entry.read_text("utf-8") == edited
    assert "was edited by a person and is left alone" in done.stdout
    assert "-title: Cinq heures de discussion" in done.stdout
    assert "+title: Quatre heures de discussion" in done.stdout


def test_warnings_stop_a_strict_build_and_no_other(write_site: WriteSite) -> None:
    root = write_site({"content/entries/pont.md": ENTRY + "\n<marquee>non</marquee>\n"})
    relaxed, strict = timeline(root, "check"), timeline(root, "check", "--strict")
    assert (relaxed.returncode, strict.returncode) == (0, 1)
    assert "content/entries/pont.md:9:1: warning: <marquee>" in relaxed.stderr
    assert timeline(root, "build", "--strict").returncode == 1
    assert not (root / "site").exists()


def test_check_writes_nothing(write_site: WriteSite) -> None:
    root = write_site({"content/entries/pont.md": ENTRY, "seeds/article.txt": SEED})
    before = sorted(root.rglob("*"))
    assert timeline(root, "check").returncode == 0
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_faulty_template_is_told_and_no_page_is_touched(command: str, root: Path) -> None:
    timeline(root, "build")
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*.html")}
    template = root / "layouts" / "templates" / "pages" / "year.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ veiw }}")
    done = timeline(root, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "layouts/templates/pages/year.html, line 1: 'veiw' is undefined" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*.html")} == before


def test_a_folder_of_somebody_else_is_no_place_for_a_site(write_site: WriteSite, tmp_path: Path) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents" / "letter.odt").write_text("")
    done = timeline(root, "build", "--out", str(tmp_path / "Documents"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "Documents holds letter.odt and no record of a build" in done.stderr
    assert not (root / "content" / "entries").exists()


def test_a_build_does_not_run_into_another(root: Path) -> None:
    with_lock = root / "site" / ".timeline" / "lock"
    with_lock.parent.mkdir(parents=True)
    with locked(with_lock, root):
        done = timeline(root, "build")
    assert (done.returncode, "another build is writing into" in done.stderr) == (3, True)
    assert timeline(root, "build").returncode == 0


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("OSError()", "error: OSError"),
        ("OSError('odd')", "error: odd"),
        ("OSError(5, 'Input/output error')", "error: Input/output error"),
        ("OSError(5, 'Input/output error', 'a.md')", "error: a.md: Input/output error"),
    ],
)
def test_a_failure_of_the_system_is_told_in_words(failure: str, said: str, root: Path) -> None:
    fail = (
        "from generator import build\nfrom generator.cli.main import main\n"
        f"def fail(*_, **__): raise {failure}\nbuild.build = fail\nmain()"
    )
    command = [sys.executable, "-c", fail, "build"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, said + "\n")


def test_what_is_left_out_is_named(write_site: WriteSite) -> None:
    files = {"a": "---\ntitle: A\ndraft: true\n---\n", "b": "---\ntitle: B\ndate: 2022\n---\n"}
    root = write_site({f"content/entries/{name}.md": text for name, text in files.items()})
    for command in ("check", "build"):
        said = timeline(root, command).stderr
        assert "content/entries/a.md is a draft and is left out." in said
        assert "1 entry without “published” is not in the feed." in said


def test_check_counts_the_entries_that_wait_for_review(write_site: WriteSite) -> None:
    inferred = ENTRY.replace("---\n\n", "inferred: [title]\n---\n\n")
    root = write_site({"content/entries/a.md": ENTRY, "content/entries/b.md": inferred})
    assert timeline(root, "check").stdout == "2 entries, 1 of them not yet reviewed, no errors.\n"


def test_check_finds_the_fault_of_a_template_that_only_shows_when_it_is_drawn(root: Path) -> None:
    own = root / "layouts" / "templates" / "_partials" / "colophon.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ view.sehll }}", "utf-8")
    done = timeline(root, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: layouts/templates/_partials/colophon.html, line 1: " in done.stderr


@pytest.mark.parametrize(
    ("command", "end"), [("build", "1 error; nothing was written to the site"), ("check", "1 error")]
)
def test_only_a_build_says_that_nothing_was_written(command: str, end: str, write_site: WriteSite) -> None:
    root = write_site({"content/entries/pont.md": ENTRY.replace("2022-01\n", "bientôt\n")})
    assert timeline(root, command).stderr.splitlines()[-1] == f"error: {end}"


def test_the_address_of_the_site_can_be_given_for_one_build(root: Path) -> None:
    assert timeline(root, "build", "--base-url", "https://example.org/x").returncode == 0
    assert '<link rel="canonical" href="https://example.org/x/">' in (root / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("epoch", ["yesterday", "", "²", "-5", "1e9", "9" * 30])
def test_the_stamp_of_new_drafts_must_be_a_number_of_seconds(root: Path, epoch: str) -> None:
    done = timeline(root, "build", SOURCE_DATE_EPOCH=epoch)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds since 1970\n"


def test_a_terminal_without_our_letters_shows_their_numbers(write_site: WriteSite) -> None:
    root = write_site({"seeds/article.txt": SEED, "content/actors.yaml": ACTORS})
    done = timeline(root, "build", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "written \\u2192 content/entries/" in done.stdout


@pytest.mark.parametrize("command", ["build", "convert"])
def test_the_work_goes_on_when_nobody_reads_what_is_said(command: str, write_site: WriteSite) -> None:
    root = write_site({f"seeds/{number}.txt": f"date 2022-01 Le pont {number}\n\n{IN_FRENCH}" for number in range(3)})
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "generator", command], cwd=root, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(list((root / "content" / "entries").iterdir())) == 3


INTERRUPTING = """
import os, signal, sys
class Finder:
    def find_spec(name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder)
sys.argv = ["timeline", "check"]
from generator.__main__ import main
main()
"""
"""Runs the command, and presses Ctrl-C while it imports a module."""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
@pytest.mark.parametrize("module", ["generator.cli", "rich", "generator.load.content"])
def test_ctrl_c_ends_the_command_with_130_while_it_is_still_being_loaded(root: Path, module: str) -> None:
    command = [sys.executable, "-c", INTERRUPTING.format(module=module)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "error: interrupted")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
def test_ctrl_c_ends_a_build_with_130_and_leaves_the_site_as_it_was(write_site: WriteSite) -> None:
    root = write_site({f"content/entries/pont-{number}.md": ENTRY for number in range(400)})
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build"], cwd=root, stderr=subprocess.PIPE, text=True
    )
    while not (root / "site" / ".timeline" / "new" / str(process.pid) / "1").exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, "interrupted" in said, "Traceback" in said) == (130, True, False)
    assert [path.name for path in (root / "site").iterdir()] == [".timeline"]
    assert timeline(root, "build").returncode == 0
