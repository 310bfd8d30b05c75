"""Which fields a merchant's question is about, in four languages."""

from __future__ import annotations

import pytest

from agents.offline_roles.naming import fields_named
from cases.application import FieldName as F


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("Why do you ask for the refund policy?", F.REFUND_POLICY),
        ("What do you need the legal form for?", F.LEGAL_FORM),
        ("Why do you want to know my expected card volume?", F.EXPECTED_MONTHLY_VOLUME),
        ("Why does the average sale matter?", F.AVERAGE_TICKET),
        ("And the largest sale?", F.HIGHEST_TICKET),
        ("Why the online share?", F.ONLINE_SHARE),
        ("Why do you ask about delivery?", F.DELIVERY_DAYS),
        ("Do you really need to know about subscriptions?", F.SUBSCRIPTIONS),
        ("Why do you ask about our previous provider?", F.FORMER_PROCESSOR),
        ("Why do you ask about ended contracts?", F.TERMINATIONS),
        ("Wozu brauchen Sie die Rechtsform?", F.LEGAL_FORM),
        ("Warum fragen Sie nach der Lieferzeit?", F.DELIVERY_DAYS),
        ("¿Por qué preguntan por la política de devoluciones?", F.REFUND_POLICY),
        ("¿Para qué quieren la venta media?", F.AVERAGE_TICKET),
        ("Pourquoi demandez-vous le délai de livraison ?", F.DELIVERY_DAYS),
        ("Pourquoi les abonnements ?", F.SUBSCRIPTIONS),
    ],
)
def test_a_question_about_how_one_sells_names_the_field(asked: str, about: F) -> None:
    assert fields_named(asked) == (about,)
