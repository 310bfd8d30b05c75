"""The four compliance checks and the share of them that holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cases.checks import Check, CheckStatus, Compliance
from cases.evidence_gaps import evidence_gaps
from cases.policy import Policy
from cases.record import CaseRecord
from cases.screening import SCREENING
from desk.checking import record_check, record_compliance
from desk.evidence_words import fact_label
from desk.labels import check_label
from desk.turn import Turn
from tools.prohibition import check_line_of_business
from tools.reading import as_json
from tools.tool import NoArguments, Tool

EVIDENCE = "evidence_level"


def assess(record: CaseRecord, policy: Policy) -> Compliance:
    """The checks, the share that holds (0 to 1) and whether that is enough for the policy."""
    basic = (
        check_kyc(record),
        check_aml(record),
        check_privacy(record, policy),
        check_line_of_business(record.application, policy.prohibited),
    )
    checks = tuple(_with_what_it_rests_on(check, record, policy) for check in basic)
    share = Decimal(sum(check.holds for check in checks)) / len(checks)
    return Compliance(checks=checks, score=float(share), compliant=share >= policy.compliance.threshold)


def check_kyc(record: CaseRecord) -> Check:
    """Whether licence (where one is needed), tax number and at least one named owner are there."""
    application = record.application
    licence = record.checks.get("has_business_license")
    spared = licence is not None and licence.status is CheckStatus.NOT_REQUIRED
    there = {
        "a business licence": application.business_license or spared,
        "a tax number": application.tax_id,
        "a named owner": application.owners,
    }
    missing = [name for name, value in there.items() if not value]
    if missing:
        reason = f"Not there: {', '.join(missing)}."
        return Check(key="kyc_complete", status=CheckStatus.FAILED, reason=reason)
    given = "Tax number and owner were given; no licence is needed." if spared else _ALL_GIVEN
    return Check(key="kyc_complete", status=CheckStatus.HELD, reason=given)


_ALL_GIVEN = "Licence, tax number and owner were given."


def check_aml(record: CaseRecord) -> Check:
    """Whether business and owners were screened without a potential match."""
    screened = record.checks.get(SCREENING)
    if screened is None:
        reason = "Business and owners have not been screened."
        return Check(key="aml_verified", status=CheckStatus.NOT_CHECKED, reason=reason)
    if screened.status is CheckStatus.ERROR:
        reason = "The screening could not be made."
        return Check(key="aml_verified", status=CheckStatus.NOT_CHECKED, reason=reason)
    return Check(key="aml_verified", status=screened.status, reason=screened.reason)


def check_privacy(record: CaseRecord, policy: Policy) -> Check:
    """Whether the merchant was shown the privacy notice in force."""
    key, version = "data_privacy", policy.notice.version
    if record.notice == version:
        reason = f"Version {version} of the privacy notice was shown or accepted."
        if policy.privacy is not None:
            reason = f"{reason} {policy.privacy.in_words()}"
        return Check(key=key, status=CheckStatus.HELD, reason=reason)
    shown = f"version {record.notice}" if record.notice else "none"
    reason = f"Version {version} of the privacy notice is in force; shown was {shown}."
    return Check(key=key, status=CheckStatus.FAILED, reason=reason)


def _with_what_it_rests_on(check: Check, record: CaseRecord, policy: Policy) -> Check:
    """The check as it is, unless one that the policy has it rest on does not count as held."""
    if not check.holds:
        return check
    for key in policy.compliance.further(check.key):
        other = record.checks.get(key)
        if other is None:
            reason = f"{check_label(key)}: not made."
            return check.model_copy(update={"status": CheckStatus.NOT_CHECKED, "reason": reason})
        if not other.holds:
            status = CheckStatus.FAILED if other.status is CheckStatus.FAILED else CheckStatus.NOT_CHECKED
            reason = f"{check_label(key)}: {other.reason}"
            return check.model_copy(update={"status": status, "reason": reason})
    return check


def check_evidence(record: CaseRecord, policy: Policy, today: date) -> Check | None:
    """Whether facts are as well known as the policy asks at the case's risk; None where it asks nothing."""
    level = record.scorecard.level if record.scorecard else None
    if not policy.evidence.levels_at(level):
        return None
    gaps = evidence_gaps(record, policy, level, today)
    if not gaps:
        reason = "Every fact is at the level of evidence that the policy asks for."
        return Check(key=EVIDENCE, status=CheckStatus.HELD, reason=reason)
    reason = " ".join(f"{fact_label(record, gap.key)}: {gap.text}" for gap in gaps)
    return Check(key=EVIDENCE, status=CheckStatus.FAILED, reason=reason)


async def assess_compliance(turn: Turn, _: NoArguments) -> str:
    """Make the compliance checks and record them."""
    draft = turn.draft
    if evidence := check_evidence(draft.record, draft.policy, draft.now.date()):
        record_check(draft, turn.author, evidence)
    compliance = assess(turn.draft.record, turn.draft.policy)
    record_compliance(turn.draft, turn.author, compliance)
    return as_json(
        {
            "compliant": compliance.compliant,
            "score": compliance.score,
            "checks": {check.key: f"{check.status}: {check.reason}" for check in compliance.checks},
        }
    )


ASSESS_COMPLIANCE = Tool(
    "assess_compliance",
    "Make the compliance checks by the policy. You neither compute nor change them.",
    NoArguments,
    assess_compliance,
)
