"""A call of a tool is checked, answered and put on record, whatever it holds."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.states import State
from tests.tools.installations import Place
from tools.catalogue import CATALOGUE, call, unknown_tool
from tools.hiding import hide
from tools.tool import KEPT, LARGEST

BROKEN = [
    "{",
    "not json",
    "[]",
    "null",
    '"text"',
    '{"text": 5}',
    '{"facts": []}',
    '{"unheard_of": 1}',
    '{"facts": "all"}',
    "[" * 50_000,
    '{"text": "' + "x" * LARGEST + '"}',
    '{"text": "\\ud800"}',
]


@pytest.mark.parametrize("arguments", BROKEN, ids=range(len(BROKEN)))
@pytest.mark.parametrize("name", ["record_facts", "reply_to_merchant", "create_account"])
async def test_a_broken_call_is_refused_in_words_and_on_record(
    place: Place, name: str, arguments: str
) -> None:
    case = await place.open_case("hello")
    turn = await case.turn()
    text, ok = await call(CATALOGUE[name], turn, arguments)
    await turn.commit()
    assert not ok
    assert text.startswith("Refused: ")
    assert len(text) < 1000
    kept = await case.last_call()
    assert (kept.name, kept.ok) == (name, False)
    assert len(kept.arguments) < KEPT + 100
    assert await case.state() is State.COLLECTING


async def test_a_tool_that_an_agent_does_not_have_is_refused_and_on_record(place: Place) -> None:
    case = await place.open_case("hello")
    turn = await case.turn()
    text = unknown_tool(turn, "approve_merchant" * 50, '{"approved": true}')
    await turn.commit()
    kept = await case.last_call()
    assert text.startswith("Refused")
    assert not kept.ok
    assert kept.name.startswith("approve_merchant")
    assert len(kept.name) <= 100


async def test_no_arguments_at_all_are_an_empty_object(place: Place) -> None:
    case = await place.open_case("hello")
    turn = await case.turn()
    text, ok = await call(CATALOGUE["read_application"], turn, "")
    assert ok
    assert json.loads(text)["unread"] == [2]


async def test_the_log_says_when_the_team_ran_a_tool_itself(place: Place) -> None:
    case = await place.open_case("hello")
    turn = await case.turn()
    await call(CATALOGUE["read_application"], turn, "{}", by="team")
    await turn.commit()
    assert (await case.last_call()).by == "team"


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_the_schema_that_models_get_is_plain(name: str) -> None:
    schema = CATALOGUE[name].arguments.model_json_schema()
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert CATALOGUE[name].description
    text = json.dumps(schema)
    assert not any(word in text for word in ("oneOf", "allOf", "Unreadable", "prefixItems"))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(digits=st.text("0123456789", min_size=8, max_size=16), gap=st.sampled_from(["", " ", "-", " / "]))
async def test_a_known_number_is_hidden_however_it_is_spaced(place: Place, digits: str, gap: str) -> None:
    case = await place.open_case(f"our account number is {digits}")
    record = await case.record()
    if digits not in record.secrets.values():
        return  # A payment card number, or none that the door takes for sensitive.
    spaced = gap.join(digits)
    hidden = hide(f"It is {spaced}, they say; not {digits}1.", record)
    assert hidden.startswith("It is ⟦")
    assert f"not {digits}1" in hidden
