"""An AutoGen assistant that works at the desk: its turn is written as one, and its duties are kept."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.base import Response
from autogen_agentchat.messages import (
    BaseAgentEvent,
    BaseChatMessage,
    ModelClientStreamingChunkEvent,
    TextMessage,
    ToolCallRequestEvent,
    ToolCallSummaryMessage,
)
from autogen_core import CancellationToken
from autogen_core.models import ChatCompletionClient, RequestUsage

from agents.briefing import SOURCE, brief
from agents.duties import Duty, duties
from agents.fallback import calls_for
from agents.prompt_file import AGENTS, Prompt
from agents.reading import instructions
from agents.toolbox import Toolbox
from desk.checking import complete_turn
from desk.conversation import flag_instructions, note
from desk.draft import Draft
from desk.turn import Turn
from tools.catalogue import Tool
from tools.hiding import hide
from tools.reading import unread_messages

MOST_ROUNDS = 8
"""How often a model is asked within a turn before the turn is ended without it."""

LONGEST_SPEECH = 40_000
"""Characters that a model may stream in one turn; then it is not listened to any longer."""

SPEAKER = "preprocessor"
"""The agent that speaks to the merchant."""

_NUMBER = re.compile(r"\[(?:message|document) (\d+)\]")
Item = BaseAgentEvent | BaseChatMessage | Response


class DeskAgent(AssistantAgent):
    """One agent of the team for one turn on one case.

    The turn begins with the case as it is. What the tools draft, a note to the team and the end of
    the turn are committed together, and only then does the group chat hear of it. An error of the
    model, or a case that moved, is raised and leaves nothing.
    """

    def __init__(
        self, prompt: Prompt, client: ChatCompletionClient, tools: Sequence[Tool[Any]], turn: Turn
    ) -> None:
        self._toolbox = Toolbox(tools, turn)
        self._prompt = prompt
        self._turn = turn
        turn.phrases = prompt.phrases.wordings
        self._heard = 0
        super().__init__(
            name=prompt.name,
            description=prompt.description,
            model_client=client,
            workbench=self._toolbox,
            system_message=prompt.system_message,
            model_client_stream=True,
            max_tool_iterations=MOST_ROUNDS,
        )

    async def on_messages_stream(
        self, messages: Sequence[BaseChatMessage], cancellation_token: CancellationToken
    ) -> AsyncGenerator[Item, None]:
        """Take the turn; the Response comes once it is written."""
        await self._turn.begin()
        self._toolbox.begin()
        self._heard = max(self._heard, _last_number(messages))
        due = duties(self._turn.draft, self.name)
        said, used = "", RequestUsage(prompt_tokens=0, completion_tokens=0)
        handed = [*_audible(self.name, messages), self._briefing()]
        async with aclosing(self._listen(handed, cancellation_token)) as events:
            async for item in events:
                if isinstance(item, Response):
                    said, used = _text_of(item), _plus(used, item)
                else:
                    yield item
        if self._unmet(due):
            reminder = TextMessage(content=_reminder(self._unmet(due)), source=SOURCE)
            async with aclosing(self._listen([reminder], cancellation_token)) as events:
                async for item in events:
                    if isinstance(item, Response):
                        said, used = _text_of(item) or said, _plus(used, item)
                    else:
                        yield item
        await self._run_unmet(due)
        text = self._close(said)
        await self._turn.commit()
        yield Response(chat_message=TextMessage(content=text, source=self.name, models_usage=used))

    def _briefing(self) -> TextMessage:
        """The case as it is now; what was said after the messages at hand is read at the next turn."""
        known = brief(self._turn.draft, self.name)
        unread = tuple(number for number in known.unread if number <= self._heard)
        now = known.model_copy(update={"unread": unread})
        return TextMessage(content=now.model_dump_json(exclude_none=True), source=SOURCE)

    async def _listen(
        self, messages: Sequence[BaseChatMessage], cancellation_token: CancellationToken
    ) -> AsyncGenerator[Item, None]:
        """The model's part; ends early with a model that never stops talking."""
        heard = 0
        async with aclosing(super().on_messages_stream(messages, cancellation_token)) as stream:
            async for item in stream:
                if isinstance(item, ToolCallRequestEvent):
                    self._record_unusable(item)
                if self._toolbox.failure is not None:
                    raise self._toolbox.failure
                yield item
                if isinstance(item, ModelClientStreamingChunkEvent):
                    heard += len(item.content)
                if heard > LONGEST_SPEECH:
                    return

    def _record_unusable(self, request: ToolCallRequestEvent) -> None:
        for call in request.content:
            if not self._toolbox.has(call.name) or not _is_json(call.arguments):
                self._toolbox.note_unusable(call.name, call.arguments)

    def _unmet(self, due: Sequence[Duty]) -> list[Duty]:
        """What was due when the turn began, still is, and has not been done."""
        left = duties(self._turn.draft, self.name)
        done = self._toolbox.succeeded
        return [duty for duty in due if duty in left and done.isdisjoint(duty)]

    async def _run_unmet(self, due: Sequence[Duty]) -> None:
        """Run what the model did not, in the team's name; stops at the first that is refused."""
        for duty in self._unmet(due):
            for name, arguments in calls_for(duty, self._prompt, self._turn.draft):
                _, ok = await self._toolbox.run(name, json.dumps(arguments), by="team")
                if not ok:
                    return

    def _close(self, said: str) -> str:
        """Note what was said for the team and end the turn; returns the note."""
        draft, author = self._turn.draft, self._turn.author
        if self.name == SPEAKER:
            _flag_instructions(draft, self._heard)
        text = hide(said[:LONGEST_SPEECH], draft.record).strip()
        if text:
            note(draft, author, text)
        complete_turn(draft, author, read_up_to=self._heard)
        return text or "Done."


def _last_number(messages: Sequence[BaseChatMessage]) -> int:
    """The number of the last of the merchant's messages that were handed over; 0 where none was."""
    found = [
        _NUMBER.match(message.content)
        for message in messages
        if isinstance(message, TextMessage) and message.source == "merchant"
    ]
    return max((int(match[1]) for match in found if match), default=0)


def _flag_instructions(draft: Draft, up_to: int) -> None:
    """Put on record where a message that was read tried to instruct the agents."""
    for number in unread_messages(draft):
        if number <= up_to and (quotes := instructions(draft.source(number).text)):
            flag_instructions(draft, number, list(quotes))


def _audible(agent: str, messages: Sequence[BaseChatMessage]) -> list[BaseChatMessage]:
    """What an agent is handed. Who speaks to the merchant does not hear what only staff may know."""
    unheard = {SOURCE, *(set(AGENTS) - {agent} if agent == SPEAKER else ())}
    return [message for message in messages if message.source not in unheard]


def _text_of(response: Response) -> str:
    message = response.chat_message
    if isinstance(message, ToolCallSummaryMessage):
        return "The model went on calling tools, so its turn was ended here."
    return message.content if isinstance(message, TextMessage) else ""


def _plus(used: RequestUsage, response: Response) -> RequestUsage:
    last = response.chat_message.models_usage
    return (
        used
        if last is None
        else RequestUsage(
            prompt_tokens=used.prompt_tokens + last.prompt_tokens,
            completion_tokens=used.completion_tokens + last.completion_tokens,
        )
    )


def _reminder(unmet: Sequence[Duty]) -> str:
    wanted = "; ".join(" or ".join(duty) for duty in unmet)
    return f"Your turn is not done yet. Before you end it, call: {wanted}."


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
