"""What a merchant declares when they submit; a grant is bound to it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from cases.languages import Language


class Declaration(BaseModel):
    """What a person ticked on the page of their answers, and the application (hash) that it showed them."""

    model_config = ConfigDict(frozen=True)

    authority: bool
    ownership_complete: bool
    agreement: bool
    application_hash: str
    agreement_hash: str


class Attestation(BaseModel):
    """That the person may act for the business, that all owners are named, that the agreement holds.

    ``agreement_hash``: SHA-256 (hex) of the agreement's text as it was shown. ``how``: on a page that
    shows the answers (the card beside the conversation too), in words below the summary, or under the
    agreement of an API caller's token.
    ``address``: the network address that it came from, where there is one. The time is the event's.
    """

    model_config = ConfigDict(frozen=True)

    authority: Literal[True]
    ownership_complete: Literal[True]
    agreement_version: str
    agreement_hash: str
    language: Language
    how: Literal["page", "words", "api"]
    address: str | None = None
