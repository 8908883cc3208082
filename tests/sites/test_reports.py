"""Two articles on one event, from their files to the pages that readers see."""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ACTORS = "ada: {kind: person, name: {fr: Ada}}\nbo: {kind: person, name: {fr: Bo}}\n"
ENTRY = """---
title: {title}
date: 2022-01
type: article
actors: [ada, bo]
events:
  - {{said: mercredi, what: Une rencontre., day: 0, date: 2022-01, status: happened}}
---

Un texte.
"""


def test_an_event_stands_once_in_the_chronology_and_each_report_leads_to_the_other(write_site: WriteSite) -> None:
    files = {f"content/entries/{slug}.md": ENTRY.format(title=slug.title()) for slug in ("premier", "second")}
    root = write_site(files | {"content/actors.yaml": ACTORS})
    done = subprocess.run([sys.executable, "-m", "generator", "build"], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0
    pages = {name: (root / "site" / name / "index.html").read_text("utf-8") for name in ("timeline", "entries/premier")}
    assert re.findall(r'<a href="[^"]*">(Premier|Second)</a>', pages["timeline"]) == ["Premier"]
    assert "1 autre article" in pages["timeline"]
    assert "Mêmes personnes, et rien n’exclut le même jour." in pages["entries/premier"]
    assert 'href="../premier/index.html"' in (root / "site/entries/second/index.html").read_text("utf-8")
