"""Which folder may hold the site."""

from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import OutputError
from generator.files import Output
from generator.publish.folder import check_output
from generator.publish.publish import publish


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "project/content").mkdir(parents=True)
    return Project(tmp_path / "project")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def write(out: Path, *names: str) -> None:
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("")


@pytest.mark.parametrize("name", ["letter.odt", "Photos/2022/may.jpg", "index.html", "empty/.keep"])
def test_a_folder_with_files_of_somebody_else_is_refused(name: str, project: Project, out: Path) -> None:
    """Nothing is scattered there: the first of them is named, what to do is said, and no file is made."""
    write(out, name)
    with pytest.raises(OutputError) as fault:
        check_output(project, out)
    assert str(fault.value) == (
        f"{out} holds {name.split('/', maxsplit=1)[0]} and no record of a build that this version can read: "
        "empty the folder, or name another with --out"
    )
    assert not (out / ".timeline").exists()


@pytest.mark.parametrize(
    "name",
    [
        *(".gitignore", ".gitkeep", ".git/HEAD", ".nojekyll", ".DS_Store", ".well-known/security.txt"),
        *("CNAME", "_redirects", "lost+found/x"),
    ],
)
def test_hidden_files_and_those_of_hosts_are_in_nobody_s_way(name: str, project: Project, out: Path) -> None:
    """A folder that git keeps, a host's own settings, a disk of its own."""
    write(out, name)
    check_output(project, out)
    publish([Output("index.html", "", bytes)], out)
    publish([], out)
    assert (out / name).is_file()


def test_a_folder_that_is_not_there_or_is_empty_will_do(project: Project, out: Path) -> None:
    """It is made on the way."""
    check_output(project, out)
    check_output(project, out / "deeper" / "still")


def test_once_a_site_is_built_others_may_put_files_beside_it(project: Project, out: Path) -> None:
    """The manifest tells them from the site's."""
    publish([Output("index.html", "", bytes)], out)
    write(out, "letter.odt")
    check_output(project, out)


def test_a_site_without_its_manifest_is_refused_until_the_folder_is_empty(project: Project, out: Path) -> None:
    """The cure that is told works."""
    publish([Output("index.html", "", bytes)], out)
    (out / ".timeline/manifest.json").write_bytes(b"{}")
    with pytest.raises(OutputError, match="empty the folder"):
        check_output(project, out)
    (out / "index.html").unlink()
    check_output(project, out)


@pytest.mark.parametrize("name", [".", "..", "content", "content/site", "seeds", "layouts/site", ".timeline"])
def test_the_site_does_not_land_among_its_sources(name: str, project: Project) -> None:
    """Nor around them."""
    (project.root / "layouts").mkdir()
    with pytest.raises(OutputError, match=r"(made of|itself): name a folder of its own with --out"):
        check_output(project, (project.root / name).resolve())


def test_a_file_is_no_folder(project: Project, out: Path) -> None:
    """It is named."""
    write(out, "file")
    with pytest.raises(OutputError, match="file could not be written: Not a directory"):
        check_output(project, out / "file")
