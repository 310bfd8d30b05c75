"""Evidence in the words that staff read: levels, ways of checking, results, and what a fact is called."""

from __future__ import annotations

from cases.application import FieldName
from cases.events import VerificationRecorded
from cases.evidence_level import EvidenceLevel
from cases.participants import subject_of
from cases.record import CaseRecord
from cases.verification import Method, Result
from desk.labels import FIELDS

LEVELS = {
    EvidenceLevel.STATED: "Stated",
    EvidenceLevel.WELL_FORMED: "Well-formed",
    EvidenceLevel.DOCUMENTED: "Documented",
    EvidenceLevel.VERIFIED: "Verified",
}

METHODS = {
    Method.REGISTRY_SEARCH: "Registry search",
    Method.IDENTITY_SERVICE: "Identity service",
    Method.BANK_INQUIRY: "Inquiry with the bank",
    Method.WEBSITE_VISIT: "Visit to the website",
    Method.PHONE_CALL: "Phone call",
    Method.MATCH_INQUIRY: "MATCH inquiry",
    Method.OTHER_SOURCE: "Other independent source",
    Method.IDENTITY_DOCUMENT: "Identity document of the case",
    Method.BANK_LETTER: "Bank letter of the case",
    Method.OTHER_DOCUMENT: "Other document of the case",
}

RESULTS = {
    Result.CONFIRMED: "Confirmed",
    Result.NOT_CONFIRMED: "Does not match",
    Result.INCONCLUSIVE: "No clear answer",
}

_INQUIRY_RESULTS = {**RESULTS, Result.CONFIRMED: "Nothing known", Result.NOT_CONFIRMED: "Something is known"}


def result_in_words(method: Method, result: Result) -> str:
    """What came of a check; an inquiry asks whether something is known against somebody."""
    return (_INQUIRY_RESULTS if method is Method.MATCH_INQUIRY else RESULTS)[result]


def fact_label(record: CaseRecord, key: str) -> str:
    """What a fact is called: a field, or a detail of a person by their name."""
    subject, dot, name = key.rpartition(".")
    if not dot:
        return FIELDS[FieldName(name)]
    owners = record.application.owners or ()
    called = next((owner.name for owner in owners if subject_of(owner.name) == subject), subject.title())
    return f"{name.replace('_', ' ').capitalize()} of {called}"


def verification_in_words(record: CaseRecord, body: VerificationRecorded) -> str:
    """A check made elsewhere in a sentence; may hold tokens."""
    facts = ", ".join(fact_label(record, key) for key in body.about)
    where = f"{body.source}, {body.reference}" if body.reference else body.source
    said = f"{METHODS[body.method]}: {result_in_words(body.method, body.result).lower()}. {facts} ({where})."
    return f"{said} {body.comment}".strip()
