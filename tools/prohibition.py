"""Lines of business that are not served, by merchant category code and by word."""

from __future__ import annotations

import re
import unicodedata

from cases.application import Application
from cases.checks import Check, CheckStatus
from cases.policy import Prohibited

KEY = "industry_specific"


def check_line_of_business(application: Application, prohibited: Prohibited) -> Check:
    """Whether the line of business is one that the policy serves."""
    stated = application.business_type
    if application.mcc in prohibited.mcc:
        reason = f"Category {application.mcc} is not served: {prohibited.mcc[application.mcc]}."
        return Check(key=KEY, status=CheckStatus.FAILED, reason=reason)
    if stated is None:
        reason = "The merchant has not said what they sell."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    found = next((word for word in prohibited.words if _says(stated, word)), None)
    if found is not None:
        reason = f"“{found}” is not served: {prohibited.words[found]}."
        return Check(key=KEY, status=CheckStatus.FAILED, reason=reason)
    compared = f"Category {application.mcc} and the words" if application.mcc else "The words"
    reason = f"{compared} are not among those that the policy does not serve."
    return Check(key=KEY, status=CheckStatus.HELD, reason=reason)


def _says(text: str, word: str) -> bool:
    wanted = r"\W+".join(map(re.escape, _fold(word).split()))
    return bool(re.search(rf"\b{wanted}(?:e?s)?\b", _fold(text)))


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))
