"""What the offline model does in each role: a move for every scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agents.offline_roles.in_order import check, provision
from agents.offline_roles.preprocessor import converse
from agents.offline_roles.scene import Move, Scene

ROLES: Mapping[str, Callable[[Scene], Move]] = {
    "preprocessor": converse,
    "validator": check,
    "risk_analyst": check,
    "provisioner": provision,
}

NO_PART = "I have no part to play here: I was handed none of my roles, or no record of a case."


def play(scene: Scene) -> Move:
    """The next move of the agent that the scene names; only tools that are offered are called."""
    role = ROLES.get(scene.agent)
    if role is None:
        return NO_PART
    move = role(scene)
    if isinstance(move, str):
        return move
    return [ask for ask in move if ask.name in scene.offered] or "I have no tool for what comes next."
