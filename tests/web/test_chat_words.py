"""How events become what a window shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from cases.access import Person, Role
from desk.event_view import EventView
from web.chat.avatars import drawing_of, initials_drawn
from web.chat.buckets import Buckets
from web.chat.steps import StepWriter, avatar_name
from web.chat.wording import arguments_in_words, clock_time, escape, plain

MAYA = Person(uuid4(), "maya@example.com", "Maya Lindqvist", frozenset({Role.MERCHANT}))
BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def writer() -> StepWriter:
    return StepWriter(MAYA, str(uuid4()), BERLIN, "/privacy")


def event(kind: str, text: str = "", **more: Any) -> EventView:
    values: dict[str, Any] = {"actor": "validator", "name": "Validator", "role": "agent", "audience": "staff"}
    values |= {"data": {}, **more}
    return EventView(id=uuid4(), case_id=uuid4(), seq=7, at=AT, kind=kind, text=text, **values)


@pytest.mark.parametrize(
    "text",
    ["# A", "![p](x)", "[a](b)", "<b>", "`c`", "**d**", "---", "a_b_c", "| e | f |", ":name[x]", "1 < 2 & 3"],
)
def test_every_sign_that_markdown_knows_is_escaped(text: str) -> None:
    special = set("\\`*_{}[]<>()#+.!|~:&$^=-")
    shown = escape(text)
    assert all(shown[i - 1] == "\\" for i, sign in enumerate(shown) if sign in special and sign != "\\")
    assert shown.replace("\\", "") == text


def test_lists_stay_lists_and_what_is_in_them_is_escaped() -> None:
    assert plain("Here:\n- *one*\n• two\n2) three") == "Here\\:\n- \\*one\\*\n- two\n2. three"


def test_a_line_that_begins_with_spaces_is_no_code() -> None:
    assert plain("        four") == "four"


def test_times_are_those_of_the_readers_zone_with_the_day_where_it_is_not_today() -> None:
    assert clock_time(AT, BERLIN, AT) == "10:30"
    assert clock_time(AT, BERLIN, datetime(2026, 3, 6, tzinfo=UTC)) == "4 Mar, 10:30"
    assert clock_time(AT, BERLIN, datetime(2027, 3, 6, tzinfo=UTC)) == "4 Mar 2026, 10:30"


def test_what_a_tool_was_handed_reads_as_a_list() -> None:
    words = arguments_in_words('{"facts": [{"field": "email", "value": null}], "final": true}')
    assert words == "- facts\n  - field: email · value: none\n- final: yes"
    assert arguments_in_words("{}") == "Nothing: it reads the case by itself."
    assert arguments_in_words("not json") == "not json"


def test_ones_own_message_says_that_it_is_saved_and_keeps_the_id_that_the_window_gave_it() -> None:
    own = event("message.said", "Hello *there*", actor=str(MAYA.id), name=MAYA.name, role="merchant")
    write = writer()
    write.aliases[own.id] = "given-by-the-window"
    step = write.step(own)
    assert step is not None
    assert (step["id"], step["type"], step["output"]) == (
        "given-by-the-window",
        "user_message",
        "Hello *there*",
    )
    assert str(step["command"]).endswith("saved")


def test_a_message_of_another_begins_with_their_name() -> None:
    step = writer().step(event("message.said", "All hold.", name="Rosa (reviewer)"))
    assert step is not None
    assert str(step["output"]).startswith("**Rosa \\(reviewer\\)** *4 Mar")
    assert step["type"] == "assistant_message"


def test_a_tool_call_is_folded_and_tells_input_and_output() -> None:
    call = {
        "name": "screen_parties",
        "arguments": "{}",
        "result": "1 potential match",
        "ok": True,
        "by": "team",
    }
    step = writer().step(event("tool.called", data=call))
    assert step is not None
    assert step["type"] == "tool"
    assert step["name"] == "Screen business and owners · Validator · run by the team"
    assert "Nothing" in str(step["input"])
    assert step["output"] == "1 potential match"


def test_the_greeting_has_the_same_id_before_and_after_the_log_knows_of_it() -> None:
    write = writer()
    shown = write.step(event("notice.shown", actor=str(MAYA.id), role="merchant", name=MAYA.name))
    assert shown is not None
    assert shown["id"] == write.greeting(AT, "en")["id"]
    assert "AI assistant" in str(shown["output"])
    assert "\n\n" in str(shown["output"])


@pytest.mark.parametrize(
    "kind", ["turn.completed", "fact.recorded", "grant.made", "case.opened", "something.new"]
)
def test_what_is_no_part_of_the_talk_is_not_shown(kind: str) -> None:
    assert writer().step(event(kind, "x")) is None


def test_agents_have_drawings_and_people_initials() -> None:
    assert drawing_of("Risk analyst") is not None
    assert drawing_of("../../app") is None
    assert ">MD<" in initials_drawn("Maya Del Valle Dos")
    assert "&lt;" in initials_drawn("<script> x")
    assert avatar_name('Rosa "x" <b> (reviewer)') == "Rosa x b reviewer"


def test_a_bucket_gives_its_burst_and_then_fills_with_time() -> None:
    now = 0.0
    bucket = Buckets(burst=3, per_second=0.5, clock=lambda: now)
    assert [bucket.take("a") for _ in range(4)] == [True, True, True, False]
    assert bucket.take("b")
    now = 2.0
    assert [bucket.take("a") for _ in range(2)] == [True, False]


def test_a_thread_id_is_any_uuid() -> None:
    assert UUID(writer().notice_id).version == 5


def test_the_address_of_a_page_of_ours_is_a_link_and_no_other_one() -> None:
    text = "I accept the agreement (/agreement). Not (/chat) nor (https://elsewhere.example)."
    step = writer().step(event("message.said", text))
    assert step
    assert str(step["output"]).count("](") == 1
    assert "([Read the agreement](/agreement))" in str(step["output"])


def test_a_page_of_a_case_is_linked_by_what_it_is_and_not_by_the_cases_id() -> None:
    page = f"/owners/{uuid4()}"
    step = writer().step(event("message.said", f"Fill it in on a page of its own ({page})."))
    assert step
    assert f"([Owners and people]({page}))" in str(step["output"])
