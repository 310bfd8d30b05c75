"""What merchants are asked for later, and what they are shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cases.application import FieldName
from cases.policy.section import Section, Text


class EventuallyPolicy(Section):
    """What is needed later: fields, an account for payouts, details of owners from a share (percent) on."""

    fields: tuple[FieldName, ...] = (FieldName.TAX_ID, FieldName.OWNERS)
    payout_account: bool = True
    owners_from: Annotated[float, Field(gt=0, le=100)] = 25


class Notice(Section):
    """The privacy notice that is shown before the first question."""

    version: Text
    language: Text
    page: Text


class AgreementPolicy(Section):
    """The merchant agreement that a submission accepts; its texts are files by language."""

    version: Text = "1"
