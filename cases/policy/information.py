"""Requests for information: what a reviewer may give as a reason, and how long a merchant has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from cases.languages import LANGUAGES, Language
from cases.policy.section import Section, Text

SHIPPED_REASONS: Mapping[str, str] = {
    "usual_review": "Part of every review",
    "not_given": "Not given yet",
    "incomplete": "Incomplete or cut off",
    "unreadable": "Cannot be read",
    "out_of_date": "Out of date",
    "which_is_right": "Differs from another detail",
    "document_needed": "Told, and a document is needed",
    "understand_business": "To understand the business",
}
"""Labels by code; what the merchant reads stands in ``desk/words`` as ``request.reason_<code>``."""

Days = Annotated[int, Field(gt=0, le=120)]


class InformationReason(Section):
    """Why something is asked for: for the reviewer, and in plain words for the merchant by language.

    The words of a shipped reason may be left out.
    """

    label: Text
    text: Mapping[Language, Text] = {}


def _shipped() -> dict[str, InformationReason]:
    return {code: InformationReason(label=label) for code, label in SHIPPED_REASONS.items()}


class InformationPolicy(Section):
    """How many business days a merchant has, at least and at most, and when they are reminded.

    ``remind_halfway``: at half of their time. ``remind_days_before``: so many business days before its end.
    """

    days: Days = 10
    shortest_days: Days = 2
    longest_days: Days = 30
    remind_halfway: bool = True
    remind_days_before: tuple[Days, ...] = (1,)
    reasons: Annotated[dict[Text, InformationReason], Field(min_length=1)] = _shipped()

    @model_validator(mode="after")
    def _lies_between(self) -> Self:
        if not self.shortest_days <= self.days <= self.longest_days:
            raise ValueError("days has to lie between shortest_days and longest_days")
        return self

    @model_validator(mode="after")
    def _says_each_reason(self) -> Self:
        for code, reason in self.reasons.items():
            missing = [language for language in LANGUAGES if language not in reason.text]
            if missing and (reason.text or code not in SHIPPED_REASONS):
                raise ValueError(f"reason {code} has no text in {', '.join(missing)}")
        return self
