"""The contract's "States and moves", written out once more and by hand: what the code is held against."""

from __future__ import annotations

LEAVES_BY: dict[str, set[str]] = {
    "collecting": {"checking", "withdrawn", "expired"},
    "checking": {"withdrawn", "in_review", "needs_information", "check_failed"},
    "check_failed": {"checking", "in_review"},
    "needs_information": {"checking", "withdrawn", "expired"},
    "in_review": {
        "withdrawn",
        "approved",
        "awaiting_second_approval",
        "rejected",
        "needs_information",
        "checking",
    },
    "awaiting_second_approval": {"approved", "rejected", "checking"},
    "approved": {"in_review", "provisioning", "checking"},
    "provisioning": {"active", "provisioning_failed"},
    "provisioning_failed": {"provisioning", "in_review"},
    "active": {"suspended", "closed"},
    "suspended": {"active", "closed"},
    "rejected": {"in_review"},
    "expired": {"collecting"},
    "withdrawn": {"collecting"},
    "closed": set(),
}

THE_MERCHANT_READS = {
    "collecting": "Your turn",
    "checking": "In review",
    "check_failed": "In review",
    "needs_information": "Your turn",
    "in_review": "In review",
    "awaiting_second_approval": "In review",
    "approved": "Approved",
    "provisioning": "Being set up",
    "provisioning_failed": "Being set up",
    "active": "Active",
    "suspended": "On hold",
    "rejected": "Declined",
    "expired": "Closed",
    "withdrawn": "Closed",
    "closed": "Closed",
}
