"""The form and the page that checks the answers, from the first link to "In review", without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from uuid import uuid4

import httpx
import pytest

from desk.agreement import agreement
from tests.letters import letters_to, link_in
from tests.server_process import Server, running

REQUIRED = {
    "merchant_name": "Quayside Pottery",
    "business_type": "bookshop",
    "address": "12 High Street, Leeds LS1 4DY, United Kingdom",
    "annual_revenue": "240000",
    "years_in_business": "6",
    "business_license": "BL-2231",
}
IBAN = "GB82WEST12345698765432"
BORN = "1985-03-24"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("form") / "data") as server:
        yield server


def begun(server: Server, lang: str = "en") -> tuple[httpx.Client, str]:
    """Somebody new who is signed in, and the id of their case."""
    visitor = httpx.Client(base_url=server.url, timeout=30)
    email = f"{uuid4().hex[:12]}@shop.example.com"
    visitor.post("/start", data={"name": "Gwen Abara", "email": email, "lang": lang})
    opened = visitor.post(link_in(letters_to(server.data_dir, email)[-1]))
    return visitor, opened.headers["location"].rsplit("/", 1)[-1]


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]


def ticked(page: str, *boxes: str) -> dict[str, str]:
    return {
        **{name: hidden(page, name) for name in ("application_hash", "agreement_hash")},
        **dict.fromkeys(boxes, "1"),
    }


def test_an_application_is_filled_in_checked_and_submitted(server: Server) -> None:
    visitor, case = begun(server)
    saved = visitor.post(f"/form/{case}", data={**REQUIRED, "go_on": "1"})
    assert (saved.status_code, saved.headers.get("location")) == (303, f"/check/{case}"), saved.text
    page = visitor.get(f"/check/{case}").text
    assert "Quayside Pottery" in page
    assert "Nothing is missing." in page
    refused = visitor.post(f"/check/{case}", data=ticked(page, "authority", "agreement"))
    assert refused.status_code == 422
    done = visitor.post(f"/check/{case}", data=ticked(page, "authority", "ownership", "agreement"))
    assert (done.status_code, done.headers["location"]) == (303, f"/chat/case/{case}")
    assert 'name="authority"' not in visitor.get(f"/check/{case}").text


def test_a_change_in_between_is_shown_before_it_can_be_submitted(server: Server) -> None:
    visitor, case = begun(server)
    visitor.post(f"/form/{case}", data=REQUIRED)
    page = visitor.get(f"/check/{case}").text
    visitor.post(f"/form/{case}", data={"merchant_name": "Another Name"})
    late = visitor.post(f"/check/{case}", data=ticked(page, "authority", "ownership", "agreement"))
    assert late.status_code == 409
    assert "Another Name" in late.text
    assert 'name="authority"' in late.text


def test_wrong_fields_are_named_nothing_typed_is_lost_and_the_rest_is_kept(server: Server) -> None:
    visitor, case = begun(server)
    sent = {"merchant_name": "Quayside Pottery", "email": "nobody at all", "years_in_business": "many"}
    answer = visitor.post(f"/form/{case}", data=sent)
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 2
    assert 'value="nobody at all"' in answer.text
    assert 'value="Quayside Pottery"' in visitor.get(f"/form/{case}").text


def test_a_secure_field_is_masked_and_stands_nowhere_in_clear(server: Server) -> None:
    visitor, case = begun(server)
    visitor.post(f"/form/{case}", data={**REQUIRED, "owners": "Gwen Abara 100 %"})
    saved = visitor.post(f"/form/{case}", data={"iban": IBAN, "owners[0].date_of_birth": BORN})
    assert saved.status_code == 303, saved.text
    page = unescape(visitor.get(f"/form/{case}?saved=1").text)
    assert "Saved " in page
    assert "5432" in page
    assert IBAN not in page
    assert BORN not in page
    files = [file for file in server.data_dir.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert IBAN.encode() not in content, file
        assert BORN.encode() not in content, file


@pytest.mark.parametrize("door", ["form", "check"])
def test_only_the_applicant_sees_and_changes_it(server: Server, door: str) -> None:
    _, case = begun(server)
    other, _ = begun(server)
    assert other.get(f"/{door}/{case}").status_code == 404
    assert other.post(f"/{door}/{case}", data={"merchant_name": "Mine"}).status_code == 404
    assert httpx.get(f"{server.url}/{door}/{case}").status_code == 303


@pytest.mark.parametrize("door", ["form", "check"])
def test_another_site_cannot_send_it(server: Server, door: str) -> None:
    visitor, case = begun(server)
    foreign = {"origin": "https://elsewhere.example.com", "sec-fetch-site": "cross-site"}
    answer = visitor.post(f"/{door}/{case}", data={"merchant_name": "Mine"}, headers=foreign)
    assert answer.status_code == 403


@pytest.mark.parametrize(("lang", "word"), [("es", "Guardar"), ("fr", "Enregistrer"), ("de", "Speichern")])
def test_the_form_speaks_the_applicants_language(server: Server, lang: str, word: str) -> None:
    visitor, case = begun(server, lang)
    page = visitor.get(f"/form/{case}").text
    assert f'<html lang="{lang}">' in page
    assert word in page
    assert agreement(lang).digest in visitor.get(f"/agreement?lang={lang}").text  # type: ignore[arg-type]
