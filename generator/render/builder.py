"""The page where a frame to embed is chosen, and its code taken."""

from collections.abc import Iterator

from generator import urls
from generator.arranged import Side
from generator.render.edition import Edition
from generator.render.embed_parts import BuilderPage, EmbedGroup
from generator.render.lists import timeline_embed, year_links
from generator.render.parts import Name
from generator.render.sequences import sequence_links
from generator.render.views import Page, ready
from generator.render.words import side_name
from generator.text import alphabetical


def builder_page(edition: Edition) -> Page:
    """Offers the timeline and every list of an edition; entries are too many, and are named by their address."""
    word, addresses = edition.language.word, edition.addresses
    view = BuilderPage(
        shell=edition.shell(word("Embed"), addresses.builder, is_indexed=False),
        timeline=Name(word("Chronology"), edition.lang, addresses.timeline),
        embed=timeline_embed(edition),
        groups=tuple(group for group in _groups(edition) if group.names),
        homes=edition.alternates(addresses.home),
        root=urls.ROOT,
    )
    return ready(addresses.builder, edition.lang, view)


def _groups(edition: Edition) -> Iterator[EmbedGroup]:
    word, lang, chronology = edition.language.word, edition.lang, edition.chronology
    sequences = (Name(link.title, link.title_lang, link.address) for link in sequence_links(edition))
    yield EmbedGroup(word("Sequences"), tuple(sequences))
    for side, topics in chronology.topics.by_side.items():
        names = edition.names(side, topics)
        in_order = names if side is Side.PERIODS else sorted(names, key=lambda name: alphabetical(name.words))
        yield EmbedGroup(side_name(side, edition.language), tuple(in_order))
    years = (Name(link.label, lang, link.address) for link in year_links(chronology.years, edition))
    yield EmbedGroup(word("Years"), tuple(years))
