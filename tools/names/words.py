"""The words of a name: in Latin letters, without accents, marks, titles and company forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from tools.names.figures import as_figures


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
    r"societate\w* cu raspundere limitata|societa a responsabilita limitata|"
    r"obshchestvo s ogranichennoi?y? otvetstvennost\w*|aktsionernoe obshchestvo|"
    r"gesellschaft mit beschrankter haftung)\b"
)
_ALSO_NAMES = _words("as se sa pt hf sal asa co sia sao sas ss kk")
"""Forms that are given names or initials as well, and say nothing by themselves."""

_PARTICLES = _words("the and of mr mrs ms dr prof sir monsieur madame sheikh shaikh haji mullah")
_ABBREVIATION = re.compile(r"\b[a-z](?:[ ./]{1,2}[a-z]\b)+")
_SHORTENED = {
    "intl": "international",
    "natl": "national",
    "bros": "brothers",
    "dept": "department",
    "govt": "government",
    "mfg": "manufacturing",
    "organisation": "organization",
    "labour": "labor",
    "centre": "center",
    "us": "usa",
}
"""Shortened and British spellings of common words in names of companies and bodies."""

_SPELLED = {"united states": "usa", "united kingdom": "uk", "great britain": "uk"}


@lru_cache(maxsize=100_000)
def normalise(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters and lower case, without accents, marks and company forms.

    Figures that are spelled out become figures ("first", "1st" → "1"). A name that is nothing but a
    company form keeps it. Initials stay.
    """
    latin = anyascii(name).casefold().replace("&", " and ").replace("'", "").replace("`", "")
    joined = _ABBREVIATION.sub(_without_gaps, latin)
    plain = " ".join(re.findall(r"[a-z0-9]+", joined))
    for spelled, short in _SPELLED.items():
        plain = plain.replace(spelled, short)
    kept = tuple(_significant(_LONG_FORMS.sub(" ", plain).split()))
    return as_figures(kept) or tuple(plain.split())


def is_company(name: str) -> bool:
    """Whether a name says itself that it is a company's."""
    words = re.findall(r"[a-z0-9]+", _ABBREVIATION.sub(_without_gaps, anyascii(name).casefold()))
    return bool(_LONG_FORMS.search(" ".join(words))) or (
        len(words) > 1 and not COMPANY_FORMS.isdisjoint({words[0], words[-1]} - _ALSO_NAMES)
    )


def _without_gaps(match: re.Match[str]) -> str:
    return re.sub(r"[ ./]", "", match[0])


def _significant(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word not in COMPANY_FORMS and word not in _PARTICLES:
            yield _SHORTENED.get(word, word)
