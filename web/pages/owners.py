"""Owners and people: who is behind the merchant, stated party by party; works without a script."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple, cast

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from cases.errors import Invalid, OnboardError
from cases.ownership.stated import MERCHANT
from cases.ownership.structure import Control, PartyKind
from desk.party_entries import HoldingEntry, PartyEntry, RoleEntry
from desk.party_views import PartyForm
from desk.wordbook import Wordbook, wordbook
from web.pages.form import Visit, visit_of
from web.pages.part import MASKED, countries
from web.pages.shell import PageRoute, page, see_other

router = APIRouter(prefix="/owners", include_in_schema=False, route_class=PageRoute)

NEW = "new"
"""Stands in an address for somebody who is not stated yet."""


class _Sent(NamedTuple):
    """What a form said: its fields, and the roles that were ticked by what they are for."""

    fields: dict[str, str]
    roles: dict[str, list[str]]


@router.get("/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """Everybody, and what is still open."""
    visit = await visit_of(request, case_id)
    view = await visit.onboard.views.parties(visit.person, visit.case_id)
    return page("owners", view.language, view=view, saved="saved" in request.query_params)


@router.get("/{case_id}/{party_id}")
async def show_party(request: Request, case_id: str, party_id: str) -> Response:
    """One party; ``?of=`` names the one that somebody new owns."""
    visit = await visit_of(request, case_id)
    form = await _form(visit, party_id, request.query_params.get("of", MERCHANT))
    return _page(form, {}, {})


@router.post("/{case_id}/{party_id}")
async def save(request: Request, case_id: str, party_id: str) -> Response:
    """State the party; what cannot be used is shown again with its reason, and nothing of it is kept."""
    visit = await visit_of(request, case_id)
    form = await _form(visit, party_id)
    async with request.form(max_files=0, max_fields=600) as raw:
        sent = _read(raw)
    errors = await _state(visit, form, sent)
    if errors:
        return _page(form, sent.fields, errors, sent.roles, status=422)
    return see_other(f"/owners/{visit.case_id}?saved=1")


@router.post("/{case_id}/{party_id}/remove")
async def remove(request: Request, case_id: str, party_id: str) -> Response:
    """Take somebody out."""
    visit = await visit_of(request, case_id)
    await visit.onboard.desk.remove_party(visit.person, visit.case_id, party_id)
    return see_other(f"/owners/{visit.case_id}?saved=1")


async def _form(visit: Visit, party_id: str, of: str = MERCHANT) -> PartyForm:
    known = None if party_id == NEW else party_id
    return await visit.onboard.views.party(visit.person, visit.case_id, known, of)


def _read(raw: FormData) -> _Sent:
    fields = {name: value[:300].strip() for name, value in raw.items() if isinstance(value, str)}
    named = {name for name in raw if name.startswith("role_")}
    roles = {name: [value for value in raw.getlist(name) if isinstance(value, str)] for name in named}
    return _Sent(fields, roles)


async def _state(visit: Visit, form: PartyForm, sent: _Sent) -> dict[str, str]:
    words, desk = wordbook(form.language), visit.onboard.desk
    errors: dict[str, str] = {}
    entry = _entry(form, sent, words, errors)
    if entry is None:
        return errors
    try:
        await desk.state_party(visit.person, visit.case_id, form.id, entry)
    except Invalid as error:
        wrong = cast("list[dict[str, str]]", error.details.get("errors", []))
        return {each["field"]: each["message"] for each in wrong} or {"name": str(error)}
    for each in form.details:
        if text := sent.fields.get(each.field.value):
            try:
                await desk.enter_detail(visit.person, visit.case_id, entry.name, each.field, text)
            except OnboardError as error:
                errors[each.field.value] = str(error)
    return errors


def _entry(form: PartyForm, sent: _Sent, words: Wordbook, errors: dict[str, str]) -> PartyEntry | None:
    """What was filled in, or None where ``errors`` says why not."""
    holdings = [_holding(row.id, sent.fields, words, errors) for row in form.holdings]
    fields = sent.fields
    name = form.name if form.id == MERCHANT else " ".join(fields.get("name", "").split())
    if not name:
        errors["name"] = words("owners.no_name")
    if errors:
        return None
    try:
        return PartyEntry(
            name=name,
            kind=PartyKind(fields.get("kind", form.kind.value)),
            country=fields.get("country") or None,
            registration_number=fields.get("registration_number") or None,
            listed_on=fields.get("listed_on") or None,
            holdings=tuple(holding for holding in holdings if holding is not None),
            roles=tuple(
                RoleEntry.model_validate({"role": role, "at": group.id})
                for group in form.roles
                for role in sent.roles.get(f"role_{group.id}", ())
            ),
        )
    except (ValidationError, ValueError):
        errors["name"] = words("owners.too_long")
        return None


def _holding(of: str, fields: dict[str, str], words: Wordbook, errors: dict[str, str]) -> HoldingEntry | None:
    """What is held of a party; None where nothing was filled in."""
    share, votes = (_percent(f"{what}_{of}", fields, words, errors) for what in ("share", "votes"))
    chosen = fields.get(f"control_{of}", "")
    control = Control(chosen) if chosen in tuple(Control) else None
    if share is None and votes is None and control is None:
        return None
    return HoldingEntry(of=of, share=share, votes=votes, control=control)


def _percent(name: str, fields: dict[str, str], words: Wordbook, errors: dict[str, str]) -> Decimal | None:
    text = fields.get(name, "").rstrip("% \u202f\u00a0").replace(",", ".")
    if not text:
        return None
    try:
        return HoldingEntry.model_validate({"share": Decimal(text)}).share
    except (InvalidOperation, ValidationError):
        errors[name] = words("owners.bad_share")
        return None


def _page(
    form: PartyForm,
    sent: dict[str, str],
    errors: dict[str, str],
    roles: dict[str, list[str]] | None = None,
    *,
    status: int = 200,
) -> Response:
    return page(
        "owner",
        form.language,
        status=status,
        form=form,
        here=form.id or NEW,
        merchant=MERCHANT,
        kinds=list(PartyKind),
        controls=list(Control),
        countries=countries(form.language),
        masked={field.value for field in MASKED},
        sent=sent,
        errors=errors,
        chosen=roles,
    )
