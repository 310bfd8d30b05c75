"""Newcomers from four countries: what they say, and what they write into a form."""

from __future__ import annotations

from dataclasses import dataclass

from cases.languages import Language


@dataclass(frozen=True)
class Newcomer:
    """A merchant whom nobody knows yet; ``locale`` is their browser's."""

    language: Language
    locale: str
    name: str
    sells: str
    tells: tuple[str, ...]
    done: str
    agrees: str
    form: dict[str, str]


NEWCOMERS: dict[Language, Newcomer] = {
    "en": Newcomer(
        language="en",
        locale="en-US",
        name="Ines Calder",
        sells="We sell bread and cakes: a bakery.",
        tells=(
            "Harbour Lane Bakery, 12 Harbour Lane, Portland, OR 97201, USA.",
            "Open since 2018, about 240k dollars a year.",
            "Our licence is FB-20931, EIN 61-8987901, and Ines Calder owns all of it, 100%.",
        ),
        done="that's all",
        agrees="yes",
        form={
            "merchant_name": "Harbour Lane Bakery",
            "business_type": "bakery",
            "address": "12 Harbour Lane, Portland, OR 97201, USA",
            "annual_revenue": "240,000 USD",
            "years_in_business": "6",
            "business_license": "FB-20931",
        },
    ),
    "es": Newcomer(
        language="es",
        locale="es-ES",
        name="Carmen Ortega",
        sells="Vendemos pan y pasteles, somos una panadería.",
        tells=(
            "Panadería Sol de Triana, calle Betis 12, 41010 Sevilla, España.",
            "Abrimos en 2016 y facturamos unos 180.000 euros al año.",
            "La licencia es LA-20931, el NIF B83564219 y la única dueña es Carmen Ortega, con el 100 %.",
        ),
        done="eso es todo",
        agrees="sí",
        form={
            "merchant_name": "Panadería Sol de Triana",
            "business_type": "panadería",
            "address": "Calle Betis 12, 41010 Sevilla, España",
            "annual_revenue": "180.000 EUR",
            "years_in_business": "9",
            "business_license": "LA-20931",
        },
    ),
    "fr": Newcomer(
        language="fr",
        locale="fr-FR",
        name="Claire Morel",
        sells="Nous vendons du pain et des gâteaux, c'est une boulangerie.",
        tells=(
            "Boulangerie des Quais, 8 quai de la Fosse, 44000 Nantes, France.",
            "Ouverte depuis 2015, environ 210 000 euros par an.",
            "Notre licence est la BL-20931, et Claire Morel possède 100 % de l'entreprise.",
        ),
        done="c'est tout",
        agrees="oui",
        form={
            "merchant_name": "Boulangerie des Quais",
            "business_type": "boulangerie",
            "address": "8 quai de la Fosse, 44000 Nantes, France",
            "annual_revenue": "210 000 EUR",
            "years_in_business": "10",
            "business_license": "BL-20931",
        },
    ),
    "de": Newcomer(
        language="de",
        locale="de-DE",
        name="Greta Lorenz",
        sells="Wir verkaufen Brot und Kuchen, eine Bäckerei.",
        tells=(
            "Bäckerei Hafenkante, Hafenstraße 12, 20457 Hamburg, Deutschland.",
            "Seit 2014, etwa 310.000 Euro im Jahr.",
            "Gewerbeschein Nr. GA-20931, USt-IdNr. DE136695976, Inhaberin ist Greta Lorenz, 100 %.",
        ),
        done="das ist alles",
        agrees="ja",
        form={
            "merchant_name": "Bäckerei Hafenkante",
            "business_type": "Bäckerei",
            "address": "Hafenstraße 12, 20457 Hamburg, Deutschland",
            "annual_revenue": "310.000 EUR",
            "years_in_business": "11",
            "business_license": "GA-20931",
        },
    ),
}
