"""Reports what a Markdown body holds and the page will not show."""

from generator.errors import Code
from generator.load.report import Report
from generator.markup import ALLOWED_SCHEMES, ALLOWED_TAGS, disallowed_links, disallowed_tags


def check_body(body: str, first_line: int, report: Report) -> None:
    """Warn of HTML tags beyond the allowed list and of links that lead nowhere safe."""
    for tag in disallowed_tags(body, first_line):
        hint = f"use Markdown, or one of the {len(ALLOWED_TAGS)} allowed tags (content/README.md)"
        report.warning(Code.BODY_HTML, tag.position, f"<{tag.name}> is not allowed and is left out of the page", hint)
    for link in disallowed_links(body, first_line):
        hint = f"link with {', '.join(sorted(ALLOWED_SCHEMES))} or a relative address"
        report.warning(Code.UNSAFE_LINK, link.position, f"a link with {link.name}: is not made", hint)
