"""Applications as merchants state them: right, wrong and half, always the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from cases.application import Address, Application, FieldName, Owner
from cases.record import CaseRecord, Provenance

AT = datetime(2026, 11, 2, tzinfo=UTC)

_VALUES: dict[str, tuple[object, ...]] = {
    "merchant_name": (None, "Harbour Lane Bakery"),
    "email": (None, "ann@shop.example", "ann@gmail.com", "ann at shop", "x@mailinator.com", "a@b@c.de"),
    "phone": (None, "+442079460011", "+4412", "call me", "+12025550123", "+16502530000", "+49301234567"),
    "website": (None, "fernandfig.com", "instagram.com", "localhost", "10.0.0.1", "shop.co.uk", "nothing"),
    "business_type": (None, "bakery", "qwertz"),
    "mcc": (None, "5462", "0001"),
    "annual_revenue": (None, 0, 1, 250_000, 5_000_000, 10**12),
    "currency": (None, "USD", "EUR", "IDR", "XXX"),
    "years_in_business": (None, 0, 1, 9, 900),
    "business_license": (None, "BL-204417", "none", "HRB 12345", "11111"),
    "address": (
        None,
        Address(line1="12 Market Street", city="Portland", region="OR", postal_code="97204", country="US"),
        Address(line1="12 Market Street", city="Portland", region="OR", postal_code="10001", country="US"),
        Address(line1="1 High Street", city="Leeds", country="GB"),
        Address(city="Berlin", country="DE"),
        Address(line1="5 rue de la Paix", city="Paris", postal_code="75002", country="FR"),
    ),
    "tax_id": (
        *(None, "61-8987901", "07-1144442", "DE162934376", "DE162934377", "078-05-1120", "21345678-0001"),
        *(
            "GB 980 7806 84",
            "1955839661",
            "404833048",
            "404833047",
            "83 914 571 673",
            "12",
            "27AAPFU0939F1ZV",
        ),
    ),
    "owners": (
        None,
        (Owner(name="Ines Calder", ownership_percent=60), Owner(name="Jo Park", ownership_percent=40)),
        (Owner(name="Ines Calder", ownership_percent=60), Owner(name="Jo Park", ownership_percent=60)),
        (Owner(name="Ines Calder"),),
    ),
    "iban": (None, None, "DE89370400440532013000", "DE89370400440532013001", "GB29NWBK60161331926819"),
    "routing_number": (None, "111000025", "111000024"),
    "account_number": (None, "4430917725", "12"),
}


def records(count: int) -> Iterator[CaseRecord]:
    """So many cases, each with some fields told and some declared absent."""
    chance = random.Random(5)
    for _ in range(count):
        told = {name: chance.choice(values) for name, values in _VALUES.items()}
        application = Application.model_validate(told)
        record = CaseRecord(id=UUID(int=1), opened_by=UUID(int=2), opened_at=AT, application=application)
        absent = [FieldName(name) for name in told if told[name] is None and chance.random() < 0.3]
        yield replace(record, absent={name: Provenance(2, "none", AT) for name in absent})
