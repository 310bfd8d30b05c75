"""A check made elsewhere, as a form or a command line hands it in."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from cases.errors import Invalid
from cases.verification import VerificationReport


def read_report(given: Mapping[str, object]) -> VerificationReport:
    """The report; raises Invalid with the first thing that is wrong. What was left empty was not given."""
    filled = {name: value for name, value in given.items() if value not in ("", None)}
    try:
        return VerificationReport.model_validate(filled)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        name = _NAMES.get(str(first["loc"][0]), str(first["loc"][0])) if first["loc"] else "The report"
        raise Invalid(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None


_NAMES = {
    "about": "What was checked",
    "method": "How",
    "source": "Source",
    "result": "Result",
    "reference": "Reference",
    "comment": "Comment",
    "document_id": "Document",
    "made_at": "When",
    "expires_on": "Counts until",
}
