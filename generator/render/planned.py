"""Every file of the site but those of its search index, as planned: how each is drawn, and what decides its bytes."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from generator import urls
from generator.config import Project
from generator.files import Draw, Output
from generator.model import Entry
from generator.render.assets import addresses_of, collect_assets, collect_pictures
from generator.render.draw import Drawer
from generator.render.edition import Edition
from generator.render.plan import check_addresses, plan
from generator.render.singles import revised_pages


class Planned:
    """The files of a site in each of its languages. Raises `PlanError` where two of them share an address, which is a
    bug of ours, and `SettingsError` as assets do."""

    def __init__(self, project: Project, in_languages: tuple[Edition, ...]) -> None:
        assets = collect_assets(project.layouts)
        pictures = collect_pictures((picture.src for picture in in_languages[0].chronology.pictures), project.content)
        self._assets = {asset.address: asset for asset in (*assets, *pictures)}
        self._in_languages, self._pages = in_languages, plan(in_languages)
        addresses = [*self._assets, urls.SEARCH_SCRIPT, *(page.address for page in self._pages)]
        check_addresses(addresses)
        site, languages = in_languages[0].site, in_languages[0].languages
        known = frozenset(addresses)
        self._drawer = partial(Drawer, project.layouts, languages, addresses_of(assets), site.base_url, known)

    def drawings(self, revised: Entry | None = None) -> Mapping[str, Draw]:
        """How each file is drawn, by its path; with templates of their own, which are read when they are asked for.
        The pages of its own tell what a `revised` entry says by now: none of those of others do."""
        draw = self._drawer().draw
        anew = (revised_pages(revised, edition) for edition in self._in_languages if revised)
        pages = {urls.file_of(page.address): partial(draw, page) for page in chain(self._pages, *anew)}
        return {urls.file_of(asset.address): asset.read for asset in self._assets.values()} | pages

    def outputs(self) -> Iterator[Output]:
        """Each as a file to be, what is linked to before what links to it."""
        yield from (asset.output() for asset in self._assets.values())
        yield from self._drawer().outputs(self._pages)
