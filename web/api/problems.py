"""Problem documents (RFC 9457): what every refusal of the REST door looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, JsonValue
from starlette.exceptions import HTTPException

from cases.errors import OnboardError

MEDIA_TYPE = "application/problem+json"

CODES = {
    400: "broken_json",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
}

DETAILS = {
    400: "The body is not JSON.",
    404: "There is nothing here.",
    405: "This address does not take that method.",
}

SHOWN_DETAILS = frozenset({"errors", "version", "checks", "changes", "held_by", "held_until"})
"""What a refusal may say besides its sentence: nothing that a merchant may not know."""


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    message: str


class Problem(BaseModel):
    """A refusal. ``code`` is for programs and stays as it is; ``detail`` is for people."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Conflict",
                    "status": 409,
                    "detail": "This case is already decided.",
                    "code": "already_decided",
                }
            ]
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldError] | None = None


def problem(
    status: int,
    code: str,
    detail: str,
    headers: Mapping[str, str] | None = None,
    **more: JsonValue,
) -> JSONResponse:
    """A problem document as the answer to a request."""
    body: dict[str, JsonValue] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        **more,
    }
    return JSONResponse(body, status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


def add_problems(api: FastAPI) -> None:
    """Let every error of the application leave as a problem document."""
    api.add_exception_handler(OnboardError, _refused)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _http)


def of_error(error: OnboardError) -> JSONResponse:
    """The problem document of a refusal of the desk's."""
    more = {key: _plain(value) for key, value in error.details.items() if key in SHOWN_DETAILS}
    headers: dict[str, str] = {}
    if error.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if "retry_after" in error.details:
        headers["Retry-After"] = str(error.details["retry_after"])
    return problem(error.status, error.code, str(error), headers, **more)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    del request
    return of_error(cast("OnboardError", error))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    del request
    problems = cast("Sequence[Mapping[str, object]]", cast("RequestValidationError", error).errors())
    if any(each["type"] == "json_invalid" for each in problems):
        return problem(400, "broken_json", "The body is not JSON.")
    wrong = [FieldError(field=_field(each), message=str(each["msg"])) for each in problems]
    first = wrong[0]
    errors: list[JsonValue] = [each.model_dump() for each in wrong]
    return problem(422, "invalid", f"{first.field}: {first.message}", errors=errors)


async def _http(request: Request, error: Exception) -> JSONResponse:
    del request
    raised = cast("HTTPException", error)
    status = raised.status_code
    detail = DETAILS.get(status) or str(raised.detail)
    return problem(status, CODES.get(status, "refused"), detail, raised.headers)


def _field(error: Mapping[str, object]) -> str:
    location = cast("Sequence[str | int]", error["loc"])
    # The first part says where it stood: body, path, query.
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def _plain(value: object) -> JsonValue:
    return cast("JsonValue", value if isinstance(value, str | int | list) else str(value))
