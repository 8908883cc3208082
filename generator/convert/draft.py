"""From a seed to a draft entry, and from a draft to the text of its file."""

import hashlib
import re
from dataclasses import dataclass

from generator import frontmatter
from generator.convert.credits import split_credits
from generator.convert.escape import as_markdown
from generator.convert.headline import find_headline
from generator.convert.language import detect
from generator.convert.seed import Seed
from generator.text import slugify

_DIGEST_LENGTH = 16
_DIGEST_LINE = re.compile(r"^  draft: ('?)([0-9a-f]{16})\1\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the converter found in a seed. `lang` is None where the language could not be told."""

    seed: Seed
    title: str
    lang: str | None
    summary: str | None
    body: str
    agencies: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The date as written and the title, fit for an address."""
        date = self.seed.moment.written if self.seed.moment else ""
        return slugify(f"{date} {self.title}") or slugify(self.seed.file)


def draft(seed: Seed) -> Draft:
    """Read an article as a draft entry."""
    paragraphs, agencies = split_credits(seed.paragraphs)
    headline = find_headline(paragraphs)
    return Draft(
        seed=seed,
        title=headline.title,
        lang=detect("\n".join(paragraphs)),
        summary=headline.summary,
        body="\n\n".join(as_markdown(paragraph) for paragraph in headline.paragraphs) + "\n",
        agencies=agencies,
    )


def text_of(draft: Draft, default_language: str, published: str) -> str:
    """The draft's Markdown file, sealed with a digest of itself. A draft without a date is held back."""
    fields: dict[str, object] = {"title": draft.title}
    if draft.seed.moment:
        fields["date"] = draft.seed.moment.written
    fields |= {"lang": draft.lang or default_language, "type": "article"}
    if draft.summary:
        fields["summary"] = draft.summary
    if draft.agencies:
        fields["sources"] = [{"publisher": agency, "kind": "agency"} for agency in draft.agencies]
    fields["published"] = published
    if not draft.seed.moment:
        fields["draft"] = True
    seed = {"file": draft.seed.file, "sha256": draft.seed.sha256}
    inferred = [name for name in ("title", "lang", "type", "summary", "sources") if name in fields]
    unsealed = _file_text(fields | {"seed": seed, "inferred": inferred}, draft.body)
    seed["draft"] = _digest(unsealed)
    return _file_text(fields | {"seed": seed, "inferred": inferred}, draft.body)


def is_untouched(text: str) -> bool:
    """Whether a file is as the converter wrote it, to the character; line endings do not count."""
    normal = text.removeprefix("\ufeff").replace("\r\n", "\n")
    seal = _DIGEST_LINE.search(normal)
    return seal is not None and seal[2] == _digest(normal[: seal.start()] + normal[seal.end() :])


def _file_text(fields: dict[str, object], body: str) -> str:
    return f"---\n{frontmatter.dump(fields)}---\n\n{body}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]
