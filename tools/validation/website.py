"""Websites: their form, and whether the host is one that the public can reach."""

from __future__ import annotations

from cases.errors import Invalid
from cases.fields import website
from tools.validation.domains import registered_part
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held


def judge_form(inquiry: Inquiry) -> Verdict:
    """Whether it is the address of a website of the merchant's own."""
    try:
        website.parse(inquiry.application.website or "")
    except Invalid as error:
        return failed(str(error), found("website_form"))
    return held("A well-formed address of a website; it was not opened.")


def judge_host(inquiry: Inquiry) -> Verdict:
    """Whether somebody can have registered the host; numbers (IP addresses) and local names nobody can."""
    domain = registered_part(inquiry.application.website or "")
    if domain is None:
        return failed("No domain that anybody can register.", found("website_not_public"))
    return held(f"Its registered domain is {domain}; who registered it was not looked up.")
