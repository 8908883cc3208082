"""What a reader does with the filters of the timeline, in Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

SCRIPTED = {"java_script_enabled": True}


def shown(page: Page) -> list[str]:
    """The titles of the entries that are shown, from the top, those too that are too far away to be drawn."""
    return page.locator("[data-timeline] .card:not([hidden]) .card-title").all_text_contents()


def tick(page: Page, facet: str) -> None:
    """Open the group of a choice and tick it."""
    box = page.locator(f'input[value="{facet}"]')
    group = page.locator("details", has=box)
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    box.check()


@pytest.fixture
def timeline(page: Page, rich_site: Path) -> Page:
    page.goto((rich_site / "timeline/index.html").as_uri())
    return page


def test_without_scripts_each_choice_is_a_link_to_a_page_that_shows_the_same(timeline: Page) -> None:
    links = timeline.locator("[data-filters] a")
    assert links.count() > 5
    assert timeline.locator("[data-filters] :is(input, select, button):visible").count() == 0
    timeline.locator("summary", has_text="Types").click()
    timeline.locator('[data-filters] a[href$="types/meeting/index.html"]').click()
    assert timeline.url.endswith("/types/meeting/index.html")
    assert timeline.get_by_role("heading", name="Les deux villes signent").is_visible()


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_the_filters_move_nothing_when_they_come(page: Page, rich_site: Path) -> None:
    """The script comes later than the page; the room of the form is kept for it."""
    url = (rich_site / "timeline/index.html").as_uri()
    scripts: list[Route] = []

    def hold(route: Route) -> None:
        scripts.append(route)

    page.route("**/filter*.js", hold)
    page.goto(url, wait_until="commit")
    first = page.locator(".year").first
    before = first.bounding_box()
    assert not page.get_by_label("Mots").is_visible()
    page.wait_for_timeout(100)
    scripts[0].continue_()
    page.get_by_label("Mots").fill("")
    assert first.bounding_box() == before


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_choices_of_one_group_widen_it_and_groups_narrow_one_another(timeline: Page) -> None:
    everything = shown(timeline)
    tick(timeline, "types:meeting")
    meetings = shown(timeline)
    assert 0 < len(meetings) < len(everything)
    tick(timeline, "types:article")
    assert len(shown(timeline)) > len(meetings)
    both = shown(timeline)
    tick(timeline, "actors:anne-morel")
    assert 0 < len(shown(timeline)) < len(both)
    expect(timeline.get_by_role("status")).to_have_text(
        f"Entrées affichées\u00a0: {len(shown(timeline))} sur {len(everything)}"
    )
    full = timeline.locator(".card:not([hidden])")
    assert not timeline.locator(".year:not([hidden])", has_not=full).count()


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_the_script_alone_hides_nothing(timeline: Page) -> None:
    """What only tells that a range goes on, and the years without entries, are left out of a narrowed list alone."""
    assert not timeline.locator("[data-section][hidden]").count()
    assert timeline.locator(".year-gap:visible").count()
    tick(timeline, "types:meeting")
    assert not timeline.locator(".year-gap:visible").count()


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_counts_say_what_a_choice_would_show(timeline: Page) -> None:
    tick(timeline, "types:meeting")
    box = timeline.locator('label:has(input[value="actors:anne-morel"]) .filter-count')
    expected = int(box.inner_text() or box.text_content() or 0)
    tick(timeline, "actors:anne-morel")
    assert len(shown(timeline)) == expected


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_a_filtered_view_can_be_sent_and_found_again(timeline: Page) -> None:
    tick(timeline, "types:meeting")
    timeline.get_by_label("Mots").fill("maires")
    timeline.get_by_label("Ordre").select_option("newest")
    expect(timeline).to_have_url(re.compile(r"\?q=maires&types=meeting&order=newest$"))
    before = shown(timeline)
    assert before == ["Les deux villes signent"]
    timeline.goto(timeline.url)
    assert shown(timeline) == before
    assert timeline.locator('input[value="types:meeting"]').is_checked()
    timeline.get_by_role("button", name="Tout afficher").click()
    expect(timeline.get_by_label("Mots")).to_have_value("")
    expect(timeline).to_have_url(re.compile(r"/timeline/index\.html$"))


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_newest_first_is_the_order_turned_around(timeline: Page) -> None:
    oldest = shown(timeline)
    timeline.get_by_label("Ordre").select_option("newest")
    assert shown(timeline) == oldest[::-1]
    timeline.get_by_label("Ordre").select_option("oldest")
    assert shown(timeline) == oldest


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_words_are_found_whatever_their_case_and_accents(timeline: Page) -> None:
    timeline.get_by_label("Mots").fill("ENFIN traite")
    assert shown(timeline) == ["Un traité, enfin"]
    timeline.get_by_label("Mots").fill("enfin pont")
    assert shown(timeline) == []


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_the_keyboard_ticks_a_choice(timeline: Page) -> None:
    timeline.locator("summary", has_text="Types").press("Enter")
    timeline.keyboard.press("Tab")
    timeline.keyboard.press("Space")
    expect(timeline).to_have_url(re.compile(r"\?types=\w+$"))


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_a_box_is_in_the_language_of_its_link_and_else_in_that_of_the_page(page: Page, rich_site: Path) -> None:
    """An empty `lang` would say that nobody knows which."""
    path = rich_site / "timeline/index.html"
    link = 'href="../types/meeting/index.html"'
    foreign = path.read_text("utf-8").replace(link, f'{link} lang="de" dir="auto"')
    page.route(path.as_uri(), lambda route: route.fulfill(body=foreign, content_type="text/html"))
    page.goto(path.as_uri())
    marked = page.locator("[data-filters] label[lang]")
    assert marked.count() == 1
    assert (marked.get_attribute("lang"), marked.get_attribute("dir")) == ("de", "auto")
