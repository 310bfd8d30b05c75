"""Which languages a text is written in, by its small words: enough to read its number words."""

from __future__ import annotations

import re
from functools import lru_cache

LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl")

_SMALL_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and is are of to in we our with it's i'm we're for a an my you about have has year",
        "es": "el la los las y es en de que con por una un somos tenemos mi nuestro desde años año al",
        "fr": "le la les et est en de que avec pour une un nous sommes notre depuis ans an au du des je",
        "de": "der die das und ist in wir mit für ein eine unser seit jahre jahr ich sind bei im am",
        "pt": "o a os as e é em de que com por uma um somos temos nosso desde anos ano ao do da não",
        "it": "il la i gli e è in di che con per una un siamo abbiamo nostro dal anni anno del della",
        "nl": "de het een en is in wij we met voor ons onze sinds jaar ik zijn bij op van per",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@lru_cache(maxsize=256)
def languages_of(text: str) -> tuple[str, ...]:
    """The likely languages of a text, likeliest first; all of them where nothing tells."""
    words = [match[0] for match in _WORD.finditer(text[:4000].casefold())]
    counts = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    best = max(counts.values(), default=0)
    if not best:
        return LANGUAGES
    ranked = sorted(LANGUAGES, key=lambda language: -counts[language])
    return tuple(language for language in ranked if counts[language] * 3 >= best * 2)
