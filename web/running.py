"""The process that serves: database, team, background work and seals, begun and ended in order."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError

from agents.models import Models, load_models
from agents.offline import OfflineChatCompletionClient
from agents.prompt_file import AGENTS, load_prompts
from cases.errors import OnboardError, Unavailable
from desk.duplicates import catch_up
from notices.apprise import Messenger
from notices.letters import Welcome
from storage.errors import SettingsError
from storage.settings import Settings
from teams.team import Team
from teams.worker import Worker
from tools.services import open_gateway
from tools.verification import http as verification
from tools.watchlists import configured
from web.composition import Onboard, build, opened
from web.logs import quieten
from web.telling import deliverer, letterbox, merchant_letters

TOGETHER = 1.0
"""Seconds for which commits are gathered before they are sealed in one line."""

LOOK_EVERY = 10.0
"""Seconds between looks for what other processes wrote and did not seal."""

log = structlog.get_logger(__name__)


class Process:
    """What runs behind the doors of a serving process."""

    def __init__(self, settings: Settings) -> None:
        """Raises OnboardError, with one clear line, where a part cannot be used."""
        self.gateway = open_gateway(settings, self._welcome)
        self.verifier = verification.configured(settings)
        self.onboard = build(settings, configured(settings), self.gateway, self.verifier)
        _require_sources(self.onboard)
        self.models: Models = load_models(settings.models_file)
        self.worker = Worker(
            self.onboard.desk,
            Team(self.onboard.desk, load_prompts(settings.prompts_dir), self.models),
            settings.data_dir,
            merchant_letters(self.onboard.desk, self.onboard.people, settings),
        )
        self.messenger = Messenger()
        self.deliverer = deliverer(self.onboard.desk, self.onboard.people, settings, self.messenger)

    async def _welcome(self, case_id: UUID) -> None:
        settings = self.onboard.settings
        desk = self.onboard.desk
        await Welcome(desk, letterbox(desk, settings), settings.public_url)(case_id)

    @property
    def is_offline(self) -> bool:
        """Whether every agent speaks with the offline model."""
        return all(isinstance(self.models.client_for(name), OfflineChatCompletionClient) for name in AGENTS)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None, None]:
        """Everything running while the block runs; stopped in reverse order, the last seal at the end."""
        async with opened(self.onboard):
            sealing = asyncio.create_task(_keep_sealing(self.onboard), name="seals")
            delivering = asyncio.create_task(self.deliverer.run(), name="deliveries")
            catching_up = asyncio.create_task(_catch_up(self.onboard), name="fingerprints")
            try:
                await self._start_worker()
                quieten()
                try:
                    yield
                finally:
                    await self.worker.stop()
                    # DBOS put its own threads in the loop's place and took them with it.
                    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
            finally:
                for task in (sealing, delivering, catching_up):
                    task.cancel()
                await asyncio.gather(sealing, delivering, catching_up, return_exceptions=True)
                self.messenger.close()
                await self.models.close()
                await self.gateway.aclose()
                if self.verifier is not None:
                    await self.verifier.aclose()
                await _seal(self.onboard)

    async def _start_worker(self) -> None:
        try:
            await self.worker.start()
        except (sqlite3.Error, DBAPIError) as error:
            folder = self.onboard.settings.data_dir
            raise Unavailable(
                f"The list of running work in {folder} cannot be used; is the disk full?"
            ) from error


async def _catch_up(onboard: Onboard) -> None:
    """Let cases from before there were fingerprints be known again as well."""
    try:
        done = await catch_up(onboard.desk)
    except OnboardError as error:
        log.error("fingerprints_not_made", reason=error.code)
    else:
        log.info("fingerprints_made", cases=done)


def _require_sources(onboard: Onboard) -> None:
    """Raise SettingsError where the policy has a service verify facts and there is none to ask."""
    policy = onboard.desk.policy
    wanted = [kind.value for kind, rule in policy.verification.items() if rule.provider == "http"]
    if wanted and onboard.desk.verifier is None:
        raise SettingsError(
            f"ONBOARD_VERIFICATION_URL: policy {policy.name} {policy.version} has a service verify "
            f"{', '.join(wanted)}, and none is set."
        )


async def _keep_sealing(onboard: Onboard) -> None:
    while True:
        await onboard.desk.bell.wait(LOOK_EVERY)
        await asyncio.sleep(TOGETHER)
        await _seal(onboard)


async def _seal(onboard: Onboard) -> None:
    try:
        await onboard.sealer.seal(onboard.desk.db)
    except OnboardError as error:
        log.error("not_sealed", code=error.code, reason=str(error))
