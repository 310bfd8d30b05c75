"""Who is behind the merchant, by the rules that apply to it: is it all known, and is everybody identified?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cases.checks import Check, CheckStatus, Finding
from cases.ownership.beneficial import BeneficialOwner
from cases.ownership.chains import Chain
from cases.ownership.found import Found, declared_peps, details_needed, found_owners, people_to_identify
from cases.ownership.of_case import known_parties, unstated_shares
from cases.ownership.problems import ProblemCode
from cases.ownership.structure import LARGEST, Structure
from cases.ownership.words import chain_text
from cases.participants import PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord

COMPLETE, IDENTITY = "ownership_complete", "owner_identity"

_ADVICE = {
    ProblemCode.CIRCLE: "Look at who decides for the companies that hold one another.",
    ProblemCode.OVER_100: "Correct the shares, so that they add up to 100 % at most.",
    ProblemCode.VOTES_OVER_100: "Correct the votes, so that they add up to 100 % at most.",
    ProblemCode.OWNED_ARRANGEMENT: "Name the people who act for it instead.",
}
_COMPLETE_IT = "Complete it on the page of owners and people."


def check_owners(record: CaseRecord, policy: Policy, today: date) -> Iterator[Check]:
    """The checks of a policy that has rules on owners; nothing where it has none."""
    if policy.ownership is None:
        return
    found = found_owners(record, policy, today)
    if found is None:
        reason = f"There are no rules for this day, or more than {LARGEST} parties: look at it by hand."
        yield Check(key=COMPLETE, status=CheckStatus.NOT_CHECKED, reason=reason)
        yield Check(key=IDENTITY, status=CheckStatus.NOT_CHECKED, reason=reason)
        return
    yield _check_complete(record, found)
    yield _check_identity(record, policy, found)


def _check_complete(record: CaseRecord, found: Found) -> Check:
    owners = found.owners
    open_ = (*_unknown_shares(record), *_needs(found))
    if open_:
        status = CheckStatus.FAILED
    else:
        status = CheckStatus.NOT_REQUIRED if owners.exempt and not owners.owners else CheckStatus.HELD
    reason = " ".join([*_who(found), *(finding.text for finding in open_)])
    return Check(key=COMPLETE, status=status, reason=reason, findings=(*open_, *_circles(found)))


def _who(found: Found) -> Iterator[str]:
    """Who counts and why, under which rules, and what is known of the whole."""
    structure, owners = found.structure, found.owners
    if owners.exempt:
        yield f"{owners.regime}: exempt ({owners.exempt})."
    elif not owners.owners:
        yield f"{owners.regime}: nobody is found who counts as an owner."
    for owner in owners.owners:
        yield f"{owners.regime}: {owner.name} {_why(structure, owner)}."
    if not owners.exempt:
        yield owners.accounting
    yield from owners.ends


def _why(structure: Structure, owner: BeneficialOwner) -> str:
    reasons = (f"{reason.text}{_paths(structure, reason.chains)}" for reason in owner.reasons)
    return ", ".join(reasons)


def _paths(structure: Structure, chains: tuple[Chain, ...]) -> str:
    """The chains that add up, where there is more than a direct share."""
    longer = [chain_text(structure, chain) for chain in chains]
    is_direct = len(chains) == 1 and len(chains[0].parts) == 1
    return "" if is_direct or not chains else f" ({'; '.join(longer)})"


def _unknown_shares(record: CaseRecord) -> Iterator[Finding]:
    for name in unstated_shares(record):
        yield Finding(code="share_unknown", text=f"How much {name} owns is not stated.", advice=_COMPLETE_IT)


def _needs(found: Found) -> Iterator[Finding]:
    wrong = {problem.text: problem.code for problem in found.owners.problems}
    for need in found.owners.needed:
        code = wrong.get(need.text)
        advice = _ADVICE[code] if code else _COMPLETE_IT
        yield Finding(code=code.value if code else need.code, text=need.text, advice=advice)


def _circles(found: Found) -> Iterator[Finding]:
    """A circle can be as it was stated; whoever decides looks at it all the same."""
    for problem in found.owners.problems:
        if problem.code is ProblemCode.CIRCLE:
            yield Finding(code=problem.code.value, text=problem.text, advice=_ADVICE[problem.code])


def _check_identity(record: CaseRecord, policy: Policy, found: Found) -> Check:
    people = people_to_identify(found)
    exposed = tuple(_exposed(record))
    if not people and not found.owners.exempt:
        reason = "Nobody is known yet who would have to be identified."
        return Check(key=IDENTITY, status=CheckStatus.NOT_CHECKED, reason=reason, findings=exposed)
    missing = tuple(finding for name in people for finding in _missing(record, policy, name))
    if missing:
        reason = " ".join(finding.text for finding in (*missing, *exposed))
        return Check(key=IDENTITY, status=CheckStatus.FAILED, reason=reason, findings=(*missing, *exposed))
    status = CheckStatus.HELD if people else CheckStatus.NOT_REQUIRED
    known = f"Everything that is needed was stated of {len(people)} person(s)." if people else "Exempt."
    reason = " ".join([known, *(finding.text for finding in exposed)])
    return Check(key=IDENTITY, status=status, reason=reason, findings=exposed)


def _missing(record: CaseRecord, policy: Policy, name: str) -> Iterator[Finding]:
    details = details_needed(record, policy, name)
    not_there = [each for each in details if (subject_of(name), each) not in record.details]
    if not_there:
        listed = ", ".join(_DETAILS[each] for each in not_there)
        yield Finding(code="detail_missing", text=f"Of {name} not there: {listed}.", advice=_COMPLETE_IT)


def _exposed(record: CaseRecord) -> Iterator[Finding]:
    """Who is declared to be politically exposed: it leads to enhanced diligence, and is no fault."""
    names = {subject_of(party.name): party.name for party in known_parties(record).values()}
    for subject in declared_peps(record):
        if subject in names:
            answer = record.details[subject, PersonalField.PEP_DECLARATION].value
            near = "near to somebody who holds" if answer == "related" else "somebody who holds or held"
            text = f"{names[subject]} is declared to be {near} a prominent public function."
            yield Finding(code="pep_declared", text=text, advice="Make enhanced due diligence.")


_DETAILS = {
    PersonalField.DATE_OF_BIRTH: "date of birth",
    PersonalField.HOME_ADDRESS: "home address",
    PersonalField.NATIONALITY: "nationality",
    PersonalField.SOCIAL_SECURITY_NUMBER: "social security number",
    PersonalField.IDENTITY_NUMBER: "identity number",
    PersonalField.PEP_DECLARATION: "declaration on public functions",
}
