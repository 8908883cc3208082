"""The site in one language, and the frame that its pages share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import urls
from generator.groups import Chronology
from generator.languages import Language
from generator.model import Actor, Gazetteer, Location, Prose, Site, Theme, in_language
from generator.render.parts import LanguageLink, Link, Shell
from generator.urls import Address, Addresses

Named = Actor | Location | Theme
Where = Callable[[Addresses], Address]
"""Tells a page's address in any language."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything the pages of one language are made from."""

    site: Site
    gazetteer: Gazetteer
    chronology: Chronology
    prose: tuple[Prose, ...]
    language: Language
    languages: Mapping[str, Language]

    @property
    def lang(self) -> str:
        """The code of the edition's language."""
        return self.language.code

    @property
    def addresses(self) -> Addresses:
        """The addresses of the edition."""
        return self._addresses_in(self.lang)

    def names(self, ids: Sequence[str], things: Mapping[str, Named]) -> tuple[str, ...]:
        """What people, places or themes are called in the edition's language."""
        return tuple(in_language(things[id_].name, self.lang)[0] for id_ in ids)

    def foreign(self, lang: str) -> str | None:
        """What a text's language is called, where it is not the edition's."""
        return None if lang == self.lang else self.language.name_of(lang)

    def alternates(self, where: Where) -> tuple[LanguageLink, ...]:
        """The same page in every language of the site."""
        return tuple(
            LanguageLink(code, language.name, where(self._addresses_in(code)), code == self.lang)
            for code, language in self.languages.items()
        )

    def shell(self, title: str, where: Where, description: str | None = None, *, is_indexed: bool = True) -> Shell:
        """The frame around the page that stands at `where`."""
        here = where(self.addresses)
        site_title = in_language(self.site.title, self.lang)[0]
        return Shell(
            lang=self.lang,
            direction=self.language.direction,
            site_title=site_title,
            page_title=title,
            description=description,
            home=Link(site_title, self.addresses.home, here == self.addresses.home),
            navigation=self._navigation(here),
            languages=self.alternates(where),
            feed=self.addresses.feed,
            canonical=urls.absolute(self.site.base_url, here),
            licence=self.site.licence,
            publisher=self.site.publisher,
            is_indexed=is_indexed,
        )

    def _navigation(self, here: Address) -> tuple[Link, ...]:
        timeline = self.addresses.timeline
        links = [Link(self.language.word("Chronology"), timeline, here == timeline)]
        if self.chronology.sequences:
            sequences = self.addresses.sequences
            links.append(Link(self.language.word("Sequences"), sequences, here == sequences))
        for page in self.prose:
            address = self.addresses.prose(page.slug)
            links.append(Link(page.text(self.lang).title, address, here == address))
        return tuple(links)

    def _addresses_in(self, lang: str) -> Addresses:
        return urls.addresses_of(lang, self.site.languages[0])
