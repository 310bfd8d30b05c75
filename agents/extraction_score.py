"""Comparing what was read from a conversation with what should have been (contract, "Evaluation files")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, cast

import phonenumbers

from cases.fields.places import countries_of_region, region_name, unaccented
from cases.fields.website import host_of
from cases.fields.wording import squeezed

COUNTED = (
    "merchant_name", "email", "phone", "website", "mcc", "annual_revenue", "currency", "years_in_business",
    "business_license", "address", "tax_id", "owners", "iban", "routing_number", "account_number", "ssn",
)  # fmt: skip
REPORTED = "business_type"
"""This one is shown but not counted."""

_ADDRESS_PARTS = ("line1", "city", "region", "postal_code", "country")


class Tally(NamedTuple):
    """Right values, values that should not be there (or are wrong), and values missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: object) -> Tally:
        """The sum of two tallies."""
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where nothing was read."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of what was stated that was read; 1 where nothing was stated."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Ending(StrEnum):
    """How a conversation leaves its merchant: done, told what is missing, not served, or in the dark."""

    COMPLETE = "complete"
    MISSING_TOLD = "missing_told"
    UNSERVED = "unserved"
    OPEN = "open"


class Outcome(NamedTuple):
    """One conversation that was run: what was expected, what was read, and what it took.

    ``questions``: messages that ask. ``asked_though_told``: items asked for that were on record then;
    ``asked_though_expected``: that were not, though the expected value had been written.
    ``asked_again``: items asked for that were asked for before. ``needed``: items that the policy needs.
    """

    id: str
    expect: Mapping[str, object]
    extracted: Mapping[str, object]
    seconds: float
    questions: int = 0
    asked_though_told: int = 0
    asked_though_expected: int = 0
    asked_again: int = 0
    ended: Ending = Ending.OPEN
    needed: int = 0
    model_calls: int = 0
    prompt_tokens: int = 0


def score(expect: Mapping[str, object], extracted: Mapping[str, object]) -> dict[str, Tally]:
    """Tallies by field; an address counts part by part, owners one by one."""
    return {name: _compare(name, expect.get(name), extracted.get(name)) for name in (*COUNTED, REPORTED)}


def _compare(name: str, wanted: object, got: object) -> Tally:
    if name == "address":
        return _compare_address(_mapping(wanted), _mapping(got))
    if name == "owners":
        return _compare_sets(_owner_set(wanted), _owner_set(got))
    if wanted is None or got is None:
        return Tally(fp=int(got is not None), fn=int(wanted is not None))
    return Tally(tp=1) if _same(name, wanted, got) else Tally(fp=1, fn=1)


def _same(name: str, wanted: object, got: object) -> bool:
    match name:
        case "mcc":
            codes = cast("Sequence[object]", wanted) if isinstance(wanted, list | tuple) else [wanted]
            return str(got) in {str(code) for code in codes}
        case "annual_revenue":
            amount, stated = _number(got), _number(wanted)
            return amount is not None and stated is not None and abs(amount - stated) <= 0.01 * abs(stated)
        case "years_in_business":
            return _number(got) == _number(wanted)
        case "phone":
            return _e164(str(got)) == _e164(str(wanted))
        case "website":
            return host_of(str(got)) == host_of(str(wanted))
        case "merchant_name" | "business_license" | "tax_id" | "iban" | "routing_number" | "account_number":
            return squeezed(str(got)) == squeezed(str(wanted))
        case _:
            return str(got).strip().casefold() == str(wanted).strip().casefold()


def was_stated(name: str, wanted: object, text: str) -> bool:
    """Whether an expected value stands in a text as such; a number in words or reckoned does not."""
    if wanted is None or name == "years_in_business":
        return False
    if name == "annual_revenue":
        return str(wanted) in re.findall(r"\d+", re.sub(r"(?<=\d)[.,'’ ](?=\d{3}(?!\d))", "", text))
    if name == "address":
        wanted = _mapping(wanted).get("line1")
    names = [owner for owner, _ in _owner_set(wanted)] if name == "owners" else [squeezed(str(wanted or ""))]
    return bool(names) and all(part and part in squeezed(text) for part in names)


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _e164(written: str) -> str:
    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        return written
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _compare_address(wanted: Mapping[str, object], got: Mapping[str, object]) -> Tally:
    total = Tally()
    for part in _ADDRESS_PARTS:
        a, b = wanted.get(part), got.get(part)
        if a is None or b is None:
            total += Tally(fp=int(b is not None), fn=int(a is not None))
        else:
            same = squeezed(str(a)) == squeezed(str(b)) or (part == "region" and _same_region(str(a), str(b)))
            total += Tally(tp=1) if same else Tally(fp=1, fn=1)
    return total


def _same_region(one: str, other: str) -> bool:
    """Whether a region's name and a code mean the same, as "Idaho" and "ID"."""
    short, long = sorted((one.strip(), other.strip()), key=len)
    common = set(countries_of_region(short)) & set(countries_of_region(long))
    return any(region_name(country, short) == unaccented(long) for country in common)


def _owner_set(value: object) -> set[tuple[str, float | None]]:
    owners: Sequence[object] = cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()
    entries = [_mapping(owner) for owner in owners]
    return {(squeezed(str(entry.get("name"))), _number(entry.get("ownership_percent"))) for entry in entries}


def _compare_sets(wanted: set[tuple[str, float | None]], got: set[tuple[str, float | None]]) -> Tally:
    return Tally(len(wanted & got), len(got - wanted), len(wanted - got))


def report(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The JSON of ``onboard eval extraction``: cases, fields, summary."""
    scores = [score(outcome.expect, outcome.extracted) for outcome in outcomes]
    fields = {name: _sum(tallies[name] for tallies in scores) for name in (*COUNTED, REPORTED)}
    counted = [fields[name] for name in COUNTED]
    whole = _sum(counted)
    stated = [tally for tally in counted if tally.tp + tally.fp + tally.fn]
    exact = sum(all(not (s[name].fp or s[name].fn) for name in COUNTED) for s in scores)
    return {
        "cases": [
            {
                "id": o.id,
                "extracted": dict(o.extracted),
                "seconds": round(o.seconds, 4),
                "ended": o.ended.value,
            }
            for o in outcomes
        ],
        "fields": {name: _summary(tally) for name, tally in fields.items()},
        "summary": {
            "cases": len(outcomes),
            "exact": exact,
            "macro_f1": round(sum(tally.f1 for tally in stated) / len(stated), 4) if stated else 1.0,
            "micro_f1": round(whole.f1, 4),
            "precision": round(whole.precision, 4),
            "recall": round(whole.recall, 4),
            "questions_per_case": round(sum(o.questions for o in outcomes) / max(len(outcomes), 1), 2),
            "one_question_an_item": round(sum(o.needed for o in outcomes) / max(len(outcomes), 1), 2),
            "asked_though_told": sum(o.asked_though_told for o in outcomes),
            "asked_though_expected": sum(o.asked_though_expected for o in outcomes),
            "asked_again": sum(o.asked_again for o in outcomes),
            **{f"ended_{end.value}": sum(o.ended is end for o in outcomes) for end in Ending},
            "model_calls": sum(outcome.model_calls for outcome in outcomes),
            "prompt_tokens": sum(outcome.prompt_tokens for outcome in outcomes),
            "seconds": round(sum(outcome.seconds for outcome in outcomes), 3),
        },
    }


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


def _summary(tally: Tally) -> dict[str, float | int]:
    """Precision, recall and F1 of a field; n is how many values were expected."""
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "n": tally.tp + tally.fn,
    }
