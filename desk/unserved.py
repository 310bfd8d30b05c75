"""A line of business that is not served: the merchant hears it at once and is asked for nothing more."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cases.application import Application, FieldName
from cases.prohibition import is_unserved
from desk import sentences
from desk.draft import Draft

LONGEST_QUOTED = 80
"""Characters of the merchant's own words for their business that are repeated to them."""

_REQUEST = re.compile(
    r"\b(?:address|e ?mail|phone|mobile|website|revenue|turnover|income|licen[cs]\w*|permit|registr\w*|tax\w*|ein|vat|"
    r"owne\w*|shareholder|iban|accounts?|routing|bank\w*|passport|birth\w*|born|ssn|security number|id card|identity|"
    r"names?|documents?|upload|zip|postcode|city|street|send|provide|fill|enter|"
    r"direcci\w+|correo|telefono|movil|sitio|pagina|factura\w*|ingresos|licencia|permiso|impuesto\w*|fiscal\w*|nif|cif|"
    r"dni|propietari\w+|soci[oa]s?|cuenta|banco|bancari\w+|pasaporte|nacimiento|nacio|nombres?|apellidos?|calle|ciudad|"
    r"envi\w+|mand\w+|facilit\w+|rellen\w+|"
    r"adresse|courriel|telephone|portable|chiffre d affaires|licence|immatricul\w*|siret|siren|tva|impots?|"
    r"proprietaires?|associes?|compte|banque|bancaire|rib|passeport|naissance|ne le|noms?|prenoms?|pieces?|rue|ville|"
    r"envoy\w+|fourni\w+|rempli\w+|"
    r"anschrift|mail|telefon\w*|handy\w*|webseite|umsatz\w*|lizenz\w*|gewerbe\w+|genehmigung|steuer\w*|ust|inhaber\w*|"
    r"eigentumer\w*|anteil\w*|konto\w*|ausweis\w*|pass|geburt\w*|geboren|namen?|unterlagen?|dokumente?|strasse|stadt|"
    r"schick\w+|sende\w*|ausfull\w+|gib|geben)\b"
)
"""Words with which personal or business data is asked for (en, es, fr, de; folded)."""


def tell_if_unserved(draft: Draft, before: Application) -> bool:
    """Tell the merchant where what they sell is new and not served; true where they were told.

    Nothing else happens: only a person declines (contract), and the merchant may correct it.
    """
    now = draft.record.application
    is_new = (now.business_type, now.mcc) != (before.business_type, before.mcc)
    if not is_new or not is_unserved(draft.record, draft.policy):
        return False
    draft.tell(sentences.not_served(_in_their_words(now), draft.record.language))
    return True


def still_unserved(draft: Draft) -> str:
    """What a merchant reads who goes on writing about such a business."""
    return sentences.still_not_served(_in_their_words(draft.record.application), draft.record.language)


def asks_for_more(text: str, asks: Sequence[FieldName]) -> bool:
    """Whether words to such a merchant ask for anything but what they sell."""
    if set(asks) - {FieldName.BUSINESS_TYPE} or _REQUEST.search(_fold(text)):
        return True
    return not asks and any(mark in text for mark in "?？؟")


def _in_their_words(application: Application) -> str:
    words = " ".join((application.business_type or "").split())
    return words if len(words) <= LONGEST_QUOTED else f"{words[: LONGEST_QUOTED - 1]}…"


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    return re.sub(r"[^\w?]+", " ", "".join(c for c in bare if not unicodedata.combining(c)))
