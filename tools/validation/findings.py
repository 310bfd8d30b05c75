"""What checks find, by code: the merchant reads those that have words in ``desk/words``, staff all."""

from __future__ import annotations

from cases.checks import Finding
from desk.wordbook import wordbook

SUSPICIONS = {
    "email_disposable": (
        "The e-mail address belongs to a service for throw-away mailboxes.",
        "Ask for an address that lasts, at the business's own domain where it has one.",
    ),
    "email_free_mail": (
        "The e-mail address belongs to a provider of free mailboxes.",
        "Anybody can open one: confirm by another way that the writer acts for the business.",
    ),
    "email_other_domain": (
        "The e-mail address and the website are at different domains.",
        "Look whether the website names this address, or ask for one at its domain.",
    ),
    "phone_other_country": (
        "The phone number is of another country than the address.",
        "Ask why, and call it before you rely on it.",
    ),
    "phone_special_rate": (
        "The phone number is a premium-rate, shared-cost or pager number.",
        "Ask for an ordinary number of the business.",
    ),
    "tax_number_other_country": (
        "The tax number is of another country than the address.",
        "Ask where the business is registered and taxed.",
    ),
    "iban_other_country": (
        "The account is in another country than the business.",
        "Ask for a statement that shows whose account it is, and why it is there.",
    ),
    "iban_other_sepa_country": (
        "The account is in another country of the single euro payments area than the business.",
        "A business may bank there; look whether the account's owner is the business.",
    ),
    "routing_number_other_country": (
        "The account is at a bank in the United States, and the business is elsewhere.",
        "Ask for a statement that shows whose account it is, and why it is there.",
    ),
    "bank_unknown": (
        "The bank code is not among those that are known for its country.",
        "Look the bank up in its country's register; a new bank may be missing here.",
    ),
    "revenue_large_for_age": (
        "The revenue is large for a business that is so young.",
        "Ask for accounts, contracts or bank statements that show it.",
    ),
    "founded_later_than_said": (
        "A number of the business names a later year of founding than the merchant did.",
        "Compare with the register; an older business may have taken another legal form.",
    ),
    "duplicate_turned_away": (
        "An application that has something in common with this one was declined or put on hold.",
        "Read why, and whether the reason still stands; look who was behind it.",
    ),
    "duplicate_other_person": (
        "Another person has an application that has something in common with this one.",
        "Compare the two, and ask how they belong together before you approve either.",
    ),
    "duplicate_own": (
        "The same person has another application that has something in common with this one.",
        "Look whether it is for another business, or the same one twice.",
    ),
    "owner_minor": (
        "An owner is under 18.",
        "Ask who represents the owner by law, and for the proof of it.",
    ),
    "owner_young_at_founding": (
        "Every owner whose age is known was under 16 when the business began.",
        "Ask from whom it was taken over, and compare the years in business with the register.",
    ),
}
"""Doubts about a merchant, which no merchant reads: what was found, and what the reviewer does."""


def found(code: str) -> Finding:
    """The finding of that code as staff read it; raises KeyError for a code without words."""
    if code in SUSPICIONS:
        text, advice = SUSPICIONS[code]
        return Finding(code=code, text=text, advice=advice)
    words = wordbook("en")
    return Finding(code=code, text=words(f"finding.{code}"), advice=words(f"finding.{code}_advice"))
