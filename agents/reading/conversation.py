"""The whole conversation to the facts that hold: one reader a field, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from agents.reading.addresses import read_addresses
from agents.reading.contacts import ROUTING_CUE, read_cued_number, read_tokens, read_website
from agents.reading.currencies import read_currency
from agents.reading.heard import Heard, Reading, Said
from agents.reading.identity import read_name
from agents.reading.licences import read_absent, read_licence
from agents.reading.money import read_revenue
from agents.reading.ownership import read_ownership
from agents.reading.passages import Talk, listen
from agents.reading.trade import read_trade
from agents.reading.years import read_years
from cases.application import Address, Application, FieldName
from cases.fields.places import country_of, country_of_application


def read(
    messages: Sequence[Said],
    *,
    today: date,
    application: Application | None = None,
    earlier: Sequence[Said] = (),
) -> Reading:
    """What the merchant's messages, in their order and tokenised, state about the business.

    ``application`` is what is recorded so far; it tells which dollar a "$" is, and whose shares
    "30 / 35 / 35 now" are. ``earlier`` are messages that were read before: in one of them the writer may
    have given the name by which "I" is known. Facts come in an order in which each can be grounded.
    """
    known = application or Application()
    talk = listen(messages)
    email = read_tokens(talk, FieldName.EMAIL, ("EMAIL",))
    addresses = read_addresses(talk, known.address, country_of_application(known))
    name = read_name(talk, known.merchant_name)
    facts = [
        email,
        read_website(talk, email.value if email else known.email),
        read_tokens(talk, FieldName.TAX_ID, ("TAX_ID",)),
        read_tokens(talk, FieldName.IBAN, ("IBAN",)),
        *addresses,
        read_tokens(talk, FieldName.PHONE, ("PHONE",)),
        name,
        read_trade(talk, known, name),
        *_money(talk, today, _country(addresses, known, messages), known),
        _years(talk, today, known.years_in_business is not None),
        read_licence(talk),
        *read_ownership(talk, known.owners or (), listen(earlier)),
        read_cued_number(talk, FieldName.ROUTING_NUMBER, ROUTING_CUE),
        read_tokens(talk, FieldName.ACCOUNT_NUMBER, ("ACCOUNT",)),
    ]
    return Reading(tuple(fact for fact in facts if fact is not None), read_absent(talk))


def _money(talk: Talk, today: date, country: str | None, known: Application) -> list[Heard | None]:
    revenue = read_revenue(talk, today, known.annual_revenue)
    heard = revenue[0].heard(FieldName.ANNUAL_REVENUE) if revenue else None
    awaited = known.annual_revenue is not None and known.currency is None
    return [heard, read_currency(talk, revenue, country, awaited)]


def _years(talk: Talk, today: date, known: bool) -> Heard | None:
    years = read_years(talk, today, known)
    return years.heard(FieldName.YEARS_IN_BUSINESS) if years else None


def _country(addresses: Sequence[Heard], known: Application, messages: Sequence[Said]) -> str | None:
    """The country: of the address just read or recorded, or what the rest of the case tells."""
    for heard in reversed(addresses):
        if isinstance(heard.value, Address) and heard.value.country:
            return heard.value.country
    return country_of_application(known) or country_of("\n".join(said.text for said in messages))
