"""Evidence at the doors: REST, the card's button and the command line, for those who may and nobody else."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from cases.errors import Invalid
from desk.evidence_views import FactView
from tests.papers import make_pdf
from tests.web.shell import Shell
from tests.web.site import APPLICATION, Site
from web.api.examples import REPORT
from web.reports import read_report


def address(case: str, what: str = "verifications") -> str:
    return f"/api/merchants/{case}/{what}"


def facts(site: Site, case: str) -> dict[str, dict[str, Any]]:
    answer = site.get(address(case, "evidence"), "ines")
    assert answer.status_code == 200, answer.text
    return {fact["key"]: fact for fact in answer.json()["facts"]}


def test_a_recorded_check_verifies_what_it_was_about(site: Site) -> None:
    case = site.in_review()
    before = facts(site, case)
    assert before["merchant_name"]["level"] == "stated"
    assert before["tax_id"]["level"] == "well_formed"
    answer = site.post(address(case), "rosa", json=REPORT)
    assert answer.status_code == 201, answer.text
    after = facts(site, case)
    assert {after[key]["level"] for key in REPORT["about"]} == {"verified"}
    assert after["merchant_name"] == {
        **before["merchant_name"],
        "level": "verified",
        "words": "Verified",
        "step": 4,
        "source": "Companies House, 08123456",
        "by": "Rosa",
        "at": "2025-03-04T09:30:00Z",
    }
    assert after["tax_id"] == before["tax_id"]


def test_the_team_alone_reads_evidence_and_reviewers_and_compliance_alone_add_to_it(site: Site) -> None:
    case = site.in_review()
    for who, reads, records in (
        ("", 401, 401),
        ("carl", 404, 404),
        ("devi", 404, 404),
        ("ana", 403, 403),
        ("ines", 200, 403),
        ("olga", 200, 201),
        ("paul", 200, 201),
    ):
        assert site.get(address(case, "evidence"), who).status_code == reads
        assert site.post(address(case), who, json=REPORT).status_code == records


def test_the_status_of_the_case_is_the_same_before_and_after(site: Site) -> None:
    case = site.in_review()
    before = site.get(f"/api/merchants/{case}", "rosa").json()
    denied = {**REPORT, "result": "not_confirmed"}
    assert site.post(address(case), "rosa", json=denied).status_code == 201
    assert site.get(f"/api/merchants/{case}", "rosa").json() == before


def test_the_same_request_sent_twice_is_one_check(site: Site) -> None:
    case = site.in_review()
    headers = {"Idempotency-Key": str(uuid4())}
    answers = [site.post(address(case), "rosa", json=REPORT, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(site.get(address(case, "evidence"), "rosa").json()["checks"]) == 1


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"about": ["iban"]}, 422, "no_such_fact"),
        ({"method": "bank_letter"}, 422, "document_needed"),
        ({"document_id": str(uuid4())}, 404, "not_found"),
        ({"made_at": "2999-01-01T00:00:00Z"}, 422, "made_in_future"),
        ({"seen": 1}, 409, "stale_facts"),
        ({"result": "certainly"}, 422, "invalid"),
        ({"made_at": "2025-03-04T09:30:00"}, 422, "invalid"),
        ({"by": "somebody else"}, 422, "invalid"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_a_code(
    site: Site, changes: dict[str, Any], status: int, code: str
) -> None:
    case = site.in_review()
    refused = site.post(address(case), "rosa", json={**REPORT, **changes})
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert site.get(address(case, "evidence"), "rosa").json()["checks"] == []


def test_the_merchant_reads_nothing_of_it_over_rest(site: Site) -> None:
    case = site.in_review()
    file = {"file": ("qx7-extract.pdf", make_pdf(["08123456"]), "application/pdf")}
    document = site.post(address(case, "attachments"), "rosa", files=file).json()["id"]
    sent = site.post(address(case), "rosa", json={**REPORT, "source": "qx7", "document_id": document})
    assert sent.status_code == 201
    for path in ("", "/transcript", "/documents"):
        read = site.get(f"/api/merchants/{case}{path}", "ana").text
        for inside in ("qx7", "08123456", document, "verification", "evidence"):
            assert inside not in read, (path, inside)
    transcript = site.get(f"/api/merchants/{case}/transcript", "ines").json()["events"]
    assert transcript[-1]["kind"] == "verification.recorded"
    assert transcript[-1]["audience"] == "staff"


def test_what_a_form_left_empty_was_not_given_and_what_is_wrong_is_named() -> None:
    filled = {**REPORT, "comment": "", "document_id": "", "expires_on": ""}
    assert read_report(filled).document_id is None
    with pytest.raises(Invalid, match=r"^Source: "):
        read_report({**REPORT, "source": ""})


# -- the command line --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("shell"))
    for who, role in (("ana", "merchant"), ("rosa", "reviewer"), ("ines", "analyst")):
        shell.does("users", "add", f"{who}@example.com", "--role", role)
    return shell


@pytest.fixture
def case(shell: Shell) -> str:
    file = shell.folder / "one.json"
    file.write_text(json.dumps(APPLICATION))
    return shell.does("apply", str(file), "--as", "ana@example.com").out.split()[-1]


def record(shell: Shell, case: str, *more: str, who: str = "rosa") -> Any:
    given = ("--how", "registry_search", "--source", "Companies House", "--result", "confirmed")
    about = ("--about", "merchant_name", "--about", "tax_id")
    return shell.onboard("checks", "record", case, *about, *given, *more, "--as", f"{who}@example.com")


def level(shell: Shell, case: str, key: str) -> str:
    evidence = shell.does("checks", "list", case, "--json").json
    return next(FactView.model_validate(f).level.value for f in evidence["facts"] if f["key"] == key)


def test_a_check_is_recorded_on_the_command_line_with_a_file_that_backs_it(shell: Shell, case: str) -> None:
    file = shell.folder / "extract.pdf"
    file.write_bytes(make_pdf(["Company number 08123456"]))
    done = record(shell, case, "--made", "2025-03-04", "--reference", "08123456", "--attach", str(file))
    assert done.status == 0, done.err
    assert level(shell, case, "merchant_name") == "verified"
    shown = shell.does("checks", "list", case).out
    assert "Registry search: Confirmed (Companies House, 08123456). Business name, Tax number." in shown
    checks = shell.does("checks", "list", case, "--json").json["checks"]
    assert (checks[0]["document_name"], checks[0]["made_at"][:10]) == ("extract.pdf", "2025-03-04")


def test_the_command_line_refuses_in_one_line(shell: Shell, case: str) -> None:
    assert "role" in record(shell, case, who="ines").complaint
    assert "'iban'" in record(shell, case, "--about", "iban").complaint
    assert "run out" in record(shell, case, "--until", "2020-01-01").complaint
    assert "no_such.pdf" in record(shell, case, "--attach", "no_such.pdf").complaint
    assert level(shell, case, "merchant_name") == "stated"
