"""E-mail addresses."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from cases.errors import Invalid, Ungrounded

_AT = re.compile(r" ?[(\[{]at[)\]}] ?| at | arroba | ?@ ?", re.IGNORECASE)
_DOT = re.compile(r" ?[(\[{]dot[)\]}] ?| dot | punto | punkt | point ", re.IGNORECASE)


def parse(value: str) -> str:
    """The address in lower case, spelled-out signs read; raises Invalid if it cannot be one."""
    written = _DOT.sub(".", _AT.sub("@", value.strip().removeprefix("mailto:"))).strip(".,;:<>()")
    try:
        checked = validate_email(written, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Invalid(f"“{value.strip()}” is not a complete e-mail address.", code="invalid_email") from error
    return checked.normalized.lower()


def ground(value: str, words: str) -> str:
    """The address, if the words hold it; raises Ungrounded or Invalid."""
    address = parse(value)
    spelled = _DOT.sub(".", _AT.sub("@", words)).lower()
    if not re.search(rf"(?<![\w.+\-]){re.escape(address)}(?![\w\-]|\.\w|@)", spelled):
        raise Ungrounded("The words do not hold this e-mail address.")
    return address
