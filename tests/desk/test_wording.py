"""No model tells a merchant how they stand; whatever an assistant has to ask and say may be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.wording import refusal


def lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


ORDINARY = lines("""
Thank you, I have noted your business name and e-mail address.
Got it: your yearly revenue.
Hello, and thank you for coming to us.
What is your business called, as it stands in its papers?
Which currency do you use?
When did you start trading?
Are you authorised by a regulator?
Do you accept cards online already?
When did you start taking payments?
Is your website live?
Who owns the business, and with which share each?
To which IBAN should we pay out? It is kept encrypted.
Roughly how much do you take in a year, and in which currency? An estimate is enough.
Do you have a website or an online shop, and at which address?
You have told me everything that I need. If you have it at hand, your phone number makes the review quicker.
No problem, I have changed your revenue.
That is fine, I have noted what you do not have: website.
Something does not fit yet with your tax number. Could you look at it once more?
I could not take your IBAN as it is. Please check it and send it again.
I am an AI assistant. A person decides about every application, and I cannot tell how that will end.
A reviewer reads this conversation and answers in it.
Please look at the summary below and tell me whether everything is correct.
Your bakery sounds lovely. In which street is it?
Thanks! I still need your address and the number of your licence.
If you do not have a licence, just say so.
We ask for the owners because the law wants us to know who is behind a business.
How do you charge your customers today?
What do you sell, and to whom?
Is the business registered, and under which number?
Has your licence been granted by the city or by the state?
Are you qualified as a pharmacist yourself?
Is your company active at the moment?
I have taken out the card number that you sent. Please never send one here.
Sorry, I did not understand that. Could you put it differently?
To begin with: what is your business called?
Your name is noted as APEX Foods LLC. Is that how it is written in its papers?
Which provider do you take payments with now?
You can answer in any order, a few words are enough.
How many years have you been in business?
I have put your address right: 12 High Street, Leeds.
¿Cómo se llama su negocio?
Gracias, he anotado su dirección y su teléfono.
¿Desde cuándo está abierto su negocio?
¿Acepta tarjetas en su tienda?
¿En qué moneda factura?
Me falta todavía el número de su licencia.
Vendemos... perdón: ¿qué vende usted, aceite de oliva o vino?
¿Está autorizado por algún regulador?
Si no tiene página web, dígamelo sin problema.
Quel est le nom de votre entreprise ?
Merci, j'ai bien noté votre adresse.
Depuis quand votre boutique est-elle ouverte ?
Acceptez-vous déjà les cartes ?
Il me manque encore votre numéro de licence.
Quelle est votre adresse e-mail ?
Êtes-vous autorisé par un régulateur ?
Wie heißt Ihr Unternehmen?
Danke, ich habe Ihre Adresse notiert.
Seit wann gibt es Ihr Geschäft?
Akzeptieren Sie schon Karten?
Haben Sie eine Genehmigung der Stadt, und welche Nummer hat sie?
Mir fehlt noch Ihre Steuernummer.
Bitte schauen Sie sich die Zusammenfassung an.
Wem gehört die Firma, und zu welchen Anteilen?
Perfect, I have added that you sell handmade candles.
Lovely. And where is the shop, street, city and postcode?
Thanks for the correction: I now have 85,000 euros a year.
Could you tell me who owns the company and how the shares are split?
May I ask for your website, if you have one?
I see that you write from Lisbon. Which country is the business registered in?
Sure, take your time. Everything that you have written is kept.
Yes, you can send that later; I will ask again before we finish.
Your data is kept encrypted, and only the reviewers see it.
I can't help with loans, sorry. Shall we go on with your application?
The review usually takes a day or two. I cannot promise when.
There are no fees for applying.
I did not find a number in your message.
The IBAN seems to have a typing error: one digit does not fit.
A social security number is not needed here, I have left it out.
I only collect what you tell me; a human reviewer looks at it afterwards.
You wrote two different amounts. Which one is right?
What does your business do exactly, and do you sell online, in a shop or both?
Sorry to hear that. Let us go through it together.
Almost there. Two more things: your phone number and your website.
Is it correct that the business opened in 2019?
How do your customers pay today?
Great, thank you. Do you also have a VAT number?
I need the address to go on. Where is the business?
I am not able to answer that, but a reviewer reads along here.
Good morning! Tell me about your business in your own words.
Which bank account should we pay out to?
Sounds good. What is the company number?
Do you store card numbers yourselves?
Have you ever been refused by another provider?
Do you need a licence for what you sell?
Nice to meet you, Ana. What is your shop called?
It is fine if you have no website.
You may leave that out.
I noted 40 percent for Ana and 60 percent for Luis.
¿Podría decirme la dirección completa?
Perfecto, gracias. ¿Quiénes son los dueños?
He corregido sus ingresos anuales.
Pourriez-vous m'indiquer votre chiffre d'affaires annuel ?
Parfait, c'est noté. Qui sont les propriétaires ?
Könnten Sie mir noch die Postleitzahl nennen?
Alles klar, das habe ich notiert.
Bitte prüfen Sie die IBAN noch einmal.
Noted, thank you. What is the postcode?
I understand. In that case I only need your phone number.
Before we finish, could you confirm your address?
You mentioned two shops; which of them is the main one?
Thank you for the details about your café.
That helps. How long has the café been open?
Just to be sure: is the amount per month or per year?
We do not need your passport.
If you prefer to talk to a person, a reviewer can answer here.
I work only with what you write here.
Please send the licence number when you have it.
I am sorry, I cannot read files yet; please type the number.
What kind of food do you sell, and is it takeaway or eat-in?
Is Ana the only owner?
Do you want me to change the name to Acme Ltd?
It looks as if a digit is missing from the phone number.
Your e-mail address is noted.
Thank you for your patience.
I have everything about the owners. Now to the bank: what is your IBAN?
Your answer is kept. What else would you like to change?
A licence is the permit that your city gave you to run the business.
The form asks for the year in which you opened.
We use your phone number only to call you about this application.
Hi! I'm the assistant here. Tell me about your business.
Gracias por la información. ¿Cuál es el código postal?
Entiendo. ¿Me puede dar el número de IVA?
Bien reçu. Pouvez-vous préciser la ville ?
Je comprends. Il me faut encore le SIREN.
Verstanden. Wie lautet die Postleitzahl?
Ich brauche noch die Namen der Inhaber und ihre Anteile.
Obrigado. Qual é o seu telefone?
Grazie. Qual è l'indirizzo dell'attività?
Bedankt. Wat is uw btw-nummer?
""")

STATUS = lines("""
You are approved!
You're approved.
Congratulations, your application was accepted.
Your account is active now.
You're all set.
You can start taking payments today.
You can begin charging customers.
Nothing stands in your way.
Thumbs up from our side.
We have decided to let you in.
It's a yes from us.
You made it!
You're in!
Welcome on board!
Your application went through.
You passed every check.
Unfortunately we cannot offer you an account.
We regret to tell you that this did not work out.
We have to turn you down.
Your request has been denied.
Your account has been opened.
Your account has been set up and your merchant id is MERCH_12345678.
Everything has been signed off.
You will be approved shortly.
Your chances are very good.
You are low risk.
Your risk score is 0.9.
You are good to go.
You have the green light.
We are happy to have you as a customer.
Payments are now enabled.
Your shop is live.
Cards will work from tomorrow.
The verification was successful.
Done deal.
Consider it done.
Your application looks promising.
No problems were found.
Everything checks out.
The screening came back clean.
You have been onboarded.
We will not go ahead with you.
We are unable to work with your business.
Your application failed.
Your application does not meet our requirements.
The reviewer said yes.
Your account will be ready in an hour.
The decision is positive.
Go ahead and sell.
We said yes.
Ready to roll.
You are verified.
Status: active.
Did you know that you can begin charging customers?
Isn't it great that you can start taking payments?
Are you happy that you are approved?
A P P R O V E D
A.p.p.r.o.v.e.d
you are аpprоved
y0u 4re 4ppr0ved
ＡＰＰＲＯＶＥＤ
app\u200brov\u00aded
𝐀𝐩𝐩𝐫𝐨𝐯𝐞𝐝
Su solicitud ha sido aprobada.
¡Felicidades! Su cuenta está activa.
Ya puede cobrar con tarjeta.
Nada se interpone en su camino.
Lamentablemente no podemos ofrecerle una cuenta.
Su cuenta ya está lista.
Enhorabuena, está dentro.
Votre demande est acceptée.
Félicitations, votre compte est actif.
Vous pouvez commencer à encaisser.
Nous ne pouvons pas vous ouvrir de compte.
Rien ne s'y oppose : le feu vert est donné.
Votre compte est prêt.
Ihr Antrag wurde genehmigt.
Herzlichen Glückwunsch, Ihr Konto ist aktiv.
Sie können jetzt Zahlungen annehmen.
Wir müssen Ihren Antrag leider ablehnen.
Ihr Konto ist freigeschaltet.
Dem steht nichts mehr im Weg: grünes Licht.
Sie sind dabei!
A sua conta foi aprovada.
La sua richiesta è stata approvata.
Uw aanvraag is goedgekeurd.
Вы одобрены, поздравляем!
恭喜,您的申请已通过
승인되었습니다
تمت الموافقة على طلبك
Great, your merchant account is now up and running!
Your application has been given the nod.
We're thrilled to welcome you as a merchant.
You have been accepted into our programme.
Your store has been enabled for card payments.
Feel free to start selling right away.
The boss okayed it.
You are clear to proceed.
All checks have been completed successfully.
Your paperwork is in order and the account is being created.
I have created your account.
I've activated your account for you.
I approve this application.
Approval granted.
I will now approve you.
You've been verified and may process cards.
As of now, you can process transactions.
Your onboarding is complete.
Onboarding complete!
Setup complete, happy selling!
Your account number with us is MERCH_1234.
We cannot accept your application.
I'm afraid it's a no.
Your application did not pass.
The compliance team rejected you.
You failed the check.
You are on a list and cannot be served.
You scored 0.9 out of 1.
You look like a safe bet.
We have no concerns about you.
The reviewer has no objections.
The outcome is favourable.
Expect good things soon.
You will definitely get an account.
I guarantee that you will get the account.
Provisioning has started.
Your dashboard is ready.
Your terminal is on its way.
You'll be live tomorrow.
The money will arrive in your account tomorrow.
Su negocio ya forma parte de nuestros clientes.
Puede empezar a vender hoy mismo.
Su solicitud fue un éxito.
Hemos aceptado su solicitud.
Nous avons accepté votre dossier.
Tout est en ordre, vous pouvez vendre dès aujourd'hui.
Votre candidature n'a pas été retenue.
Wir freuen uns, Sie als Kunden zu begrüßen.
Ihr Antrag war erfolgreich.
Sie können ab sofort verkaufen.
Sie haben die Prüfung nicht geschafft.
Wir haben Ihren Antrag angenommen.
Ihre Anmeldung ist abgeschlossen.
Everything is fine on our end, you're in business.
You've cleared all hurdles.
Your file was accepted by our compliance team.
We will open your account now.
Great success, your shop can take cards.
Your application is as good as accepted.
The reviewer already gave me the OK.
Our team has signed your approval.
You are officially a merchant.
Access granted.
Your status is now active.
Sadly, your application was not successful.
We decided against working with you.
We are rejecting this application.
Your business is too risky for us.
Your name matches a sanctions list.
Your screening found a possible match.
You are flagged as a risk.
I've told the system to activate you.
You can use your terminal now.
Cards are enabled.
Your payouts begin on Monday.
Please begin taking card payments.
You may now launch.
All done, welcome to the family!
Welcome to Onboard, dear customer!
Approval is a formality now.
You will get a positive answer.
Your application will be accepted.
Your account is suspended.
Your account will be closed.
It is confirmed: you're in.
I have good feelings: it'll be a yes.
Está todo aprobado.
Puede comenzar a cobrar.
Su negocio ha sido aceptado.
Su solicitud no ha sido aceptada.
Votre dossier a été validé.
Vous êtes accepté.
Votre demande n'a pas été acceptée.
Der Antrag ist durch.
Ihr Konto wurde eröffnet.
Sie wurden angenommen.
Ihr Antrag wurde leider nicht angenommen.
Sie dürfen jetzt Karten annehmen.
""")


@pytest.mark.parametrize("text", ORDINARY)
def test_what_an_assistant_has_to_say_may_be_said(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize("text", STATUS)
def test_what_speaks_of_status_may_not_be_said(text: str) -> None:
    assert refusal(text) is not None


@pytest.mark.parametrize("text", STATUS)
def test_nor_may_it_beside_an_ordinary_sentence(text: str) -> None:
    assert refusal(f"Thank you, I have noted your address. {text} Which currency do you use?") is not None


@pytest.mark.parametrize(
    "text", ["", "  \n", "See https://evil.example", "[click](x)", "<b>hello</b>", "www.evil.example"]
)
def test_links_markup_and_nothing_at_all_may_not_be_said(text: str) -> None:
    assert refusal(text) is not None


def test_every_phrase_of_the_offline_model_may_be_said() -> None:
    prompt = Path(__file__).parents[2] / "agents" / "prompts" / "preprocessor.md"
    phrases = prompt.read_text(encoding="utf-8").partition("## Phrases")[2]
    texts = [line.removeprefix("- ") for line in phrases.splitlines() if line.startswith("- ")]
    assert len(texts) > 30
    filled = {
        text: text.replace("{items}", "address").replace("{reason}", "A digit is missing.") for text in texts
    }
    refused = {text: reason for text in filled if (reason := refusal(filled[text]))}
    assert refused == {}
