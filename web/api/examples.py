"""What requests look like, for the OpenAPI document; every business and person is invented."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

APPLICATION: dict[str, Any] = {
    "merchant_name": "Larkspur Books Ltd",
    "email": "hello@larkspur-books.example",
    "business_type": "bookshop",
    "annual_revenue": 240000,
    "currency": "GBP",
    "years_in_business": 6,
    "business_license": "BRS-20418",
    "address": {
        "line1": "14 Cotham Hill",
        "city": "Bristol",
        "postal_code": "BS6 6LF",
        "country": "GB",
    },
    "tax_id": "GB 123 4567 82",
    "owners": [{"name": "Ada Finch", "ownership_percent": 100}],
    "notices_accepted": True,
}

OWN_VIEW: list[JsonValue] = [{"view": "decline", "words": "The street does not exist.", "version": 1}]

RULING: list[JsonValue] = [
    {
        "request_id": "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55",
        "approved": True,
        "comments": "Licence seen.",
        "version": 1,
    },
    {
        "request_id": "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55",
        "approved": True,
        "conditions": {
            "monthly_volume_cap": 20000,
            "rolling_reserve_percent": 5,
            "payout_delay_days": 7,
            "review_on": "2030-06-30",
        },
    },
    {
        "request_id": "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55",
        "approved": False,
        "reasons": ["compliance_failure"],
    },
]

OVERRIDE: list[JsonValue] = [
    {
        "subject": "complete_address",
        "reason": "The lease was seen: the shop has no number.",
        "until": "2025-12-31",
        "version": 1,
    },
    {"subject": "risk", "level": "medium", "reason": "Known to us for years.", "until": "2025-12-31"},
]

WITHDRAWAL: list[JsonValue] = [{"subject": "complete_address", "reason": "The lease has ended."}]

INFORMATION: list[JsonValue] = [
    {
        "items": [
            {
                "item": "business_license",
                "reason": "out_of_date",
                "text": "Ours ended in May.",
            },
            {"item": "documents.licence", "reason": "document_needed"},
            {"item": "question", "reason": "understand_business", "text": "Which mill do you buy from?"},
        ],
        "until": "2025-12-31",
        "note": "The register shows another number.",
    }
]

MORE_TIME: list[JsonValue] = [{"until": "2025-12-31"}]

NOT_NEEDED: list[JsonValue] = [{"item": "documents.licence"}, {}]

ITEM_ANSWER: list[JsonValue] = [
    {"item": "question", "how": "given", "text": "From Otley Mill."},
    {"item": "documents.licence", "how": "none", "text": "The town gives none for bakeries."},
]

CATEGORY: list[JsonValue] = [{"code": "5942", "reason": "They sell books.", "version": 1}]

REPORT: dict[str, Any] = {
    "about": ["merchant_name", "business_license"],
    "method": "registry_search",
    "source": "Companies House",
    "result": "confirmed",
    "reference": "08123456",
    "comment": "Active since 2019, same registered office.",
    "made_at": "2025-03-04T09:30:00Z",
}

STRUCTURE: list[JsonValue] = [
    {
        "kind": "company",
        "registration_number": "09876543",
        "parties": [
            {
                "name": "Ada Finch",
                "kind": "person",
                "holdings": [{"share": 60}],
                "roles": [{"role": "director"}, {"role": "control_person"}],
            },
            {
                "name": "Finch Holding Ltd",
                "kind": "company",
                "country": "GB",
                "registration_number": "01234567",
                "holdings": [{"share": 40}],
            },
            {
                "name": "Ben Finch",
                "kind": "person",
                "holdings": [{"of": "Finch Holding Ltd", "share": 100}],
            },
        ],
    },
]

OBJECTION: list[JsonValue] = [{"reasons": "The licence that you could not find is on the register now."}]

AWAY: list[JsonValue] = [{"first_day": "2031-07-01", "last_day": "2031-07-14"}]

BACK: list[JsonValue] = [{"email": "rosa@example.com"}, {}]

GIVEN: list[JsonValue] = [{"reason": "Rosa knows the trade."}]

RETURNED: list[JsonValue] = [{"reason": "I know the owner."}]

SNOOZED: list[JsonValue] = [{"on": "merchant_answers", "reason": "They send the lease on Friday."}]

WORDS: list[JsonValue] = [{"text": "We are open since 2019."}]


def body(example: dict[str, Any]) -> dict[str, Any]:
    """An example of a body whose model stands in another room."""
    return {"requestBody": {"content": {"application/json": {"example": example}}}}


INCOMPLETE: list[JsonValue] = [{"reason": "No answer to three letters."}]

AFTER: list[JsonValue] = [{"after": "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55"}]
