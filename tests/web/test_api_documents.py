"""Health, and the documents that describe the API."""

from __future__ import annotations

import re

import pytest

from tests.web.site import Site

CALLS = {
    ("post", "/api/merchants/onboard"),
    ("post", "/api/merchants/approve"),
    ("get", "/api/merchants/{request_id}"),
    ("post", "/api/merchants/{request_id}/messages"),
    ("post", "/api/merchants/{request_id}/submit"),
    ("post", "/api/merchants/{request_id}/withdraw"),
    ("get", "/api/merchants/{request_id}/transcript"),
    ("get", "/api/events"),
    ("get", "/health"),
    ("get", "/ready"),
}


def test_health_and_readiness_are_open(site: Site) -> None:
    for path in ("/health", "/ready"):
        answer = site.get(path)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_it_is_not_ready_without_background_work(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = site.api.state.process.worker
    monkeypatch.setattr(type(worker), "is_running", property(lambda _: False))
    assert site.get("/ready").status_code == 503
    assert site.get("/health").status_code == 200


def test_every_call_of_the_contract_is_described(site: Site) -> None:
    spec = site.get("/api/openapi.json").json()
    described = {(method, path) for path, item in spec["paths"].items() for method in item}
    assert described >= CALLS
    for method, path in CALLS:
        operation = spec["paths"][path][method]
        assert operation["summary"], path
        assert operation["description"], path
        if path.startswith("/api/"):
            assert operation["security"], path
            assert "401" in operation["responses"], path


def test_references_in_the_description_lead_somewhere(site: Site) -> None:
    answer = site.get("/api/openapi.json")
    known = answer.json()["components"]["schemas"]
    found = set(re.findall(r'"\$ref":"#/components/schemas/([^"]+)"', answer.text))
    assert found <= known.keys()
    assert "#/$defs" not in answer.text


def test_the_documentation_asks_no_other_host_and_runs_no_script(site: Site) -> None:
    page = site.get("/api/docs")
    assert page.status_code == 200
    assert "/api/merchants/{request_id}/transcript" in page.text
    assert "<script" not in page.text
    assert not re.search(r"(src|href)=['\"]?(https?:)?//", page.text)
    assert "default-src 'none'" in page.headers["content-security-policy"]
