"""The group chat of one case, built anew from the log for each run and gone when it has to wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from autogen_agentchat.base import TaskResult
from autogen_agentchat.conditions import FunctionalTermination, MaxMessageTermination
from autogen_agentchat.messages import BaseAgentEvent, BaseChatMessage
from autogen_agentchat.teams import SelectorGroupChat

from agents.models import Models
from agents.prompt_file import Prompt
from agents.roster import build_agents
from cases.record import CaseRecord
from desk.desk import Desk
from desk.draft import Draft
from desk.turn import Turn, TurnStale
from teams.memory import recall

Choose = Callable[[CaseRecord, Sequence[str]], str | None]
"""Names the next speaker from the record and who has spoken in this run; None ends it."""

AGENTS = ("preprocessor", "validator", "risk_analyst", "provisioner")
READER = "preprocessor"
MOST_TURNS = 40
"""Turns in one run; a bound for a model that would go on for ever."""


class RunFailed(Exception):
    """An agent could not finish its turn; what it had drafted is gone and nothing else."""


@dataclass(frozen=True)
class Usage:
    """What a run cost: calls of a model, and tokens read by it."""

    model_calls: int = 0
    prompt_tokens: int = 0

    def plus(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(self.model_calls + other.model_calls, self.prompt_tokens + other.prompt_tokens)


async def converse(
    desk: Desk, prompts: dict[str, Prompt], models: Models, case_id: UUID, choose: Choose
) -> Usage:
    """Let the agents speak in turn until ``choose`` names nobody.

    Raises TurnStale where the case moved under a turn, RunFailed where an agent failed.
    """
    draft = await _read(desk, case_id)
    turns = {name: Turn(desk, case_id, name) for name in AGENTS}
    order = _Order(draft.record, turns, choose)
    if order.upcoming is None:
        return Usage()
    team = SelectorGroupChat(
        [*build_agents(prompts, models, turns, draft.record.language)],
        model_client=models.client_for("preprocessor"),
        selector_func=order.next,
        termination_condition=FunctionalTermination(order.is_over) | MaxMessageTermination(_most(draft)),
    )
    return await _finish(team, draft, turns)


class _Order:
    """Who speaks when in one run, by the record as the last turn left it."""

    def __init__(self, record: CaseRecord, turns: Mapping[str, Turn], choose: Choose) -> None:
        self._record = record
        self._turns = turns
        self._choose = choose
        self._spoken: list[str] = []

    @property
    def upcoming(self) -> str | None:
        last = self._turns.get(self._spoken[-1]) if self._spoken else None
        record = last.record if last is not None else self._record
        speaker = self._choose(record, self._spoken)
        if speaker == READER and record.last_heard > self._record.last_heard:
            # What came in since is not among the messages of this run; the next one has it.
            return None
        return speaker

    def next(self, messages: Sequence[BaseAgentEvent | BaseChatMessage]) -> str:
        del messages
        speaker = self.upcoming
        if speaker is None:
            raise RunFailed("NobodyLeft")
        self._spoken.append(speaker)
        return speaker

    def is_over(self, messages: Sequence[BaseAgentEvent | BaseChatMessage]) -> bool:
        del messages
        return self.upcoming is None


def _most(draft: Draft) -> int:
    return len(draft.events) + MOST_TURNS


async def _finish(team: SelectorGroupChat, draft: Draft, turns: dict[str, Turn]) -> Usage:
    task = list(recall(draft.events, draft.record))
    usage = Usage()
    try:
        async for item in team.run_stream(task=task):
            if not isinstance(item, TaskResult) and item.models_usage is not None:
                usage = usage.plus(Usage(1, item.models_usage.prompt_tokens))
    except (RuntimeError, ValueError) as error:
        # AutoGen hands an agent's error on as the text of another: its class, a colon, the rest,
        # which may quote what the model was sent and is kept out of every log.
        if any(turn.is_stale for turn in turns.values()):
            raise TurnStale("The case has moved on; the run is taken again.") from error
        name = str(error).partition(":")[0]
        raise RunFailed(name if name.isidentifier() else type(error).__name__) from None
    return usage


async def _read(desk: Desk, case_id: UUID) -> Draft:
    async with desk.db.read() as connection:
        return await desk.load(connection, case_id)
