"""What a policy may want to know of how a merchant sells: read from words, parsed, and grounded."""

from __future__ import annotations

from cases.application import CHARGED, FieldName
from cases.errors import Invalid
from cases.fields.context import Context
from cases.fields.underwriting import charges, dealings, delivery, online

NUMBERS = (*CHARGED, FieldName.ONLINE_SHARE, FieldName.DELIVERY_DAYS)
WORDS = (
    FieldName.REFUND_POLICY,
    FieldName.SUBSCRIPTIONS,
    FieldName.FORMER_PROCESSOR,
    FieldName.TERMINATIONS,
)


def parse_number(name: FieldName, raw: object) -> int:
    """A figure from a form or a request body; raises Invalid."""
    if name is FieldName.ONLINE_SHARE:
        return online.parse(raw)
    if name is FieldName.DELIVERY_DAYS:
        return delivery.parse(raw)
    return charges.parse(name, raw)


def ground_number(name: FieldName, value: int, words: str, context: Context) -> int:
    """The figure, if the words state it as that of the field; raises Ungrounded, Invalid."""
    if name is FieldName.ONLINE_SHARE:
        return online.ground(value, words, context)
    if name is FieldName.DELIVERY_DAYS:
        return delivery.ground(value, words, context)
    if name not in CHARGED:
        raise Invalid(f"This is not a value for {name.value}.")
    return charges.ground(name, value, words, context)


parse_words = dealings.parse
says_none = dealings.says_none
ground_words = dealings.ground

__all__ = ["NUMBERS", "WORDS", "ground_number", "ground_words", "parse_number", "parse_words", "says_none"]
