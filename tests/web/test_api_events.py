"""GET /api/events: what moves, to staff, without a gap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import httpx
import pytest

from tests.web.site import Site


class Event(NamedTuple):
    """One event of the stream."""

    id: str
    name: str
    data: dict[str, object]


@contextmanager
def following(site: Site, who: str, last: str | None = None) -> Iterator[Iterator[Event]]:
    """The events from now on, or from just behind one."""
    headers = site.headers(who) | ({"Last-Event-ID": last} if last is not None else {})
    with httpx.stream("GET", f"{site.url}/api/events", headers=headers, timeout=60) as stream:
        assert stream.status_code == 200, stream.read()
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        next(lines)  # the greeting: the stream is open
        yield parse(lines)


def parse(lines: Iterator[str]) -> Iterator[Event]:
    """Events of the lines; comments left out."""
    fields: dict[str, str] = {}
    for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif "data" in fields:
            yield Event(fields["id"], fields["event"], json.loads(fields["data"]))
            fields = {}
        else:
            fields = {}


def until_review(events: Iterator[Event], case: str) -> list[Event]:
    """The events of a case, up to the one that says it is in review."""
    found: list[Event] = []
    for event in events:
        if event.data["request_id"] == case:
            found.append(event)
            if event.name == "case.state" and event.data["state"] == "in_review":
                return found
    raise AssertionError("the stream ended")


def test_a_case_is_followed_from_its_start_to_review(site: Site) -> None:
    with following(site, "rosa") as events:
        case = site.onboarded()
        found = until_review(events, case)
    assert [event.name for event in found] == [
        "workflow.started",
        "case.state",
        "workflow.completed",
        "case.state",
    ]
    assert [event.data["state"] for event in found] == ["checking", "checking", "in_review", "in_review"]
    assert all(event.data.keys() >= {"request_id", "state", "version", "at"} for event in found)


def test_a_reader_who_comes_back_gets_what_follows_once(site: Site) -> None:
    with following(site, "ines") as events:
        case = site.onboarded()
        found = until_review(events, case)
    for stop, event in enumerate(found[:-1], start=1):
        with following(site, "ines", event.id) as events:
            assert until_review(events, case) == found[stop:]


def test_the_stream_says_nothing_of_what_was_written_in_a_case(site: Site) -> None:
    with following(site, "olga") as events:
        case = site.onboarded(merchant_name="Quiet Harbour Bakery")
        assert "Quiet Harbour" not in str(until_review(events, case))


@pytest.mark.parametrize("who", ["ana", "devi"])
def test_only_staff_may_follow(site: Site, who: str) -> None:
    assert site.get("/api/events", who).status_code == 403


def test_a_position_that_is_none_of_ours_is_refused(site: Site) -> None:
    answer = site.get("/api/events", "rosa", headers={"Last-Event-ID": "yesterday"})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_event_id")


def test_the_stream_ends_when_its_reader_may_not_read_any_more(site: Site) -> None:
    token_id, secret = site.do(site.onboard.people.create_token("paul@example.com", None))
    site.tokens["paul's other"] = secret
    with following(site, "paul's other") as events:
        site.do(site.onboard.people.revoke_token(token_id))
        site.onboarded()
        assert list(events) == []
