"""Parts of a whole as percent, never rounded across a threshold."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

_FINE = Decimal("0.000001")
_COARSE = Decimal("0.01")


def as_decimal(part: Fraction) -> Decimal:
    """A part (0 to 1) in percent to six places, rounded down: 2/3 is 66.666666."""
    percent = part * 100
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    return _plain(exact.quantize(_FINE, rounding=ROUND_DOWN))


def in_percent(part: Fraction) -> str:
    """A part (0 to 1) as a person reads it: two places, more where those would make it look round."""
    fine = as_decimal(part)
    coarse = _plain(fine.quantize(_COARSE))
    shown = fine if coarse == coarse.to_integral_value() else coarse
    return f"{shown} %"


def _plain(value: Decimal) -> Decimal:
    """Without zeros at the end, and without an exponent."""
    return Decimal(f"{value.normalize():f}")
