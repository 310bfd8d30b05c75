"""Whether a merchant's words can put right what the business is called or does (en, es, fr, de and more)."""

# ruff: noqa: E501 - lists of words
from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from cases.application import FieldName

_PUTS_RIGHT = (
    r"correct\w*|correg\w*|corrig\w*|korr\w*|berichtig\w*|richtig\w*|wrong|mistake\w*|typo\w*|error\w*|err(?:eur|o)s?|falsch\w*|"
    r"fehler\w*|faux|fausse|equivoca\w*|sbaglia\w*|actually|rather|instead|sorry|en realidad|en fait|plutot|eigentlich|"
    r"should|deberia|devrait|soll\w*|muss|debe|doit|chang\w*|cambi\w*|ander\w*|geander\w*|now|ahora|ya no|maintenant|desormais|"
    r"jetzt|nun|inzwischen|without|sin|sans|ohne|no longer|not any more|plus|nicht mehr|new|nuev[oa]|nouveau|nouvelle|neue?[nrsm]?|spell\w*|written|"
    r"escrib\w*|ecri\w*|schreib\w*|geschrieben|not|no es|n est pas|nicht|kein\w*|we are|we re|somos|nous sommes|wir sind|agora|adesso|nu"
)
_CUES: Mapping[FieldName, re.Pattern[str]] = {
    FieldName.MERCHANT_NAME: re.compile(
        rf"\b(?:{_PUTS_RIGHT}|\w*name[snd]?|naming|call(?:ed)?|renam\w*|rebrand\w*|trad(?:e|ing) as|known as|nombre|nome|nom|nomm\w*|"
        r"llam\w*|denomin\w*|raison sociale|razon social|appel\w*|heiss\w*|firmier\w*|benannt|umbenannt|heet|naam|chiama\w*|chama\w*)\b"
    ),
    FieldName.BUSINESS_TYPE: re.compile(
        rf"\b(?:{_PUTS_RIGHT}|s[eo]ll\w*|sold|sale\w*|shop\w*|store\w*|business\w*|trade|offer\w*|run(?:ning)?|do|mak\w*|produc\w*|"
        r"vend\w*|tienda|negocio|ofrec\w*|boutique|magasin|commerce|activit\w*|propos\w*|verkauf\w*|laden|geschaft\w*|betreib\w*|"
        r"biet\w*|handel\w*|machen|negozio|loja|verkop\w*|winkel)\b"
    ),
}
"""A name and a line of business have no form of their own: any words at all could be one."""


def can_put_right(words: str, name: FieldName) -> bool:
    """Whether the words speak of the field, or of something that was wrong or has changed.

    It keeps a passing remark from replacing what a merchant has confirmed. Any words will do for a field
    whose values are told from other words by their form.
    """
    cues = _CUES.get(name)
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return cues is None or cues.search(re.sub(r"['’`´./]", " ", bare).replace("ß", "ss")) is not None
