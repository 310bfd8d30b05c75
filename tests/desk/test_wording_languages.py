"""No model says or hints in any of the four languages how a merchant stands; ordinary sentences pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.wording import refusal

PROMPTS = Path(__file__).parents[2] / "agents" / "prompts"

STATUS = {
    "en": """
you're good to go
you can start taking payments now
everything went through
We're all sorted on your side
Nothing more stands between you and your first sale
Your business has the okay from our side
It all looks fine for you
Things look good for you
The review went well
You have nothing to worry about, it will work out
You'll be able to sell by Monday
Your account is ready
Your file passed
We've let you in
You may take cards from today
The team is happy with your application
Consider yourself a customer
It looks like a yes
You're as good as in
There is nothing against you
Your checks are fine
All the checks came out fine
I think you will make it
It won't be a problem for you to get in
Sorry, this is a no
Your shop can take payments
You can sell now
We have decided in your favour
The result is in and it is good
Your application is looking good
Your money can flow from now on
""",
    "es": """
ya puedes cobrar
su cuenta está lista
le hemos dado de alta
Todo ha salido bien
Ya es cliente nuestro
Está usted aceptado
Pinta bien para usted
Tiene buenas posibilidades
Ha pasado la revisión
La revisión ha ido bien
Puede aceptar pagos desde hoy
Ya está dado de alta
Se ha dado de alta su comercio
Su solicitud va por buen camino
Todo está en orden con su solicitud
No hay ningún problema con su solicitud
Lo siento, no ha sido posible
No cumple los requisitos
Su negocio ha pasado todos los controles
Puede empezar a vender
Le damos la bienvenida como cliente
Todo correcto, ya puede empezar
Hemos dicho que sí
La respuesta es sí
La decisión es favorable
Su alta está confirmada
Su comercio está operativo
Tiene el visto bueno
No le podemos admitir
Queda usted admitido
""",
    "fr": """
c'est validé
votre compte est ouvert
vous pouvez encaisser
Tout s'est bien passé
Tout est bon pour vous
Vous êtes inscrit
Vous êtes accepté
Votre dossier est passé
Ça se présente bien pour vous
Vous avez de bonnes chances
La vérification s'est bien passée
Vous pouvez accepter des paiements dès maintenant
Vous faites partie de nos clients
Votre demande est en bonne voie
Aucun problème n'a été trouvé
C'est dans la poche
Vous avez le feu vert
La réponse est oui
Nous avons dit oui
La décision est favorable
Votre activité est éligible
Vous remplissez toutes les conditions
Désolé, c'est non
Nous ne pouvons pas vous accepter
Votre boutique peut encaisser
Bienvenue parmi nos clients
Votre dossier est accepté
Vous avez passé tous les contrôles
Les contrôles sont bons
Votre inscription est confirmée
Vous êtes prêt à vendre
""",
    "de": """
ist genehmigt
Sie können jetzt Zahlungen annehmen
alles klar bei der Prüfung
es sieht gut aus für Sie
Alles ist durch
Ihr Antrag ist durch
Die Prüfung lief gut
Die Prüfung ist gut verlaufen
Sie haben gute Chancen
Sie gehören jetzt zu unseren Kunden
Ihr Konto steht bereit
Sie sind freigeschaltet
Es hat geklappt
Das hat leider nicht geklappt
Sie haben es geschafft
Wir haben Ja gesagt
Die Antwort ist Ja
Die Entscheidung ist positiv
Ihr Geschäft erfüllt alle Voraussetzungen
Sie können loslegen
Sie können ab morgen kassieren
Es gab keine Probleme bei der Prüfung
Ihr Antrag ist auf gutem Weg
Wir nehmen Sie auf
Wir können Sie nicht aufnehmen
Leider nein
Willkommen bei uns als Kunde
Alles in Ordnung mit Ihrem Antrag
Ihrem Start steht nichts entgegen
Das wird schon klappen mit dem Konto
Ihr Zugang ist bereit
""",
}

ORDINARY = {
    "en": """
Thank you, that helps.
What do you sell?
I have noted your address.
Could you send me the licence number?
Your bakery sounds lovely.
Please check the IBAN once more.
A person decides, and I cannot tell how that will end.
If all of it is right, answer yes.
You can write here at any time.
I still need your e-mail.
Take your time.
We ask because the law wants it.
You may leave the website out.
Which account should we pay out to?
I am an AI assistant.
The number has one digit too few.
Sorry, I did not follow.
Is the shop open already?
Do you take cards today?
Your details are stored encrypted.
I have put the revenue right.
Tell me what to change.
It takes about ten minutes.
How many owners are there?
That is fine, this can come later.
""",
    "es": """
Gracias, eso ayuda.
¿Qué vende usted?
He anotado su dirección.
¿Me puede enviar el número de licencia?
Su panadería suena muy bien.
Revise otra vez el IBAN, por favor.
Decide una persona, y yo no sé cómo terminará.
Si todo está bien, responda sí.
Puede escribir aquí cuando quiera.
Todavía necesito su correo.
Tómese su tiempo.
Lo pedimos porque la ley lo exige.
Puede dejar el sitio web fuera.
¿A qué cuenta pagamos?
Soy un asistente de IA.
Al número le falta una cifra.
Perdón, no le he entendido.
¿Está abierta la tienda?
¿Acepta tarjetas hoy?
Sus datos se guardan cifrados.
He corregido la facturación.
Dígame qué debo cambiar.
Son unos diez minutos.
¿Cuántos propietarios hay?
No pasa nada, puede llegar después.
""",
    "fr": """
Merci, cela m'aide.
Que vendez-vous ?
J'ai noté votre adresse.
Pouvez-vous m'envoyer le numéro de licence ?
Votre boulangerie donne envie.
Vérifiez encore une fois l'IBAN, s'il vous plaît.
Une personne décide, et je ne sais pas comment cela finira.
Si tout est juste, répondez oui.
Vous pouvez écrire ici à tout moment.
Il me faut encore votre e-mail.
Prenez votre temps.
Nous le demandons parce que la loi l'exige.
Vous pouvez laisser le site de côté.
Sur quel IBAN devons-nous verser ?
Je suis un assistant IA.
Il manque un chiffre au numéro.
Pardon, je n'ai pas compris.
La boutique est-elle ouverte ?
Depuis quand exercez-vous ?
Vos données sont chiffrées.
J'ai corrigé le chiffre d'affaires.
Dites-moi ce qu'il faut changer.
Cela prend dix minutes.
Combien de propriétaires y a-t-il ?
Aucun problème, cela peut venir après.
""",
    "de": """
Danke, das hilft mir.
Was verkaufen Sie?
Ich habe Ihre Anschrift notiert.
Können Sie mir die Lizenznummer schicken?
Ihre Bäckerei klingt einladend.
Bitte prüfen Sie die IBAN noch einmal.
Ein Mensch entscheidet, und ich weiß nicht, wie das ausgeht.
Wenn alles stimmt, antworten Sie mit Ja.
Sie können hier jederzeit schreiben.
Ich brauche noch Ihre E-Mail.
Lassen Sie sich Zeit.
Wir fragen, weil das Gesetz es verlangt.
Die Website können Sie weglassen.
Auf welche IBAN sollen wir auszahlen?
Ich bin ein KI-Assistent.
Der Nummer fehlt eine Ziffer.
Entschuldigung, das habe ich nicht verstanden.
Ist der Laden schon offen?
Seit wann gibt es Ihr Geschäft?
Ihre Angaben sind verschlüsselt.
Ich habe den Umsatz berichtigt.
Sagen Sie mir, was ich ändern soll.
Das dauert etwa zehn Minuten.
Wie viele Inhaber gibt es?
Kein Problem, das kann später kommen.
""",
}


def _each(table: dict[str, str]) -> list[str]:
    return [line for text in table.values() for line in text.strip().splitlines()]


@pytest.mark.parametrize("text", _each(STATUS))
def test_a_hint_at_how_they_stand_is_refused(text: str) -> None:
    assert refusal(text) is not None
    assert refusal(f"{text}.") is not None


@pytest.mark.parametrize("text", _each(ORDINARY))
def test_an_ordinary_sentence_passes(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize("file", sorted(PROMPTS.glob("preprocessor*.md")), ids=lambda file: file.stem)
def test_every_phrase_in_every_language_may_be_said(file: Path) -> None:
    phrases = file.read_text(encoding="utf-8").partition("### hello")[2]
    texts = [line.removeprefix("- ") for line in phrases.splitlines() if line.startswith("- ")]
    assert len(texts) > 30
    assert {text: reason for text in texts if (reason := refusal(text))} == {}
