"""From a slide to the text of its entry."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator import frontmatter
from generator.dates import DateError
from generator.errors import Code
from generator.intake.media import Shown, shown
from generator.intake.prose import Prose, TooDeepError, to_markdown, to_plain
from generator.intake.row import Row, RowError
from generator.intake.slide import Slide
from generator.intake.when import Dated, date_of, says_more
from generator.text import slugify

_LONGEST_ID = 180


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be: the slug it asks for, the fields of its front matter and its body. `group` is the name of its
    theme; `looks` are attributes that only decorated the text."""

    slug: str
    title: str
    date: str
    body: str
    group: str
    looks: tuple[str, ...]

    def text(self, lang: str, themes: Sequence[str], published: str) -> str:
        """The Markdown file."""
        fields: dict[str, object] = {"title": self.title, "date": self.date, "lang": lang}
        if themes:
            fields["themes"] = [*themes]
        return f"---\n{frontmatter.dump(fields | {'published': published})}---\n\n{self.body}".rstrip("\n") + "\n"


def draft(slide: Slide, row: Row, months: Collection[str]) -> Draft:
    """An event as an entry; what a person should know of it is reported. Raises `RowError`."""
    try:
        slide = replace(slide, display_date=to_plain(slide.display_date))
        text = to_markdown(slide.text, autolink=slide.autolink)
        beside = shown(slide.media, autolink=slide.autolink)
        title, group, id_ = map(to_plain, (slide.headline, slide.group, slide.id))
        proses = (text, *beside.proses, to_markdown(slide.headline, autolink=False))
    except TooDeepError as error:
        raise too_deep() from error
    if not title.strip():
        raise RowError(Code.MISSING_FIELD, "there is no headline", "write one: an entry has a title")
    dated = dated_of(slide)
    report_date(slide, dated, row, months)
    report_html(proses, row)
    _report_media(slide, beside, row)
    for prose in proses:
        report_pictures(prose, row)
    looks = tuple(name for prose in proses for name in prose.looks)
    slug = slugify(id_, _LONGEST_ID) or slugify(f"{_date_of_name(dated)} {title}")
    body = "\n\n".join(filter(None, (text.markdown, beside.markdown)))
    return Draft(slug, title, dated.edtf, body, group, looks)


def _date_of_name(dated: Dated) -> str:
    """The day, month or year that a file is named by; none where its hyphen or letter would be lost in an address."""
    found = re.match(r"\d{4}(?:-\d\d){0,2}", dated.edtf)
    return found[0] if found else ""


def too_deep() -> RowError:
    """Why a text cannot be read."""
    message = "its text is too long, or too many tags stand within one another"
    return RowError(Code.TOO_DEEP, message, "shorten it, or write it with fewer of them")


def dated_of(slide: Slide) -> Dated:
    """When it was. Raises `RowError`."""
    if not slide.start:
        raise RowError(Code.MISSING_FIELD, "there is no date", "write at least its year")
    try:
        return date_of(slide.start, slide.end, slide.display_date)
    except DateError as error:
        part = f": “{error.part}”" if error.part else ""
        raise RowError(Code.INVALID_DATE, f"its date cannot be taken{part}", error.reason) from error


def report_date(slide: Slide, dated: Dated, row: Row, months: Collection[str]) -> None:
    """Say what of a date is lost."""
    if dated.lost:
        message = f"{' and '.join(dated.lost)} cannot stand in the date {dated.edtf} and is left out"
        row.warning(Code.INVALID_DATE, message, "say it in the text if it matters")
    if says_more(slide.display_date, slide.start, slide.end, months):
        message = f"the date is shown there as “{slide.display_date}”, and here as {dated.edtf}"
        hint = "look whether the entry should say so: about (~), uncertain (?), a season (2022-21), a decade (202X)"
        row.warning(Code.INVALID_DATE, message, hint)


def report_html(proses: tuple[Prose, ...], row: Row) -> None:
    """Say what of HTML is left out."""
    removed = dict.fromkeys(name for prose in proses for name in prose.removed)
    if removed:
        hint = "look whether its text lacks anything"
        row.warning(Code.BODY_HTML, f"what a page cannot have is left out: {', '.join(removed)}", hint)


def _report_media(slide: Slide, beside: Shown, row: Row) -> None:
    url = slide.media.url
    if beside.is_picture and beside.is_linked:
        row.warning(Code.BODY_PICTURE, f"its picture is kept as a link to {url}", BY_HAND)
    elif beside.is_picture and url.startswith("data:"):
        row.warning(Code.BODY_PICTURE, "its picture is written into the file itself and is left out", BY_HAND)
    elif url and not beside.is_linked:
        row.warning(Code.BODY_PICTURE, f"its media “{url}” is no address on the web, and is kept as text", BY_HAND)
    if beside.is_picture and not slide.media.alt:
        row.warning(Code.MISSING_FIELD, "its picture has no alternative text", _SAY_IT)


def report_pictures(prose: Prose, row: Row) -> None:
    """Say which pictures wait for a person."""
    for url in prose.pictures:
        row.warning(Code.BODY_PICTURE, f"a picture in its text is kept as a link to {url}", BY_HAND)
    for url in prose.unnamed:
        row.warning(Code.MISSING_FIELD, f"the picture {url} in its text has no alternative text", _SAY_IT)


_SAY_IT = "say what the picture shows"
BY_HAND = "to show it, save it in content/media and name it under media, with src and alt"
