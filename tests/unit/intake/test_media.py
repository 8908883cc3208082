"""What stands beside a text elsewhere becomes a paragraph with links; nothing would be loaded."""

import pytest

from generator.intake.media import shown
from generator.intake.slide import Picture

URL = "https://a.example/a.jpg"


@pytest.mark.parametrize(
    ("media", "markdown"),
    [
        (Picture(), ""),
        (Picture(URL), f"[a.example]({URL})"),
        (Picture(URL, "Caption", "<i>Credit</i>", "A *bridge*"), f"[A \\*bridge\\*]({URL}) — Caption — *Credit*"),
        (Picture(URL, '<a href="https://b.example/">c</a>'), f"[a.example]({URL}) — [c](https://b.example/)"),
        (Picture("//a.example/a.jpg"), f"[a.example]({URL})"),
        (Picture("images/a_b.jpg", "Caption"), "images/a_b.jpg — Caption"),
        (Picture("images/a.jpg", "", "", "Alt"), "Alt – images/a.jpg"),
        (Picture("data:image/png;base64,x", "Caption"), "Caption"),
        (Picture("<blockquote>said</blockquote>", "Caption"), "> said\n\nCaption"),
        (Picture('<iframe src="https://a.example/"></iframe>'), "[a.example](https://a.example/)"),
        (Picture("javascript:x"), "javascript:x"),
    ],
)
def test_media_become_a_paragraph(media: Picture, markdown: str) -> None:
    assert shown(media, autolink=True).markdown == markdown


@pytest.mark.parametrize(
    "url",
    [
        URL,
        "https://a.example/A.PNG?size=2",
        "//a.example/a.webp#x",
        "images/a.svg",
        "data:image/png;base64,x",
        "https://www.flickr.com/photos/a/1/",
        "https://flic.kr/p/a",
        "https://www.instagram.com/p/a/",
        "https://i.imgur.com/a",
    ],
)
def test_a_picture_is_known_by_its_address(url: str) -> None:
    assert shown(Picture(url), autolink=True).is_picture


@pytest.mark.parametrize(
    "url", ["", "https://www.youtube.com/watch?v=a.jpg.x", "https://a.example/", "<img src='https://a.example/a.jpg'>"]
)
def test_anything_else_is_none(url: str) -> None:
    assert not shown(Picture(url), autolink=True).is_picture


@pytest.mark.parametrize(("url", "is_linked"), [(URL, True), ("<b>x</b>", True), ("a.jpg", False), ("", False)])
def test_what_leads_nowhere_is_known(url: str, *, is_linked: bool) -> None:
    assert shown(Picture(url), autolink=True).is_linked == is_linked
