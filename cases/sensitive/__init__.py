"""Sensitive values in what people write: found at the door, replaced by tokens, masked for display."""

from cases.sensitive.cards import CARD_REMOVED, drop_cards, is_card
from cases.sensitive.kinds import TOKEN, Kind, kind_of
from cases.sensitive.masks import FIELD_KINDS, display, mask
from cases.sensitive.tokens import Tokenised, neutralise, resolve, tokenise

__all__ = [
    "CARD_REMOVED",
    "FIELD_KINDS",
    "TOKEN",
    "Kind",
    "Tokenised",
    "display",
    "drop_cards",
    "is_card",
    "kind_of",
    "mask",
    "neutralise",
    "resolve",
    "tokenise",
]
