"""Ask the sources that the policy names, and record what they say; what nobody confirmed is not held."""

from __future__ import annotations

from collections.abc import Mapping

from cases.checks import Check, CheckStatus
from cases.errors import OnboardError, Unavailable
from cases.evidence import value_of
from cases.policy.evidence import VerificationRule
from cases.verification import METHOD_OF, Answer, Inquiry, Result, VerificationKind, VerificationReport
from cases.verified import check_key, undecided, verification_check
from desk.checking import record_check
from desk.desk import Desk
from desk.outside import Verifier
from desk.turn import Turn
from desk.verifying import record_answer
from tools.reading import as_json
from tools.tool import NoArguments, Tool
from tools.verification.manual import Manual


async def verify_facts(turn: Turn, _: NoArguments) -> str:
    """Make the check of each kind that the policy asks for, and record it."""
    made: list[Check] = []
    for kind, rule in turn.draft.policy.verification.items():
        check = await _verify(turn, kind, rule)
        record_check(turn.draft, turn.author, check)
        made.append(check)
    return as_json({check.key: f"{check.status.value}: {check.reason}" for check in made})


async def _verify(turn: Turn, kind: VerificationKind, rule: VerificationRule) -> Check:
    """The check; what a source has answered about the same values before is not asked again."""
    today = turn.draft.now.date()
    wanted = undecided(turn.draft.record, kind, rule, today)
    if wanted:
        try:
            answer = await _verifier(turn.desk, rule).verify(_inquiry(turn, kind, wanted))
        except OnboardError as error:
            return Check(key=check_key(kind), status=CheckStatus.ERROR, reason=f"{error}.".replace("..", "."))
        if answer is not None:
            _record(turn, kind, answer)
    return verification_check(turn.draft.record, kind, rule, today)


def _verifier(desk: Desk, rule: VerificationRule) -> Verifier:
    if rule.provider == "manual":
        return Manual()
    if desk.verifier is None:
        raise Unavailable("No verification service is configured.")
    return desk.verifier


def _inquiry(turn: Turn, kind: VerificationKind, keys: tuple[str, ...]) -> Inquiry:
    record = turn.draft.record
    values = {key: value_of(record, key) for key in keys}
    facts = {key: value for key, value in values.items() if value is not None}
    # A turn that was killed is taken again with the same key; another submission asks anew.
    return Inquiry(kind, record.id, f"{record.id}:{record.submitted_seq}:{kind.value}", facts)


def _record(turn: Turn, kind: VerificationKind, answer: Answer) -> None:
    """Record each result with the facts that it is about."""
    for result, keys in _by_result(answer.results).items():
        report = VerificationReport(
            about=keys,
            method=METHOD_OF[kind],
            source=answer.source,
            result=result,
            reference=answer.reference,
            comment=answer.comment,
            made_at=min(answer.made_at, turn.draft.now),
            expires_on=answer.expires_on,
        )
        record_answer(turn.draft, turn.author, report)


def _by_result(results: Mapping[str, Result]) -> dict[Result, tuple[str, ...]]:
    found = {result: tuple(key for key, said in results.items() if said is result) for result in Result}
    return {result: keys for result, keys in found.items() if keys}


VERIFY_FACTS = Tool(
    "verify_facts",
    "Ask the independent sources that the policy names about the facts of the application. "
    "You neither make nor change what they say.",
    NoArguments,
    verify_facts,
)
