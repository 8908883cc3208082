"""The site in one language, and the frame that its pages share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator import urls
from generator.arranged import Chronology, Side
from generator.languages import Language
from generator.model import EntryType, Gazetteer, Prose, Site, Words, in_language
from generator.moment import Precision
from generator.render.origins import Origins
from generator.render.parts import Card, Name
from generator.render.scale import Scale, scale_of
from generator.render.shell import Embed, LanguageLink, Link, Shell
from generator.render.words import entry_type, side_name
from generator.text import capital
from generator.urls import Address, Addresses

_LIST_HEIGHT = 600
"""Enough of a list to see what it is, in CSS pixels."""


@dataclass(frozen=True)
class Edition:
    """Everything the pages of one language are made from. `cards` are those that have been made, for the other pages
    that show them."""

    site: Site
    gazetteer: Gazetteer
    chronology: Chronology
    prose: tuple[Prose, ...]
    language: Language
    languages: Mapping[str, Language]
    has_search: bool = False
    cards: dict[tuple[str, int], Card] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lang(self) -> str:
        """The code of the edition's language."""
        return self.language.code

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the edition."""
        return self._addresses_in(self.lang)

    @cached_property
    def origins(self) -> Origins:
        """What the pages of the edition are made from."""
        return Origins(self.site, self.gazetteer, self.chronology, self.prose, self.has_search)

    @cached_property
    def scale(self) -> Scale | None:
        """That of all drawings of the edition; None without entries."""
        return scale_of(self.chronology.moment(entry) for entry in self.chronology.entries)

    @cached_property
    def years_with_pages(self) -> frozenset[tuple[int, Precision]]:
        """The years, decades and centuries that something of the chronology stands in."""
        return frozenset((group.year, group.precision) for group in self.chronology.years)

    def name(self, side: Side, id_: str) -> Name:
        """What an actor, place, theme or period is called in the edition's language, or in one it has a name in."""
        return self._names[side][id_]

    def names(self, side: Side, ids: Iterable[str]) -> tuple[Name, ...]:
        """What several actors, places, themes or periods are called."""
        return tuple(self.name(side, id_) for id_ in ids)

    def label(self, side: Side, id_: str) -> Name:
        """The same name where it stands alone. Many are written as they stand in a sentence."""
        return self._labels[side][id_]

    def labels(self, side: Side, ids: Iterable[str]) -> tuple[Name, ...]:
        """The same names where each stands alone."""
        return tuple(self.label(side, id_) for id_ in ids)

    def foreign(self, lang: str) -> str | None:
        """What a text's language is called, where it is not the edition's."""
        return None if lang == self.lang else self.language.name_of(lang)

    def alternates(self, here: Address) -> tuple[LanguageLink, ...]:
        """The page at `here` in every language of the site."""
        path = here.removeprefix(self.addresses.home)
        return tuple(
            LanguageLink(code, language.name, Address(self._addresses_in(code).home + path), code == self.lang)
            for code, language in self.languages.items()
        )

    def shell(  # noqa: PLR0913 # it takes all that a page may say of itself
        self,
        title: str,
        here: Address,
        description: str | None = None,
        *,
        is_indexed: bool = True,
        linked_data: str | None = None,
        embed: Embed | None = None,
    ) -> Shell:
        """The frame around the page that stands at `here`, described as the site is where it says nothing itself."""
        site_title, site_title_lang = in_language(self.site.title, self.lang)
        poster, poster_title = self._posters.get(here, (self.addresses.poster, site_title))
        return Shell(
            lang=self.lang,
            direction=self.language.direction,
            site_title=site_title,
            site_title_lang=site_title_lang,
            page_title=title,
            description=description or in_language(self.site.description, self.lang)[0],
            home=Link(site_title, site_title_lang, self.addresses.home, here == self.addresses.home),
            navigation=self._navigation(here),
            search=self._search(here),
            languages=self.alternates(here),
            feed=self.addresses.feed,
            json_feed=self.addresses.json_feed,
            data=self.addresses.data,
            builder=self.addresses.builder,
            canonical=urls.absolute(self.site.base_url, here),
            licence=self.site.licence,
            publisher=self.site.publisher,
            poster=poster,
            poster_title=poster_title,
            is_indexed=is_indexed,
            linked_data=linked_data,
            embed=embed,
        )

    def embed(self, name: str, height: int = _LIST_HEIGHT, when: str | None = None) -> Embed:
        """How one thing is embedded, named as `Addresses.frame` names it."""
        addresses = self.addresses
        json, xml = (addresses.oembed(name, form) for form in ("json", "xml"))
        return Embed(addresses.frame(name), urls.EMBED_SCRIPT, json, xml, height, when)

    def _navigation(self, here: Address) -> tuple[Link, ...]:
        addresses, word = self.addresses, self.language.word
        sides = (side for side, topics in self.chronology.topics.by_side.items() if topics and side is not Side.TYPES)
        lists = (
            (word("Chronology"), addresses.timeline),
            *([(word("Sequences"), addresses.sequences)] if self.chronology.sequences else []),
            *((side_name(side, self.language), addresses.topics(side)) for side in sides),
        )
        texts = ((page.text(self.lang), addresses.prose(page.slug)) for page in self.prose)
        links = (
            *((label, self.lang, address) for label, address in lists),
            *((text.title, text.lang, address) for text, address in texts),
        )
        return tuple(Link(label, lang, to, here == to, here != to and here.startswith(to)) for label, lang, to in links)

    @cached_property
    def _posters(self) -> Mapping[Address, tuple[Address, str]]:
        """By the address of a page the poster it has of its own, and the title on it."""
        addresses, sequences = self.addresses, self.gazetteer.sequences
        of_sequences = {
            addresses.sequence(id_): (addresses.sequence_poster(id_), in_language(sequences[id_].title, self.lang)[0])
            for id_ in self.chronology.sequences
        }
        of_periods = {
            addresses.topic(Side.PERIODS, id_): (addresses.period_poster(id_), self.name(Side.PERIODS, id_).words)
            for id_ in self.chronology.topics.by_side[Side.PERIODS]
        }
        return of_sequences | of_periods

    @cached_property
    def _names(self) -> Mapping[Side, Mapping[str, Name]]:
        """All names of the gazetteer: cards and lists name the same few again and again."""
        gazetteer = self.gazetteer
        words: Mapping[Side, Mapping[str, Words]] = {
            Side.ACTORS: {id_: actor.name for id_, actor in gazetteer.actors.items()},
            Side.PLACES: {id_: place.name for id_, place in gazetteer.places.items()},
            Side.THEMES: {id_: theme.name for id_, theme in gazetteer.themes.items()},
            Side.PERIODS: {id_: period.title for id_, period in gazetteer.periods.items()},
            Side.TYPES: {kind.value: {self.lang: entry_type(kind, self.language)} for kind in EntryType},
        }
        return {side: {id_: self._name(side, id_, given[id_]) for id_ in given} for side, given in words.items()}

    @cached_property
    def _labels(self) -> Mapping[Side, Mapping[str, Name]]:
        return {
            side: {id_: replace(name, words=capital(name.words)) for id_, name in names.items()}
            for side, names in self._names.items()
        }

    def _name(self, side: Side, id_: str, words: Words) -> Name:
        has_page = id_ in self.chronology.topics.by_side[side]
        return Name(*in_language(words, self.lang), self.addresses.topic(side, id_) if has_page else None)

    def _search(self, here: Address) -> Link | None:
        address = self.addresses.search
        return Link(self.language.word("Search"), self.lang, address, here == address) if self.has_search else None

    def _addresses_in(self, lang: str) -> Addresses:
        return urls.addresses_of(lang, self.site.languages[0])
