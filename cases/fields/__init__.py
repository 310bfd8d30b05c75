"""The fields of an application: how each is read from words, checked, and grounded in what was said."""

from cases.fields.address import merge_address
from cases.fields.context import Context
from cases.fields.currency import currency_of
from cases.fields.grounding import ground, parse_stated
from cases.fields.legal_form import form_of_name
from cases.fields.mcc import mcc_candidates
from cases.fields.places import country_of, country_of_application
from cases.fields.underwriting import says_none

__all__ = [
    "Context",
    "country_of",
    "country_of_application",
    "currency_of",
    "form_of_name",
    "ground",
    "mcc_candidates",
    "merge_address",
    "parse_stated",
    "says_none",
]
