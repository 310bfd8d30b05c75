"""Which checks a policy has made besides the usual ones, and by which bounds."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cases.policy.conditions import CountryCode
from cases.policy.section import CategoryCode, Section, Text


class ExtraCheck(StrEnum):
    """Checks that are made only where the policy asks for them, by the key they are recorded under."""

    EMAIL_DOMAIN = "email_domain"
    PHONE_COUNTRY = "phone_country"
    WEBSITE_PUBLIC = "website_public"
    TAX_NUMBER_KIND = "tax_number_kind"
    LICENCE_FORM = "licence_form"
    BANK_DETAILS = "bank_details"
    POSTAL_CODE_FITS = "postal_code_fits"
    REVENUE_FOR_AGE = "revenue_for_age"
    CARD_VOLUME = "card_volume"
    FOUNDING_DATES = "founding_dates"
    OWNERS_OF_AGE = "owners_of_age"
    NO_DUPLICATES = "no_duplicates"


class NoLicence(Section):
    """Where no licence is needed; ``rule`` says why. Countries or codes left out: in all of them."""

    rule: Text
    countries: tuple[CountryCode, ...] = ()
    mcc: tuple[CategoryCode, ...] = ()

    def covers(self, country: str | None, mcc: str | None) -> bool:
        """Whether the rule is about a business of that line in that country."""
        return (not self.countries or country in self.countries) and (not self.mcc or mcc in self.mcc)


class YoungBusiness(Section):
    """When revenue is large for a young business: years in business, and the policy's base currency."""

    below_years: Annotated[int, Field(gt=0)] = 2
    large_revenue: Annotated[Decimal, Field(gt=0)] = Decimal(1_000_000)


class ValidationPolicy(Section):
    """The checks that are made besides, and what they go by; none where the section is left out."""

    extra: tuple[ExtraCheck, ...] = ()
    no_licence: tuple[NoLicence, ...] = ()
    young: YoungBusiness = YoungBusiness()

    def spares_licence(self, country: str | None, mcc: str | None) -> str | None:
        """The rule by which such a business needs no licence, if there is one."""
        return next((each.rule for each in self.no_licence if each.covers(country, mcc)), None)
