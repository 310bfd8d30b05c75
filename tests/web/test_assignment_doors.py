"""Whose case it is over REST, on the command line and on the pages of the team: one act, one refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.shell import Shell
from tests.web.site import Site

REASON = "They send the lease qx6 on Friday."


@pytest.fixture
def case(site: Site) -> str:
    return site.in_review()


def act(site: Site, case: str, what: str, who: str = "rosa", **body: object) -> tuple[int, dict[str, object]]:
    answer = site.post(f"/api/merchants/{case}/{what}", who, json=body)
    return answer.status_code, answer.json()


def test_a_case_is_taken_on_given_away_put_aside_and_given_back(site: Site, case: str) -> None:
    status, mine = act(site, case, "claim")
    assert (status, mine["assignee"]) == (200, "Rosa")
    status, refused = act(site, case, "claim", "paul")
    assert (status, refused["code"], refused["held_by"]) == (409, "claimed", "Rosa")
    assert refused["held_until"]
    assert act(site, case, "assign", "paul", to="paul@example.com", reason="Mine.")[0] == 403
    assert act(site, case, "assign", "olga", to="paul@example.com")[1]["code"] == "reason_needed"
    status, given = act(site, case, "assign", "olga", to="paul@example.com", reason="He knows it.")
    assert (status, given["assignee"]) == (200, "Paul")
    assert act(site, case, "release")[1]["code"] == "not_yours"
    status, aside = act(site, case, "snooze", "paul", on="merchant_answers", reason=REASON)
    assert (status, aside["until"]) == (200, None)
    read = site.get(f"/api/merchants/{case}", "ines").json()["assignment"]
    assert read["snoozed"]["reason"] == REASON
    assert act(site, case, "wake", "paul")[1]["snoozed"] is None
    assert act(site, case, "watch")[1]["watching"] is True
    assert act(site, case, "unwatch")[1]["watching"] is False
    assert act(site, case, "release", "paul", reason="I know the owner.")[1]["assignee"] is None
    own = [f"/api/merchants/{case}", f"/api/merchants/{case}/transcript?limit=1000"]
    assert "qx6" not in "\n".join(site.get(path, "ana").text for path in own)


@pytest.mark.parametrize(
    ("who", "what", "body", "status"),
    [
        ("ana", "claim", {}, 403),
        ("carl", "assign", {"to": "nobody@example.com"}, 404),
        ("ana", "assign", {"to": "nobody@example.com"}, 403),
        ("ines", "watch", {}, 403),
        ("", "claim", {}, 401),
        ("rosa", "assign", {"to": "nobody@example.com"}, 404),
        ("rosa", "snooze", {"reason": "Soon."}, 422),
        ("rosa", "snooze", {"reason": "Soon.", "until": "2030-01-01T00:00:00"}, 422),
        ("rosa", "snooze", {"reason": "Soon.", "on": "full_moon"}, 422),
    ],
)
def test_what_is_not_possible_is_refused(
    site: Site, case: str, who: str, what: str, body: dict[str, object], status: int
) -> None:
    assert act(site, case, what, who, **body)[0] == status


def test_the_command_line_does_the_same(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rosa, lead = ("--as", "rosa@example.com"), ("--as", "olga@example.com")
    assert "Rosa has the case until" in shell.does("cases", "claim", case, *rosa).out
    assert (
        "Rosa works on this case"
        in shell.onboard("cases", "claim", case, "--as", "paul@example.com").complaint
    )
    given = shell.does("cases", "assign", case, "--to", "paul@example.com", "--reason", "He knows it.", *lead)
    assert "Paul has the case until" in given.out
    until = (site.onboard.desk.clock() + timedelta(days=2)).date().isoformat()
    aside = shell.does("cases", "snooze", case, "--until", until, "--reason", REASON, *rosa)
    assert REASON in aside.out
    assert REASON in shell.does("cases", "show", case).out
    assert "Put aside" not in shell.does("cases", "wake", case, *rosa).out
    assert "You watch it." in shell.does("cases", "watch", case, *rosa).out
    assert "role compliance" in shell.onboard("team", *rosa).complaint
    assert "Paul" in shell.does("team", *lead).out


def test_who_is_away_says_so_and_a_lead_of_anybody(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    today = site.onboard.desk.clock().date()
    days = {"first_day": str(today - timedelta(days=1)), "last_day": str(today + timedelta(days=6))}
    act(site, case, "claim")
    away = site.post("/api/team/away", "rosa", json={**days, "deputy": "paul@example.com"})
    assert (away.status_code, away.json()["away"]["deputy"]) == (200, "Paul")
    assert site.get(f"/api/merchants/{case}", "rosa").json()["assignment"]["assignee"] == "Paul"
    assert site.post("/api/team/away", "paul", json={**days, "email": "rosa@example.com"}).status_code == 403
    assert site.post("/api/team/away", "ana", json={**days, "email": "nobody@example.com"}).status_code == 403
    (rosa,) = [m for m in site.get("/api/team", "olga").json()["members"] if m["name"] == "Rosa"]
    assert rosa["away"]["now"] is True
    assert site.get("/api/team", "rosa").status_code == 403
    assert site.post("/api/team/back", "olga", json={"email": "rosa@example.com"}).json() == {"away": None}
    told = shell.does("users", "away", "rosa@example.com", "--until", days["last_day"]).out
    assert f"to {days['last_day']}" in told
    assert "is here" in shell.does("users", "away", "rosa@example.com", "--back").out
