"""The page as a person meets it, in a real Chromium; `make test-browser`, pictures kept in build/screens."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conductor.interfaces.web.serving import served

pytestmark = pytest.mark.browser
SCREENS = Path(__file__).resolve().parents[4] / "build" / "screens"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("serve")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="en-CA")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def shot(page: Page, name: str) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}.png", full_page=True)


def drawn(page: Page) -> None:
    """Wait until the first plot has come and is wide enough to read."""
    plot = page.locator("article img.plot").first
    plot.scroll_into_view_if_needed()
    expect(plot).to_have_js_property("complete", True, timeout=30_000)
    assert plot.evaluate("image => image.naturalWidth") > 300


def ask(page: Page, question: str) -> None:
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")


def test_a_question_gives_ranked_responses_with_a_plot(page: Page) -> None:
    shot(page, "start")
    ask(page, "How much will the world warm by the end of the century under SSP2-4.5?")
    expect(page.locator("article")).not_to_have_count(0, timeout=60_000)
    plot = page.locator("article img.plot").first
    expect(plot).to_be_visible(timeout=30_000)
    plot.scroll_into_view_if_needed()
    drawn(page)
    expect(page.locator("#steps li.done")).not_to_have_count(0)
    shot(page, "answer")


def test_a_reload_brings_the_answer_back(page: Page) -> None:
    ask(page, "What is hist-1950?")
    expect(page.locator("article")).not_to_have_count(0, timeout=60_000)
    page.reload()
    expect(page.locator("article")).not_to_have_count(0, timeout=60_000)


def test_a_question_back_is_answered_with_a_button(page: Page) -> None:
    ask(page, "Montre-moi Springfield en juin")
    option = page.locator("#options button").first
    expect(option).to_be_visible(timeout=60_000)
    shot(page, "clarification")
    option.click()
    expect(page.locator("#clarification")).to_be_hidden(timeout=60_000)


def test_a_refusal_names_what_is_near(page: Page) -> None:
    ask(page, "Find SSP9-2.0 projections for Chile")
    expect(page.locator("#summary")).to_contain_text("SSP", timeout=60_000)
    shot(page, "declined")


def test_scenes_come_with_a_map(page: Page) -> None:
    ask(page, "Find Sentinel-2 scenes near Berlin in February 2017")
    expect(page.locator("article img.plot").first).to_be_visible(timeout=60_000)
    drawn(page)
    files = page.locator(".records .files a")
    expect(files).to_have_count(6)
    page.get_by_role("button", name="and 9 more").click()
    expect(files).to_have_count(15)
    shot(page, "map")


def test_records_are_listed_with_their_files_and_go_on_page_after_page(page: Page) -> None:
    """A hundred are at hand with the answer, ten are shown at a time; the rest is asked of the catalogues by cursor."""
    ask(page, "Landsat scenes over Colorado")
    records, more = page.locator(".records > ol > li"), page.get_by_role("button", name="More", exact=True)
    expect(records).to_have_count(10, timeout=60_000)
    expect(page.locator(".records [role=status]")).to_have_text("10 of 105 shown")
    first = records.first
    expect(first.locator(".facts")).to_contain_text("4 files (GeoTIFF)")
    with page.expect_download() as download:
        first.locator(".files a").first.click()
    assert download.value.suggested_filename.endswith(".tif") and Path(download.value.path()).stat().st_size > 1000
    shot(page, "records")
    more.click()
    expect(records).to_have_count(20)
    expect(records.nth(10)).to_be_focused()
    for shown in range(30, 101, 10):
        more.click()
        expect(records).to_have_count(shown)
    with page.expect_response("**/find") as asked:
        more.click()
    assert asked.value.ok
    expect(page.locator(".records [role=status]")).to_have_text("105 records, that is all", timeout=30_000)
    expect(records).to_have_count(105)
    names = records.locator("strong").all_text_contents()
    assert len(set(names)) == 105
    shot(page, "records-all")


def test_datasets_without_files_at_hand_lead_to_what_describes_them(page: Page) -> None:
    ask(page, "CMIP6 historical ta monthly of CAS-ESM2-0")
    record = page.locator(".records > ol > li").first
    expect(record).to_contain_text("CMIP6.CMIP.CAS.CAS-ESM2-0", timeout=60_000)
    expect(record.locator(".files a").first).to_have_attribute("href", re.compile("^https://"))
    shot(page, "datasets")


def test_nothing_found_by_words_says_so(page: Page) -> None:
    ask(page, "find datasets about permafrost thaw")
    expect(page.locator("#summary")).to_contain_text("Nothing matches “permafrost thaw”", timeout=60_000)
    expect(page.locator(".caveats")).to_contain_text("sources of the network were not asked")
    shot(page, "nothing-found")


def test_the_page_speaks_french(page: Page) -> None:
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("button", name="Demander")).to_be_visible()
    ask(page, "Température annuelle à Montréal dans les années 2050 selon le scénario A1B ?")
    expect(page.locator("article")).not_to_have_count(0, timeout=60_000)
    shot(page, "french")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Compare end-of-century global warming under SSP1-2.6 and SSP5-8.5", "telephone-dark"),
        ("Find Sentinel-2 scenes near Berlin in February 2017", "telephone-records"),
    ],
)
def test_the_page_fits_a_telephone(browser: Browser, address: str, question: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", locale="en-CA")
    page = context.new_page()
    page.goto(address)
    ask(page, question)
    expect(page.locator("article")).not_to_have_count(0, timeout=60_000)
    drawn(page)
    assert page.locator("html").evaluate("e => e.scrollWidth <= window.innerWidth"), "nothing sticks out"
    shot(page, name)
    context.close()
