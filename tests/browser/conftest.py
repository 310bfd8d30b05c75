"""A real server, a real browser, and people of one's own for every test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from cases.access import Role
from tests.browser.windows import CHROMIUM, Window, launched, window
from tests.newcomers import newcomer
from tests.server_process import Caller, Server, running

NewPerson = Callable[..., Awaitable[tuple[str, Caller]]]


FOLDER = Path(__file__).parent
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of this folder on one event loop: they share the browser that was started on it."""
    for item in items:
        if item.path.parent == FOLDER and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep whether a test failed for those who tear its windows down."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


async def _tell_of_failure(request: pytest.FixtureRequest, page: Window) -> None:
    node: pytest.Item = request.node
    if node.stash.get(FAILED, False):
        await page.tell_where_it_stands()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """``onboard serve`` on a new data folder."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with running(tmp_path_factory.mktemp("browser") / "data") as server:
        yield server


@pytest.fixture
def new_person(server: Server) -> NewPerson:
    """Makes somebody with a role (and the name that it gives them); returns e-mail and REST caller."""

    async def make(role: Role, name: str | None = None) -> tuple[str, Caller]:
        return await newcomer(server, role, name)

    return make


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    async with launched() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def merchant_page(
    request: pytest.FixtureRequest, browser: Browser, server: Server, new_person: NewPerson
) -> AsyncIterator[Window]:
    """The window of a new merchant who has signed in."""
    email, _ = await new_person(Role.MERCHANT, "Maya Lindqvist")
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        yield page
        await _tell_of_failure(request, page)


@pytest_asyncio.fixture(loop_scope="session")
async def reviewer_page(
    request: pytest.FixtureRequest, browser: Browser, server: Server, new_person: NewPerson
) -> AsyncIterator[Window]:
    """The window of a new reviewer who has signed in and sees the queue."""
    email, _ = await new_person(Role.REVIEWER, "Rosa Okonkwo")
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        await page.page.wait_for_selector("#queue")
        yield page
        await _tell_of_failure(request, page)
