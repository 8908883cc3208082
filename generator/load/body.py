"""Reports what a Markdown body holds and the page will not show."""

from generator.errors import Code
from generator.load.report import Report
from generator.markup import ALLOWED_SCHEMES, ALLOWED_TAGS, disallowed_links, disallowed_tags, pictures, position_in
from generator.text import FORBIDDEN


def readable(body: str) -> str:
    """The body without the characters that `check_body` warns of."""
    return FORBIDDEN.sub("", body)


def check_body(body: str, first_line: int, report: Report) -> None:
    """Warn of HTML tags beyond the allowed list, links that lead nowhere safe, and characters that no page can hold."""
    for match in FORBIDDEN.finditer(body):
        message = f"the control character U+{ord(match[0]):04X} is left out of the page"
        report.warning(Code.CONTROL_CHARACTER, position_in(body, match.start(), first_line), message, "remove it")
    for tag in disallowed_tags(body, first_line):
        hint = f"use Markdown, or one of the {len(ALLOWED_TAGS)} allowed tags (content/README.md)"
        report.warning(Code.BODY_HTML, tag.position, f"<{tag.name}> is not allowed and is left out of the page", hint)
    for position in pictures(body, first_line):
        hint = "name it under media, with its alternative text"
        report.warning(Code.BODY_PICTURE, position, "a picture in the text is left out of the page", hint)
    for link in disallowed_links(body, first_line):
        hint = f"link with {', '.join(sorted(ALLOWED_SCHEMES))} or a relative address"
        report.warning(Code.UNSAFE_LINK, link.position, f"a link with {link.name}: is not made", hint)
