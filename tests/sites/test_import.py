"""`timeline import`, as somebody meets it who brings a timeline along."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli.main import timeline as commands
from generator.console import Terminal
from generator.errors import Code, ContentError, Severity

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
TODAY, LATER = "1700000000", "1800000000"


def timeline(root: Path, *arguments: str, today: str = TODAY) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": today, "COLUMNS": "200"}
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)


def event(headline: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"start_date": {"year": 2022, "month": "1"}, "text": {"headline": headline}, **fields}


def tl(*events: object, **more: object) -> str:
    return json.dumps({"events": events, **more}, ensure_ascii=False)


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "content").rglob("*")) if path.is_file()}


def test_what_was_imported_is_sound_and_builds(write_site: WriteSite) -> None:
    era = {"start_date": {"year": 2021}, "end_date": {"year": 2023}, "text": {"headline": "Pourparlers"}}
    root = write_site({"a.json": tl(event("Le pont", group="Travaux"), event("Le vote"), eras=[era])})
    done = timeline(root, "import", "a.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "written → content/entries/2022-01-le-pont.md",
        "written → content/entries/2022-01-le-vote.md",
        "added to content/themes.yaml: travaux",
        "added to content/periods.yaml: pourparlers",
        "2 written",
    ]
    assert timeline(root, "check").returncode == 0
    assert timeline(root, "build", "--no-search").returncode == 0
    assert (root / "site" / "periods" / "pourparlers" / "index.html").is_file()


def test_importing_again_changes_nothing_on_another_day_too_and_says_so(write_site: WriteSite) -> None:
    root = write_site({"a.json": tl(event("A", group="G"), event("A"), event("B", unique_id="X"))})
    assert timeline(root, "import", "a.json").stdout.splitlines()[-1] == "3 written"
    before = files(root)
    done = timeline(root, "import", "a.json", today=LATER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 unchanged\n", "")
    assert files(root) == before


def test_an_entry_that_is_there_is_never_written_over_wherever_it_lies(write_site: WriteSite) -> None:
    own = "---\ntitle: Mine\ndate: 2022\naliases: [old]\n---\n"
    held = "---\ntitle: Held\ndate: 2022\ndraft: true\n---\n"
    page = "---\ntitle: Page\ndraft: true\n---\n"
    root = write_site(
        {
            "content/entries/deep/mine.md": own,
            "content/entries/deep/held.md": held,
            "content/pages/page.md": page,
            "a.json": tl(event("A", unique_id="Mine"), event("B", unique_id="old"), event("C", unique_id="held")),
        }
    )
    before = files(root)
    done = timeline(root, "import", "a.json")
    assert (done.returncode, done.stdout) == (0, "3 left alone\n")
    assert done.stderr.count("is there already, says something else and is left alone") == 3
    assert files(root) == before
    (root / "b.json").write_text(tl(event("A", unique_id="page")), "utf-8")
    assert timeline(root, "import", "b.json").stdout.splitlines()[-1] == "1 written"


def test_rows_that_cannot_be_taken_are_told_and_the_others_are_taken(write_site: WriteSite) -> None:
    root = write_site({"a.csv": "Year,Headline\n2022,A\nsoon,B\n2023,\n2024,D\n"})
    done = timeline(root, "import", "a.csv")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "2 written")
    assert "a.csv:3:1: error: row 3: its date cannot be taken: “soon”" in done.stderr
    assert "a.csv:4:1: error: row 4: there is no headline" in done.stderr
    assert done.stderr.splitlines()[-1] == "error: 2 errors"
    assert timeline(root, "check").returncode == 0


def test_pictures_that_wait_for_a_person_are_named_with_their_entry(write_site: WriteSite) -> None:
    media = {"url": "https://a.example/a.jpg", "credit": "C"}
    root = write_site({"a.json": tl(event("A", media=media), event("B", media={**media, "alt": "x"}))})
    done = timeline(root, "import", "a.json")
    assert done.returncode == 0
    assert done.stderr.count("its picture is kept as a link to https://a.example/a.jpg; to show it, save it in") == 2
    assert done.stderr.count("its picture has no alternative text") == 1
    assert "[x](https://a.example/a.jpg) — C" in (root / "content/entries/2022-01-b.md").read_text("utf-8")


def test_a_title_is_told_as_settings_unless_they_say_it_already(write_site: WriteSite) -> None:
    title = {"text": {"headline": "Une chronologie", "text": "<p>Du pont.</p>"}}
    root = write_site({"a.json": tl(event("A"), title=title)})
    said = timeline(root, "import", "a.json").stdout
    assert "write into content/site.yaml:\ndescription:\n  fr: Du pont.\n" in said


def test_what_has_no_place_is_told_in_one_line(write_site: WriteSite) -> None:
    root = write_site({"a.json": tl(*(event(name, background={"color": "red"}) for name in "ABC"), scale="human")})
    said = timeline(root, "import", "a.json").stderr
    assert said == "Not kept, since an entry has no place for it: background (3), scale (1).\n"


def test_a_trial_run_says_the_same_and_writes_nothing(write_site: WriteSite) -> None:
    root = write_site({"a.json": tl(event("A", group="G"))})
    before = files(root)
    done = timeline(root, "import", "--dry-run", "a.json")
    assert (done.returncode, files(root)) == (0, before)
    assert "would be written → content/entries/2022-01-a.md\nwould be added to content/themes.yaml: g\n" in done.stdout


def test_texts_may_be_in_another_language_of_the_site(write_site: WriteSite) -> None:
    root = write_site({"a.json": tl(event("A", group="Works")), "content/themes.yaml": "# mine\n"})
    assert timeline(root, "import", "--lang", "en", "a.json").returncode == 0
    assert "\nlang: en\n" in (root / "content/entries/2022-01-a.md").read_text("utf-8")
    assert (root / "content/themes.yaml").read_text("utf-8") == "# mine\nworks:\n  name:\n    en: Works\n"
    assert timeline(root, "check").returncode == 0


def test_a_group_is_the_theme_of_that_name(write_site: WriteSite) -> None:
    themes = "w: {name: {fr: Travaux, en: Works}}\n"
    root = write_site({"a.json": tl(event("A", group="works"), event("B", group="★")), "content/themes.yaml": themes})
    done = timeline(root, "import", "a.json")
    assert "themes: [w]" in (root / "content/entries/2022-01-a.md").read_text("utf-8")
    assert "the group “★” can be no theme and is left out" in done.stderr
    assert files(root)["themes.yaml"].decode() == themes


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["import"], 2, "Missing argument 'SOURCE'"),
        (["import", "b.json"], 2, "does not exist"),
        (["import", "--lang", "de", "a.json"], 2, "“de” is no language of this site"),
        (["import", "none.json"], 1, "nothing was imported"),
        (["import", "none.csv"], 1, "there is no column Year"),
    ],
)
def test_what_is_no_timeline_is_refused_and_nothing_is_written(
    arguments: list[str], code: int, said: str, write_site: WriteSite
) -> None:
    root = write_site({"a.json": tl(event("A")), "none.json": "{", "none.csv": "Yeer,Headline\n"})
    before = files(root)
    done = timeline(root, *arguments)
    assert (done.returncode, done.stdout, files(root)) == (code, "", before)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_imported_while_the_content_has_faults_or_a_theme_cannot_be_added(write_site: WriteSite) -> None:
    root = write_site({"a.json": tl(event("A", group="G")), "content/themes.yaml": "{a: {name: A}}\n"})
    done = timeline(root, "import", "a.json")
    assert (done.returncode, sorted(files(root))) == (1, ["site.yaml", "themes.yaml"])
    assert "g cannot be added at the end of this file" in done.stderr
    (root / "content" / "themes.yaml").write_text("a: 1\n")
    done = timeline(root, "import", "a.json")
    assert (done.returncode, "nothing was imported" in done.stderr) == (1, True)


def test_two_titles_and_eras_without_name_or_end_are_told(write_site: WriteSite) -> None:
    sheet = (
        "Year,End Year,Headline,Type\n,,One,title\n,,Two,title\n2020,,Open,era\n2020,2021,,era\n2022,2021,Back,era\n"
    )
    root = write_site({"a.csv": sheet})
    done = timeline(root, "import", "a.csv")
    assert done.returncode == 1
    assert "a.csv:3:1: error: row 3: there is a title already" in done.stderr
    assert "a.csv:5:1: error: row 5: there is no headline" in done.stderr
    assert "a.csv:6:1: error: row 6: its date cannot be taken: “2022/2021”" in done.stderr
    assert files(root)["periods.yaml"].decode() == "- id: open\n  title: Open\n  from: '2020'\n"
    assert timeline(root, "check").returncode == 0


def test_a_blog_is_imported_and_builds(write_site: WriteSite) -> None:
    post = "---\ntitle: A\ntags: x\n---\n[b](/2020/02/03/b.html) {{ page.x }}\n"
    root = write_site({"blog/_posts/2020-01-02-a.md": post, "blog/_posts/2020-02-03-b.md": "B", "blog/_posts/c.md": ""})
    done = CliRunner().invoke(commands, ["import", "--root", str(root), str(root / "blog")], obj=Terminal())
    assert isinstance(done.exception, ContentError)
    assert done.stdout.splitlines() == [
        "written → content/entries/2020-01-02-a.md",
        "written → content/entries/2020-02-03-b.md",
        "added to content/themes.yaml: x",
        "2 written",
    ]
    errors = [problem for problem in done.exception.problems if problem.severity is Severity.ERROR]
    assert [(error.path, error.code) for error in errors] == [("blog/_posts/c.md", Code.MISSING_FIELD)]
    assert CliRunner().invoke(commands, ["build", "--no-search", "--root", str(root)], obj=Terminal()).exit_code == 0
    assert (root / "site" / "entries" / "2020-02-03-b" / "index.html").is_file()
