"""What merchants say beside facts that ``agents.reading`` has no part in (en, es, fr, de)."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
import unicodedata

from cases.wishes import asks_for_person, puts_off


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns), re.IGNORECASE)


LATER = _any(
    r"(?:come|be|get|check) back",
    r"(?:finish|continue|carry on|go on|do) (?:this |it |the rest )?(?:later|tomorrow)",
    r"(?:later|tomorrow|next week|another (?:day|time))(?=\W*$)",
    r"(?:send|give|get|tell)\b[^.?!\n]{0,40}\b(?:later|afterwards|tomorrow|next week)",
    r"need (?:some |more )?time|gotta go|have to go|no time (?:now|right now)|busy (?:now|right now)",
    r"más tarde(?=\W*$)|(?:mañana|luego|otro día)(?=\W*$)|(?:vuelvo|sigo|seguimos|continúo|termino)\b[^.?!\n]{0,20}\b(?:luego|mañana|después|más tarde)",
    r"(?:ahora )?no tengo tiempo|tengo que irme",
    r"plus tard(?=\W*$)|(?:demain|une autre fois)(?=\W*$)|je (?:reviens|reviendrai|continue|continuerai|reprends|reprendrai|finis|finirai)\b[^.?!\n]{0,25}\b(?:plus tard|demain|après)?",
    r"pas le temps|je dois (?:y aller|partir)",
    r"(?:später|morgen|nächste woche|ein andermal)(?=\W*$)|(?:mache?n?|komme|melde|schreibe)\b[^.?!\n]{0,25}\b(?:später|morgen) ?(?:weiter|wieder)?",
    r"keine zeit|muss (?:jetzt )?(?:weg|los|gehen)",
)
COST = _any(
    r"prices?|pricing|fees?|costs?|cheaper|expensive|commission",
    r"how much (?:do|does|is|will|would)|what do you charge|your rates?",
    r"precios?|cuánto (?:cuesta|cobran|vale)|comisi(?:ón|ones)|tarifas?",
    r"tarifs?|prix|frais|commissions?|combien (?:ça |cela |est-ce que ça )?(?:coûte|prenez|facturez)",
    r"gebühr\w*|kostet|kosten|preise?|konditionen|provision",
    r"preço|quanto custa|prezzo|quanto costa",
)
SAFETY = _any(
    r"(?:is|are|how)\b[^.?!\n]{0,40}\b(?:safe|secure|private|confidential|encrypted|protected)",
    r"gdpr|data protection|who (?:can|will) (?:see|read)|do you (?:store|keep|share|sell)",
    r"what (?:do|will|happens)\b[^.?!\n]{0,20}\b(?:my|our|the) (?:data|details|information)",
    r"(?:es|son|están?)\b[^.?!\n]{0,30}\b(?:segur[oa]s?|protegid[oa]s?|confidencial(?:es)?)|protección de datos|rgpd",
    r"quién (?:ve|lee|puede ver)|qué hac(?:en|éis) con (?:mis|nuestros|los) datos",
    r"(?:est-ce|c['’]est|sont)\b[^.?!\n]{0,30}\b(?:sûr|sécurisée?s?|confidentiel(?:le)?s?|protégée?s?)|qui (?:voit|lit|peut voir)",
    r"que faites[- ]vous (?:de|avec) (?:mes|nos|les) (?:données|informations)",
    r"(?:ist|sind|wie)\b[^.?!\n]{0,30}\b(?:sicher|vertraulich|geschützt|verschlüsselt)|datenschutz|dsgvo|wer (?:sieht|liest|kann)",
    r"was (?:passiert|machen sie|geschieht)\b[^.?!\n]{0,15}\b(?:meinen|unseren|den) (?:daten|angaben)",
)
WITHDRAW = _any(
    r"withdraw|cancel (?:my|the|our|this)|changed (?:my|our) minds?|forget (?:about )?it",
    r"take (?:it|my application|the application|our application) back",
    r"no longer (?:interested|want)|don'?t want (?:to go on|to apply|this)",
    r"delete (?:my|the|our) (?:application|data|account)",
    r"(?:retirar|cancelar|anular|borrar|borren|cancelen) (?:mi|la|mis|nuestra|todo)\b|ya no (?:quiero|me interesa)|olvídelo",
    r"(?:retirer|annuler|supprimer|supprimez|annulez) (?:ma|la|mes|notre|tout)\b|je ne (?:veux|souhaite) plus|laissez tomber",
    r"(?:antrag|alles|daten)\b[^.?!\n]{0,20}\b(?:zurückziehen|zurücknehmen|stornieren|löschen)|(?:will|möchte) nicht mehr|vergessen sie es",
)
ARE_YOU_A_PERSON = _any(
    r"(?:are you|am i (?:talking|speaking|chatting|writing) (?:to|with)|is this|is that)\b[^.!\n]{0,25}\b(?:person|human|bot|robot|ai|machine|chatbot|real|automated)",
    r"who are you|chat ?gpt",
    r"(?:eres|es usted|es esto|esto es|hablo con|estoy hablando con|sois)\b[^.!\n]{0,20}\b(?:persona|humano|bot|robot|máquina|ia|chatbot)|quién (?:eres|es usted)",
    r"(?:êtes[- ]vous|vous êtes|est[- ]ce|c['’]est|je parle (?:à|avec)|tu es|es[- ]tu)\b[^.!\n]{0,20}\b(?:personne|humain|bot|robot|machine|ia|chatbot)|qui êtes[- ]vous",
    r"(?:bist du|sind sie|ist das|ist hier|spreche ich|rede ich|schreibe ich)\b[^.!\n]{0,25}\b(?:menschen?|bot|roboter|maschine|ki|chatbot|person)|wer (?:sind sie|bist du)",
)
BEYOND = _any(
    r"refunds?|charge ?backs?|legal (?:advice|question)|lawyer|tax advice|loans?|overdraft|invoices? (?:for|from) you",
    r"(?:should|must|do) i (?:register|pay tax\w*|charge vat|incorporate)",
    r"reembolsos?|devoluci(?:ón|ones)|contracargos?|(?:consejo|asesor\w*) (?:legal|fiscal|jurídic[oa])|abogado|préstamos?",
    r"rembours\w+|(?:conseil|avis) (?:juridique|fiscal)|avocat|prêts?",
    r"rückerstattung\w*|erstattung\w*|rückbuchung\w*|rechtsberatung|rechtlich\w*|anwalt|steuerberatung|kredite?",
)
COMPLAINT = _any(
    r"(?:this|that|it)(?:['’]s| is)(?: so| just| really| all)? (?:ridiculous|annoying|terrible|stupid|useless|absurd|awful|crap|nonsense|a joke|too complicated|a waste|taking forever)",
    r"frustrat\w+|fed up|waste of (?:my )?time|too many questions|(?:already|just) (?:told|said|gave|wrote|answered)|stop asking|idiots?|stupid|dumb|wtf|damn|bullshit|shit\w*|fuck\w*|sucks|hate (?:this|you)|scam|rubbish",
    r"ridícul[oa]|absurd[oa]|(?:estoy )?hart[oa]|pesad[oa]|inútil|estúpid[oa]s?|idiotas?|tont[oa]s?|mierda|una vergüenza|pérdida de tiempo|demasiadas preguntas|ya (?:se |os |te )?l[oa]s? (?:he dicho|dije|conté|mandé)|estafa|qué asco",
    r"ridicule|(?:c['’]est )?nul|inutile|(?:j['’]en ai )?(?:marre|assez)|merde|pénible|agaçant|idiots?|stupides?|débile|arnaque|trop de questions|perte de temps|(?:déjà|viens de) (?:vous )?(?:l['’]avoir )?(?:dit|répondu|donné)|honteux",
    r"lächerlich|nerv(?:t|ig|en)|schei(?:ß|ss)\w*|so ein mist|blöd\w*|dumm\w*|idioten?|unverschämt|frechheit|zeitverschwendung|zu viele fragen|(?:schon|bereits|doch)\b[^.?!\n]{0,15}\bgesagt|abzocke|betrug|reicht(?: es)? (?:mir|jetzt)",
)
WHERE_IS_IT = _any(
    r"what (?:now|next|else)|what (?:else )?do you (?:still )?need|what(?:['’]s| is) (?:still )?(?:missing|left|open)",
    r"y ahora qué|qué (?:más )?(?:falta|necesitan?|queda)",
    r"et maintenant|que manque[- ]t[- ]il|qu['’]est-ce qu['’]il (?:manque|faut|reste)|il manque quoi",
    r"(?:was|und) (?:nun|jetzt)|was (?:fehlt|brauchen sie|brauchst du)(?: noch)?",
    r"(?:cómo|dónde) (?:va|está|anda|sigue) (?:mi|la|nuestra) solicitud",
    r"où (?:en est|est) (?:ma|la|notre) demande|(?:quel est )?l['’]état de (?:ma|la) demande",
    r"(?:wo|wie weit|wie) (?:ist|steht|steht es um|sieht es)\b[^.?!\n]{0,15}\b(?:antrag|bewerbung|aus)|was ist mit (?:meinem|unserem) antrag",
)
WHY = _any(r"wofür|weshalb|à quoi (?:ça|cela) sert|what['’]s (?:it|that|this) for")
ASKING = re.compile(
    r"\W*(?:and |so |but |y |pero |et |mais |und |aber |hi |hello |hola |bonjour |hallo |sorry |ok |okay )*"
    r"(?:is|are|am|do|does|did|can|could|will|would|should|may|must|what|why|when|where|how|who|which|"
    r"qué|por qué|cuándo|cuánto|cuánta|cómo|dónde|quién|cuál|puedo|puede|es|son|eres|hay|tengo que|"
    r"que|quoi|pourquoi|quand|combien|comment|où|qui|quel|quelle|est-ce|c['’]est|puis-je|peut-on|pouvez|êtes|avez|faut-il|dois-je|"
    r"was|warum|wieso|wozu|wofür|wann|wie|wo|wer|welche[rs]?|kann|können|darf|muss|ist|sind|haben|hat|gibt|bist)\b",
    re.IGNORECASE,
)
"""How a question begins that may lack its mark, as dictated ones do."""

_COURTESY = (
    "thanks thank you thx ty cheers ok okay k great good fine cool nice perfect hi hello hey there morning "
    "afternoon evening lol haha sure right alright please much very so many a lot how are doing well bye welcome to "
    "gracias muchas vale bueno buenos buenas dias tardes noches hola que tal genial perfecto muy amable adios "
    "saludos merci beaucoup bonjour bonsoir salut d accord tres bien super parfait ca va au revoir "
    "danke vielen dank schon sehr hallo guten tag morgen abend moin gut alles klar toll servus gern tschuss wie geht s "
    "es ihnen"
)
"""Words of small talk, folded; a message of nothing else says and asks nothing."""

_COURTESY_WORDS = frozenset(_COURTESY.split())
_LETTER = re.compile(r"[^\W\d_]")


def is_aside(text: str) -> bool:
    """Whether a message talks about the conversation, and so is no answer to what was asked."""
    kinds = (LATER, WITHDRAW, ARE_YOU_A_PERSON, COMPLAINT, WHERE_IS_IT, WHY)
    said = asks_for_person(text) or puts_off(text) or any(kind.search(text) for kind in kinds)
    return said or is_courtesy(text) or "?" in text or bool(ASKING.match(text))


def is_courtesy(text: str) -> bool:
    """Whether a message is small talk or signs alone: thanks, a greeting, an emoji."""
    return "?" not in text and _COURTESY_WORDS.issuperset(_words(text))


def is_in_other_script(text: str) -> bool:
    """Whether most letters of a message are none of the Latin alphabet."""
    letters = _LETTER.findall(text)
    others = [letter for letter in letters if "LATIN" not in unicodedata.name(letter, "")]
    return len(others) * 2 > len(letters)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)
