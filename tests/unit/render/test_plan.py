"""The plan of a site: the addresses of the site map, no more and no fewer, and every link leads to one of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.chronology.arrange import arrange
from generator.config import Project
from generator.languages import open_languages
from generator.load.content import load
from generator.render.assets import addresses_of, collect_assets
from generator.render.draw import Drawer
from generator.render.machine_views import Sitemap
from generator.render.plan import check_addresses, editions, plan
from generator.render.views import (
    EntryPage,
    HomePage,
    NotFoundPage,
    Page,
    PlanError,
    ProsePage,
    TimelinePage,
    TopicPage,
    TopicsPage,
    YearPage,
)
from generator.urls import Address

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PROJECT = {
    "content/entries/2021/geneva.md": """\
---
title: Genève
date: 2021-05-01
aliases: [old, older]
actors: [nato]
places: [hall]
themes: [talks]
---
Texte.
""",
    "content/entries/2021/geneva.en.md": "---\ntitle: Geneva\n---\nText.\n",
    "content/entries/київ.md": "---\ntitle: Kyiv\ndate: 2022\nmedia: [{src: a.png, alt: A}]\n---\nTexte.\n",
    "content/entries/rome.md": "---\ntitle: Rome\ndate: -0044-03-15\n---\nTexte.\n",
    "content/entries/later.md": "---\ntitle: Plus tard\ndate: 2023\ndraft: true\n---\n",
    "content/pages/method.md": "---\ntitle: Méthode\n---\nTexte.\n",
    "content/actors.yaml": "nato: {kind: organisation, name: Otan}\nghost: {kind: country, name: Fantômie}\n",
    "content/places.yaml": "geneva: {name: Genève}\nhall: {name: Salle, within: geneva}\n",
    "content/themes.yaml": "talks: {name: Pourparlers}\n",
    "content/periods.yaml": "- {id: now, title: À présent, from: 2021}\n",
    "content/a.png": "picture",
}

OF_EACH_LANGUAGE = """
    /  /timeline/  /embed/  /-0044/  /2021/  /2022/  /entries/geneva/  /entries/old/  /entries/older/  /entries/київ/
    /entries/rome/  /method/  /feed.xml  /feed.json  /timeline.ics
    /data/  /data/entries.json  /data/entries.csv  /data/entries.schema.json  /data/timeline.json  /data/timeline.csv
    /data/citations.json  /data/citations.bib
    /actors/  /actors/nato/  /places/  /places/geneva/  /places/hall/
    /themes/  /themes/talks/  /periods/  /periods/now/  /types/  /types/other/
    /pictures/site.png  /pictures/periods/now.png
""".split()
EMBEDDED = """
    timeline  years/-0044  years/2021  years/2022  entries/geneva  entries/київ  entries/rome
    actors/nato  places/geneva  places/hall  themes/talks  periods/now  types/other
""".split()
OF_THE_SITE = "/404.html /sitemap.xml /robots.txt /_headers /embed.js".split()
FILES = frozenset({Address("/media/a.png")})


def planned(root: Path) -> tuple[Page, ...]:
    project = Project(root)
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    return plan(editions(content.site, content.gazetteer, chronology, content.prose, languages))


def test_the_plan_has_the_addresses_of_the_site_map(write_site: WriteSite) -> None:
    """Each once, the default language at the root, the other below its code; a draft has none."""
    addresses = [page.address for page in planned(write_site(PROJECT))]
    frames = [f"/embed/{name}/" for name in (*EMBEDDED, "entries/old", "entries/older")]
    oembed = [f"/oembed/{name}.{form}" for name in EMBEDDED for form in ("json", "xml")]
    of_each = [*OF_EACH_LANGUAGE, *frames, *oembed]
    assert sorted(addresses) == sorted([*of_each, *(f"/en{address}" for address in of_each), *OF_THE_SITE])


def test_a_page_is_in_the_language_of_its_address(write_site: WriteSite) -> None:
    """What stands for the whole site is in the default language."""
    for page in planned(write_site(PROJECT)):
        assert page.lang == ("en" if page.address.startswith("/en/") else "fr"), page.address


def test_what_is_linked_to_stands_before_what_links_to_it(write_site: WriteSite) -> None:
    """A site that is read while it is written has the entries first, then the lists, then feeds and sitemap; and last
    the pages by which readers come in."""
    kinds = [page.kind for page in planned(write_site(PROJECT))]
    ranks = {
        EntryPage: 0,
        ProsePage: 0,
        TopicPage: 1,
        TopicsPage: 1,
        YearPage: 1,
        TimelinePage: 1,
        Sitemap: 2,
        HomePage: 3,
        NotFoundPage: 4,
    }
    met = [ranks[kind] for kind in kinds if kind in ranks]
    assert met == sorted(met)


def test_the_home_page_that_leads_to_the_others_is_the_last_of_them(write_site: WriteSite) -> None:
    homes = [page.address for page in planned(write_site(PROJECT)) if page.kind is HomePage]
    assert homes == ["/en/", "/"]


def drawn(root: Path, *gone: str) -> dict[str, str]:
    """What is said of dead links on each page where some addresses are not made; nothing of a sound one."""
    project, pages = Project(root), planned(root)
    site = load(project).site
    assets = collect_assets(project.layouts)
    known = {*FILES, *(asset.address for asset in assets), *(page.address for page in pages)} - {*map(Address, gone)}
    languages = open_languages(site.languages, project.layouts)
    drawer = Drawer(project.layouts, languages, addresses_of(assets), site.base_url, known)
    said = {}
    for page in pages:
        try:
            drawer.draw(page)
        except PlanError as fault:
            said[str(page.address)] = str(fault)
    return said


def test_every_link_of_a_page_leads_to_a_page_or_file(write_site: WriteSite) -> None:
    """A sound project passes."""
    assert not drawn(write_site(PROJECT))


@pytest.mark.parametrize(
    "gone",
    ["/entries/geneva/", "/en/2022/", "/", "/en/feed.xml", "/method/", "/actors/", "/en/places/hall/", "/sitemap.xml"],
)
def test_a_link_to_a_page_that_is_not_made_is_reported(gone: str, write_site: WriteSite) -> None:
    """With the page that holds it and the address it leads to."""
    said = drawn(write_site(PROJECT), gone)
    assert said
    assert {fault.removeprefix(f"{page} links to ") for page, fault in said.items()} == {f"{gone}, which is not made"}


def test_a_picture_that_is_not_published_is_reported(write_site: WriteSite) -> None:
    """On the page of its entry and in the data for TimelineJS, in each language."""
    data = [f"{edition}/data/timeline.{form}" for edition in ("", "/en") for form in ("json", "csv")]
    assert [*drawn(write_site(PROJECT), *FILES)] == ["/entries/київ/", "/en/entries/київ/", *data]


def test_a_dead_link_is_reported_of_every_page_that_holds_it(write_site: WriteSite) -> None:
    """Also where the pages share the card that it stands on."""
    told = {*drawn(write_site(PROJECT), "/entries/geneva/")}
    assert {"/", "/timeline/", "/2021/", "/actors/nato/", "/places/geneva/", "/places/hall/", "/periods/now/"} < told


@pytest.mark.parametrize("address", ["/entries/geneva/", "/entries/GENEVA/", "/Method/", "/EN/2021/"])
def test_two_pages_with_one_address_are_reported(address: str, write_site: WriteSite) -> None:
    """Addresses that differ in case alone are one on many file systems."""
    addresses = [page.address for page in planned(write_site(PROJECT))]
    with pytest.raises(PlanError) as fault:
        check_addresses([*addresses, Address(address)])
    (first, _, second, *_) = str(fault.value).split()
    assert (first, second.casefold()) == (address, address.casefold())


def test_a_page_that_comes_twice_is_reported(write_site: WriteSite) -> None:
    """Also if it is the same one."""
    addresses = [page.address for page in planned(write_site(PROJECT))]
    with pytest.raises(PlanError):
        check_addresses([*addresses, addresses[0]])


def test_a_project_without_entries_has_a_site(write_site: WriteSite) -> None:
    """A new project builds."""
    pages = planned(write_site({}))
    check_addresses(page.address for page in pages)
    assert {"/", "/timeline/", "/feed.xml"} < {page.address for page in pages}


def test_years_are_neighbours_of_the_years_there_are(write_site: WriteSite) -> None:
    """A year without entries has no page, so no link leads to it."""
    years = [
        page.view for page in planned(write_site(PROJECT)) if isinstance(page.view, YearPage) and page.lang == "fr"
    ]
    around = [(year.before and year.before.label, year.year.label, year.after and year.after.label) for year in years]
    assert around == [(None, "45 av. J.-C.", "2021"), ("45 av. J.-C.", "2021", "2022"), ("2021", "2022", None)]


def test_the_home_page_shows_the_newest_changes_and_every_year(write_site: WriteSite) -> None:
    """Six entries at most, the newest change first; of one day, or of none, the later event first."""
    stamps = ["", "published: 2023-01-03", "published: 2023-01-01\nupdated: 2023-01-05", "published: 2023-01-04"]
    files = {
        f"content/entries/{number}.md": f"---\ntitle: T\ndate: 20{number:02}\n{stamps[number % 4]}\n---\n"
        for number in range(8)
    }
    home = next(page.view for page in planned(write_site(files)) if page.address == "/")
    assert isinstance(home, HomePage)
    assert [card.address for card in home.newest] == [f"/entries/{number}/" for number in (6, 2, 7, 3, 5, 1)]
    assert [(year.label, year.count) for year in home.years] == [(str(year), 1) for year in range(2000, 2008)]
    assert home.count == 8


def test_a_card_is_made_once_for_all_pages_that_show_it(write_site: WriteSite) -> None:
    """With many entries nearly all of a site is cards."""
    pages = {page.address: page.view for page in planned(write_site(PROJECT)) if page.lang == "fr"}
    timeline, topic = pages[Address("/timeline/")], pages[Address("/actors/nato/")]
    assert isinstance(timeline, TimelinePage)
    assert isinstance(topic, TopicPage)
    cards = {
        card.address: card
        for year in timeline.years
        for month in year.months
        for day in month.days
        for card in day.cards
    }
    assert topic.first is cards[Address("/entries/geneva/")]
