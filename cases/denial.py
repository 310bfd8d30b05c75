"""Whether somebody's words can say that there is none of something (en, es, fr, de, pt, it, nl)."""

from __future__ import annotations

import re
import unicodedata

from cases.application import FieldName

_NONE = re.compile(
    r"\b(?:"
    # English
    r"no|not|none|nothing|nobody|without|never|nope|nah|nil|zero|cannot|lacks?|lacking|missing|unavailable|"
    r"(?:do|does|did|have|has|is|are|was|were|ca|wo|could|would)n ?t|dont|havent|hasnt|isnt|arent|cant|"
    # Spanish, Portuguese, Italian
    r"ningun[ao]?|sin|nada|tampoco|nunca|carec\w+|nao|nenhuma?|sem|nem|non|nessun[ao]?|senza|niente|neanche|"
    # French
    r"pas|aucune?|sans|rien|jamais|nul(?:le)?|neant|"
    # German, Dutch
    r"kein\w*|nicht|nichts|ohne|nein|nee|noch nie|geen|niet|niets|zonder|"
    r"n a|na|exempt|exent[oa]s?|exonere\w*|befreit|vrijgesteld"
    r")\b|[x✗✘❌]\s*$|^\s*[-–—/]+\s*$|\b0\b"
)

_NOT_YET = re.compile(
    r"\b(?:new|newly|startup|start|starting|started|begin\w*|open|opening|opens|launch\w*|soon|next|yet|pre|will|"
    r"nuev\w+|empez\w+|abri\w+|inici\w+|nouve\w+|ouvr\w+|lanc\w+|bientot|neu\w*|eroffn\w+|starten|grund\w+|"
    r"nov[oa]s?|comec\w+|nuov\w+|apri\w+|avvi\w+|nieuw\w*|beginn\w+|openen|"
    r"first year|premiere annee|erstes jahr|primer ano|primeiro ano|primo anno|eerste jaar)\b"
)
"""A business that has not opened yet has neither revenue nor years behind it."""

_FIGURES = frozenset({FieldName.ANNUAL_REVENUE, FieldName.YEARS_IN_BUSINESS})


def denies(words: str, name: FieldName) -> bool:
    """Whether the words hold what a merchant needs to say that they have no such thing.

    It cannot tell which thing; it keeps an item from being called absent where nobody said no.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"['’`´./]", " ", bare)
    return bool(_NONE.search(plain) or (name in _FIGURES and _NOT_YET.search(plain)))
