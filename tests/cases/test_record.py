"""The record is what the log adds up to, step by step or all at once."""

from __future__ import annotations

import pytest

from cases.events import BODY, Event
from cases.replay import apply, replay
from desk import review, submission
from tests.desk.cast import CHANGES, MERCHANT, REVIEWER, Case


@pytest.fixture(scope="module")
def long_story() -> list[Event]:
    case = Case()
    case.be_approved()
    case.do(review.take_back, REVIEWER)
    case.do(review.ask, REVIEWER, "Who owns it?", "It is not clear.")
    case.learn(CHANGES[2])
    case.do(submission.submit, MERCHANT)
    return case.events


def test_a_log_begins_with_its_opening(long_story: list[Event]) -> None:
    with pytest.raises(ValueError, match=r"case\.opened"):
        replay(long_story[1:])


def test_replaying_any_part_is_the_same_as_following_it(long_story: list[Event]) -> None:
    record = replay(long_story[:1])
    for number, event in enumerate(long_story[1:], start=2):
        record = apply(record, event)
        assert record == replay(long_story[:number])
        assert record.last_seq == number


def test_a_body_is_the_same_after_it_was_written_and_read(long_story: list[Event]) -> None:
    for event in long_story:
        assert BODY.validate_json(event.body.model_dump_json()) == event.body
        assert Event.model_validate_json(event.model_dump_json()) == event
