"""An application that arrives in one piece, by REST or from a file, and how the desk takes it in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cases.access import Audience
from cases.application import Address, Application, FactValue, FieldName, Owner
from cases.errors import Invalid, OnboardError
from cases.events import FactRecorded, NoticeShown, RequestReceived
from cases.fields import Context, currency_of, mcc_candidates, parse_stated
from cases.sensitive import FIELD_KINDS, drop_cards, neutralise, tokenise
from desk.draft import Author, Draft

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class MerchantRequest(BaseModel):
    """The body of POST /api/merchants/onboard; ``annual_revenue`` in whole units of ``currency``."""

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
    notices_accepted: bool | None = None


def take_in(draft: Draft, author: Author, request: MerchantRequest) -> None:
    """Record the request as it arrived (tokens for what is sensitive) and each field that it states.

    Raises Invalid, naming every field that cannot be used; a card number is refused, not stored.
    """
    stated = _parse(request, draft.now.date())
    body = _hidden(request)
    received = draft.add(body, author, Audience.EVERYONE)
    for name, value in stated.items():
        fact = FactRecorded(field=name, value=value, source_seq=received.seq, quote=f'"{name.value}"')
        draft.add(fact, author, Audience.EVERYONE)
    # The caller's token stands for an agreement under which the notice was given (contract).
    if request.notices_accepted is not False:
        notice = draft.policy.notice
        shown = NoticeShown(version=notice.version, language=notice.language)
        draft.add(shown, author, Audience.EVERYONE)


def _parse(request: MerchantRequest, today: date) -> dict[FieldName, FactValue]:
    stated: dict[FieldName, FactValue] = {}
    wrong: list[dict[str, str]] = []
    for name, raw in _given(request).items():
        known = Application().having(FieldName.ADDRESS, stated.get(FieldName.ADDRESS))
        try:
            _refuse_cards(raw)
            stated[name] = parse_stated(name, raw, Context(known, (name,), today))
        except OnboardError as error:
            wrong.append({"field": name.value, "message": str(error)})
    if wrong:
        first = wrong[0]
        raise Invalid(f"{first['field']}: {first['message']}", errors=wrong)
    return _complete(stated)


def _given(request: MerchantRequest) -> Mapping[FieldName, object]:
    # The address first: a national phone number is read with its country.
    names = sorted(FieldName, key=lambda name: name is not FieldName.ADDRESS)
    values = {name: getattr(request, name.value, None) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _refuse_cards(raw: object) -> None:
    if drop_cards(str(raw))[1]:
        raise Invalid("This looks like a payment card number, which we never store.")


def _complete(stated: dict[FieldName, FactValue]) -> dict[FieldName, FactValue]:
    """Add what follows from the rest: the currency of the country, the merchant category code."""
    address = stated.get(FieldName.ADDRESS)
    country = address.country if isinstance(address, Address) else None
    currency = currency_of(country) if country else None
    if FieldName.ANNUAL_REVENUE in stated and currency:
        stated.setdefault(FieldName.CURRENCY, currency)
    if candidates := mcc_candidates(str(stated.get(FieldName.BUSINESS_TYPE, ""))):
        stated[FieldName.MCC] = candidates[0]
    return stated


def _hidden(request: MerchantRequest) -> RequestReceived:
    secrets: dict[str, str] = {}
    shown: dict[str, object] = {}
    for name, raw in _given(request).items():
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
