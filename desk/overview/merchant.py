"""Who applies, and what they sell."""

from __future__ import annotations

from collections.abc import Iterator

from cases.application import UNDERWRITING, FieldName
from cases.fields.categories import category_name
from cases.restriction import restriction_of
from desk.labels import FIELDS, within_a_sentence
from desk.overview.basis import Basis, Piece, in_one
from desk.sources import Sentence

F = FieldName


def who(basis: Basis) -> Iterator[Sentence]:
    """The business, and who is behind it."""
    form = (p._replace(text=within_a_sentence(p.text, "en")) for p in basis.piece(F.LEGAL_FORM))
    yield from in_one([*basis.piece(F.MERCHANT_NAME), *form, *basis.piece(F.ADDRESS)])
    unit = "year" if basis.record.application.years_in_business == 1 else "years"
    years = basis.piece(F.YEARS_IN_BUSINESS, f"{{}} {unit} in business")
    yield from in_one([*years, *basis.piece(F.ANNUAL_REVENUE, "{} a year")])
    numbers = (F.BUSINESS_LICENSE, F.TAX_ID)
    yield from in_one(piece for name in numbers for piece in _labelled(basis, name))
    yield from in_one(basis.piece(F.OWNERS, "Owned by {}"))


def sells(basis: Basis) -> Iterator[Sentence]:
    """The line of business, the lists that it is on, and how it is paid for."""
    yield from in_one([*basis.piece(F.BUSINESS_TYPE), *_category(basis)], "Sells: ")
    source = basis.on_field(F.BUSINESS_TYPE) or basis.on_field(F.MCC)
    if source is not None:
        for listed in restriction_of(basis.record, basis.policy):
            text = f"{listed.kind.capitalize()} line of business: {listed.line.label}."
            yield Sentence(text=text, sources=(source,))
    dealings = (name for name in UNDERWRITING if name is not F.LEGAL_FORM)
    yield from in_one((piece for name in dealings for piece in _labelled(basis, name)), between="; ")


def _category(basis: Basis) -> Iterator[Piece]:
    code, confirmed = basis.record.application.mcc, basis.record.category
    if code is not None:
        said = f"confirmed by {confirmed.by}" if confirmed else "not confirmed"
        yield from basis.piece(F.MCC, f"category {{}} ({category_name(code)}, {said})")


def _labelled(basis: Basis, name: FieldName) -> Iterator[Piece]:
    label, source = within_a_sentence(FIELDS[name], "en"), basis.on_field(name)
    if source is not None and name in basis.record.absent:
        yield Piece(f"no {label}, they say", source)
    # The value says of what time it is.
    known = "by card" if name is F.EXPECTED_MONTHLY_VOLUME else label
    yield from basis.piece(name, f"{known} {{}}")
