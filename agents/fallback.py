"""What the team does in the place of a model that left a duty undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agents.briefing import brief
from agents.duties import ANSWER, AT_REST, REPLY, Duty
from agents.offline_roles.preprocessor import close
from agents.offline_roles.scene import Heard, Scene
from agents.prompt_file import Prompt
from cases.events import MessageSaid
from desk.draft import Draft


def calls_for(duty: Duty, prompt: Prompt, draft: Draft) -> Sequence[tuple[str, Mapping[str, object]]]:
    """The calls that fulfil a duty: a tool without arguments, or words from the prompt's phrases."""
    if duty in (ANSWER, REPLY, AT_REST):
        return [(ask.name, ask.arguments) for ask in close(_scene(prompt, draft))]
    return [(duty[0], {})]


def _scene(prompt: Prompt, draft: Draft) -> Scene:
    """The case as it is now. What was said the model has read: only a plain yes is looked at again."""
    known = brief(draft, prompt.name)
    merchant = str(draft.record.opened_by)
    return Scene(
        agent=prompt.name,
        phrases=prompt.phrases,
        briefing=known,
        heard=tuple(
            Heard(number, said.text if known.may_confirm else "")
            for number in known.unread
            if isinstance(said := draft.source(number), MessageSaid)
        ),
        calls=(),
        offered=prompt.tools,
        said="\n".join(_said_by(draft, prompt.name)).casefold(),
        round=len(_said_by(draft, merchant)),
    )


def _said_by(draft: Draft, actor: str) -> list[str]:
    bodies = [event.body for event in draft.events if event.actor == actor]
    return [body.text for body in bodies if isinstance(body, MessageSaid)]
