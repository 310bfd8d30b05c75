"""Which things to ask for next, and in which words: two or three that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import JsonValue
from stdnum import numdb

from agents.offline_roles.outcome import Outcome
from agents.offline_roles.scene import Scene
from cases.application import FieldName

F = FieldName
MOST = 3
"""Things asked for at once."""

_TOGETHER = (
    (F.MERCHANT_NAME, F.BUSINESS_TYPE),
    (F.EMAIL, F.PHONE, F.WEBSITE),
    (F.ADDRESS,),
    (F.ANNUAL_REVENUE, F.CURRENCY, F.YEARS_IN_BUSINESS),
    (F.BUSINESS_LICENSE, F.TAX_ID),
    (F.OWNERS,),
    (F.IBAN, F.ROUTING_NUMBER, F.ACCOUNT_NUMBER),
)
"""Fields that a person would ask for in one breath."""

_BESIDE = (F.PHONE, F.WEBSITE, F.TAX_ID)
"""Optional fields that are asked for in one breath with a needed one of their group."""

_OFFERED = (F.TAX_ID, F.OWNERS, F.PHONE, F.WEBSITE)
_ORDER = tuple(F)
_BY_ROUTING_NUMBER = frozenset({"US"})


class Questions(NamedTuple):
    """What the merchant is asked, and the fields that it is about."""

    text: str
    fields: tuple[FieldName, ...]


def next_questions(scene: Scene, outcome: Outcome, owed: Sequence[FieldName], phrase: str = "") -> Questions:
    """The first group of what is owed, filled up from the next one; empty where nothing is owed.

    A merchant who passed over a question and told something else is asked for other things first.
    """
    if outcome.anything_taken:
        owed = sorted(owed, key=lambda name: name in scene.asked)
    worth = set(scene.briefing.worth_asking).difference(outcome.fields)
    fields = _choose(owed, worth)
    if not fields:
        return Questions("", ())
    again = [name for name in fields if _was_asked(scene, name)]
    usual = "ask_again" if len(again) == len(fields) else "ask" if scene.spoken else "ask_first"
    wordings = [scene.say(f"{'again' if name in again else 'ask'}.{name.value}") for name in fields]
    return Questions(scene.say(phrase or usual, questions=_one_after_another(wordings)), fields)


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
    return Questions(scene.say("ask_more", questions=_one_after_another(wordings)), fields)


def named(scene: Scene, fields: Iterable[FieldName], most: int = len(F)) -> str:
    """The fields' names as a list in a sentence; "and more" where there are too many."""
    names = [scene.say(f"name.{name.value}") for name in sorted(fields, key=_ORDER.index)]
    if len(names) > most:
        names[most:] = [scene.say("name.more")]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _was_asked(scene: Scene, name: FieldName) -> bool:
    """Whether the question stands in what was said before, in one of its wordings."""
    wordings = scene.phrases.variants.get(f"ask.{name.value}", ())
    return name in scene.asked or any(wording.casefold() in scene.said for wording in wordings)


def _choose(owed: Sequence[FieldName], worth: set[FieldName]) -> tuple[FieldName, ...]:
    """Two or three things: the group of the first one owed, or that one and the next in order."""
    if not owed:
        return ()
    group = next((group for group in _TOGETHER if owed[0] in group), (owed[0],))
    together = [name for name in group if name in owed or (name in worth and name in _BESIDE)]
    if len(together) > 1:
        return tuple(together[:MOST])
    return tuple(owed[:2])


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


def _one_after_another(wordings: Sequence[str]) -> str:
    sentences = [wording[:1].upper() + wording[1:] for wording in wordings]
    if len(wordings) > 1:
        sentences[-1] = f"And {wordings[-1]}"
    return " ".join(sentences)
