"""Points of the work at which a server dies of SIGKILL."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

from desk import delivering, ledger, provisioning
from desk.turn import Turn
from teams import worker
from tools.gateway import Gateway


def die() -> None:
    """End this process at once, as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_the_middle_of_a_turn(agent: str) -> None:
    """When the agent has called its tools and nothing of it is written yet."""
    commit = Turn.commit

    async def killing(self: Turn) -> None:
        if self.author.actor == agent:
            die()
        await commit(self)

    Turn.commit = killing


def before_work_starts(kind: str) -> None:
    """When the desk has committed and the work that follows has not been started."""
    follow = worker.Worker._follow

    async def killing(self: worker.Worker, due: Any, workflow_id: str) -> None:
        if due.kind == kind:
            die()
        await follow(self, due, workflow_id)

    worker.Worker._follow = killing


def after_service(step: str) -> None:
    """When a provisioning service has done its part and the desk does not know it yet."""
    post = Gateway.post

    async def killing(self: Gateway, called: str, *args: Any, **kwargs: Any) -> Any:
        answer = await post(self, called, *args, **kwargs)
        if called == step:
            die()
        return answer

    Gateway.post = killing


def after_step(step: str) -> None:
    """When a provisioning step is on record and the next has not begun."""
    write = ledger.write
    reached = False

    async def killing(log: Any, tx: Any, draft: Any) -> None:
        nonlocal reached
        if reached:
            die()
        await write(log, tx, draft)
        done = draft.record.steps.get(step)
        reached = done is not None and done.status == "done"

    ledger.write = killing


def after_delivery(channel: str) -> None:
    """When a receiver has what it was told and the desk does not know it yet."""

    async def killing(desk: Any, delivery: delivering.Delivery) -> None:
        if delivery.channel == channel:
            die()
        await acknowledge(desk, delivery)

    acknowledge = delivering.acknowledge
    delivering.acknowledge = killing


POINTS: dict[str, Callable[[str], None]] = {
    "turn": in_the_middle_of_a_turn,
    "work": before_work_starts,
    "service": after_service,
    "step": after_step,
    "delivery": after_delivery,
}


def arm(kill_at: str) -> None:
    """Die at ``POINT:NAME`` in this process."""
    point, _, name = kill_at.partition(":")
    known = ("turn", "provision", "remind", "webhook", *provisioning.STEPS)
    assert name in known or point == "turn"
    POINTS[point](name)
