"""What a declined merchant may be told of why; the same for every reason that is not told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from cases.decision import Decision, Disclosure
from cases.policy import Policy
from cases.policy.declining import Visibility


def disclosure_of(reasons: Sequence[str], policy: Policy, day: date) -> Disclosure:
    """What a decline for these reasons discloses; ``day``: that of the decision."""
    shown, declining = disclosable(reasons, policy), policy.declining
    wait = declining.apply_again_days if shown else declining.apply_again_days_untold
    return Disclosure(
        reasons=shown,
        appeal_by=day + timedelta(days=declining.appeal_days),
        apply_again=day + timedelta(days=wait),
    )


def disclosable(reasons: Sequence[str], policy: Policy) -> tuple[str, ...]:
    """The codes whose words the merchant reads.

    One silent reason silences all. Told beside it, the others would still be true, but whoever gets the
    same case declined twice, or compares with a colleague who had the others alone, would see that something
    was held back; and a reviewer would be tempted to add a harmless one as a pretext. A code that the policy
    does not know any more may have been a silent one.
    """
    known = policy.decline_reasons
    if any(code not in known or known[code].visibility is Visibility.SILENT for code in reasons):
        return ()
    return tuple(code for code in reasons if known[code].visibility is Visibility.DISCLOSABLE)


def told(decision: Decision, policy: Policy) -> tuple[str, ...]:
    """The codes whose words the merchant of a declined case reads, as they were fixed with the decision."""
    if decision.disclosure is None:
        return disclosable(decision.reasons, policy)
    return tuple(code for code in decision.disclosure.reasons if code in policy.decline_reasons)
