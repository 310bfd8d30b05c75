"""The conditions of an approval in words: for the merchant in their language, for staff in short."""

from __future__ import annotations

from collections.abc import Iterator

from babel.dates import format_date
from babel.numbers import format_decimal

from cases.decision import Conditions
from cases.policy import Policy
from cases.record import CaseRecord
from desk.wordbook import Wordbook, wordbook


def currency_of(record: CaseRecord, policy: Policy) -> str:
    """The currency that a volume cap is in: that of the application, else that of the policy's rates."""
    return record.application.currency or policy.rates.base


def conditions_told(record: CaseRecord, policy: Policy) -> tuple[str, ...]:
    """The conditions of the approval that the case has, a sentence each, as its merchant reads them."""
    if record.grant is None:
        return ()
    return _sentences(record.grant.conditions, currency_of(record, policy), wordbook(record.language))


def conditions_in_short(conditions: Conditions, currency: str) -> tuple[str, ...]:
    """The conditions as staff read them."""
    return tuple(_short(conditions, currency))


def _sentences(conditions: Conditions, currency: str, words: Wordbook) -> tuple[str, ...]:
    return tuple(words(f"condition.{name}", **told) for name, told in _told(conditions, currency, words))


def _told(conditions: Conditions, currency: str, words: Wordbook) -> Iterator[tuple[str, dict[str, str]]]:
    language = words.language
    if conditions.monthly_volume_cap is not None:
        yield "volume_cap", {"amount": _amount(conditions.monthly_volume_cap, currency, language)}
    if conditions.rolling_reserve_percent is not None:
        yield "reserve", {"percent": format_decimal(conditions.rolling_reserve_percent, locale=language)}
    if conditions.payout_delay_days is not None:
        one = conditions.payout_delay_days == 1
        yield "payout_delay_one" if one else "payout_delay", {"days": str(conditions.payout_delay_days)}
    if conditions.review_on is not None:
        yield "review_on", {"date": format_date(conditions.review_on, "long", locale=language)}


def _short(conditions: Conditions, currency: str) -> Iterator[str]:
    if conditions.monthly_volume_cap is not None:
        yield f"Volume cap: {_amount(conditions.monthly_volume_cap, currency, 'en')} a month"
    if conditions.rolling_reserve_percent is not None:
        yield f"Rolling reserve: {conditions.rolling_reserve_percent:g} %"
    if conditions.payout_delay_days is not None:
        days = "day" if conditions.payout_delay_days == 1 else "days"
        yield f"Delayed payout: {conditions.payout_delay_days} {days}"
    if conditions.review_on is not None:
        yield f"Looked at again on {format_date(conditions.review_on, 'd MMM y', locale='en')}"


def _amount(amount: int, currency: str, language: str) -> str:
    return f"{format_decimal(amount, locale=language)} {currency}"
