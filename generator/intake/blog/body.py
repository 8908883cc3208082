"""From the text of a post to the body of its entry, in the Markdown that this site draws."""

import re
from collections.abc import Iterator

from generator.effort import too_dear, too_long
from generator.intake.blog.addresses import Addresses
from generator.intake.blog.dialect import in_our_dialect
from generator.intake.blog.folder import HTML
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Change, Manuscript
from generator.intake.blog.pictures import without_pictures
from generator.intake.blog.post import Post
from generator.intake.blog.tags import Tags
from generator.intake.blog.templates import without_templates
from generator.intake.draft import report_html, report_pictures
from generator.intake.prose import TooDeepError, to_markdown
from generator.markup import too_deep

_MORE = re.compile(r"^[ \t]*<!--\s*(?:more|excerpt|read-?more)\s*-->[ \t]*\n?", re.IGNORECASE | re.MULTILINE)
_BEFORE = r"[\w)\]*_`\"' .!?]"
_ATTRIBUTES = re.compile(
    r"^(?:[*+-]|\d+\.)[ \t]+.*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*$\n?"
    r"|^[ \t>]*\{:[^{}\n]*\}[ \t]*$\n?|^[ \t]*\{::[^{}\n]*/?\}[ \t]*$\n?|\{:[^{}\n]*\}"
    rf"|(?<={_BEFORE})(?<!{_BEFORE} )[ \t]*\{{[#.][\w-][^{{}}\n]*\}}(?=[ \t]*$)"
    r"|(?<=[)\]*_`])\{[#.][\w-][^{}\n]*\}",
    re.MULTILINE,
)


class Body:
    """The body of an entry, and by name what decorated the post alone."""

    def __init__(self, post: Post, addresses: Addresses) -> None:
        self._post = post
        self._settings = addresses.settings
        self._leads = Leads(lambda target: addresses.lead(target, post.path))
        self.unused: list[str] = []

    def read(self) -> str:
        """The body; what of the post is lost, or waits for a person, is reported. Raises `TooDeepError`."""
        post = self._post
        if too_long(post.body, 1):
            raise TooDeepError
        text = Manuscript.of(post.body.rstrip("\n"), post.body_line, post.report)
        text = without_templates(text, self._settings.kind, self._settings.base)
        markdown = self._from_html(text) if post.path.suffix.lower() in HTML else self._from_markdown(text)
        if too_deep(markdown, 1):
            raise TooDeepError
        return markdown.strip("\n")

    def _from_html(self, text: Manuscript) -> str:
        prose = to_markdown(text.text, autolink=False, lead=self._leads.lead)
        row = text.row(0)
        report_html((prose,), row)
        report_pictures(prose, row)
        self.unused += prose.looks
        return prose.markdown

    def _from_markdown(self, text: Manuscript) -> str:
        text = in_our_dialect(text)
        if too_dear(text.text, 1) or too_deep(text.text, 1):
            raise TooDeepError
        text = text.changed(self._marks(text))
        tags = Tags(self._leads, is_nested=self._settings.kind != "jekyll")
        text = tags.read(text)
        text = self._leads.followed(without_pictures(text, self._leads))
        self.unused += tags.decoration
        return text.text

    def _marks(self, text: Manuscript) -> Iterator[Change]:
        """Where a summary ends, lists of contents, and attributes between curly brackets."""
        for match in _MORE.finditer(text.text):
            yield Change(*match.span(), "")
        for match in text.found(_ATTRIBUTES):
            self.unused.append("attributes between curly brackets")
            yield Change(*match.span(), "")
