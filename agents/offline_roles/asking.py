"""Which things to ask for next, and in which words: two or three that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import JsonValue
from stdnum import numdb

from agents.offline_roles.outcome import Outcome
from agents.offline_roles.scene import Scene
from cases.application import UNDERWRITING, FieldName
from desk.labels import fields_in_words

F = FieldName
MOST = 3
"""Things asked for at once."""

_ALONE = F.BUSINESS_TYPE
"""Asked for before anything else: who is not served has then given no more than they had to."""

_TOGETHER = (
    (F.MERCHANT_NAME, F.ADDRESS, F.EMAIL, F.PHONE, F.WEBSITE),
    (F.ANNUAL_REVENUE, F.CURRENCY, F.YEARS_IN_BUSINESS),
    (F.BUSINESS_LICENSE, F.TAX_ID),
    (F.EXPECTED_MONTHLY_VOLUME, F.AVERAGE_TICKET, F.HIGHEST_TICKET),
    (F.ONLINE_SHARE, F.DELIVERY_DAYS, F.REFUND_POLICY),
    (F.SUBSCRIPTIONS, F.FORMER_PROCESSOR, F.TERMINATIONS),
)
"""Fields that a person would ask for in one breath."""

_BESIDE = (F.PHONE, F.WEBSITE, F.TAX_ID)
"""Optional fields that are asked for in one breath with a needed one of their group."""

_OFFERED = (F.TAX_ID, F.OWNERS, F.PHONE, F.WEBSITE, *UNDERWRITING)
_TWICE = 2
"""How often something is asked for; then it is told to be missing, and asked for no more."""
_ORDER = tuple(F)
_BY_ROUTING_NUMBER = frozenset({"US"})


class Questions(NamedTuple):
    """What the merchant is asked, and the fields that it is about."""

    text: str
    fields: tuple[FieldName, ...]


def next_questions(scene: Scene, outcome: Outcome, owed: Sequence[FieldName], phrase: str = "") -> Questions:
    """The first group of what is owed, filled up from the next one: what was never asked for first.

    Empty where nothing is owed that was not put off, or passed over twice, or where all of it was asked
    for and the merchant goes on telling: the desk names what is missing, and that is enough.
    """
    owed = [name for name in owed if _may_be_asked(scene, outcome, name)]
    if not phrase and _ALONE not in owed:
        fresh = [name for name in owed if not _was_asked(scene, name)]
        owed = fresh or ([] if outcome.anything_taken else owed)
    worth = set(scene.briefing.worth_asking).difference(outcome.fields)
    fields = _choose(owed, worth)
    if not fields:
        return Questions("", ())
    again = [name for name in fields if _was_asked(scene, name)]
    usual = "ask_again" if len(again) == len(fields) else "ask" if scene.spoken else "ask_first"
    wordings = [scene.say(f"{'again' if name in again else 'ask'}.{name.value}") for name in fields]
    return Questions(scene.say(phrase or usual, questions=_one_after_another(scene, wordings)), fields)


def offer_once(scene: Scene, outcome: Outcome) -> Questions:
    """Optional things that nobody has asked for yet; none once a merchant has passed over some."""
    passed_over = [name for name in scene.asked if name.value not in scene.briefing.application]
    if passed_over and not outcome.stated:
        return Questions("", ())
    worth = set(scene.briefing.worth_asking).difference(outcome.fields)
    fields = _worth_asking(outcome.application, worth)
    if not fields:
        return Questions("", ())
    wordings = [scene.say(f"ask.{name.value}") for name in fields]
    return Questions(scene.say("ask_more", questions=_one_after_another(scene, wordings)), fields)


def named(scene: Scene, fields: Iterable[FieldName], most: int = len(F)) -> str:
    """The fields' names as a list in a sentence; "and more" where there are too many."""
    names = sorted(fields, key=_ORDER.index)
    more = scene.say("more") if len(names) > most else ""
    return fields_in_words(names[:most], scene.briefing.language, more)


def _may_be_asked(scene: Scene, outcome: Outcome, name: FieldName) -> bool:
    put_off = name in scene.briefing.postponed or name in outcome.postponed
    return not put_off and scene.briefing.times_asked.get(name, 0) < _TWICE


def _was_asked(scene: Scene, name: FieldName) -> bool:
    return name in scene.briefing.times_asked


def _choose(owed: Sequence[FieldName], worth: set[FieldName]) -> tuple[FieldName, ...]:
    """Two or three things: the group of the first one owed, filled up from what is owed next."""
    if not owed or _ALONE in owed:
        return (_ALONE,) if owed else ()
    group = next((group for group in _TOGETHER if owed[0] in group), (owed[0],))
    together = [name for name in group if name in owed]
    beside = [name for name in group if name in worth and name in _BESIDE]
    rest = [name for name in owed if name not in together]
    return tuple([*together, *beside, *rest][:MOST])


def _worth_asking(application: Mapping[str, JsonValue], worth: set[FieldName]) -> tuple[FieldName, ...]:
    """At most three of the optional things; a bank account counts as one and is not torn apart."""
    single = [(name,) for name in _OFFERED if name in worth]
    # Where the country is known, its currency is taken and shown in the summary.
    if F.ANNUAL_REVENUE.value in application and F.CURRENCY in worth and not _country(application):
        single.insert(0, (F.CURRENCY,))
    bank = tuple(_bank_fields(application, worth))
    units = [*single[:2], bank, *single[2:]] if bank else single
    fields: list[FieldName] = []
    for unit in units:
        if len(fields) + len(unit) <= MOST:
            fields += unit
    return tuple(fields)


def _bank_fields(application: Mapping[str, JsonValue], worth: set[FieldName]) -> list[FieldName]:
    """How a bank account is named there: by IBAN, by routing and account number, or by number alone."""
    if not worth.issuperset((F.IBAN, F.ACCOUNT_NUMBER)):
        return []  # one of them is known, or was asked for
    country = _country(application)
    if country in _BY_ROUTING_NUMBER:
        return [name for name in (F.ROUTING_NUMBER, F.ACCOUNT_NUMBER) if name in worth]
    return [F.IBAN] if country is None or _has_ibans(country) else [F.ACCOUNT_NUMBER]


def _country(application: Mapping[str, JsonValue]) -> str | None:
    address = application.get("address")
    country = address.get("country") if isinstance(address, dict) else None
    return country if isinstance(country, str) else None


def _has_ibans(country: str) -> bool:
    return bool(numdb.get("iban").info(country)[0][1])


def _one_after_another(scene: Scene, wordings: Sequence[str]) -> str:
    sentences = [_capitalised(wording) for wording in wordings]
    if len(wordings) > 1:
        sentences[-1] = scene.say("and_question", question=wordings[-1])
    return " ".join(sentences)


def _capitalised(wording: str) -> str:
    at = 1 if wording.startswith("¿") else 0
    return wording[:at] + wording[at : at + 1].upper() + wording[at + 1 :]
