"""Every sentence about status that a merchant reads; written from the record, never by a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cases.decision import Decision
from cases.disclosure import told
from cases.languages import Language
from cases.policy import Policy
from cases.states import State
from desk.wordbook import wordbook

Missing = Literal["first", "besides", "now"]

_ON_MOVE: dict[tuple[State | None, State], str] = {
    (State.IN_REVIEW, State.CHECKING): "changed",
    (State.AWAITING_SECOND_APPROVAL, State.CHECKING): "changed",
    (State.APPROVED, State.CHECKING): "changed",
    (State.APPROVED, State.IN_REVIEW): "taken_back",
    (State.CHECK_FAILED, State.CHECKING): "",
    (None, State.CHECKING): "checking",
    (State.CHECKING, State.IN_REVIEW): "in_review",
    (State.CHECKING, State.NEEDS_INFORMATION): "needs_information",
    (None, State.WITHDRAWN): "withdrawn",
    (None, State.EXPIRED): "expired",
    (State.PROVISIONING, State.PROVISIONING_FAILED): "provisioning_failed",
    (State.PROVISIONING_FAILED, State.IN_REVIEW): "given_up",
    (None, State.SUSPENDED): "suspended",
    (State.SUSPENDED, State.ACTIVE): "active_again",
    (None, State.CLOSED): "closed",
    (None, State.COLLECTING): "reopened",
    (State.REJECTED, State.IN_REVIEW): "appealed",
}
"""The names of the sentences in the wordbook; empty where the merchant need not know."""

_ON_STEP = {
    "accounts/create": "step_accounts_create",
    "dashboard/configure": "step_dashboard_configure",
    "welcome/send": "step_welcome_send",
}


def on_move(source: State, target: State, language: Language, *, settled: bool) -> str:
    """What the merchant reads when the case moves; empty where they need not know.

    ``settled``: whether an application that can be sent has all that is asked of it.
    """
    name = _ON_MOVE.get((source, target), _ON_MOVE.get((None, target), ""))
    words = wordbook(language)
    if name == "changed" and settled:
        return f"{words('status.changed')} {words('status.nothing_else')}"
    return words(f"status.{name}") if name else ""


def on_delay(language: Language) -> str:
    """What a merchant reads whose message could not be answered for a while."""
    return wordbook(language)("status.delay")


def on_approval(by_name: str, conditions: Sequence[str], language: Language) -> str:
    """What the merchant reads when a reviewer has approved, the conditions in words among it."""
    words = wordbook(language)
    lead = (words("condition.lead"),) if conditions else ()
    return " ".join((words("status.approved", name=by_name), *lead, *conditions))


def on_decline(reasons_told: Sequence[str], policy: Policy, language: Language) -> str:
    """What the merchant reads when a reviewer has declined: the reasons that they may, in plain words."""
    words = wordbook(language)
    reasons = " ".join(reason_in_words(code, policy, language) for code in reasons_told)
    why = words("status.declined_reason", reasons=reasons) if reasons else ""
    parts = (words("status.declined"), why, words("status.declined_end"))
    return " ".join(part for part in parts if part)


def reasons_in_words(decision: Decision, policy: Policy, language: Language) -> tuple[str, ...]:
    """Why a case was declined, as far as its merchant may read it."""
    return tuple(reason_in_words(code, policy, language) for code in told(decision, policy))


def on_step(step: str, merchant_id: str, language: Language) -> str:
    """What the merchant reads when a provisioning step is done."""
    name = _ON_STEP.get(step)
    return wordbook(language)(f"status.{name}", merchant_id=merchant_id) if name else ""


def on_active(merchant_id: str, language: Language) -> str:
    """What the merchant reads when the account is active."""
    return wordbook(language)("status.active", merchant_id=merchant_id)


def not_served(business: str, language: Language) -> str:
    """What a merchant reads whose line of business the policy does not serve."""
    return wordbook(language)("status.not_served", business=business)


def still_not_served(business: str, language: Language) -> str:
    """The same, to a merchant who was told and goes on writing."""
    return wordbook(language)("status.still_not_served", business=business)


def still_missing(items: str, language: Language, name: Missing, *, may_be_absent: bool = False) -> str:
    """What is owed: after the first question, besides what was just asked for, or with nothing asked."""
    words = wordbook(language)
    told = words(f"status.missing_{name}", items=items)
    return f"{told} {words('status.may_say_so')}" if may_be_absent else told


def to_confirm(language: Language, *, beside_others: bool) -> str:
    """That only the summary is left to look through; ``beside_others``: besides what was just asked."""
    return wordbook(language)("status.confirm_besides" if beside_others else "status.confirm_now")


def reason_in_words(code: str, policy: Policy, language: Language) -> str:
    """A reason in the merchant's language; a company's own wording stays as its policy has it."""
    text = policy.decline_reasons[code].text
    shipped = wordbook("en").area("status").get(f"reason_{code}")
    return wordbook(language)(f"status.reason_{code}") if shipped == text.strip() else text
