"""The reviewer's acts: ask, decide, and what may be done after a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import reduce
from uuid import uuid4

from cases.access import Audience, Person, Role, require
from cases.appeals import decliners
from cases.approval import bars, is_open, kept_out, takes_two
from cases.decision import Conditions, Decision, Grant, Verdict
from cases.disclosure import disclosure_of, told
from cases.errors import Conflict, Forbidden, Invalid
from cases.events import DecisionMade, GrantMade, QuestionAsked
from cases.overrides import overrides_in_force
from cases.policy import Policy
from cases.resolutions import awaits_second_look, is_barred
from cases.screening import SCREENING
from cases.states import DECIDED, UNDER_REVIEW, State
from desk import approval_terms, declining, sentences
from desk.condition_words import conditions_told
from desk.conversation import clean, hide
from desk.draft import Author, Draft, author_of, require_sight
from desk.drawing import draw_second_look
from desk.labels import check_label
from desk.naming import for_merchant
from desk.override_views import in_words


def ask(draft: Draft, person: Person, text: str, reason: str) -> None:
    """Ask the merchant something; the case waits for them and comes back."""
    author = require_reviewer(draft, person)
    draft.require_state({State.IN_REVIEW}, code="not_in_review", message="The case is not in review.")
    question = hide(draft, for_merchant(clean(text)))
    why = hide(draft, for_merchant(clean(reason)), beside=question.secrets)
    draft.move(State.NEEDS_INFORMATION, author)
    asked = QuestionAsked(text=question.text, reason=why.text, secrets={**question.secrets, **why.secrets})
    draft.add(asked, author, Audience.EVERYONE)


def decide(draft: Draft, person: Person, verdict: Verdict) -> str:
    """Approve or decline; returns ``onboarding_triggered``, ``rejected`` or ``awaiting_second_approval``.

    Raises Forbidden for one's own application and for a second approval by the same person;
    Conflict ``already_decided``, ``not_in_review``, ``stale_version`` or ``checks_outstanding``.
    """
    _require_undecided(draft, person)
    author = require_reviewer(draft, person)
    _require_current(draft, person, verdict)
    require_known_reasons(draft.policy, verdict.reasons)
    approval_terms.require_possible(draft, verdict)
    if verdict.approved:
        _require_no_bar(draft)
    comments = hide(draft, verdict.comments)
    decision = _decision(draft, person, verdict.model_copy(update={"comments": comments.text}))
    draft.add(DecisionMade(decision=decision, secrets=comments.secrets), author)
    if verdict.approved and needs_second(draft):
        draft.move(State.AWAITING_SECOND_APPROVAL, author)
        return "awaiting_second_approval"
    outcome = _approve(draft, decision, author) if verdict.approved else _decline(draft, decision, author)
    draw_second_look(draft)
    return outcome


def _decline(draft: Draft, decision: Decision, author: Author) -> str:
    draft.move(State.REJECTED, author)
    draft.tell(sentences.on_decline(told(decision, draft.policy), draft.policy, draft.record.language))
    declining.follow_up(draft)
    return "rejected"


def _approve(draft: Draft, decision: Decision, author: Author) -> str:
    _grant(draft, decision)
    draft.move(State.APPROVED, author)
    hold = draft.policy.deadlines.hold
    if not hold:
        tell_of_approval(draft, decision.by_name)
    draft.enqueue("provision", after=hold)
    return "onboarding_triggered"


def tell_of_approval(draft: Draft, by_name: str) -> None:
    """Tell the merchant that somebody has approved, and on which conditions."""
    conditions = conditions_told(draft.record, draft.policy)
    draft.tell(sentences.on_approval(by_name, conditions, draft.record.language))


def take_back(draft: Draft, person: Person) -> None:
    """Take an approval back before provisioning has begun."""
    author = require_reviewer(draft, person)
    draft.require_state(
        {State.APPROVED}, code="not_possible_now", message="There is no approval to take back."
    )
    draft.move(State.IN_REVIEW, author)


def accept_failed_check(draft: Draft, person: Person) -> None:
    """Review a case although a check could not be made; the check stays ``error``."""
    author = require_reviewer(draft, person)
    draft.require_state(
        {State.CHECK_FAILED}, code="not_possible_now", message="No check has failed to be made."
    )
    draft.move(State.IN_REVIEW, author)


def require_reviewer(draft: Draft, person: Person) -> Author:
    """The author for something that only reviewers do, and never in their own application."""
    return _outsider(draft, person, Role.REVIEWER)


def require_examiner(draft: Draft, person: Person) -> Author:
    """The author for something that reviewers and compliance do, and never in their own application."""
    return _outsider(draft, person, Role.REVIEWER, Role.COMPLIANCE)


def _outsider(draft: Draft, person: Person, *roles: Role) -> Author:
    require_sight(draft, person)
    require(person, *roles)
    if draft.record.opened_by == person.id:
        raise Forbidden("This is your own application; somebody else has to review it.")
    if str(person.id) in draft.record.contributors:
        raise Forbidden("You filled in a part of this application; somebody else has to review it.")
    return author_of(person, draft.record)


def _require_undecided(draft: Draft, person: Person) -> None:
    """Once it is decided, every reviewer hears just that, the applicant among them (contract)."""
    require_sight(draft, person)
    require(person, Role.REVIEWER)
    if draft.record.state in DECIDED:
        raise Conflict("This case is already decided.", code="already_decided")


def _require_current(draft: Draft, person: Person, verdict: Verdict) -> None:
    record = draft.record
    draft.require_state(UNDER_REVIEW, code="not_in_review", message="The case is not in review.")
    if verdict.approved and person.id in {decision.by for decision in record.approvals}:
        raise Forbidden("You approved this already; the second approval is another person's.")
    if person.id in decliners(record):
        raise Forbidden("You declined this application; somebody else decides about the appeal.")
    if person.id in kept_out(record):
        raise Forbidden("You raised this case to the leads; somebody else decides it.")
    require_version(draft, verdict.version)


def require_version(draft: Draft, version: int | None) -> None:
    """Raise Conflict where a person has looked at another version of the application than this one."""
    now = draft.record.version
    if version not in (None, now):
        raise Conflict(
            f"The application has changed: it is version {now} now, and you looked at version {version}.",
            code="stale_version",
            version=now,
        )


def require_known_reasons(policy: Policy, reasons: Sequence[str]) -> None:
    """Raise Invalid for a code that the policy does not name."""
    known = policy.decline_reasons
    unknown = [code for code in reasons if code not in known]
    if unknown:
        raise Invalid(
            f"Unknown reason {unknown[0]!r}. Known: {', '.join(sorted(known))}.",
            code="unknown_reason",
        )


def _require_no_bar(draft: Draft) -> None:
    if is_barred(draft.record):
        # Whatever the policy says, and whoever has recorded what: no one overrides it (contract).
        raise Conflict(
            "A sanctions match is confirmed: that bars every approval, for good.",
            code="checks_outstanding",
            checks=[SCREENING],
        )
    if awaits_second_look(draft.record):
        raise Conflict(
            "A potential sanctions match was confirmed in another application; please look at it first.",
            code="checks_outstanding",
            checks=[SCREENING],
        )
    open_checks = bars(draft.record, draft.policy, draft.now)
    if open_checks:
        named = ", ".join(check_label(key) for key in open_checks)
        raise Conflict(
            f"These checks bar an approval until they hold or are overridden: {named}.",
            code="checks_outstanding",
            checks=[*open_checks],
        )


def needs_second(draft: Draft) -> bool:
    """Whether another person has to approve as well: by the risk, or by what was confirmed of somebody."""
    return takes_two(draft.record, draft.policy, draft.now) and len(draft.record.approvals) < 2


def _decision(draft: Draft, person: Person, verdict: Verdict) -> Decision:
    record = draft.record
    return Decision(
        approved=verdict.approved,
        by=person.id,
        by_name=person.name,
        at=draft.now,
        version=record.version,
        application_hash=draft.policy.application_hash(record.application, record.parties),
        policy_hash=draft.policy.hash,
        reasons=verdict.reasons,
        comments=verdict.comments,
        conditions=verdict.conditions,
        acknowledged=tuple(key for key in record.checks if is_open(record, key, draft.now)),
        overrides=tuple(in_words(each) for each in overrides_in_force(record, draft.now)),
        lists=record.checks[SCREENING].lists if SCREENING in record.checks else {},
        disclosure=None
        if verdict.approved
        else disclosure_of(verdict.reasons, draft.policy, draft.now.date()),
    )


def _grant(draft: Draft, decision: Decision) -> None:
    approvals = draft.record.approvals
    grant = Grant(
        id=uuid4(),
        case_id=draft.record.id,
        version=decision.version,
        application_hash=decision.application_hash,
        submission=draft.record.submission,
        reviewers=tuple(dict.fromkeys(approval.by for approval in approvals)),
        conditions=reduce(Conditions.with_those_of, (approval.conditions for approval in approvals)),
        not_before=draft.now + draft.policy.deadlines.hold,
        expires_at=draft.now + timedelta(days=draft.policy.deadlines.grant_days),
    )
    draft.add(GrantMade(grant=grant))
