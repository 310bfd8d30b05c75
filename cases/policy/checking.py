"""What the checks are made by."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from cases.policy.section import CategoryCode, CheckKey, Section, Share, Text
from cases.screening import Topic

ComplianceKey = Literal["kyc_complete", "aml_verified", "data_privacy", "industry_specific"]


class CompliancePolicy(Section):
    """The share of compliance checks that must hold, and what more each of them rests on.

    ``rests_on``: further checks that have to count as held before a compliance check does.
    """

    threshold: Share
    rests_on: dict[ComplianceKey, tuple[CheckKey, ...]] = Field(
        default_factory=dict[ComplianceKey, tuple[CheckKey, ...]]
    )

    def further(self, check: str) -> tuple[str, ...]:
        """The checks that a compliance check rests on besides its own."""
        return next((keys for name, keys in self.rests_on.items() if name == check), ())


class PrivacyPolicy(Section):
    """By which right personal data is kept (`basis`), and for how many years after which end."""

    basis: Text
    years_after_account: Annotated[int, Field(gt=0)]
    years_after_decline: Annotated[int, Field(gt=0)]
    years_after_incomplete: Annotated[int, Field(gt=0)]
    rule: Text

    def in_words(self) -> str:
        """As it stands in the check."""
        return (
            f"Kept on the basis of {self.basis}: {self.years_after_account} years after the account ends, "
            f"{self.years_after_decline} after a decline, {self.years_after_incomplete} where it was never "
            f"completed ({self.rule})."
        )


class ScreeningPolicy(Section):
    """From which likeness (0 to 1) an entry is a potential match; days after which a list is out of date.

    ``second_approval_topics``: what somebody can be listed for so that, once a person has confirmed it, a
    second person has to approve as well. A confirmed sanctions match is none of them: it bars an approval.
    """

    threshold: Annotated[float, Field(gt=0, le=1)]
    oldest_list_days: Annotated[int, Field(gt=0)] | None = None
    second_approval_topics: tuple[Literal[Topic.PEP, Topic.BLOCKLIST, Topic.MATCH], ...] = ()

    @property
    def oldest(self) -> timedelta | None:
        """How old a list may be; None where the policy does not say."""
        return None if self.oldest_list_days is None else timedelta(days=self.oldest_list_days)


class Prohibited(Section):
    """Lines of business that are not served: by merchant category code and by word."""

    mcc: dict[CategoryCode, Text]
    words: dict[Text, Text]
