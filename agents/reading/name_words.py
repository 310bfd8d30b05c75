"""Words by which people introduce a business, in several languages, and the legal forms of firms."""

from __future__ import annotations

import re

_I = re.IGNORECASE

LEGAL = (
    r"Ltd|Limited|LLC|L\.L\.C\.?|Inc|Incorporated|Corp|Corporation|PLC|plc|LLP|GmbH(?: & Co\.? KG)?|AG|KG|"
    r"UG(?: \(haftungsbeschränkt\))?|OHG|OG|GbR|e\.K|e\.V|e\.U|SARL|S\.?A\.?R\.?L|SAS|SASU|EURL|"
    r"S\.A\.S|S\.A|SA|S\.L\.U|SLU|S\.L\.P|S\.L\.L|S\.L|SL|S\.r\.l\.s|S\.r\.l|Srls|Srl|SRL|S\.p\.A|SpA|"
    r"S\.n\.c|S\.a\.s|B\.V|BV|N\.V|NV|VOF|V\.O\.F|Ltda|LTDA|ME|EIRELI|Lda|Pty Ltd|Pty|Pte Ltd|Pte|Pvt Ltd|"
    r"Pvt|Sdn Bhd|K\.K|KK|G\.K|"
    r"Co|Company|CIC|Trust|Foundation|Society|Cooperative|Coop|AB|ApS|A/S|AS|Oy|DAC|C\.B|S\.C|CB|CLG|"
    r"Enterprises"
)

LEGAL_END = re.compile(
    rf"(?:\b|(?<= ))(?:{LEGAL}|ltd|limited|llc|inc|corp|plc|llp|gmbh|sarl|sas|s\.?l\.?|b\.?v|pty|pte)\.?$"
)

BUSINESS = (
    r"(?:company|business|shop|store|firm|restaurant|caf[eé]|studio|brand|salon|agency|practice|"
    r"clinic|parlou?r|office|taller|finca|hotel|bo[iî]te|ateliers?|"
    r"cabinet|praxis|kanzlei|verein|"
    r"bar|pub|gym|outfit|place|charity|bakery|truck|school|startup|organi[sz]ation|entity|trading|legal|"
    r"registered|merchant|account|empresa|negocio|tienda|restaurante|sociedad|entreprise|société|"
    r"boutique|magasin|firma|unternehmen|laden|geschäft|betrieb|loja|azienda|negozio|ditta|bedrijf|"
    r"winkel|zaak|librería|ferretería|libreria)"
)

THE_BUSINESS_IS = re.compile(
    rf"\b(?:our|my|the)(?: \w+)? {BUSINESS}(?: name)?(?:'s| is)(?: called| named)?\s|"
    rf"\b{BUSINESS}(?:'s)? (?:name )?(?:is|are)(?: called)?\s|"
    rf"\b(?:mi|nuestr[oa]|la|el|notre|mon|ma|l[ae']|unsere?|meine?|d(?:er|ie|as)|meu|minha|noss[oa]|o|"
    rf"a|il|lo|"
    rf"mi[oa]|nostr[oa]|mijn|onze|ons|de|het)\s?(?:\w+ )?{BUSINESS},? (?:es|est|c'est|ist|é|è|is)\s",
    _I,
)

LABEL = re.compile(
    rf"^\W*(?:(?:{BUSINESS}|legal|trading|registered|business|company|merchant|shop|store|brand|firm|dba|trade|"
    r"full legal)[ /]*)*(?:name(?: of (?:the )?(?:business|company|shop|firm|merchant))?|business|company|"
    r"merchant|dba|entity|"
    r"nombre(?: comercial| de la empresa| del negocio)?|razón social|empresa|raison sociale|"
    r"nom(?: commercial| de l'entreprise| de la société)?|société|entreprise|enseigne|firma|firmenname|"
    r"firmierung|unternehmen|name der firma|"
    r"nome(?: fantasia| da empresa| comercial)?|razão social|empresa|ragione sociale|azienda|ditta|"
    r"nome dell'azienda|bedrijfsnaam|handelsnaam|bedrijf|naam|屋号|会社名)\s*[:=]\s*",
    _I,
)

CALLED = re.compile(
    r"\b(?:called|calld|caled|named|known as|go by(?: the name(?: of)?)?|goes by|trading as|trade as|"
    r"trades as|t/a|d/?b/?a|doing business as|under the (?:trade |trading |brand )?name(?: of)?|"
    r"in (?:the )?name of|sous le nom(?: de)?|sous l'enseigne|"
    r"unter dem namen|(?:bajo|con) el nombre(?: de)?|sob o nome(?: de)?|(?:sotto il|con il) nome(?: di)?|"
    r"onder de naam|name(?:'s| is| of (?:the |"
    r"our )?\w+ is| will be| would be)|"
    r"(?:use|put)(?: the name)?(?=(?-i: [A-Z]))|se llama|llamad[oa]|nombre es|nos llamamos|denominad[oa]|"
    r"s'appelle|appelée?|nommée?|nom est|intitulée?|heißt|heisst|heißen|heissen|namens|genannt|nennt sich|"
    r"nennen uns|name ist|name lautet|"
    r"chamad[oa]|se chama|chama-se|nome é|nos chamamos|si chiama|chiamat[oa]|ci chiamiamo|nome è|heet|"
    r"heten|genaamd|naam is)[\s:]+(?:now |actually |simply |just |désormais |maintenant |jetzt |nun |"
    r"einfach |ahora |simplemente |agora |adesso |nu |gewoon )?",
    _I,
)

PERSON_CALLED = re.compile(
    r"\b(?:my (?:full |own )?name(?:'s| is)|i'?m called|i am called|me llamo|mi nombre es|je m'appelle|"
    r"mon nom est|mein name ist|ich heiße|meu nome é|me chamo|mi chiamo|il mio nome è|mijn naam is|"
    r"ik heet|(?:his|her|their|owner'?s|contact) name(?:'s| is)|full names?.{0,12})[\s:]+$",
    _I,
)

INTRO = re.compile(
    r"(?:\b(?:we are|we're|were|we r|this is|it is|it's|its|here is|i(?:'m| am) (?:the )?(?:owner|founder|"
    r"director|manager|proprietor|md|ceo) (?:of|at)|owner of|founder of|on behalf of|(?:form|"
    r"application|account|terminal|machine|payments) for|i (?:run|own|have|"
    r"manage|operate|started|opened)|we (?:run|own|have|operate|opened|manage)|calling from|writing from|"
    r"i'm \w+ (?:\w+ )?(?:from|of|at|with)|\w+ (?:\w+ )?(?:here )?(?:from|of)|speaking for|"
    r"represent(?:ing|o a|amos a)?|running|managing|titolare d(?:i|ell[ao]|el)|dueñ[oa] del?|"
    r"propietari[oa] del?|gérante? d(?:e|u)|inhaber(?:in)? (?:von|der|des)|don[oa] d[aeo]|eigen(?:aar|"
    r"aresse) van|(?:it|this) is now|it's now|now called|"
    r"somos|soy .{2,40} de|llevo|tengo|tenemos|regento|nous sommes|c'est|je (?:gère|tiens|dirige|"
    r"suis .{2,40} de)|ici|wir sind|hier ist|hier|ich (?:führe|betreibe|leite|bin .{2,40} von)|"
    r"wir betreiben|"
    r"aqui é|tenho|sou .{2,40} d[ao]|siamo|sono .{2,40} di|gestisco|abbiamo|wij zijn|we zijn|dit is|"
    r"ik ben .{2,40} van)\s|\b(?:titolare dell|gérante? de l|propriétaire de l|c'est l|sono dell|siamo l|"
    r"nous sommes l)['’])(?:now |called |actually )?(?:(?-i:the|la|el|los|le|les|die|der|das|a|o|as|os|"
    r"il|lo|gli|het|de)\s|l['’])?",
    _I,
)

HERE = re.compile(r"\s(?:here|hier|aquí|ici|aqui|qui)\b", _I)

GREETING = re.compile(
    r"^\W*(?:(?:hi+|hello+|hey+|hiya|hallo|howdy|yo|oi|olá|ola|hola|buenas(?: tardes| noches)?|"
    r"buenos días|bonjour|bonsoir|salut|guten (?:tag|morgen|abend)|moin|servus|grüß gott|ciao|buongiorno|"
    r"buonasera|salve|goedemorgen|goedemiddag|goedenavond|goedendag|hoi|dag|vanakkam|"
    r"namaste(?: ji)?|namaskar(?: ji)?|"
    r"konnichiwa|g'day|gidday|grüezi|tach|hej|hei|"
    r"dear \w+|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|bom dia|boa (?:tarde|"
    r"noite)|greetings|"
    r"so|ok|okay|right|anyway|well|alright|sure|yes|hi there|there|team|all|everyone|folks|again|"
    r"onboarding(?: team)?|sir|madam|a todos|à tous|zusammen|tudo bem|from \w+|"
    r"\w+-based)\b[\s,.!:–—-]*){1,4}",
    _I,
)

IS_THE_NAME = re.compile(
    r"\s(?:is (?:the|our|my) (?:name|company|business|shop|trading name|\w+ (?:studio|shop|store|salon|"
    r"company|brand|business|practice|bar|school))|is what (?:we're|it's) called|is our\b|es nuestr[oa]|"
    r"est notre|ist unser\w*|é (?:a |o )?noss[ao]|è (?:la |il )?nostr[oa]|is onze?)",
    _I,
)

VERB = re.compile(
    r"\s(?:sells?|makes?|is an?|are an?|offers?|provides?|runs?|operates?|does|specialis\w+|specializ\w+|"
    r"delivers?|imports?|builds?|creates?|designs?|rents?|teaches|repairs?|vende|hace|es una?|vend|"
    r"fabrique|est une?|verkauft|ist ein\w*|macht|bietet|é uma?|vende|è una?|verkoopt|is een)\s",
    _I,
)

ARTICLE = re.compile(r"^\W{0,3}(?:an?|the|our|un[ae]?|une|ein\w*|uma?|een|el|la|le|il|o|nuestr[oa])\s", _I)

ESTABLISHMENT = re.compile(
    r"\b(?:\w*shop|\w*store|workshop|studio|restaurant|caf[eé]|company|agency|clinic|practice|bar|pub|"
    r"salon|hotel|hostel|brand|gallery|bakery|school|gym|firm|manufacturer|platform|marketplace|brewery|"
    r"roastery|"
    r"business|charity|centre|center|label|startup|venue|garage|spa|retailer|club|surgery|nursery|tienda|"
    r"taller|restaurante|peluquería|empresa|librairie|boutique|magasin|atelier|salon|boulangerie|laden|"
    r"geschäft|werkstatt|"
    r"restaurant|loja|oficina|padaria|negozio|officina|bottega|panetteria|winkel|bedrijf|zaak)s?\b",
    _I,
)

WE_ARE = re.compile(r"(?:we are|we're|were|somos|nous sommes|wir sind|siamo|wij zijn|we zijn)\b", _I)
"""Where a name follows, it is the business's, for "I" would be a person."""

LEGALLY = re.compile(
    r"\b(?:legal|legally|corporat\w+|registered|incorporated) (?:name|entity|company|business|as)\b|"
    r"\bcompany (?:behind|that runs|which runs|trading as)\b|"
    r"\b(?:razón social|raison sociale|razão social|ragione sociale|firmierung|firmiert als)\b",
    _I,
)
"""Introduces the name in the register."""

ALSO_TRADES = re.compile(
    r",?\s\(?(?:t/as?|t/n|trading as|which trades as|who trade as|d/?b/?a|doing business as|"
    r"operating as|o/a|nombre comercial|nom commercial|enseigne|handelsnaam|handelend onder|"
    r"nome fantasia|comercialmente|opererend als|auftretend als)\b",
    _I,
)
"""Behind the name in the register: what the business goes by."""
