"""The checks of the line of business beside whether it is served: its category, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterator

from cases.asking import additions_of
from cases.categories import check_category
from cases.checks import Check, CheckStatus
from cases.documents import DocumentKind
from cases.policy import Policy
from cases.record import CaseRecord
from cases.restriction import Restriction, kinds_there, missing_evidence, restriction_of
from desk.labels import FIELDS

EVIDENCE = "industry_evidence"


def check_business(record: CaseRecord, policy: Policy) -> Iterator[Check]:
    """The checks that the policy switches on: a confirmed category, and evidence for listed lines."""
    if policy.category.confirm:
        yield check_category(record)
    if policy.restricted or policy.registration or policy.more:
        yield check_evidence(record, policy)


def check_evidence(record: CaseRecord, policy: Policy) -> Check:
    """Whether everything is there that the policy asks of the line of business besides."""
    found = restriction_of(record, policy)
    papers = _papers_of_additions(record, policy)
    if not (found or papers):
        reason = "The line of business is on none of the policy's lists, and no document is asked for."
        return Check(key=EVIDENCE, status=CheckStatus.NOT_REQUIRED, reason=reason)
    gaps = [
        *(gap for one in found for gap in _gaps(record, one)),
        *(gap for _, gaps in papers for gap in gaps),
    ]
    status = CheckStatus.FAILED if gaps else CheckStatus.HELD
    told = " ".join([*(_listed(one) for one in found), *(rule for rule, _ in papers)])
    state = f"Missing: {', '.join(dict.fromkeys(gaps))}." if gaps else "All that it needs is there."
    return Check(key=EVIDENCE, status=status, reason=f"{told} {state}")


def _papers_of_additions(record: CaseRecord, policy: Policy) -> list[tuple[str, tuple[str, ...]]]:
    """The rules that ask for documents beside the listed lines, and which of those are not there."""
    there = kinds_there(record)
    holding = [extra for extra in additions_of(record, policy) if extra.documents]
    return [(x.rule, tuple(_paper(kind) for kind in x.documents if kind not in there)) for x in holding]


def _paper(kind: DocumentKind) -> str:
    return f"a document ({kind.value.replace('_', ' ')})"


def _listed(found: Restriction) -> str:
    kind = "needs registration with the card schemes" if found.kind == "registration" else "is restricted"
    return f"{found.line.label} {kind} (by {found.by}): {found.line.rule}"


def _gaps(record: CaseRecord, found: Restriction) -> Iterator[str]:
    fields, documents = missing_evidence(record, found)
    yield from (FIELDS[name].lower() for name in fields)
    yield from map(_paper, documents)
