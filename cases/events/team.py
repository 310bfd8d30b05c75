"""What the agents' turns leave behind besides their words."""

from __future__ import annotations

from typing import Literal

from cases.events.body import EventBody


class ToolCalled(EventBody):
    """An agent called a tool; ``arguments`` and ``result`` hold tokens, not values.

    ``by``: the model chose to, or the team ran it because the model had not.
    """

    kind: Literal["tool.called"] = "tool.called"
    name: str
    arguments: str
    result: str
    ok: bool
    by: Literal["model", "team"] = "model"
    seconds: float = 0.0


class TurnCompleted(EventBody):
    """An agent's turn was committed; it had read everything up to ``read_up_to``."""

    kind: Literal["turn.completed"] = "turn.completed"
    read_up_to: int


class TurnFailed(EventBody):
    """A run of the team could not be finished; it is tried again."""

    kind: Literal["turn.failed"] = "turn.failed"
    reason: str
    attempt: int
