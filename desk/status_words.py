"""What speaks of status or outcome, in folded form: small Latin letters without accents."""

# ruff: noqa: E501 - a pattern a line

from __future__ import annotations

import re

ALWAYS = (
    # English
    *("approv", "aproved", "declin", "reject", "greenlit", "greenlight", "thegreen", "denied", "congrat"),
    *("arelive", "onboarded", "cleared", "youpassed", "havepassed", "haspassed", "passedthe", "passedall"),
    *("passedevery", "youareverified", "youreverified", "hasbeenverified", "allset", "accountisready"),
    *("accountready", "accountopen", "accountisopen", "accountcreated", "accounthasbeen", "accountwas"),
    *("accountisactiv", "accountisset", "accountislive", "welcomeaboard", "welcomeonboard", "signedoff"),
    *("goodtogo", "goodnews", "badnews", "greatnews", "lowrisk", "highrisk", "mediumrisk", "riskscore"),
    *("riskrating", "risklevel", "sanction", "watchlist", "potentialmatch", "nofurtherreview", "rubberstamp"),
    *("merchantid", "thumbsup", "thumbsdown", "turnyoudown", "turneddown", "turnitdown", "regretto"),
    *("weregret", "sorrytoinform", "happytoinform", "pleasedtoinform", "gladtoinform", "gladtosay"),
    *("happytosay", "pleasedtosay", "happytoannounce", "delightedto", "youmadeit", "youmadethecut"),
    *("standsinyourway", "standinyourway", "inyourwaynow", "readytoroll", "readytosell", "doneanddusted"),
    *("donedeal", "havethegoahead", "gotthegoahead", "getthegoahead", "givethegoahead", "giveyouthego"),
    *("wentthrough", "gonethrough", "sailedthrough", "wavedthrough", "waveyouthrough", "lookspromising"),
    *("yourchances", "goodchance", "chancesare", "checksout", "checkedout", "camebackclean", "isclean"),
    *("asyestous", "itsayes", "isayes", "saidyes", "sayyesto", "isano", "saidno", "answerisno"),
    *("answerisyes", "decisionis", "hasdecided", "havedecided", "wedecided", "decidedto", "decidedin"),
    *("haveyouasacust", "haveyouonboard", "haveyouaspart", "partofthefamily", "madeamerchant"),
    *("arenoteligible", "areeligible"),
    # Spanish
    *("aprobad", "aprobam", "aprobar", "aprobo", "aprobac", "aprueb", "rechaz", "denegad", "hasidoacept"),
    *("estaacept", "fueacept", "aceptadaporn", "aceptadoporn", "felicid", "felicit", "enhorabuena"),
    *("luzverde", "cuentacread", "cuentaabiert", "cuentaactiv", "cuentaestaact", "cuentaestalist"),
    *("cuentahasido", "cuentayaesta", "todolistoparaemp", "yapuedecobrar", "yapuedescobrar"),
    *("puedeempezaracob", "puedesempezaracob", "puedecomenzara", "puedescomenzara", "yapuedeacept"),
    *("bajoriesgo", "riesgobajo", "altoriesgo", "riesgoalto", "buenasnoticias", "malasnoticias"),
    *("lamentamos", "lamentablemente", "bienvenidoabordo", "bienvenidaabordo", "hasuperado", "superotod"),
    # Portuguese, Italian, Dutch
    *("aprovad", "aprovam", "aprovac", "recusad", "parabens", "contacriad", "contaabert", "contaativ"),
    *("contaestaat", "approvat", "rifiut", "accettatal", "estataaccett", "congratul", "contoattiv"),
    *("contoeattiv", "contocreat", "goedgekeurd", "afgewezen", "afgekeurd", "gefeliciteerd", "geactiveerd"),
    # French
    *("approuv", "felicitation", "rejete", "refusee", "estrefus", "eterefus", "etesaccept", "estaccept"),
    *("eteaccept", "estvalide", "etevalide", "compteactif", "compteestact", "comptecree", "compteestcree"),
    *("comptead", "compteaete", "compteouvert", "compteestouv", "compteestpret", "feuvert", "bonnenouvelle"),
    *("mauvaisenouvelle", "bienvenueabord", "vouspouvezencaisser", "vouspouvezcommencera", "risquefaible"),
    *("faiblerisque", "risqueeleve", "noussommesaureg", "nousregrett", "malheureusementnousne"),
    # German
    *("genehmigtword", "wurdegenehmigt", "istgenehmigt", "sindgenehmigt", "abgelehnt", "ablehnen"),
    *("ablehnung", "wurdeangenommen", "istangenommen", "sindangenommen", "angenommenword", "zugesagt"),
    *("freigegeben", "freigeschaltet", "freischalt", "gluckwunsch", "gratul", "kontoistaktiv"),
    *("kontoistbereit", "kontowurde", "kontoisteroff", "kontoistoff", "kontoistfertig", "istjetztaktiv"),
    *("bewillig", "grunelicht", "gruneslicht", "willkommenanbord", "niedrigesrisiko", "hohesrisiko"),
    *("geringesrisiko", "gutenachricht", "schlechtenachricht", "leiderkonnenwir", "leidermussen"),
    *("konnenjetztzahlungen", "konnensofortzahlungen", "abjetztzahlungen", "bestanden", "zusageerteilt"),
    # Polish, Turkish, the languages of the North
    *("zatwierdz", "odrzucon", "zaakceptowan", "aktywowan", "onayland", "tebrik", "reddedil", "kabuledil"),
    *("godkan", "godkjen", "godkend", "avslag", "avslatt", "afvist", "avvist"),
    # Russian and Ukrainian, Chinese, Japanese, Korean, Arabic, Hebrew, Hindi
    *("одобрен", "поздравля", "активирован", "отклонен", "принят", "схвален", "вітаємо", "відхилен"),
    *(
        "批准",
        "恭喜",
        "祝贺",
        "激活",
        "拒绝",
        "拒絕",
        "开通",
        "開通",
        "审核通过",
        "審核通過",
        "已通过",
        "已通過",
    ),
    *(
        "承認",
        "おめでとう",
        "有効になり",
        "却下",
        "開設",
        "審査に通",
        "승인",
        "축하",
        "거절",
        "활성화",
        "개설",
    ),
    *("موافق", "تهانينا", "مبروك", "مفعل", "تفعيل", "مرفوض", "رفض", "קבול", "אושר", "מאושר", "נדח", "מזלטוב"),
    *("स्वीकृत", "बधाई", "मंजूर", "मंज़ूर", "अस्वीकार"),
)
"""Found in the text with everything but letters taken out, question or not."""

UNLESS_ASKED = (
    *("accepted", "granted", "activat", "isactive", "isnowactive", "golive", "islive", "provision"),
    *("eligible", "qualif", "suspended", "authoris", "authoriz", "goahead", "succeeded", "successful"),
    *("issuccess", "wassuccess", "beginaccepting", "startaccepting", "starttaking", "startprocessing"),
    *("startselling", "startcharging", "begincharging", "beginselling", "begintaking", "chargingcustomers"),
    *("canaccept", "cancharge", "cantakepay", "cantakecard", "cansell", "cannowtake", "cannowsell"),
    *("mayaccept", "maycharge", "maytakepay", "maystart", "maybegin", "canstart", "canbegin", "cannowstart"),
    *("takepaymentsnow", "paymentsarenow", "paymentsareenabled", "isenabled", "areenabled", "isunlocked"),
    *("willbeready", "isreadytouse", "meetourreq", "meetsourreq", "meettherequire", "meetstherequire"),
    *("meetallreq", "meetsall", "noproblemswere", "noproblemsfound", "noissueswere", "noissuesfound"),
    *("nothingwasfound", "nothingsuspicious", "cannotoffer", "cantoffer", "unabletooffer", "notofferyou"),
    *("unabletowork", "cannotwork", "cantworkwith", "notgoahead", "nogo", "notbeable", "isopenfor"),
    *("openforbusiness", "considerit", "considerthis", "considerdone", "opendoors", "isverified"),
    *("willwork", "fullyset", "beensetup", "beencreated", "beenopened", "isnowopen", "isnowset"),
    *("activad", "aceptad", "acceptad", "aceito", "aceita", "ativad", "attivat", "accettat", "habilitad"),
    *("autorizad", "puedecobrar", "puedescobrar", "puedevender", "puedesvender", "puedeacept", "puedesacept"),
    *("active", "autorise", "acceptee", "pouvezvendre", "pouvezaccept", "pouvezencaiss", "pouvezcommencer"),
    *("estenligne", "estpret", "genehmig", "angenommen", "zugelassen", "akzeptiert", "aktivier", "istaktiv"),
    *("sindaktiv", "konnenzahlungen", "konnenverkauf", "konnenloslegen", "konnenbeginnen", "konnenstarten"),
    *("istbereit", "startklar", "alleserledigt", "podevender", "podecobrar", "potetevendere", "kuntverkopen"),
)
"""The same, but a plain question about the merchant's business may hold it."""

_ENGLISH = r"""
(?<!when )(?<!once )(?<!if )(?<!until )(?<!whether )\byou ?(?:are|re|r|ll be|will be|ve been|have been)<NOW> (?:in|through|done|set|live|ready|verified|active|golden|good|clear|safe|trusted|welcome)(?= *$| now\b| today\b| tomorrow\b| with us\b| and\b| to\b)
\byou ?(?:are|re|ll be|will be) (?:now |already )*(?:a |one |part |on (?:a|the|our) |off (?:a|the|our) |clear |safe )(?:\w+ )?(?:customer|merchant|client|member|of us|of the|list|bet|risk|fit|match|proceed)
\byou(?: have|ve)? (?:just |also |all )?(?:got it|got in|get it|made it|did it|nailed|won|earned|failed|passed|scored|qualif\w+|deserve\w*|look like an? )
\byou(?: ?ll| will| would| should| are going to| re going to) (?:\w+ )?(?:get|have|receive) (?:an|your|the|our) (?:\w+ )?(?:account|yes|approval|answer of|offer)
\byou(?: ?ll| will)(?: \w+)? (?:be|go) (?:live|in|ready|active|able|fine|good|up and)
\byou (?:can|may|could|will|are able to|are free to|are allowed to|get to)<NOW> (?:sell|charge|process|accept|trade|collect|receive|bill|invoice|take (?:card|pay|money|order)|(?:start|begin) (?:sell|charg|process|accept|tak|trad|collect|bill|with (?:sell|pay)|using|today|now|right))
\b(?:feel )?free to (?:start|begin|sell|charge|accept|process|take)
\b(?:start|begin) (?:selling|charging|processing|accepting|taking|trading)\b
\bhappy selling\b|(?<!nothing )\b(?:is|are)<NOW> set up\b
(?<!bank )\b(?:your|an|the|my|this|new) (?:new |own |merchant |business |live |onboard )*(?:account|dashboard|terminal|card reader)\b(?! number| holder| name| statement| detail)
\b(?:application|request|case|file|paperwork|profile|onboarding|set ?up|registration|verification|review|screening|vetting|approval|checks?|decision)(?: \w+)? (?:is|are|was|were|has|have|will|went|came|did|does|do|looks?)(?: \w+){0,2} (?:through|good|great|fine|done|finished|completed?|completely|over|open|opened|live|ready|failed|fails|pass|passes|passed|closed|cancelled|blocked|frozen|on hold|up and running|back|promising|strong|weak|in order|a success|the nod|successful\w*)\b
\b(?:onboarding|set ?up|registration|verification|screening|vetting|approval|review|checks?|application)(?: is| are| has been| have been| was| were)*(?: now| all)* (?:complete|completed|finished|over|successful|granted|passed|failed|succeeded)\b
\b(?:status|outcome|result|decision|verdict) ?(?:is|are|of)?:? (?:active|ok|okay|good|yes|no|pass|fail|open|favou?rable|positive|negative)
\b(?:is|are|has been|was|were|looks?|came back|turned out) (?:now |all |very |really |just )*(?:positive|negative|favou?rable|unfavou?rable|clean|complete and correct|in the clear)\b
\b(?:we|they|the team|our team|the committee|the boss|the reviewer|our reviewer|reviewers?|compliance)(?: really| all)? (?:likes?|liked|loves?|loved|wants?|trusts?|vouch(?:es)?|picks?|chose|chooses?|okays?|okayed|oks|oked|agreed|objects?|objected) ?(?:\w+ )?(?:you|your|this|it|to)\b
\b(?:you|we|they|u) (?:can|may|could|might) now\b
\byou ?(?:are|re|ll be|will be)<NOW> (?:in business|officially|flagged|listed|blocked|an? (?:\w+ )?(?:merchant|customer|client|risk))\b
\btoo (?:risky|dangerous|high a risk)\b|\bflagged as\b|\b(?:possible|potential|true) match|\bmatch(?:es)? (?:an?|our|the) (?:\w+ )?(?:list|entry|record)
\bpayouts? (?:begin|start)|\bwelcome to (?:the|our) (?:family|team|club|platform|network)\b|\bdear (?:new )?customer\b
\b(?:positive|negative|favou?rable) (?:answer|decision|outcome|result|response|reply|news)\b
\b(?:will|\w*ll|would|is going to) be an? (?:yes|no|approval)\b|\bthe ok(?:ay)?\b
\bokayed\b|\bthe nod\b|\b(?:gave|given|got|has|have) (?:\w+ ){0,2}blessing\b
\bwe ?(?:will|ll|would|are going to|have to|must|can|ve|have)?(?: not)? (?:let|take|took|have|welcome|accept|onboard|turn|serve|drop)(?:ed)? you\b
\bwe ?(?:are|re|would be|d be|will be|ll be) (?:\w+ )?(?:thrilled|happy|glad|delighted|pleased|proud|excited|honou?red) to (?:\w+ )?(?:welcome|have|offer|work|say|tell|inform|confirm|announce|call|see|serve|start)\b
\bwe (?:will not|wont|cannot|cant|can not|are unable to|are not able to|do not|dont) (?:be )?(?:\w+ )?(?:go|going|proceed|continue|work|move|open|support|serve|accept|onboard|take|offer|do business)\b
\bno (?:deal|dice|luck|concerns?|objections?|red flags?|doubts?|findings?|obstacles?|hits?|match|matches|hurdles?|account for you)\b
\b(?:cards?|payments?|terminal|checkout|funds|money|payouts?)(?: \w+)? (?:work|works|is on|are on|go through|flow|can flow|will flow|will work|will arrive|will reach|will land|have been enabled|are enabled|is enabled)\b
\b(?:shop|store|business|company|site|website) (?:is|has been|will be|was)<NOW> (?:live|enabled|activated|accepted|verified|in|ready|able|connected|one of|part of)\b
\b(?:it|that|this) ?(?:is|s) (?:a )?(?:yes|no|done|official|settled|final|a match|decided)\b|\bafraid (?:it|that|we|you|your|not)\b
\bunfortunately (?:we|you|your|the)\b
\bnothing (?:else )?(?:stands|is) in (?:the|your) way\b
\bgo (?:ahead|sell|and sell)\b
(?<!not )(?<!cannot )(?<!cant )(?<!never )\b(?:guarantee|promise)\b
\b(?:i|we)(?: \w+)? (?:will |have |ve |ll |now |just |hereby )*(?:created?|activated?|open(?:ed)?|enabled?|unlock(?:ed)?|let you|approved?|grant(?:ed)?|confirm(?:ed)? (?:you|your app))\b
\bexpect (?:good|bad|great|an? (?:yes|no|approval|account))\b
\b(?:good|fine|well|great|promising|bright|bad|badly|grim) for you\b|\bas good as (?:in|done|there|ours)\b|\bconsider your ?self\b
\b(?:application|request|file|review|verification|screening|checks?)(?: \w+){0,2} (?:passed|(?:went|goes|came out|came back|turned out) (?:\w+ )?(?:well|smoothly|fine|badly))\b
\blooks like an? (?:yes|no|approval)\b|\ball sorted\b|\bbetween you and your\b|\bnothing against you\b|\byou(?: will|ll)? make it\b|\bget(?:ting)? in\b
\b(?:happy|pleased|content|satisfied|impressed) with (?:you|your (?:application|file|case|request|business))\b|\b(?:result|outcome|verdict) is (?:in|out|here|there|good|bad)\b
\b(?:reviewers?|team|colleagues?|humans?|persons?|people|everyone|everybody|someone|somebody|nobody|no one)(?: \w+){0,2} (?:has|have|had|is|are|was|were|said|says|tells?|told|made|makes|gave|gives|found|saw|sees|wrote|sent|knows?|put|needs?)\b(?! the change| still open| noch offen)
\b(?:nobody|no one|no human|no person|no reviewer) (?:will|would|needs?|has|looks?|reads?|asks?)\b
\b(?:it|this|everything|all|all of it|your (?:application|business|shop|store|company|file)) (?:is|was|looks?|seems?|sounds?)(?: \w+){0,2} (?:fine|good|right|perfect|great|wonderful|well|best)(?:$| (?:with|for|by|to|enough)\b(?! (?:check|read|see|say|know|leave|send)))
\byou are (?:\w+ )?(?:good|best|right|great|perfect) (?:business|shop|company|one|store)\b|\b(?:no|little|some|much|every) hope\b|\bwe (?:keep|take|have) (?:you|it)$|\byour name is (?:good|bad|known|in our|clean)\b|\byour new number\b|\blook for another\b
^(?:it|that|all|everything|this)(?: all)? (?:works?|is (?:on|there|here|in|up|over|ready|time|done))(?: now| already)*$|^(?:so |now )?you (?:get|got|have|had) (?:it|what you)\b|\b(?:of|are|be|is|to) ours\b|\b(?:you are|youre|we are) sure (?:to|of|about)\b|\b(?:wait(?:ing)?|search|hurdle|worst) is over\b
\b(?:nothing|anything|something) (?:is )?(?:wrong|bad|against) with you\b|\bno (?:more|further) questions\b|\b(?:answer|word|result|law|rules?|system)(?: \w+)? (?:says?|is|reads?):? (?:that |yes|no\b)|\banswer: (?:yes|no)\b|\b(?:not|will|never) hear (?:a )?(?:no|yes)\b
\b(?:decides?|decided|speaks?|likes?|need|want)(?: \w+){0,2} (?:for|against|like) you(?:r shop|r business)?\b|\byou (?:may|can) (?:use|have|keep) it\b|\b(?:problems?|issues?|troubles?|things?) with (?:you|your (?:name|business|owner|shop|company))\b|\b(?:need not|do not have to|dont have to|no need to) wait\b
\bcomplian\w+ (?:is|are|has|have|says?|sees?|will|was|knows?|likes?|finds?)\b|(?<!when )(?<!whenever )(?<!once )(?<!if )(?<!until )\b(?:you|your (?:shop|business|store|company|application)) (?:are|re|is|match(?:es)?|meets?|compl(?:y|ies)) (?:\w+ ){0,2}(?:ready|requirements?|compliant|safe|secure|protected)\b|(?<!when )(?<!whenever )(?<!once )(?<!if )(?<!until )\b(?:you|everything|all|it) (?:is|are|re) (?:\w+ )?ready\b
^(?:(?:yes|no|so),? )*(?:it|you|they|we|that) (?:is|are|am|was|were|do|does|did|have|has|can|may|will)$
^(?:so |yes |and |that is )?(?:all|everything) (?:is )?(?:good|fine|right|great|well|perfect|clear|set)$|\b(?:good|great|wonderful|lovely|bad|new) things? (?:from|for|about)\b
\b(?:have|having|keep|want|need|take|get|see) you (?:with|in|here|on|as|at|among)\b|\byou (?:belong|sell|work|run|stay|go|come|start|are|re|were|will be)(?: now)? (?:with|to|among|for|by|in) (?:us|our)\b
\b(?:with|for|to) us (?:now|from|as of)\b|\bfrom (?:now|here|today|this day) on\b|\bas of (?:now|today)\b|\bpart of (?:us|our|onboard)\b
\b(?:ends?|over|no place|nothing|not|never) (?:here )?(?:for|with) (?:you|us)\b|\bpart ways\b|\bnot this time\b|\bnever (?:write|come|ask|call)\b
\b(?:do not|dont|does not|doesnt|did not|didnt|will not|wont|not) (?:\w+ )?(?:fit|suit|want|need|like|look for|belong)(?: with| to| for| in)? (?:us|our|you|a business like|businesses like|your (?:business|shop|company|store))\b
\b(?:application|business|shop|store|company|file|it) (?:does not|doesnt|does|do not|dont) (?:look|sound|fit|work)\b|\b(?:look|sound|looks|sounds) (?:very |really |so )*(?:good|bad|well|great) (?:for|to) (?:you|us)\b
\breviews? (?:will|would|is|was|ends?)\b|\b(?:skip\w*|without|no) (?:the |a |any |further )?review\b|\bend(?:s|ed)? (?:well|badly|here)\b|\bour answer\b|\bthe answer (?:is|was|will)\b|\bwe (?:say|said)\b|\bwe (?:all )?(?:like|love|want|know|trust) (?:you|it|your)\b|\b(?:you|it|all|shop|business) (?:is|are|was) (?:all )?(?:yours|ours)\b
"""

_SPANISH_AND_PORTUGUESE = r"""
(?<!si )\btodo (?:ha salido|salio|ha ido|va|esta|fue)(?: \w+)? (?:bien|en orden)\b|\bpinta (?:muy )?bien\b|\bbuen camino\b
\b(?:buenas|muchas|pocas|todas las) (?:posibilidades|opciones|papeletas)\b|\bno cumple\b|\bcumple (?:todos )?(?:con )?(?:los|nuestros) requisitos\b
\b(?:pasad[oa]|paso|superad[oa]|supero) (?:la |el |los |las |todos |todas |nuestr[oa]s? )+(?:revision|controles|control|pruebas?|verificacion|filtros?)\b
\bse (?:ha|le ha) dado de alta\b|\b(?:su|tu) alta (?:esta|ha|queda)\b|\b(?:queda|esta|ha sido) (?:usted )?(?:admitid|aceptad|confirmad)[oa]\b|\badmitirl[eo]\b|\bpodemos admitir\b
\bningun problema con (?:su|tu) (?:solicitud|negocio)\b|\b(?:negocio|comercio|tienda) (?:ya )?(?:esta|queda) (?:operativ|activ|list|admitid)[oa]\b|\bvisto bueno\b
\bhemos dicho que (?:si|no)\b|\b(?:respuesta|decision) es (?:que )?(?:si|no|favorable|desfavorable|positiva|negativa)\b|\bcomo (?:nuev[oa] )?client[ea]\b
\b(?:esta|estas|ha sido|queda|fue) (?:ya )?(?:dentro|listo|lista|activ[oa]|verificad[oa]|dad[oa] de alta|un exito)(?= *$| para\b| y\b| ahora\b)
\b(?:solicitud|verificacion|revision)(?: \w+)? (?:esta|ha|fue|queda|paso|no cumple|fallo|sera)\b
\b(?:su|tu) cuenta\b(?! bancaria)
\bno (?:podemos|vamos a|ha sido) (?:ofrecer|trabajar|abrir|seguir|continuar|acept|posible)\w*
\bnada se interpone\b
\bya (?:puede|puedes|es|eres|esta|estas|forma|formas) \w+
\b(?:puede|puedes|pueden) (?:ya |ahora )*(?:empezar|comenzar|vender|cobrar|acept|proces|operar)
\bforma(?:s|n)? parte de\b
\bhemos (?:\w+ )?(?:acept|decid|abiert|cread|activ|verific|dado)
\b(?:sua|tua) conta\b(?! bancaria)
\b(?:esta|estan|es|forma|queda|sigue|trabaja|va) (?:usted )?(?:ya |ahora )*(?:con|entre|de) (?:nosotros|los nuestros|nuestr[oa]s?)\b|\b(?:dicho|dice|dicen|decimos|respondido|responde) que (?:si|no)\b|^(?:todo|todos) (?:esta |es )?(?:bien|perfecto|correcto|en orden)$
^(?:ya )?(?:esta (?:todo )?hecho|ya esta|(?:ya )?lo tiene(?: todo)?|todo hecho)$|\bhemos encontrado\b
\bvoce (?:ja )?(?:pode|esta|foi) (?:vender|cobrar|aceit|comec|dentro|pront)
"""

_FRENCH = r"""
(?<!si )\btout (?:est|sest|va) (?:\w+ )?(?:bon pour|bien passe|en ordre|regle)\b|\bpresente(?:nt)? bien\b|\bdans la poche\b
\b(?:verifications?|controles?|examen|inscription|dossier)(?: \w+){0,3} (?:bien passee?s?|bons?|bonnes?|confirmee?s?|reussie?s?|concluante?s?)\b
\bvous etes (?:inscrite?|admise?|retenue?)(?= *$| chez nous\b| parmi\b)|\b(?:partie de|parmi|compte parmi) nos clients\b
\b(?:bonnes|toutes vos|peu de|aucune) chances?\b|\baucun (?:probleme|obstacle) (?:na|nest|ne)\b|\bremplissez (?:toutes |pas )?(?:les|nos) conditions\b
\b(?:reponse|decision) est (?:oui|non|favorable|defavorable|positive|negative|prise|tombee)\b|\bavons dit (?:oui|non)\b
\b(?:boutique|magasin|commerce|entreprise) peut (?:deja |desormais |maintenant )*(?:encaisser|vendre|accepter)\b|\bpasse tous les controles\b
\bvous etes (?:desormais |maintenant |bien )*(?:des notres|client|verifie|actif|pret|accept)\w*
\b(?:demande|dossier|candidature|verification|inscription)(?: \w+){0,2} (?:est|a ete|sera|a|ete)(?: \w+){0,2} (?:passee?|reussi\w*|prete?|creee?|ouverte?|clos|close|complete?|retenue?|conforme|bon|bonne|termine\w*)\b
\bnous (?:ne pouvons|ne pourrons|sommes (?:ravis|heureux))\b
\bnous (?:avons|allons) (?:bien )?(?:accept|valid|decid|ouvert|ouvrir|cree|creer|reten|activ)
\bvotre compte\b(?! bancaire)
\bvous (?:pouvez|pourrez) (?:deja |desormais |maintenant )*(?:vendre|commencer|encaisser|accepter|demarrer)
\brien ne (?:s )?(?:vous )?(?:oppose|empeche|bloque)
\bc ?est (?:un )?(?:oui|non|bon pour)\b|^c ?est (?:bon|fait|fini|gagne|parti|regle)$|^tout va (?:tres )?bien$|\bplus rien a faire\b|\bsommes surs?\b|\bavons trouve\b
\b(?:a|ont|avons|avez|dit|disons) (?:bien )?(?:dit )?(?:oui|non)\b|\b(?:vous|votre \w+) (?:faites?|fait|etes|est)(?: \w+){0,2} (?:partie|des notres|chez nous|avec nous)\b|\btout est (?:\w+ )?(?:bon|juste|parfait|bien|clair|note)$
"""

_GERMAN_AND_DUTCH = r"""
\b(?:sieht|schaut|lauft)(?: \w+){0,2} gut(?: aus)? (?:fur sie|bei ihnen|mit ihrem)\b|\balles (?:ist |war |lief )?(?:schon )?durch\b|\bgute (?:chancen|aussichten|karten)\b
\balles (?:klar|in ordnung|gut|bestens|ok) (?:\w+ )?(?:bei (?:der|ihrer) (?:prufung|anmeldung)|mit ihre[mr] (?:antrag|anmeldung|prufung))\b
\b(?:prufung|antrag|verifizierung)(?: \w+)? (?:lief|verlief|ging|ist|war)(?: \w+){0,2} (?:gut|schlecht|glatt|verlaufen|gelaufen|auf gutem weg)\b
\b(?:zu unseren|als unser|als) kund(?:e|en|in)\b|\b(?:hat|wird)(?: \w+){0,2} (?:geklappt|klappen)\b|\bja gesagt\b|\bleider nein\b|\bsteht (?:\w+ )?nichts (?:mehr )?entgegen\b
\b(?:antwort|entscheidung|ergebnis|bescheid) ist (?:ja|nein|da|gefallen|positiv|negativ|gut|schlecht)\b|\berfull\w+ (?:\w+ )?(?:alle|unsere|die) (?:\w+ )?(?:voraussetzung|anforderung|bedingung)
\bkeine probleme (?:bei|mit) (?:der|ihrem|ihrer) (?:prufung|antrag|anmeldung)\b
\bsie sind (?:jetzt |nun |nunmehr )*(?:dabei|drin|verifiziert|aktiv|durch|startklar|kunde)\b
\b(?:antrag|prufung|bewerbung|anmeldung|registrierung|verifizierung)(?: \w+)? (?:ist|wurde|war|hat|wird)(?: \w+){0,2} (?:durch|erfolgreich|fertig|bereit|aktiv|positiv|negativ|gut|in ordnung|gescheitert|geschlossen|abgeschlossen)\b
\bihr(?:em|en)? (?:\w+ )?konto\b
\bsie (?:konnen|durfen) (?:ab |jetzt|nun|sofort|gleich|heute|loslegen|verkaufen|kassieren)
\bals (?:neuen )?(?:kunden|kundin|handler)\b
\bsie haben (?:\w+ ){0,3}(?:geschafft|erfullt|nicht erfullt|durchgefallen)\b
\bwir (?:konnen|werden) (?:sie|ihnen|ihren?) (?:\w+ ){0,3}(?:nicht|kein)
\bwir (?:haben|nehmen) (?:uns )?(?:sie\b|fur sie|gegen sie|ihren antrag)
\bnichts (?:mehr )?im weg
\bdas ist ein (?:ja|nein)\b
\bleider (?:passt|nicht|nein|geht)\b|\b(?:es|das|alles|ihr (?:antrag|geschaft|laden|unternehmen)|ihre firma) (?:passt|stimmt|ist|sieht|lauft)(?: \w+){0,2} (?:nicht|gut|richtig|perfekt|prima|super|toll)$|\bpasst (?:\w+ ){0,2}(?:nicht )?(?:zu|fur|bei) uns\b
\b(?:sie|ihr \w+|ihre \w+) (?:sind|ist|gehort|gehoren|bleibt|bleiben|passt|passen) (?:\w+ ){0,2}(?:bei|zu|mit|fur|von) uns\b|\b(?:sagt|sagen|sagte|sagten|gesagt) (?:wir )?(?:ja|nein)\b
\bwir haben (?:\w+ )?gefunden\b|^(?:sie haben es|alles ist gut|es geht los|es ist so weit|das warten ist vorbei|wir machen es(?: nicht)?)$|\bsie (?:konnen|durfen) (?:gehen|anfangen|beginnen|loslegen)\b
\b(?:uw|je|jouw) (?:account|rekening)\b
\bu kunt (?:nu|meteen|vanaf|beginnen)
"""

_NOW = "(?: now| all| already| also| officially| fully| finally| immediately| today| really| just)*"

PATTERNS = tuple(
    re.compile(line.strip("\n").replace("<NOW>", _NOW))
    for lines in (_ENGLISH, _SPANISH_AND_PORTUGUESE, _FRENCH, _GERMAN_AND_DUTCH)
    for line in lines.splitlines()
    if line
)
"""Found in one sentence's words, one blank between them, unless it is a plain question."""

QUESTION = re.compile(
    r"^(?:(?P<before>[a-z ]{0,60})[:,] *)?(?:(?:and|also|next|then|so|first|last|finally|now|please|y|tambien|et|aussi|und|auch|"
    r"to begin with|to go on|by the way|one more thing|thank you|thanks|gracias|merci|danke)[ ,]+){0,3}"
    r"(?:is|are|am|was|were|do|does|did|has|have|had|can|could|may|might|will|would|shall|should|what|which|who|"
    r"whose|whom|when|since when|where|why|how|at which|in which|on which|to which|for which|under which|from which|"
    r"with which|roughly how|about how|"
    r"que|cual|cuales|quien|quienes|cuando|donde|como|cuanto|cuanta|cuantos|cuantas|desde cuando|en que|a que|"
    r"tiene|tienen|tienes|acepta|aceptan|aceptas|usa|usan|vende|venden|esta|estan|es|son|puede|puedes|podria|hay|"
    r"qui|quel|quelle|quels|quelles|quand|ou|comment|combien|pourquoi|depuis quand|dans quelle|a quelle|avez|"
    r"est|etes|acceptez|vendez|utilisez|pouvez|pourriez|disposez|"
    r"wer|was|wann|wo|wie|welche|welcher|welches|welchen|wem|wessen|warum|seit wann|in welcher|an welcher|"
    r"haben|hat|ist|sind|akzeptieren|nehmen|verkaufen|nutzen|verwenden|konnen|konnten|darf|durfen|gibt)\b"
)
"""How a plain question begins, in folded words."""

DISGUISED = re.compile(
    r"\b(?:ours|know|knew|heard|hear|aware|guess|believe|great|glad|happy|wonderful|nice|exciting|amazing|isnt|arent|"
    r"now that|not that|that you|that your|right|correct|congrat\w*|already (?:approved|in)|sabe[s]? que|sabia|"
    r"saviez|savez|wussten|wissen sie|shall we celebrate|ready to|news|finally)\b"
)
"""What makes a question say something rather than ask."""
