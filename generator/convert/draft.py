"""From a seed to a draft entry, and from a draft to the text of its file."""

from dataclasses import dataclass

from generator import frontmatter
from generator.convert.credits import split_credits
from generator.convert.headline import find_headline
from generator.convert.language import detect
from generator.convert.reading.events import Reported
from generator.convert.reading.read import Findings, Reader
from generator.convert.seal import seal
from generator.convert.seed import Seed
from generator.escape import as_markdown
from generator.text import slugify, squeeze

_INFERRED = ("title", "lang", "type", "summary", "actors", "places", "sources", "events", "quotes")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the converter found in a seed. `lang` is None where the language could not be told, `findings` where the
    converter has no grammar of it."""

    seed: Seed
    title: str
    lang: str | None
    summary: str | None
    body: str
    agencies: tuple[str, ...]
    findings: Findings | None = None

    @property
    def slug(self) -> str:
        """The date as written and the title, fit for an address."""
        date = self.seed.moment.written if self.seed.moment else ""
        return slugify(f"{date} {self.title}") or slugify(self.seed.file)


def draft(seed: Seed, reader: Reader) -> Draft:
    """Read an article as a draft entry."""
    paragraphs, agencies = split_credits(seed.paragraphs)
    headline = find_headline(paragraphs)
    lang = detect("\n".join(paragraphs))
    return Draft(
        seed=seed,
        title=headline.title,
        lang=lang,
        summary=headline.summary,
        body="\n\n".join(as_markdown(paragraph) for paragraph in headline.paragraphs) + "\n",
        agencies=agencies,
        findings=reader.read(headline.paragraphs, seed.moment, lang),
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
    found = _found(draft.findings) if draft.findings else {}
    fields |= {name: found[name] for name in ("actors", "places") if name in found}
    fields["published"] = published
    if not draft.seed.moment:
        fields["draft"] = True
    seed = {"file": draft.seed.file, "sha256": draft.seed.sha256}
    below = {name: found[name] for name in ("events", "quotes") if name in found}
    inferred = [name for name in _INFERRED if name in fields or name in below]
    head = f"---\n{frontmatter.dump(fields | {'seed': seed})}"
    rest = f"{frontmatter.dump(below | {'inferred': inferred})}---\n\n{draft.body}"
    return f"{head}  {frontmatter.dump({'draft': seal(head + rest)})}{rest}"


def _found(findings: Findings) -> dict[str, object]:
    """The fields that the text of an article fills; those with nothing in them are left out."""
    found: dict[str, object] = {
        "actors": list(findings.actors),
        "places": list(findings.places),
        "events": [_event(event) for event in findings.events],
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in findings.quotes],
    }
    return {name: value for name, value in found.items() if value}


def _event(event: Reported) -> dict[str, object]:
    fields = {"said": squeeze(event.said), "what": event.what, "place": event.place, "day": event.day}
    fields |= {"date": event.date, "status": event.status.value}
    return {name: value for name, value in fields.items() if value is not None}
