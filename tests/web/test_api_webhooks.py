"""Webhooks over REST: the same as on the command line, for administrators."""

from __future__ import annotations

import pytest

from cases.access import Role
from tests.web.site import Site

UNKNOWN = "11111111-1111-4111-8111-111111111111"

HOOK = "https://partner.example/hook"
ROUTES = [
    ("GET", "/api/webhooks", None),
    ("POST", "/api/webhooks", {"url": HOOK}),
    ("GET", "/api/webhooks/deliveries", None),
    ("POST", f"/api/webhooks/deliveries/{UNKNOWN}/replay", None),
    ("POST", f"/api/webhooks/{UNKNOWN}/replay", {"since": "2026-03-01T09:30:00Z"}),
    ("DELETE", f"/api/webhooks/{UNKNOWN}", None),
]


@pytest.fixture
def admin(site: Site) -> str:
    """The name of an administrator's token."""
    if "adam" not in site.tokens:
        site.do(site.onboard.people.add("adam@example.com", [Role.ADMIN]))
        _, site.tokens["adam"] = site.do(site.onboard.people.create_token("adam@example.com", None))
    return "adam"


def test_a_receiver_is_registered_listed_and_ended(site: Site, admin: str) -> None:
    added = site.post("/api/webhooks", admin, json={"url": HOOK})
    assert (added.status_code, added.json()["secret"][:6]) == (201, "whsec_")
    listed = site.get("/api/webhooks", admin)
    assert added.json()["secret"] not in listed.text
    webhook = added.json()["id"]
    assert HOOK in {known["url"] for known in listed.json()["webhooks"] if known["id"] == webhook}
    assert site.call("DELETE", f"/api/webhooks/{webhook}", admin).status_code == 204
    assert site.call("DELETE", f"/api/webhooks/{webhook}", admin).status_code == 404


def test_deliveries_are_listed_page_by_page_and_sent_again(site: Site, admin: str) -> None:
    webhook = site.post("/api/webhooks", admin, json={"url": HOOK}).json()["id"]
    case = site.onboarded()
    site.until(case, "in_review")
    page = site.get("/api/webhooks/deliveries?limit=1", admin).json()
    older = site.get(f"/api/webhooks/deliveries?limit=500&cursor={page['next']}", admin).json()
    told = [*page["deliveries"], *older["deliveries"]]
    ours = [each for each in told if each["request_id"] == case and each["target"] == webhook]
    assert [each["public_state"] for each in ours] == ["In review"]
    assert site.call("DELETE", f"/api/webhooks/{webhook}", admin).status_code == 204
    again = site.post(f"/api/webhooks/deliveries/{ours[0]['id']}/replay", admin)
    assert again.json() == {"sent_again": 1}


def test_what_was_told_since_a_moment_is_sent_again(site: Site, admin: str) -> None:
    webhook = site.post("/api/webhooks", admin, json={"url": HOOK}).json()["id"]
    since = {"since": "2026-03-01T09:30:00Z"}
    assert site.post(f"/api/webhooks/{webhook}/replay", admin, json=since).json() == {"sent_again": 0}
    assert site.post("/api/webhooks/nothing/replay", admin, json=since).status_code == 404
    assert site.post(f"/api/webhooks/{webhook}/replay", admin, json={"since": "noon"}).status_code == 422
    site.call("DELETE", f"/api/webhooks/{webhook}", admin)


def test_an_inside_or_open_address_is_refused(site: Site, admin: str) -> None:
    for url in ("http://partner.example", "https://", "https://u:p@partner.example"):
        assert site.post("/api/webhooks", admin, json={"url": url}).status_code == 422


@pytest.mark.parametrize(("method", "path", "body"), ROUTES)
def test_administrators_only(site: Site, method: str, path: str, body: object) -> None:
    for who in ("ana", "rosa", "ines", "devi"):
        assert site.call(method, path, who, json=body).status_code == 403
    assert site.call(method, path, json=body).status_code == 401
