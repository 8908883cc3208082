"""What drawings to scale are made of: hundredths across, rows down, and what to lead to."""

from dataclasses import dataclass

from generator.render.parts import Card, Name, When
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry in a drawing to scale: a bar from `left` that is `width` wide, or a dot at `left` where `width` is None.

    Both are hundredths of the drawing; rows are counted from 0, the lowest.
    """

    left: float
    width: float | None
    row: int
    card: Card


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year in a drawing to scale; `share` is its entries as hundredths of those of the fullest year."""

    left: float
    width: float
    share: int
    count: int
    label: str
    address: Address | None


@dataclass(frozen=True, slots=True)
class Band:
    """A period in a drawing to scale; one that `is_open` goes on beyond it."""

    left: float
    width: float
    is_open: bool
    name: Name
    when: When


@dataclass(frozen=True, slots=True)
class YearLabel:
    """The number of a year below a drawing, where it begins."""

    left: float
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Entries drawn to scale, and periods below. Without `marks` there are too many entries, and the columns of the
    years stand for them."""

    marks: tuple[Mark, ...]
    rows: int
    years: tuple[YearMark, ...]
    labels: tuple[YearLabel, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """Entries in a picture that stand at the same place in time."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Poster:
    """The picture of the site, a sequence or a period, shown with links to their pages.

    `subject` is `site`, `sequence` or `period`; `dates` are its first and last in words, or its only one. Of all
    `entries` some are its `own`. Its time lies between `left` and `right`.
    """

    subject: str
    lang: str
    title: Name
    site_title: Name
    dates: tuple[str, ...]
    left: float
    right: float
    entries: tuple[Stroke, ...]
    own: tuple[Stroke, ...]
    labels: tuple[YearLabel, ...]
