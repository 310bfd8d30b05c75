"""Whether somebody's words say yes, and nothing else besides (en, es, fr, de, pt, it, nl)."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 300
"""Characters; who only says yes does not need more."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_YES = _words(
    # English
    "yes yep yeah yea yup ya aye confirm confirmed confirming correct right accurate ok okay okey "
    "sure perfect agreed agree affirmative absolutely definitely exactly submit lgtm good fine "
    "great spot-on goahead sendit doit thatsit thatsall nochanges looksgood proceed "
    # Spanish
    "si correcto correcta correctos correctas confirmo confirmado perfecto exacto vale conforme "
    "deacuerdo adelante bien dale enviar envialo enviela "
    # French
    "oui ouais cestbon exact exacte exactement parfait daccord confirme valide entendu absolument "
    "toutafait envoyez jevalide camevabien correcte corrects "
    # German
    "ja jawohl jo jep genau stimmt richtig korrekt passt bestatige bestatigt einverstanden "
    "inordnung perfekt absenden einreichen abschicken siehtgutaus gut "
    # Portuguese
    "sim correto correta certo certa certos perfeito exato isso issomesmo concordo deacordo "
    "podeenviar "
    # Italian
    "corretto corretta giusto esatto confermo confermato vabene perfetto inviate procedi "
    "procedete "
    # Dutch
    "klopt juist akkoord bevestig prima goed inorde verstuur"
)
"""Words (and phrases, written as one) of which a confirmation needs at least one."""

_POLITE = _words(
    # English
    "i we its it thats that this is are all everything everythings the my our please pls plz "
    "thanks thank you very much so now and for in of details information info application "
    "summary data above looks look seems sounds totally completely quite really cheers hi hello "
    "hey there team again indeed ahead kindly lookingforward byme wehereby hereby as stated shown "
    # Spanish
    "todo esta es asi eso son los las datos el la gracias muchas por favor claro muy y queda "
    # French
    "tout est je cest bon bonne juste merci beaucoup sil vous plait les donnees sont et le bien sur "
    "pour moi svp "
    # German
    "alles ist das so ich danke vielen dank bitte klar super gerne schon angaben die daten sind "
    "und hiermit es "
    # Portuguese
    "tudo esta obrigado obrigada muito os dados estao e sao "
    # Italian
    "tutto grazie mille per favore sono i dati "
    # Dutch
    "alles helemaal dat het dank je wel bedankt graag alsjeblieft alstublieft de gegevens ik zo "
    "kloppen"
)
"""Words that may stand beside a yes without taking anything back."""

_PHRASES = tuple(
    (re.compile(rf"\b{pattern}\b"), word)
    for pattern, word in (
        (r"please correct|correct (?:it|this|that|these|the|my|our)", "amend"),
        (r"(?:please )?go(?:ing)? ahead(?: and submit(?: it)?)?", "goahead"),
        (r"send (?:it|this|that)(?: in| off| over)?", "sendit"),
        (r"do it", "doit"),
        (r"thats (?:it|all|everything)", "thatsall"),
        (r"no (?:changes|corrections)(?: needed| necessary| from me)?", "nochanges"),
        (r"nothing (?:else )?to (?:change|correct|add)", "nochanges"),
        (r"(?:to|by|for|with) me", "byme"),
        (r"(?:i am |im |we are |were )?looking forward(?: to (?:it|hearing from you|working with you))?",
         "lookingforward"),
        (r"spot on", "spot-on"),
        (r"de acuerdo", "deacuerdo"),
        (r"d accord", "daccord"),
        (r"de acordo", "deacordo"),
        (r"tout a fait", "toutafait"),
        (r"ca me va(?: bien)?", "camevabien"),
        (r"(?:c est|cest) bon", "cestbon"),
        (r"in ordnung", "inordnung"),
        (r"sieht (?:alles )?gut aus", "siehtgutaus"),
        (r"isso mesmo", "issomesmo"),
        (r"pode enviar", "podeenviar"),
        (r"va bene", "vabene"),
        (r"in orde", "inorde"),
        (r"(?:looks|all) (?:good|great|fine|right|correct|ok|okay|perfect)", "looksgood"),
    )
)  # fmt: skip

_SIGNS = str.maketrans(dict.fromkeys("👍✅👌💯🆗✔", " yes ") | dict.fromkeys("👎❌🚫✖", " no "))
_APOSTROPHES = re.compile(r"(?<=\w)['’`´](?=\w)")
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]*")
_ASKS_WHAT_NEXT = re.compile(
    r"(?:and |und |y |et )?(?:when|how (?:long|soon)|what happens|whats next|what is next|cuando|"
    r"cuanto tiempo|quand|combien de temps|wann|wie lange|wie geht|quando|quanto tempo|wanneer|"
    r"hoe lang)\b"
)
_INVERTED = re.compile(r"(?:is|are|est ce|(?:ist|sind) (?:alles|das|es|die)) ")


def affirms(text: str) -> bool:
    """Whether the text confirms what was put before its writer.

    Conservative: every sentence must be made of words of assent and courtesy, or ask what happens
    next; a number, a condition, a "but" or any word that is not known here makes it no yes.
    """
    if len(text) > LONGEST:
        return False
    verdicts = [_read(sentence) for sentence in _SENTENCE.findall(text.translate(_SIGNS))]
    return None not in verdicts and True in verdicts


def _read(sentence: str) -> bool | None:
    """True for a yes, False for what neither says nor takes back anything, None for the rest."""
    plain = _fold(sentence)
    if sentence.rstrip().endswith("?"):
        return False if _ASKS_WHAT_NEXT.match(plain) else None
    if _INVERTED.match(plain):
        return None
    for pattern, word in _PHRASES:
        plain = pattern.sub(word, plain)
    words = plain.split()
    if any(word not in _YES and word not in _POLITE for word in words):
        return None
    return any(word in _YES for word in words)


def _fold(text: str) -> str:
    joined = _APOSTROPHES.sub("", text.casefold())
    bare = "".join(c for c in unicodedata.normalize("NFKD", joined) if not unicodedata.combining(c))
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("L") else " " for c in bare)
    return " ".join(kept.split())
