"""The ledger as a form: for those who would rather fill in than talk; works without a script."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn, cast
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from cases.access import Person
from cases.application import FieldName, Owner
from cases.errors import Invalid, NotFound, OnboardError
from cases.participants import PersonalField
from desk.answers import Answer, Answers
from desk.entries import Entered
from web.api.callers import onboard_of
from web.composition import Onboard
from web.pages.shell import SIGN_IN, PageRoute, page, see_other, signed_in

router = APIRouter(prefix="/form", include_in_schema=False, route_class=PageRoute)

_SHARE = re.compile(r"^(?P<name>.*?)[\s,:;-]*(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%?$")


class Visit(NamedTuple):
    """An applicant before their own case."""

    onboard: Onboard
    person: Person
    case_id: UUID


async def visit_of(request: Request, case_id: str) -> Visit:
    """Who asks for which case; on to signing in where nobody is signed in, NotFound for no id."""
    person = await signed_in(request)
    if person is None:
        _go(SIGN_IN)
    try:
        return Visit(onboard_of(request), person, UUID(case_id))
    except ValueError:
        raise NotFound("There is no such case.") from None


@router.get("/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """The form as it stands."""
    visit = await visit_of(request, case_id)
    answers = await visit.onboard.views.answers(visit.person, visit.case_id)
    return _page(answers, {}, {}, saved="saved" in request.query_params)


@router.post("/{case_id}")
async def save(request: Request, case_id: str) -> Response:
    """Keep what was filled in; what cannot be used is shown again with its reason."""
    visit = await visit_of(request, case_id)
    answers = await visit.onboard.views.answers(visit.person, visit.case_id)
    async with request.form(max_files=0, max_fields=200) as form:
        sent = {name: value[:2000].strip() for name, value in form.items() if isinstance(value, str)}
    errors = await _keep(visit, answers, sent)
    if errors:
        answers = await visit.onboard.views.answers(visit.person, visit.case_id)
        return _page(answers, sent, errors, status=422)
    return see_other(f"/check/{visit.case_id}" if "go_on" in sent else f"/form/{visit.case_id}?saved=1")


async def _keep(visit: Visit, answers: Answers, sent: dict[str, str]) -> dict[str, str]:
    desk = visit.onboard.desk
    lines = [line for line in answers.lines if _is_new(line, sent)]
    values = {FieldName(line.key): _read(line, sent[line.key]) for line in lines if "[" not in line.key}
    absent = [FieldName(line.key) for line in answers.lines if f"none:{line.key}" in sent]
    errors: dict[str, str] = {}
    try:
        await desk.enter(visit.person, visit.case_id, values, via="form", absent=absent)
    except Invalid as error:
        wrong = cast("list[dict[str, str]]", error.details.get("errors", []))
        errors |= {each["field"]: each["message"] for each in wrong}
    subjects = {item.key: item.subject for item in answers.ledger.items}
    for line in lines:
        if subject := subjects.get(line.key):
            field = PersonalField(line.key.rpartition(".")[2])
            try:
                await desk.enter_detail(visit.person, visit.case_id, subject, field, sent[line.key])
            except OnboardError as error:
                errors[line.key] = str(error)
    return errors


def _is_new(line: Answer, sent: dict[str, str]) -> bool:
    """Browsers send line ends as CR LF; what stands as it stood was not filled in."""
    written = sent.get(line.key, "").replace("\r\n", "\n")
    return bool(written) and written != line.text


def _read(line: Answer, text: str) -> Entered:
    return _owners(text) if line.kind == "owners" else text


def _owners(text: str) -> Entered:
    owners: list[Owner] = []
    for written in filter(None, map(str.strip, text.splitlines())):
        found = _SHARE.match(written)
        share = float(found["share"].replace(",", ".")) if found else None
        if share is not None and share > 100:
            return text
        name = found["name"] if found and found["name"] else written
        owners.append(Owner(name=name, ownership_percent=share))
    return owners


def _page(
    answers: Answers, sent: dict[str, str], errors: dict[str, str], *, saved: bool = False, status: int = 200
) -> Response:
    return page(
        "form", answers.language, status=status, answers=answers, sent=sent, errors=errors, saved=saved
    )


def _go(where: str) -> NoReturn:
    raise HTTPException(303, headers={"Location": where})
