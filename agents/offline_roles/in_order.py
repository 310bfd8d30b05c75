"""The roles that call their tools one after the other and then report: validator, analyst, provisioner."""

from __future__ import annotations

from agents.offline_roles.findings import lines
from agents.offline_roles.scene import Ask, Move, Scene


def check(scene: Scene) -> Move:
    """Call every tool once, whatever the others say, then note what was found."""
    done = {call.name for call in scene.calls}
    waiting = [name for name in scene.offered if name not in done]
    return [Ask(waiting[0], {})] if waiting else _report(scene)


def provision(scene: Scene) -> Move:
    """Call each tool once the one before has succeeded; stop at the first that refuses."""
    if any(not call.ok for call in scene.calls):
        return _report(scene)
    return check(scene)


def _report(scene: Scene) -> str:
    refused = [call for call in scene.calls if not call.ok]
    succeeded = [call for call in scene.calls if call.ok]
    found = [line for call in (*refused, *succeeded) for line in lines(call.result)]
    listed = "\n\n" + "\n".join(f"- {line}" for line in found)
    return scene.say("note_refused" if refused else "note", findings=listed)
