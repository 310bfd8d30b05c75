"""Events as Chainlit shows them: messages with a name and a time, tool calls folded, the rest quiet lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from uuid import UUID, uuid5

from cases.access import Person
from cases.complaints import reference_of
from cases.languages import Language, known_language
from desk.at_hand import needed_later, needed_now
from desk.event_view import EventView
from desk.labels import ASSISTANT
from desk.notice import address_of
from desk.wordbook import Wordbook, wordbook
from web.chat import wording
from web.chat.asides import ASIDES

StepJson = dict[str, object]

_QUIET = frozenset(
    {
        "account.judged",
        "case.assigned",
        "case.claimed",
        "case.closed_incomplete",
        "case.escalated",
        "case.released",
        "case.snoozed",
        "case.woken",
        "complaint.closed",
        "complaint.overdue",
        "complaint.taken",
        "decision.made",
        "decline_letter.mailed",
        "decline_letter.written",
        "grant.voided",
        "match.reopened",
        "match.resolved",
        "reminder.asked",
        "review.overdue",
        "review.warned",
        "turn.failed",
    }
)
_TOLD_TO_ALL = {
    "application.submitted": "chat.submitted",
    "person.joined": "chat.joined",
    "person.left": "chat.left",
}
"""Kinds that the merchant reads as well, in their language."""

_WARNING = frozenset({"fact.refused", "instruction.flagged", "wording.refused"})

UNNAMED = "New application"

STATES = {
    "collecting": "With the merchant",
    "checking": "Being checked",
    "check_failed": "A check could not be made",
    "needs_information": "Waiting for the merchant",
    "in_review": "In review",
    "awaiting_second_approval": "Awaiting a second approval",
    "approved": "Approved",
    "provisioning": "Being set up",
    "provisioning_failed": "Setting up failed",
    "active": "Active",
    "suspended": "Suspended",
    "rejected": "Declined",
    "expired": "Expired",
    "withdrawn": "Withdrawn",
    "closed": "Closed",
}
"""The states as staff read them."""

TOOLS = {
    "record_facts": "Note facts",
    "declare_absent": "Note what there is none of",
    "reply_to_merchant": "Answer the merchant",
    "present_summary": "Present the summary",
    "submit_application": "Submit for the merchant",
    "answer_question": "Note the answer to a question",
    "read_application": "Read the application",
    "validate_application": "Validate the application",
    "screen_parties": "Screen business and owners",
    "verify_facts": "Ask independent sources",
    "score_risk": "Score the risk",
    "assess_compliance": "Assess compliance",
    "recommend": "Recommend",
    "create_account": "Create the account",
    "configure_dashboard": "Configure the dashboard",
    "send_welcome": "Send the welcome message",
    "activate_account": "Activate the account",
}


@dataclass
class StepWriter:
    """Writes one reader's steps of one thread.

    ``aliases``: the ids that the reader's own window gave to messages it sent, by event. ``language``
    is the window's; ``country`` the one that the reader's browser asks for.
    """

    reader: Person
    thread_id: str
    zone: tzinfo
    notice_page: str
    aliases: dict[UUID, str] = field(default_factory=dict[UUID, str])
    language: Language = "en"
    country: str | None = None

    def step(self, event: EventView) -> StepJson | None:
        """The event as a step; None where it is not shown in a conversation."""
        match event.kind:
            case "message.said" | "appeal.made":
                return self._message(event)
            case "request.item_answered" if event.data.get("how") == "given":
                return None  # The words that answer it stand above.
            case "request.made" | "request.item_answered":
                return self._message(event)
            case "question.asked":
                return self._question(event)
            case "request.received":
                return self._tool(
                    event, "Application in one piece", "", wording.arguments_in_words(event.text)
                )
            case "tool.called":
                return self._tool_call(event)
            case "notice.shown":
                return self._notice(event)
            case "state.moved":
                return self._quiet(event, self._moved(event))
            case "conversation.taken_over" | "conversation.handed_back":
                return self._lead(event)
            case "complaint.made" | "complaint.answered" if event.audience == "everyone":
                return self._complaint(event)
            case kind if kind in ASIDES:
                return self._aside(event, ASIDES[kind])
            case kind if kind in _TOLD_TO_ALL:
                return self._quiet(event, self._words(_TOLD_TO_ALL[kind], **event.data))
            case kind if kind in _QUIET:
                return self._quiet(event, event.text)
            case kind if kind in _WARNING:
                return self._quiet(event, f"⚠ {event.text}", warning=True)
            case _:
                return None

    def greeting(self, at: datetime, language: Language) -> StepJson:
        """The first line: an AI assistant, a person who decides, the notice, what to have at hand."""
        words = wordbook(language)
        page = address_of(self.notice_page, language)
        text = words("chat.greeting", page=page, hand=self._at_hand(words))
        name = words("chat.assistant")
        return {
            **self._base(self.notice_id, at),
            "type": "assistant_message",
            "name": name,
            "output": f"**{wording.escape(name)}** *{self._time(at)}*\n\n{text}",
            "metadata": {"avatarName": avatar_name(ASSISTANT)},
        }

    def _at_hand(self, words: Wordbook) -> str:
        later = f"{words('hand.later')} {'; '.join(needed_later(words, self.country))}"
        lines = [*needed_now(words, self.country), later]
        return "\n".join(f"- {wording.escape(line)}" for line in lines)

    def line(self, step_id: str, text: str, *, warning: bool = False) -> StepJson:
        """A quiet line that is not part of the log."""
        step = {**self._base(step_id, datetime.now(UTC)), "type": "system_message", "name": "Onboard"}
        tags = ["warning"] if warning else []
        return {**step, "output": wording.escape(text), "tags": tags}

    @property
    def notice_id(self) -> str:
        """The id of the greeting, the same before and after the log knows of it."""
        return str(uuid5(UUID(self.thread_id), "notice"))

    def _notice(self, event: EventView) -> StepJson:
        if event.actor == str(self.reader.id):
            shown = known_language(str(event.data.get("language", "")))
            return self.greeting(event.at, shown or self.language)
        return self._quiet(event, event.text)

    def _message(self, event: EventView) -> StepJson:
        if event.actor == str(self.reader.id):
            return self._own(event)
        return {
            **self._base(str(event.id), event.at),
            "type": "assistant_message",
            "name": event.name,
            "output": wording.said(self._speaker(event), self._time(event.at), event.text, self._words),
            "metadata": {"avatarName": avatar_name(ASSISTANT if event.actor == "assistant" else event.name)},
        }

    def _own(self, event: EventView) -> StepJson:
        # Chainlit prints a message's "command" inside the bubble: it says that the message is kept.
        return {
            **self._base(self.aliases.get(event.id, str(event.id)), event.at),
            "type": "user_message",
            "name": event.name,
            "output": event.text,
            "command": self._words("chat.saved", time=self._time(event.at)),
        }

    def _question(self, event: EventView) -> StepJson:
        reason = str(event.data.get("reason", ""))
        said = self._message(event)
        if said["type"] == "user_message":
            said["output"] = f"{event.text}\n\n{self._words('chat.why')}: {reason}"
        else:
            why = wording.escape(self._words("chat.why_we_ask"))
            said["output"] = f"{said['output']}\n\n*{why}:* {wording.escape(reason)}"
        return said

    def _lead(self, event: EventView) -> StepJson | None:
        """Who answers the merchant from now on; where somebody had left, a sentence of the desk's says it."""
        if event.data.get("left"):
            return None
        key = f"chat.{event.kind.removeprefix('conversation.')}"
        words = event.text if self.reader.is_staff else self._words(key, **event.data)
        return self._quiet(event, words)

    def _complaint(self, event: EventView) -> StepJson:
        """A complaint and its answer, as everybody in the conversation reads them."""
        if self.reader.is_staff:
            return self._message(event)
        key = "said" if event.kind == "complaint.made" else "answer"
        reference = reference_of(UUID(str(event.data["complaint_id"])))
        words = event.text.partition(": ")[2]
        text = self._words(f"complaint.{key}", reference=reference, text=words)
        return self._message(event.model_copy(update={"text": text}))

    def _aside(self, event: EventView, label: str) -> StepJson:
        """What staff write for staff: of a type of its own, so that it looks like nothing else."""
        speaker = f"{label} · {self._speaker(event)}"
        return {
            **self._base(self.aliases.get(event.id, str(event.id)), event.at),
            "type": "note_message",
            "name": event.name,
            "output": wording.said(speaker, self._time(event.at), event.text, self._words),
            "metadata": {"avatarName": avatar_name(event.name)},
        }

    def _tool_call(self, event: EventView) -> StepJson:
        name = str(event.data.get("name", ""))
        words = TOOLS.get(name, name.replace("_", " "))
        by_team = " · run by the team" if event.data.get("by") == "team" else ""
        label = f"{words} · {event.name}{by_team}"
        arguments = wording.arguments_in_words(str(event.data.get("arguments", "")))
        result = wording.plain(str(event.data.get("result", "")))
        step = self._tool(event, label, f"**Input**\n\n{arguments}", result)
        return {**step, "isError": event.data.get("ok") is False}

    def _tool(self, event: EventView, label: str, given: str, result: str) -> StepJson:
        return {
            **self._base(str(event.id), event.at),
            "type": "tool",
            "name": label,
            "input": given,
            "showInput": bool(given),
            "output": result,
            "metadata": {"avatarName": avatar_name(event.name)},
        }

    def _quiet(self, event: EventView, text: str, *, warning: bool = False) -> StepJson:
        return {
            **self._base(str(event.id), event.at),
            "type": "system_message",
            "name": event.name,
            "output": wording.escape(f"{text} · {self._time(event.at)}"),
            "tags": ["warning"] if warning else [],
        }

    def _moved(self, event: EventView) -> str:
        target, reason = str(event.data.get("target", "")), str(event.data.get("reason", ""))
        words = STATES.get(target, target)
        return words if reason == words.lower() else f"{words} ({reason})"

    def _speaker(self, event: EventView) -> str:
        return f"{event.name} (merchant)" if event.role == "merchant" else event.name

    @property
    def _words(self) -> Wordbook:
        return wordbook(self.language)

    def _time(self, at: datetime) -> str:
        return wording.clock_time(at, self.zone, datetime.now(UTC), self.language)

    def _base(self, step_id: str, at: datetime) -> StepJson:
        moment = at.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return {
            "id": step_id,
            "threadId": self.thread_id,
            "parentId": None,
            "input": "",
            "createdAt": moment,
            "start": moment,
            "end": moment,
            "streaming": False,
            "isError": False,
            "showInput": False,
            "waitForAnswer": False,
            "defaultOpen": False,
            "metadata": {},
            "tags": [],
        }


def avatar_name(name: str) -> str:
    """The name as a part of a URL's path: letters, digits and spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in name).split())[:60] or "Somebody"
