"""Which lines of business a policy does not serve, by merchant category code and by word."""

from __future__ import annotations

import re
import unicodedata

from cases.application import Application
from cases.policy import Policy
from cases.policy.checking import Prohibited
from cases.record import CaseRecord
from cases.states import SUBMITTABLE


def is_unserved(record: CaseRecord, policy: Policy) -> bool:
    """Whether the merchant is writing an application for a business that is not served."""
    return record.state in SUBMITTABLE and why_not_served(record.application, policy.prohibited) is not None


def why_not_served(application: Application, prohibited: Prohibited) -> str | None:
    """Why the line of business is not served, for staff; None where it is, or is not known yet."""
    code, stated = application.mcc, application.business_type
    if code in prohibited.mcc:
        return f"Category {code} is not served: {prohibited.mcc[code]}."
    if stated is None:
        return None
    found = next((word for word in prohibited.words if says(stated, word)), None)
    return None if found is None else f"“{found.strip('*')}” is not served: {prohibited.words[found]}."


def says(text: str, word: str) -> bool:
    """Whether a text holds the word as a whole, singular or plural; "*" stands for any letters of it."""
    parts = (part.replace("*", r"\w*") for part in re.findall(r"[\w*]+", _fold(word)))
    wanted = r"\W+".join(parts)
    return bool(re.search(rf"\b{wanted}(?:e?s)?\b", _fold(text)))


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))
