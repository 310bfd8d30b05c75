"""What a message wants, apart from facts: to confirm, to correct, to ask, to be put through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.reading.choice import CORRECTION
from cases.application import FieldName
from cases.sensitive import TOKEN

_I = re.IGNORECASE


@dataclass(frozen=True)
class Intents:
    """What a message does; several can be true. ``confirms`` only for a plain yes."""

    confirms: bool = False
    corrects: bool = False
    denies: bool = False
    asks_how_long: bool = False
    asks_where_is_it: bool = False
    asks_why: bool = False
    wants_person: bool = False
    greets: bool = False
    thanks: bool = False


_YES_WORDS = (
    r"yes|yep|yeah|yup|ya|aye|sure|ok|okay|k|correct|right|confirm(?:ed)?|i confirm|we confirm|agreed|"
    r"approved by me|perfect|great|exactly|absolutely|of course|fine|good|done|"
    r"(?:that|it|this|all|everything)(?:'s| is| looks| seems| all looks| all)? ?(?:all )?(?:looks |seems |"
    r"is |are )?(?:good|right|correct|fine|ok|okay|perfect|great|accurate|in order)|"
    r"looks (?:all )?(?:good|right|correct|fine|great|ok|perfect)|all (?:good|correct|right|fine|set)|"
    r"(?:please )?(?:send|submit|go ahead|proceed|do it|ship it)(?: (?:it|that|this|away|off|in|now|"
    r"please|the application|my application))*|you can (?:send|submit) (?:it|that|this)|go for it|"
    r"happy (?:with (?:that|it|this)|to submit)|that's (?:it|me|us|everything)|spot on|sounds good|"
    r"sí|si|vale|correcto|de acuerdo|está bien|todo (?:bien|correcto)|es correcto|confirmo|confirmado|"
    r"perfecto|adelante|envíalo|enviar|claro|oui|d'accord|c'est (?:bon|correct|ça|parfait)|exact|"
    r"tout est (?:bon|correct|juste)|parfait|je confirme|envoyez|envoie|vous pouvez envoyer|"
    r"ja|jawohl|genau|stimmt(?: (?:so|alles))?|passt(?: (?:so|alles))?|richtig|korrekt|alles (?:richtig|"
    r"korrekt|gut|klar)|einverstanden|bestätige|ich bestätige|abschicken|absenden|bitte (?:abschicken|"
    r"absenden|senden)|perfekt|in ordnung|sim|certo|está (?:certo|correto|ok|tudo certo)|tudo (?:certo|"
    r"correto|bem)|correto|"
    r"confirmo|pode enviar|perfeito|isso(?: mesmo)?|sì|va bene|tutto (?:corretto|giusto|ok|bene)|corretto|"
    r"esatto|confermo|invia(?:te)?|perfetto|giusto|klopt(?: (?:helemaal|allemaal))?|akkoord|prima|correct|"
    r"ik bevestig|verstuur(?: maar)?|goed zo"
)
_YES_TAIL = (
    r"please|thanks?|thank you|cheers|all|everything|to me|for me|from (?:me|my side|us)|now|then|and|it|"
    r"that|all of it|very much|mate|love|a lot|so|here|gracias|por favor|merci|s'il vous plaît|danke|"
    r"bitte|obrigad[oa]|por favor|grazie|dank je|bedankt|alsjeblieft|lol|"
    r"i think|as far as i can (?:see|tell)|great job|the summary|summary|y|et|und|e|en|is|are|the details|"
    r"details|as (?:it is|is)|we're|i'm|happy|good to go|ready|let's go|no changes?|nothing (?:else|more|"
    r"to (?:add|change))|that's (?:all|it|everything)"
)
_CONFIRMS = re.compile(rf"(?:\W*(?:{_YES_WORDS})\b)(?:\W+(?:{_YES_WORDS}|{_YES_TAIL})\b)*\W*", _I)
_BUT = re.compile(
    r"\b(?:but|except|however|although|though|apart from|other than|wrong|incorrect|not|isn't|aren't|"
    r"don't|change|instead|wait|hold|almost|nearly|first|before|unless|if|actually|should be|missing|"
    r"forgot|"
    r"pero|salvo|excepto|mal|cambi\w+|falta|espera|mais|sauf|faux|pas|changer?|attendez|aber|außer|falsch|"
    r"nicht|warte|ändern|mas|exceto|errado|mudar|espere|ma|però|tranne|sbagliat\w+|cambia\w*|aspetta|maar|"
    r"behalve|fout|niet|wacht)\b|\?",
    _I,
)
_DENIES = re.compile(
    r"^\W*(?:no+|nope|nah|not (?:quite|right|correct|yet|really)|wrong|incorrect|that'?s (?:not right|"
    r"wrong|incorrect|not correct)|nein|falsch|non|faux|não|errado|no,|sbagliato|nee|fout|niet)\b|"
    r"\b(?:is|are|was|that's|it's) (?:wrong|incorrect|not (?:right|correct))\b|\b(?:está mal|"
    r"no es correcto|n'est pas (?:correct|bon)|ist (?:falsch|nicht richtig)|stimmt nicht|está errado|"
    r"non è (?:corretto|giusto)|klopt niet)\b",
    _I,
)
_HOW_LONG = re.compile(
    r"\bhow (?:long|quick\w*|fast|soon|many (?:days|weeks|hours))\b|\bwhen (?:will|can|do|does|would|am|"
    r"are|is)\b[^?.\n]{0,60}(?:hear|know|ready|done|decid\w*|approv\w*|start|live|active|finish\w*|open|"
    r"account|answer)|\btime ?(?:frame|line)\b|"
    r"\bcuánto (?:tiempo )?(?:tarda|lleva|se tarda|dura)\w*|\bcuándo (?:sabré|estará|sabremos|podré)\w*|"
    r"\bcombien de temps\b|\bquand (?:aurai|saurai|sera|aurons|pourr)\w*|\bwie lange\b|\bwann (?:bekomme|"
    r"erfahre|ist|kann|wird|hören)\w*|\bquanto tempo\b|\bquando (?:vou|fica|saberei|saprò|sarà|posso)\b|"
    r"\bhoe lang\b|\bwanneer\b",
    _I,
)
_WHERE = re.compile(
    r"\bwhere (?:is|are|does|do) (?:it|things|we|i|my|the|this)\b[^?.\n]{0,40}|\bwhat(?:'s| is) (?:the |"
    r"my )?(?:status|progress|happening|going on|the state|next)\b|\b(?:any (?:news|update|updates|"
    r"progress)|status (?:update|of)|how (?:is|are) (?:it|things|my application|the application) (?:going|"
    r"coming|looking)|did (?:it|that|you) (?:come through|arrive|get (?:it|that|my)))\b|"
    r"\ben qué (?:estado|punto)\b|\bhay (?:novedades|noticias)\b|\boù en (?:est|sommes)\b|"
    r"\bdes nouvelles\b|\bwie ist der stand\b|\bgibt es (?:neuigkeiten|was neues)\b|"
    r"\bwas ist der status\b|\bem que pé\b|\balguma novidade\b|\ba che punto\b|\bci sono novità\b|"
    r"\bwat is de status\b|\bis er nieuws\b",
    _I,
)
_WHY = re.compile(
    r"\bwhy\b[^.\n]{0,80}|\bwhat (?:do you need|is|for) (?:that|this|it|my \w+) (?:for|needed for)\b|"
    r"\bwhat for\b|\bhow come\b|\bdo (?:you|i) really (?:need|have to)\b|\bpor qué\b|\bpara qué\b|"
    r"\bpourquoi\b|\bwarum\b|\bwieso\b|\bwozu\b|\bpor que\b|\bperché\b|\bwaarom\b",
    _I,
)
_PERSON = re.compile(
    r"\b(?:speak|talk|chat|connect|put me through|transfer)\w*\b[^.\n]{0,30}\b(?:human|person|someone|"
    r"somebody|agent|representative|rep|manager|staff|people|real)\b|\b(?:real|actual|live|"
    r"human) (?:person|human|agent|being)\b|\b(?:need|want|get|is there) (?:a )?(?:human|person|"
    r"someone)\b|\bare you (?:a )?(?:bot|human|real|robot|ai)\b|"
    r"\bhablar con (?:una persona|alguien|un agente|un humano)\b|\bparler à (?:quelqu'un|une personne|"
    r"un humain|un conseiller)\b|\bmit (?:einem menschen|jemandem|einem mitarbeiter|"
    r"einer person) (?:sprechen|reden)\b|\bfalar com (?:uma pessoa|alguém|um atendente|um humano)\b|"
    r"\bparlare con (?:una persona|qualcuno|un operatore)\b|\bmet (?:een mens|iemand|"
    r"een medewerker) (?:spreken|praten)\b",
    _I,
)
_GREETS = re.compile(
    r"^\W*(?:hi+|hello|hey+|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings|g'day|yo|hola|"
    r"buen[oa]s|bonjour|bonsoir|salut|hallo|guten (?:tag|morgen|abend)|moin|servus|olá|ola|oi|bom dia|"
    r"boa (?:tarde|noite)|ciao|buongiorno|buonasera|hoi|goedemorgen|goedemiddag|goedendag|namaste)\b",
    _I,
)
_THANKS = re.compile(
    r"\b(?:thanks?|thank you|thx|ty|cheers|much appreciated|gracias|merci|danke(?:schön)?|vielen dank|"
    r"obrigad[oa]|grazie|bedankt|dank (?:je|u))\b",
    _I,
)
_LONGEST_YES = 160


def intents(text: str, asked: Sequence[FieldName] = ()) -> Intents:
    """What a message wants; a yes to a question about a field does not confirm the summary."""
    start = text[:2000]
    answer = bool(asked)
    return Intents(
        confirms=not answer and _confirms(text),
        corrects=bool(CORRECTION.search(start)),
        denies=bool(_DENIES.search(start)),
        asks_how_long=bool(_HOW_LONG.search(start)),
        asks_where_is_it=bool(_WHERE.search(start)),
        asks_why=bool(_WHY.search(start)) and ("?" in start or len(start.split()) < 12),
        wants_person=bool(_PERSON.search(start)),
        greets=bool(_GREETS.search(start)),
        thanks=bool(_THANKS.search(start)),
    )


def _confirms(text: str) -> bool:
    """Only a message that is nothing but a yes: no "but", no number, no question, no new value."""
    if len(text) > _LONGEST_YES or TOKEN.search(text) or re.search(r"\d", text) or _BUT.search(text):
        return False
    return bool(_CONFIRMS.fullmatch(text.strip()))
