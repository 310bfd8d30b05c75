"""How a route's refusals stand in the OpenAPI document."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from web.api.problems import MEDIA_TYPE, Problem

SCHEMAS = "#/components/schemas/"

WHEN = {
    401: "No valid bearer token.",
    403: "The caller's role may not do this.",
    404: "There is no such case, or the caller may not know of it.",
    409: "The case has moved on: `stale_version`, `already_decided`, `checks_outstanding`, "
    "`not_in_review`, `not_possible_now`, `incomplete`, `confirmed_for_good`; "
    "what cannot be overridden: `never_overridden`, `check_holds`, `same_level`, "
    "`not_overridden`; `not_taken_over`, `not_answered`; or `in_progress` for a repeated request.",
    413: "More than fits: a body of over 1 MB, a message of over 20,000 characters, a document "
    "of over 10 MB.",
    422: "Something in the request cannot be used; `errors` names each field. Also `idempotency_key_reused`.",
    429: "More than 1,000 requests in a minute; `Retry-After` says when to come back.",
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that refuses in these ways."""
    content = {MEDIA_TYPE: {"schema": {"$ref": f"{SCHEMAS}Problem"}}}
    return {status: {"description": WHEN[status], "content": content} for status in statuses}


def describe_problems(api: FastAPI) -> None:
    """Add the shape of a problem to the application's OpenAPI document, where refusals refer to it."""
    describe = api.openapi

    def openapi() -> dict[str, Any]:
        spec = describe()
        template = SCHEMAS + "{model}"
        shapes = models_json_schema([(Problem, "serialization")], ref_template=template)[1]["$defs"]
        spec["components"]["schemas"].update(shapes)
        return spec

    api.openapi = openapi
