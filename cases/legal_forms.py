"""The legal forms that rules tell apart; what a country calls them is in ``cases.fields.legal_form``."""

from __future__ import annotations

from enum import StrEnum


class LegalForm(StrEnum):
    """What a business is in law, as far as rules tell it apart."""

    SOLE_TRADER = "sole_trader"
    """One person in their own name, freelancers among them."""
    PARTNERSHIP = "partnership"
    PRIVATE_COMPANY = "private_company"
    """A company whose shares are not listed, whatever its form (LLC, GmbH, AG, S.A.)."""
    PUBLIC_COMPANY = "public_company"
    """A company whose shares are listed on a stock exchange; a name never tells that."""
    CHARITY = "charity"
    """Charities, associations and foundations that work for no profit."""
    TRUST = "trust"
    PUBLIC_BODY = "public_body"
    COOPERATIVE = "cooperative"
