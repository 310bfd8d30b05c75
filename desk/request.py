"""An application that arrives in one piece, by REST or from a file, and how the desk takes it in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cases.access import Audience
from cases.application import NONE_IS_SAID, Address, Application, FactValue, FieldName, Owner
from cases.errors import Invalid, OnboardError
from cases.events import AbsenceDeclared, FactRecorded, NoticeShown, RequestReceived
from cases.fields import Context, currency_of, mcc_candidates, parse_stated, says_none
from cases.policy import Policy
from cases.sensitive import FIELD_KINDS, drop_cards, neutralise, tokenise
from desk.draft import Author, Draft
from desk.facts import told_by_name

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class MerchantRequest(BaseModel):
    """The body of POST /api/merchants/onboard; amounts in whole units of ``currency``.

    From ``legal_form`` on only what the policy asks for is kept; of the last three, false says that there
    is none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    merchant_name: Annotated[Text, Field(min_length=1)]
    email: Annotated[Text, Field(min_length=1)]
    business_type: Text | None = None
    annual_revenue: int | float | Text | None = None
    years_in_business: int | float | Text | None = None
    business_license: Text | None = None
    address: Text | Address | None = None
    phone: Text | None = None
    website: Text | None = None
    currency: Text | None = None
    tax_id: Text | None = None
    owners: list[Owner] | None = None
    iban: Text | None = None
    routing_number: Text | None = None
    account_number: Text | None = None
    legal_form: Text | None = None
    expected_monthly_volume: int | float | Text | None = None
    average_ticket: int | float | Text | None = None
    highest_ticket: int | float | Text | None = None
    online_share: int | float | Text | None = None
    delivery_days: int | float | Text | None = None
    refund_policy: Text | None = None
    subscriptions: bool | Text | None = None
    former_processor: bool | Text | None = None
    terminations: bool | Text | None = None
    notices_accepted: bool | None = None


def take_in(draft: Draft, author: Author, request: MerchantRequest) -> None:
    """Record the request as it arrived (tokens for what is sensitive) and each field that it states.

    Raises Invalid, naming every field that cannot be used; a card number is refused, not stored.
    """
    given = _given(request, draft.policy)
    none = [name for name in NONE_IS_SAID if says_none(given.get(name))]
    stated = _parse({name: raw for name, raw in given.items() if name not in none}, draft)
    received = draft.add(_hidden(given), author, Audience.EVERYONE)
    for name, value in stated.items():
        fact = FactRecorded(field=name, value=value, source_seq=received.seq, quote=f'"{name.value}"')
        draft.add(fact, author, Audience.EVERYONE)
    for name in none:
        absent = AbsenceDeclared(field=name, source_seq=received.seq, quote=f'"{name.value}"')
        draft.add(absent, author, Audience.EVERYONE)
    # The caller's token stands for an agreement under which the notice was given (contract).
    if request.notices_accepted is not False:
        notice = draft.policy.notice
        shown = NoticeShown(version=notice.version, language=notice.language)
        draft.add(shown, author, Audience.EVERYONE)


def _parse(given: Mapping[FieldName, object], draft: Draft) -> dict[FieldName, FactValue]:
    stated: dict[FieldName, FactValue] = {}
    wrong: list[dict[str, str]] = []
    for name, raw in given.items():
        known = Application().having(FieldName.ADDRESS, stated.get(FieldName.ADDRESS))
        try:
            _refuse_cards(raw)
            stated[name] = parse_stated(name, raw, Context(known, (name,), draft.now.date()))
        except OnboardError as error:
            wrong.append({"field": name.value, "message": str(error)})
    if wrong:
        first = wrong[0]
        raise Invalid(f"{first['field']}: {first['message']}", errors=wrong)
    return _complete(stated, draft)


def _given(request: MerchantRequest, policy: Policy) -> Mapping[FieldName, object]:
    # The address first: a national phone number is read with its country.
    taken = [name for name in FieldName if name in policy.taken]
    names = sorted(taken, key=lambda name: name is not FieldName.ADDRESS)
    values = {name: getattr(request, name.value, None) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _refuse_cards(raw: object) -> None:
    if drop_cards(str(raw))[1]:
        raise Invalid("This looks like a payment card number, which we never store.")


def _complete(stated: dict[FieldName, FactValue], draft: Draft) -> dict[FieldName, FactValue]:
    """Add what follows from the rest: the currency of the country, the category code, the legal form."""
    address = stated.get(FieldName.ADDRESS)
    country = address.country if isinstance(address, Address) else None
    currency = currency_of(country) if country else None
    if FieldName.ANNUAL_REVENUE in stated and currency:
        stated.setdefault(FieldName.CURRENCY, currency)
    if candidates := mcc_candidates(str(stated.get(FieldName.BUSINESS_TYPE, ""))):
        stated[FieldName.MCC] = candidates[0]
    if form := told_by_name(draft, str(stated.get(FieldName.MERCHANT_NAME, ""))):
        stated.setdefault(FieldName.LEGAL_FORM, form)
    return stated


def _hidden(given: Mapping[FieldName, object]) -> RequestReceived:
    secrets: dict[str, str] = {}
    shown: dict[str, object] = {}
    for name, raw in given.items():
        shown[name.value] = _hide(name, raw, secrets)
    text = json.dumps(shown, ensure_ascii=False, indent=1)
    return RequestReceived(text=text, secrets=secrets)


def _hide(name: FieldName, raw: object, secrets: dict[str, str]) -> object:
    """The value with tokens; ``secrets`` gains what they stand for."""
    kind = FIELD_KINDS.get(name)
    if kind is not None:
        token = f"⟦{kind.value}_1⟧"
        secrets[token] = neutralise(str(raw))
        return token
    if isinstance(raw, Address):
        return {key: _hide_text(part, secrets) for key, part in raw if part}
    if isinstance(raw, list):
        owners = cast("list[Owner]", raw)
        return [{**dict(owner), "name": _hide_text(owner.name, secrets)} for owner in owners]
    return _hide_text(raw, secrets) if isinstance(raw, str) else raw


def _hide_text(text: str, secrets: dict[str, str]) -> str:
    hidden = tokenise(text, known=secrets)
    secrets.update(hidden.secrets)
    return hidden.text
