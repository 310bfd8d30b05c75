"""What each side reads of the random case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cases.errors import NotFound
from cases.events import Event
from desk.card import card_of
from desk.event_view import view_event
from desk.overview import LastLook, overview_of
from desk.rights import reader
from desk.status import status_of
from tests.desk.cast import ANALYST, COMPLIANCE, DEVELOPER, NOBODY, OTHER, REVIEWER, SECOND, STAFF_ONLY, Case
from tests.desk.sentences import every_sentence_is_borne_out


def merchants_read_nothing_that_is_for_staff(case: Case, new: Sequence[Event]) -> None:
    me = reader(case.opened_by, case.record)
    read = [view_event(event, me, {}).model_dump_json() for event in new if me.sees(event)]
    read.append(status_of(me, case.events, case.policy, case.now).model_dump_json(exclude_none=True))
    read.append(card_of(me, case.events, case.policy, {}, case.now).model_dump_json())
    told = "\n".join(read)
    for secret in (STAFF_ONLY, "0.73", "0.617", "0.89", "recommend", "123-45-6789", "risk"):
        assert secret not in told, secret
    if case.state.value in ("in_review", "awaiting_second_approval"):
        assert "approv" not in "\n".join(read[-2:]).replace("APPROVED Foods", "").lower()


def the_summary_says_only_what_the_log_holds(case: Case) -> None:
    last = LastLook(max(1, case.record.last_seq // 2), case.now)
    made = overview_of(reader(SECOND, case.record), case.events, case.policy, {}, case.now, last)
    every_sentence_is_borne_out(case, SECOND, made)


def others_do_not_know_of_the_case(case: Case) -> None:
    for stranger in (OTHER, DEVELOPER, NOBODY):
        with pytest.raises(NotFound):
            reader(stranger, case.record)
    for insider in (ANALYST, COMPLIANCE, REVIEWER):
        assert reader(insider, case.record).is_staff
