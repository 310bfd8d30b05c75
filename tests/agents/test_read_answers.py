from __future__ import annotations

from datetime import date

from agents.offline_roles.answers import read_answers
from agents.reading import Said
from cases.application import Application, FieldName, Owner

TODAY = date(2026, 11, 25)


def test_who_wrote_in_an_earlier_message_is_the_i_of_an_answer_to_a_question() -> None:
    earlier = [Said(2, "I'm Wilhelmina Tate and I run a puppet theatre")]
    answer = Said(9, "me and my brother Edmund Tate, he has a third and I have the rest", (FieldName.OWNERS,))

    reading = read_answers([answer], TODAY, Application(), earlier=earlier)

    assert {fact.message_seq for fact in reading.facts} <= {2, 9}
    owners = reading.value(FieldName.OWNERS)
    assert isinstance(owners, tuple)
    assert Owner(name="Edmund Tate", ownership_percent=33.33) in owners
