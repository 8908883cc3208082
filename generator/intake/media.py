"""What stands beside a text elsewhere, as a paragraph of Markdown: nothing is loaded from another site.

A picture is a link by its alternative text, then caption and credit; so is a film, a sound or an embed.
"""

import re
from dataclasses import dataclass

from generator.escape import as_markdown
from generator.intake.prose import Prose, host_of, link, to_line, to_markdown, to_plain, web_address
from generator.intake.slide import Picture

_PICTURE = re.compile(
    r"^data:image/|\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$"
    r"|^(?:https?:)?//(?:[\w-]+\.)*(?:flickr\.com/photos|flic\.kr|instagram\.com/p|instagr\.am/p|imgur\.com)/",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = "data:"
"""Begins a picture that is written into the file itself; that is no address."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The paragraph, the texts it was made of, and what a person should know. `is_picture` has to be fetched by hand;
    what `is_linked` can be reached from the paragraph."""

    markdown: str
    proses: tuple[Prose, ...]
    is_picture: bool
    is_linked: bool


def shown(media: Picture, *, autolink: bool) -> Shown:
    """What becomes of a slide's media. Raises `TooDeepError`."""
    url = web_address(media.url)
    is_markup = media.url.startswith("<")
    markup = to_markdown(media.url, autolink=autolink) if is_markup else Prose("")
    caption, credit = (to_line(text, autolink=autolink) for text in (media.caption, media.credit))
    words = to_plain(media.alt)
    if url:
        first = link(words or host_of(url), url)
    else:
        is_written = not is_markup and not media.url.startswith(_INSIDE)
        first = as_markdown(" – ".join(filter(None, (words, media.url if is_written else ""))))
    line = " — ".join(filter(None, (first, caption.markdown, credit.markdown)))
    paragraphs = "\n\n".join(filter(None, (markup.markdown, line)))
    is_picture = not is_markup and bool(_PICTURE.search(media.url))
    return Shown(paragraphs, (markup, caption, credit), is_picture, is_linked=is_markup or bool(url))
