"""Tax numbers of the business: EIN, VAT, GSTIN, CNPJ, ABN and their like, as written."""

from __future__ import annotations

import re

from cases.errors import Invalid
from cases.fields.bank import require_stated

_SOCIAL_SECURITY = re.compile(r"\d{3}[\s.\-]\d{2}[\s.\-]\d{4}")


def parse(value: str) -> str:
    """The number as written; raises Invalid for what is none or identifies a person."""
    written = value.strip().strip(".,;:")
    digits = sum(char.isdigit() for char in written)
    if _SOCIAL_SECURITY.fullmatch(written):
        raise Invalid("A social security number is not a tax number of the business.", code="invalid_tax_id")
    if not 5 <= digits <= 20 or len(written) > 40 or len(re.findall(r"[A-Za-z]", written)) > 10:
        raise Invalid("This is not a tax number.", code="invalid_tax_id")
    return written


def ground(value: str, words: str) -> str:
    """The number, if it stands in the words; raises Ungrounded or Invalid."""
    written = parse(value)
    require_stated(written, words)
    return written
