"""A case in memory for tests of agents: the real rules and tools, a log that is a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

from autogen_agentchat.base import ChatAgent, Response
from autogen_agentchat.messages import BaseChatMessage, TextMessage
from autogen_core import CancellationToken

from agents.models import Models, load_models
from agents.prompt_file import Prompt, load_prompts
from agents.roster import build_agents
from cases.access import Audience, Person, Role
from cases.application import FieldName
from cases.events import CaseOpened, Event, MessageSaid, ToolCalled
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from desk import conversation, locale
from desk.desk import Desk
from desk.draft import Author, Draft
from desk.turn import Turn
from tests.policies import BASIC
from tests.watch_lists import FixedLists

ROOT = Path(__file__).parents[2]
PROMPTS = ROOT / "agents" / "prompts"
OFFLINE = ROOT / "agents" / "models.yaml"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ALL = (
    "We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204. "
    "Write to hello@fernandfig.com. We take $250,000 a year and have been open since 2015. "
    "Our business licence is BL-204417."
)
"""Everything that the basic policy needs."""


@dataclass
class MemoryDesk:
    """The services that tools ask a desk for."""

    policy: Policy
    lists: FixedLists = field(default_factory=FixedLists)


class MemoryTurn(Turn):
    """A turn on a case in memory."""

    def __init__(self, case: MemoryCase, agent: str) -> None:
        super().__init__(cast("Desk", MemoryDesk(case.policy)), case.record.id, agent)
        self._case = case

    async def begin(self) -> None:
        self._draft = self._case.draft()

    async def commit(self) -> None:
        self._case.events = list(self.draft.events)
        self._draft = self._case.draft()


class MemoryCase:
    """One merchant's case."""

    def __init__(self, prompts: Path = PROMPTS, models: Path | Models = OFFLINE) -> None:
        self.merchant = Person(uuid4(), "m@example.org", "Mia", frozenset({Role.MERCHANT}))
        self.reviewer = Person(uuid4(), "r@example.org", "Rosa", frozenset({Role.REVIEWER}))
        self.policy = BASIC
        self.prompts: dict[str, Prompt] = load_prompts(prompts)
        self.models = models if isinstance(models, Models) else load_models(models)
        self.now = START
        opened = CaseOpened(door="chat")
        self.events = [_event(uuid4(), self.merchant.id, opened)]

    @property
    def record(self) -> CaseRecord:
        return replay(self.events)

    def draft(self) -> Draft:
        self.now += timedelta(seconds=1)
        return Draft(self.events, self.policy, self.now)

    def change(self, act: Any, *arguments: Any) -> None:
        """Apply one of the desk's rules."""
        draft = self.draft()
        act(draft, *arguments)
        self.events = list(draft.events)

    async def say(self, text: str) -> str:
        """The merchant says something and the preprocessor takes its turn; returns its answer."""
        before = self.record.last_seq
        self.change(conversation.say, self.merchant, text)
        self.change(locale.follow_language, Author(str(self.merchant.id), "merchant"), text)
        await self.take_turn("preprocessor")
        return self.heard(before)

    def heard(self, after: int = 0) -> str:
        """What the merchant was told after an event."""
        return "\n".join(
            event.body.text
            for event in self.events
            if event.seq > after
            and isinstance(event.body, MessageSaid)
            and event.audience is Audience.EVERYONE
            and event.role in ("agent", "desk")
        )

    def asked(self) -> list[str]:
        """What the last message asked for."""
        return [name.value for name in self.record.asked]

    @staticmethod
    def field(name: str) -> FieldName:
        return FieldName(name)

    def bodies(self, kind: type[Any]) -> list[Any]:
        return [event.body for event in self.events if isinstance(event.body, kind)]

    def calls(self) -> list[tuple[str, bool, str]]:
        """Every tool call on record: name, success, who called."""
        return [(call.name, call.ok, call.by) for call in self.bodies(ToolCalled)]

    async def take_turn(self, agent: str) -> list[Any]:
        """One agent's turn; returns everything that it streamed."""
        turn = MemoryTurn(self, agent)
        participant = participant_of(agent, self._agents(turn, agent))
        items = []
        async for item in participant.on_messages_stream(self.messages(), CancellationToken()):
            items.append(item)
        assert isinstance(items[-1], Response)
        return items

    def _agents(self, turn: MemoryTurn, agent: str) -> list[ChatAgent]:
        return build_agents(self.prompts, self.models, {agent: turn}, self.record.language)

    def messages(self) -> Sequence[BaseChatMessage]:
        """The conversation as a team is handed it."""
        handed = []
        for event in self.events:
            if isinstance(event.body, MessageSaid):
                mine = event.actor == str(self.merchant.id)
                text = f"[message {event.seq}] {event.body.text}" if mine else event.body.text
                source = "merchant" if mine else event.actor if event.role == "agent" else "status"
                handed.append(TextMessage(content=text, source=source))
        return handed


def participant_of(name: str, agents: Sequence[ChatAgent]) -> ChatAgent:
    return next(agent for agent in agents if agent.name == name)


def _event(case_id: UUID, actor: UUID, body: Any) -> Event:
    values: Mapping[str, Any] = {"id": uuid4(), "case_id": case_id, "seq": 1, "at": START}
    return Event(**values, actor=str(actor), role="merchant", audience=Audience.EVERYONE, body=body)
