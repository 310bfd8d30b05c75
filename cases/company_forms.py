"""Whether a name is a company's, by the words that say what kind of company it is."""

from __future__ import annotations

import re

from anyascii import anyascii


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

_PHRASES = (
    "(?:public |open |closed |private )?joint stock company",
    "limited liability (?:company|partnership)",
    "public limited company",
    "private limited",
    "societe anonyme",
    "sociedad anonima",
    r"societate\w* cu raspundere limitata",
    "societa a responsabilita limitata",
    r"obshchestvo s ogranichennoi?y? otvetstvennost\w*",
    "(?:otkrytoe |zakrytoe |publichnoe )?aktsionernoe obshchestvo",
    "gesellschaft mit beschrankter haftung",
)
_TURNED_ROUND = (
    "company (?:stock joint|joint stock)(?: public| open| closed| private)?",
    "(?:company|partnership) liability limited",
    "company limited public",
    "limited private",
    "obshchestvo aktsionernoe(?: otkrytoe| zakrytoe| publichnoe)?",
)
LONG_FORMS = re.compile(rf"\b(?:{'|'.join((*_PHRASES, *_TURNED_ROUND))})\b")
"""Company forms of more than one word, in plain Latin letters."""

_ALSO_NAMES = _words("as se sa pt hf sal asa co sia sao sas ss kk")
"""Forms that are given names or initials as well, and say nothing by themselves."""

_ABBREVIATION = re.compile(r"\b[a-z](?:[ ./]{1,2}[a-z]\b)+")


def is_company(name: str) -> bool:
    """Whether a name says itself that it is a company's."""
    words = re.findall(r"[a-z0-9]+", with_forms_joined(anyascii(name).casefold()))
    return bool(LONG_FORMS.search(" ".join(words))) or (
        len(words) > 1 and not COMPANY_FORMS.isdisjoint({words[0], words[-1]} - _ALSO_NAMES)
    )


def with_forms_joined(text: str) -> str:
    """The text (Latin, lower case) with its abbreviations in one piece: "s. l." is "sl".

    Initials that stand beside a form stay apart from it: "b r c s.a." is "brc sa".
    """
    return _ABBREVIATION.sub(lambda match: _joined(re.sub(r"[ ./]", "", match[0])), text)


def _joined(letters: str) -> str:
    if letters in COMPANY_FORMS:
        return letters
    sizes = (size for size in (3, 2) if len(letters) >= size + 2 and letters[-size:] in COMPANY_FORMS)
    form = next(sizes, 0)
    return f"{letters[:-form]} {letters[-form:]}" if form else letters
