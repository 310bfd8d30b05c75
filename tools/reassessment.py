"""What follows from the checks, worked out again after a person has changed one of them."""

from __future__ import annotations

from cases.screening import SCREENING
from cases.states import UNDER_REVIEW
from desk.checking import revise
from desk.draft import Draft
from tools.blocked import check_blocked
from tools.compliance import assess, check_evidence
from tools.line_of_business import check_business
from tools.recommendation import suggest, with_overrides
from tools.risk import score


def reassess(draft: Draft) -> None:
    """Record score, compliance and recommendation where they have changed; done twice it changes nothing.

    Once a case is decided its score and recommendation stay as they were decided on.
    """
    record, policy = draft.record, draft.policy
    if record.scorecard is None or record.compliance is None:
        return
    if policy.ownership is not None and (screened := record.checks.get(SCREENING)):
        revise(draft, check_blocked(record, screened))
    for check in check_business(record, policy):
        revise(draft, check)
    if record.state in UNDER_REVIEW:
        revise(draft, score(draft.record, policy))
    if evidence := check_evidence(draft.record, policy, draft.now.date()):
        revise(draft, evidence)
    revise(draft, assess(draft.record, policy))
    if record.state in UNDER_REVIEW:
        revise(draft, with_overrides(suggest(draft.record, policy), draft.record, draft.now))
