"""Names made comparable, and how alike two of them are."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMPANY_FORMS = _words(
    "ab ag as asa aktiengesellschaft aps bhd bv bvba cc co company corp corporation cv doo dba ead "
    "ehf eood eurl fzc fze fzco gbr gesellschaft gie gmbh haftung hf inc incorporated kft kg kgaa kk "
    "kommanditgesellschaft lda limitada limited limitee llc llp lp ltd ltda mbh nv oao oo ooo oy oyj "
    "pao pc pjsc plc pllc pte ptc pty pt pvt sa sab sae sagl sal saog sapi sarl sas sasu sau scs "
    "sdn se sia sl slu sll snc soc societe sociedad societa sp spa spol spk spzoo sprl srl sro ss "
    "tbk uab ug vof yk zao zrt jsc ojsc cjsc"
)
"""Words that say what kind of company it is and not which (ISO 20275, the common ones)."""

_LONG_FORMS = re.compile(
    r"\b(?:(?:public |open |closed )?joint stock company|limited liability (?:company|partnership)|"
    r"public limited company|private limited|societe anonyme|sociedad anonima|"
    r"obshchestvo s ogranichennoi?y? otvetstvennost\w*|aktsionernoe obshchestvo|"
    r"gesellschaft mit beschrankter haftung)\b"
)
_PARTICLES = frozenset(["the", "and", "of", "mr", "mrs", "ms", "dr", "prof", "sir"])
_ABBREVIATION = re.compile(r"\b[a-z](?:[ ./]{1,2}[a-z]\b)+")
_INITIAL = 0.85
"""How alike an initial and the name it may stand for are."""

_UNLIKE = 0.65
"""Words less alike than this count as different."""

_LEFT_OVER = 0.25
"""What a word weighs that only the longer name has: middle names and branches are often left out."""


@lru_cache(maxsize=100_000)
def normalise(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters and lower case, without accents, marks and company forms.

    A name that is nothing but a company form keeps it. Initials stay.
    """
    latin = anyascii(name).casefold().replace("&", " and ").replace("'", "").replace("`", "")
    joined = _ABBREVIATION.sub(lambda match: re.sub(r"[ ./]", "", match[0]), latin)
    plain = " ".join(re.findall(r"[a-z0-9]+", joined))
    words = _LONG_FORMS.sub(" ", plain).split()
    kept = tuple(w for w in words if w not in COMPANY_FORMS and w not in _PARTICLES)
    return kept or tuple(plain.split())


def similarity(ours: tuple[str, ...], listed: tuple[str, ...]) -> float:
    """How alike two normalised names are, 0 to 1; the order of words does not count."""
    if not ours or not listed:
        return 0.0
    if sorted(ours) == sorted(listed):
        return 1.0
    together = OSA.normalized_similarity("".join(ours), "".join(listed))
    return max(_align(ours, listed), together if together >= 0.9 else 0.0)


def _align(ours: tuple[str, ...], listed: tuple[str, ...]) -> float:
    """The share of letters that agree when each word is laid beside the one most like it."""
    shorter, longer = sorted((ours, listed), key=lambda words: (len(words), sum(map(len, words))))
    pairs = _pair(shorter, longer)
    sizes = {(i, j): max(len(shorter[i]), len(longer[j])) for i, j in pairs}
    agreed = sum(alike * sizes[pair] for pair, alike in pairs.items())
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    weight = sum(sizes.values()) + _letters_outside(shorter, rows)
    # Initials, or a single word, are too little to overlook the rest of the longer name.
    whole = sum(len(shorter[i]) > 1 and len(longer[j]) > 1 for i, j in pairs)
    weight += (_LEFT_OVER if whole > 1 else 1.0) * _letters_outside(longer, columns)
    return agreed / weight


def _pair(shorter: tuple[str, ...], longer: tuple[str, ...]) -> dict[tuple[int, int], float]:
    """Which word goes with which and how alike they are, the most alike first."""
    every = sorted(
        ((_word(a, b), i, j) for i, a in enumerate(shorter) for j, b in enumerate(longer)),
        reverse=True,
    )
    pairs: dict[tuple[int, int], float] = {}
    for alike, i, j in every:
        if alike > 0 and not any(i == row or j == column for row, column in pairs):
            pairs[i, j] = alike
    return pairs


def _letters_outside(words: tuple[str, ...], taken: set[int]) -> int:
    return sum(len(word) for index, word in enumerate(words) if index not in taken)


def _word(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] and not a.isdigit() else 0.0
    if a.isdigit() or b.isdigit():
        return 0.0
    alike = OSA.normalized_similarity(a, b)
    return alike if alike >= _UNLIKE else 0.0
