"""What an agent must not end its turn without: found from the record, not from what anybody says."""

from __future__ import annotations

from cases.events import DocumentReceived, MessageSaid
from cases.policy import Policy
from cases.prohibition import is_unserved
from cases.requirements import outstanding
from cases.states import SUBMITTABLE, State
from desk.draft import Draft

Duty = tuple[str, ...]
"""Tools of which one has to be called."""

REPLY: Duty = ("reply_to_merchant",)
ANSWER: Duty = (
    "reply_to_merchant",
    "present_summary",
    "submit_application",
    "tell_standing",
    "request_person",
)
AT_REST: Duty = ("reply_to_merchant", "tell_standing", "request_person")
"""What answers a merchant whose application is with the team."""
VERIFY = "verify_facts"
"""Due only where the policy says who verifies what."""

CHECKS: dict[str, tuple[str, ...]] = {
    "validator": ("validate_application", "screen_parties", VERIFY),
    "risk_analyst": ("score_risk", "assess_compliance", "recommend"),
}
STEP_TOOLS = {
    "accounts/create": "create_account",
    "dashboard/configure": "configure_dashboard",
    "welcome/send": "send_welcome",
    "accounts/activate": "activate_account",
}
"""The tool that calls each provisioning service, in order."""


def duties(draft: Draft, agent: str) -> tuple[Duty, ...]:
    """The duties of an agent as the case is now, in the order in which they are due."""
    state = draft.record.state
    if agent == "preprocessor":
        return _intake(draft)
    if agent in CHECKS and state is State.CHECKING:
        return tuple((tool,) for tool in CHECKS[agent] if is_offered(tool, draft.policy))
    if agent == "provisioner" and state in (State.APPROVED, State.PROVISIONING):
        steps = draft.record.steps
        return tuple(
            (tool,) for step, tool in STEP_TOOLS.items() if step not in steps or steps[step].status != "done"
        )
    return ()


def is_offered(tool: str, policy: Policy) -> bool:
    """Whether agents have a tool under a policy: facts are verified only where it says by whom."""
    return tool != VERIFY or bool(policy.verification)


def _intake(draft: Draft) -> tuple[Duty, ...]:
    state = draft.record.state
    if is_unserved(draft.record, draft.policy) and _desk_told(draft):
        return ()
    if state in SUBMITTABLE:
        return () if _only_documents_wait(draft) else (ANSWER,)
    owed = state is State.CHECKING and outstanding(draft.record, draft.policy)
    reading: tuple[Duty, ...] = (("read_application",),) if state is State.CHECKING else ()
    if owed:
        return (*reading, REPLY)
    return (*reading, AT_REST) if _merchant_waits(draft) else reading


def _desk_told(draft: Draft) -> bool:
    """Whether the desk has said something to the merchant in this turn."""
    return any(event.role == "desk" and isinstance(event.body, MessageSaid) for event in draft.new)


def _only_documents_wait(draft: Draft) -> bool:
    """Whether all that is new are documents: the desk has thanked for them and tells what was read."""
    record = draft.record
    new = [event.body for event in draft.events[record.read_up_to :] if event.actor == str(record.opened_by)]
    spoken = record.spoke_since("preprocessor", record.moved_seq)
    has_documents = any(isinstance(body, DocumentReceived) for body in new)
    return spoken and has_documents and not _merchant_waits(draft)


def _merchant_waits(draft: Draft) -> bool:
    """Whether the merchant wrote something that no agent has read; a request by REST is no question."""
    merchant = str(draft.record.opened_by)
    return any(
        event.seq > draft.record.read_up_to
        and event.actor == merchant
        and isinstance(event.body, MessageSaid)
        for event in draft.events
    )
