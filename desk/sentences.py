"""Every sentence about status that a merchant reads; written from the record, never by a model."""

from __future__ import annotations

from cases.decision import Decision
from cases.policy import Policy
from cases.states import State

_CHANGED = "You changed your application, so we are checking it again. Nothing else is needed from you."

_ON_MOVE: dict[tuple[State | None, State], str] = {
    (State.IN_REVIEW, State.CHECKING): _CHANGED,
    (State.AWAITING_SECOND_APPROVAL, State.CHECKING): _CHANGED,
    (State.APPROVED, State.CHECKING): _CHANGED,
    (State.APPROVED, State.IN_REVIEW): (
        "The approval was taken back before anything was set up. A reviewer is looking at your "
        "application again."
    ),
    (State.CHECK_FAILED, State.CHECKING): "",
    (None, State.CHECKING): (
        "Thank you, your application is with us. We are checking it now; after that a person "
        "decides. You can keep writing here at any time."
    ),
    (State.CHECKING, State.IN_REVIEW): (
        "The checks are done. One of our reviewers looks at your application next and decides. "
        "You will see the answer here."
    ),
    (State.CHECKING, State.NEEDS_INFORMATION): ("We need a little more from you before we can go on."),
    (None, State.WITHDRAWN): (
        "You have taken your application back. Nothing was set up. You can reopen it at any time."
    ),
    (None, State.EXPIRED): (
        "We have not heard from you, so this application is closed as incomplete. Nothing is "
        "counted against you, and you can reopen it at any time."
    ),
    (State.PROVISIONING, State.PROVISIONING_FAILED): (
        "Setting up your account takes longer than it should. Our team is looking into it; "
        "you do not need to do anything."
    ),
    (State.PROVISIONING_FAILED, State.IN_REVIEW): (
        "We could not finish setting up your account and have undone what had begun. "
        "A reviewer is looking at it again."
    ),
    (None, State.SUSPENDED): "Your account is on hold. We will write to you here.",
    (State.SUSPENDED, State.ACTIVE): "Your account is active again.",
    (None, State.CLOSED): "Your account is closed.",
    (
        None,
        State.COLLECTING,
    ): "Your application is open again. Everything you told us is still here.",
    (State.REJECTED, State.IN_REVIEW): (
        "We have received your appeal. A different reviewer looks at your application."
    ),
}

_ON_STEP = {
    "accounts/create": "Your account has been created. Your merchant id is {merchant_id}.",
    "dashboard/configure": "Your dashboard is set up.",
    "welcome/send": "Your welcome message is on its way.",
}


ON_DELAY = (
    "We have your message. Our assistant takes longer than usual to answer; nothing is lost, and the "
    "answer comes here."
)
"""What a merchant reads whose message could not be answered for a while."""


def on_move(source: State, target: State) -> str:
    """What the merchant reads when the case moves; empty where they need not know."""
    return _ON_MOVE.get((source, target), _ON_MOVE.get((None, target), ""))


def on_approval(by_name: str) -> str:
    """What the merchant reads when a reviewer has approved."""
    return f"{by_name} has approved your application. We are setting up your account now."


def on_decline(decision: Decision, policy: Policy) -> str:
    """What the merchant reads when a reviewer has declined: the reasons, in plain words."""
    texts = [policy.decline_reasons[code].text for code in decision.reasons if code in policy.decline_reasons]
    first = "We are sorry, we cannot offer you an account. A person has looked at your application."
    why = "The reason: " + " ".join(texts) if texts else ""
    last = "No account was opened, and nothing was charged. You can answer here; a person reads it."
    return " ".join(part for part in (first, why, last) if part)


def on_step(step: str, merchant_id: str) -> str:
    """What the merchant reads when a provisioning step is done."""
    return _ON_STEP.get(step, "").format(merchant_id=merchant_id)


def on_active(merchant_id: str) -> str:
    """What the merchant reads when the account is active."""
    return f"Your account is active. Your merchant id is {merchant_id}. Welcome!"
