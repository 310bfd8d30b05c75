"""Bank details: IBAN, US routing number and account number."""

from __future__ import annotations

import re

from stdnum import iban as iban_numbers
from stdnum.us import rtn

from cases.errors import Invalid, Ungrounded
from cases.fields.wording import squeezed


def parse_iban(value: str) -> str:
    """An IBAN without spaces; raises Invalid if length or check digits are wrong."""
    compact = re.sub(r"[\W_]", "", value).upper()
    if not iban_numbers.is_valid(compact, check_country=False):
        raise Invalid("This IBAN does not pass its check digits.", code="invalid_iban")
    return compact


def parse_routing_number(value: str) -> str:
    """A nine-digit ABA number; raises Invalid if it fails its checksum."""
    compact = re.sub(r"[\s\-]", "", value)
    if not (re.fullmatch(r"[0-9]{9}", compact) and rtn.is_valid(compact)):
        raise Invalid("This is not a valid US routing number (ABA).", code="invalid_routing_number")
    return compact


def parse_account_number(value: str) -> str:
    """An account number of 4 to 20 letters and digits without spaces; raises Invalid."""
    compact = re.sub(r"[\s\-./]", "", value).upper()
    if not re.fullmatch(r"(?=.*[0-9]{4})[A-Z0-9]{4,20}", compact):
        raise Invalid("This is not an account number.", code="invalid_account_number")
    return compact


def require_stated(value: str, words: str) -> None:
    """Raise Ungrounded unless the number stands in the words, as a whole."""
    wanted = squeezed(value)
    pattern = r"[\W_]{0,3}".join(map(re.escape, wanted[:64]))
    if not re.search(rf"(?<![0-9]){pattern}(?![0-9])", words, re.IGNORECASE):
        raise Ungrounded("The words do not hold this number.")
