"""Which language somebody plainly writes in, told by common words; names and figures tell nothing."""

# ruff: noqa: E501 - lists of words
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from cases.languages import LANGUAGES, Language
from cases.sensitive import TOKEN

_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": (
            "the and is are was were of to our with it its i im ive we weve you your for an my about have has had "
            "this that these at from by on be been would like want what why how when where who do does dont can "
            "cant could should will not there they them me us need please thanks thank yes hello hi since years "
            "year sell own shop store run business owner owners just also only because more much long if or but "
            "so any some which than then now here"
        ),
        "es": (
            "el los las y es son en que con por para una uno somos soy estoy tengo tenemos vendo vendemos mi mis "
            "nuestro nuestra nuestros su sus usted ustedes desde hace año años hola buenas buenos dias tardes "
            "gracias como cuanto cuanta cuando donde pero tambien muy llamo llama llamamos se lo al del esta este "
            "estamos hay quiero queremos puedo puede necesito necesitan tienda negocio empresa mas porque aqui no tarda tardan por que necesitas sois "
            "si ya le les nos dueño dueña calle facturamos abrimos todavia ninguno hablar persona "
            "hacer luego despues ahora linea hoy mañana cada nada algo"
        ),
        "fr": (
            "le la les et est sont en que qui avec pour par un une nous sommes je suis jai vous avez ai notre nos "
            "votre vos mon ma mes depuis ans an au aux du des dans sur bonjour bonsoir salut merci oui non pas ne "
            "plus mais aussi cest ce cette ces il elle on tres comment combien quand pourquoi ou ici chez vends "
            "vendons tiens gere avons voudrais souhaite souhaitons voulons faire faut temps boutique magasin "
            "entreprise adresse environ encore toujours parler quelquun besoin numero"
        ),
        "de": (
            "der die das den dem und ist sind in wir mit für fur ein eine einen einem einer unser unsere seit jahre "
            "jahren jahr ich bin bei im am vom von zum zur auf aus an nicht kein keine keinen auch aber oder hallo "
            "guten tag danke bitte ja nein sie ihr ihre ihnen mein meine habe haben hat verkaufen verkaufe betreibe "
            "betreiben heißt heisst heiße was wie wo wann warum wozu wieso noch nur sehr es uns mir mich kann "
            "können konnen möchte mochte möchten mochten dass ob etwa ungefähr rund laden geschäft geschaft firma "
            "brauche brauchen dauert lange machen spreche sprechen jetzt später spater gibt"
        ),
        "pt": (
            "o os as e em de que com por uma um somos sou temos tenho nosso nossa desde anos ano ao do da dos das no "
            "na não nao ola oi obrigado obrigada você voce minha meu muito também tambem vendemos para mas são sao "
            "fica loja empresa bom dia"
        ),
        "it": (
            "il gli e è in di che con per un una uno siamo sono abbiamo ho nostro nostra dal anni anno del della "
            "dei delle nel nella buongiorno ciao grazie vendiamo negozio azienda non più piu anche ma si lo la le "
            "mio mia molto"
        ),
        "nl": (
            "de het een en is in wij we met voor ons onze sinds jaar ik zijn bij op van per hoi hallo goedemorgen "
            "goedemiddag dank u je niet geen ook maar heb hebben verkopen winkel bedrijf wat hoe lang kan naar"
        ),
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_NO_PROSE = re.compile(r"\S*[@/\d]\S*|\S+\.\S+|^[ \t]*>.*$", re.MULTILINE)
"""Addresses of all kinds, figures, and what is quoted from another's mail."""

_APOSTROPHES = re.compile(r"(?<=[^\W\d_]{2})['’`´](?=[^\W\d_])")
_FILLERS = frozenset(
    [
        "the",
        "and",
        "of",
        "in",
        "at",
        "on",
        "to",
        "by",
        "for",
        "from",
        "with",
        "el",
        "la",
        "los",
        "las",
        "lo",
        "y",
        "de",
        "del",
        "en",
        "con",
        "por",
        "al",
        "le",
        "les",
        "l",
        "du",
        "des",
        "au",
        "aux",
        "et",
        "sur",
        "dans",
        "chez",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "und",
        "am",
        "im",
        "vom",
        "von",
        "zum",
        "zur",
        "bei",
        "auf",
        "fur",
        "o",
        "os",
        "as",
        "do",
        "da",
        "dos",
        "il",
        "gli",
        "di",
        "dei",
        "delle",
        "het",
        "een",
        "op",
        "van",
    ]
)
"""Words that stand in the names of shops and streets as well; they tell only beside others."""

_SPOKEN_GREETINGS: dict[Language, tuple[str, ...]] = {
    "en": ("hello", "hi", "hi there", "hello there", "good morning", "good afternoon", "good evening"),
    "es": ("hola", "buenas", "buenos dias", "buenas tardes", "buenas noches", "hola buenas", "que tal"),
    "fr": ("bonjour", "bonsoir", "salut", "coucou", "bonjour madame", "bonjour monsieur"),
    "de": ("guten tag", "guten morgen", "guten abend", "gruss gott", "grüß gott", "servus", "moin"),
}

_PLAINLY = 1.3
"""How much has to speak for a language: a word that only one of the seven has counts as one."""

_AHEAD = 1.5
"""How far it has to be ahead of each of the others."""


def plainly_written_in(text: str) -> Language | None:
    """The one of our languages in which the text is plainly written; None where too little tells.

    Words with a capital inside a sentence count for nothing: they may be a name or an address. A
    greeting by itself tells the language.
    """
    greeted = _GREETINGS.get(" ".join(_WORD.findall(_fold(text[:40]))))
    if greeted is not None:
        return greeted
    words = list(_prose(text[:4000]))
    weights, spoken = dict.fromkeys(_FOLDED, 0.0), dict.fromkeys(_FOLDED, 0)
    for word in words:
        speak = [language for language, known in _FOLDED.items() if word in known]
        for language in speak:
            weights[language] += 1 / len(speak)
            spoken[language] += word not in _FILLERS
    best = max(weights, key=lambda language: weights[language])
    next_best = max(weight for language, weight in weights.items() if language != best)
    if spoken[best] < 2 or weights[best] < _PLAINLY or weights[best] < next_best * _AHEAD:
        return None
    return next((language for language in LANGUAGES if language == best), None)


def _prose(text: str) -> Iterable[str]:
    """The words that tell, each once, folded."""
    prose = _NO_PROSE.sub(" ", TOKEN.sub(" ", text))
    seen: set[str] = set()
    for sentence in re.split(r"[.!?¿¡:;,\n]+", _APOSTROPHES.sub("", prose)):
        for at, match in enumerate(_WORD.finditer(sentence)):
            word = match[0]
            if at == 0 or word.islower() or word == "I":
                seen.add(_fold(word))
    return seen


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_GREETINGS: dict[str, Language] = {
    _fold(said): language for language, greetings in _SPOKEN_GREETINGS.items() for said in greetings
}
_FOLDED = {language: frozenset(map(_fold, words)) for language, words in _WORDS.items()}
