"""Everything is built here, once, and handed down; nothing is built at import time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cases.errors import Unavailable
from cases.screening import Party, PotentialMatch
from desk.desk import Desk
from desk.feed import Feed
from desk.outside import Gateway, Lists, StepAnswer, Verifier
from desk.people import People
from desk.queue.queue import Queue
from desk.ready_answers import load_answers
from desk.team import Team
from desk.views import Views
from notices.continuing import ContinueLetters
from storage.database import Database
from storage.log import EventLog
from storage.seals import Sealer
from storage.secrets import open_keyring
from storage.settings import Settings
from storage.watch_lists import StoredList
from tools.documents.inspection import Inspector
from tools.policy_file import load_policy
from web.telling import letterbox


@dataclass(frozen=True)
class Onboard:
    """One installation, as every door uses it."""

    settings: Settings
    desk: Desk
    people: People
    views: Views
    queue: Queue
    team: Team
    feed: Feed
    sealer: Sealer
    inspector: Inspector


class Elsewhere:
    """Stands for watch lists and services in a short command: it checks nothing and sets nothing up.

    What follows from a command is written down as work, for the process that serves.
    """

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """Raises Unavailable."""
        del party, threshold
        raise Unavailable("Only the process that serves compares names.")

    async def status(self) -> list[StoredList]:
        """Raises Unavailable."""
        raise Unavailable("Only the process that serves reads lists.")

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        """Raises Unavailable."""
        del step, key, body
        raise Unavailable("Only the process that serves sets accounts up.")


def build(
    settings: Settings,
    lists: Callable[[Database], Lists] | None = None,
    gateway: Gateway | None = None,
    verifier: Verifier | None = None,
) -> Onboard:
    """Put the parts together; raises OnboardError, with one clear line, where one cannot be used.

    ``lists`` makes the watch lists of a database. The database is not opened yet: ``opened`` does that.
    """
    policy = load_policy(settings.policy)
    keyring = open_keyring(settings)
    database = Database(settings)
    log = EventLog(database, keyring)
    desk = Desk(
        database,
        log,
        keyring,
        policy,
        lists=lists(database) if lists else Elsewhere(),
        gateway=gateway or Elsewhere(),
        verifier=verifier,
        answers=load_answers(settings.policy.parent / "answers"),
    )
    people = People(desk)
    return Onboard(
        settings=settings,
        desk=desk,
        people=people,
        views=Views(desk, people),
        queue=Queue(desk, people),
        team=Team(desk, people),
        feed=Feed(desk),
        sealer=Sealer(settings.data_dir, keyring),
        inspector=Inspector(),
    )


def continue_letters(onboard: Onboard) -> ContinueLetters:
    """What sends merchants a link with which they go on."""
    settings = onboard.settings
    return ContinueLetters(
        onboard.desk, onboard.people, letterbox(onboard.desk, settings), settings.public_url
    )


@asynccontextmanager
async def database_opened(settings: Settings) -> AsyncGenerator[Database, None]:
    """The database alone, for what needs no desk, open while the block runs."""
    open_keyring(settings)
    database = Database(settings)
    try:
        await database.open()
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def opened(onboard: Onboard) -> AsyncGenerator[None, None]:
    """The database open while the block runs, closed on leaving."""
    database = onboard.desk.db
    try:
        await database.open()
        yield
    finally:
        await database.close()
