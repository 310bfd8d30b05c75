"""Documents at the doors: sent in any form, handed out as files, and nothing left of what is refused."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import func, select

from cases.access import Role
from cases.documents import LARGEST
from storage import tables
from tests import papers
from tests.papers import CERTIFICATE, make_pdf, make_photograph, make_picture
from tests.server_process import make_people
from tests.server_process import serving as serving_process
from tests.web.site import Site, serving
from web.receiving import LARGEST_UPLOAD

FILE_PART = b'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
KIND_PART = b'Content-Disposition: form-data; name="kind"\r\n\r\n'

HOSTILE: dict[str, tuple[Any, str, str, str]] = {
    "random bytes": (lambda: os.urandom(80_000), "scan.pdf", "application/pdf", "document_wrong_type"),
    "a bomb": (papers.make_bomb, "scan.pdf", "application/pdf", "document_unpacks_too_large"),
    "a PDF with a script": (papers.with_script, "scan.pdf", "application/pdf", "document_active"),
    "a lying name": (make_picture, "scan.pdf", "application/pdf", "document_other_type_claimed"),
    "a lying type": (make_picture, "scan.jpg", "text/html", "document_other_type_claimed"),
    "a picture that is an archive": (
        lambda: make_picture() + papers.make_archive(),
        "scan.jpg",
        "image/jpeg",
        "document_two_files_in_one",
    ),
    "a PDF that is a page": (
        lambda: make_pdf(CERTIFICATE, extra=[papers.stream(b"<html><script>", packed=False)]),
        "scan.pdf",
        "application/pdf",
        "document_two_files_in_one",
    ),
    "a PNG of a thousand million pixels": (
        papers.make_wide_png,
        "scan.png",
        "image/png",
        "document_too_many_pixels",
    ),
    "half a file": (lambda: make_picture()[:-100], "scan.jpg", "image/jpeg", "document_damaged"),
    "an encrypted PDF": (papers.with_password, "scan.pdf", "application/pdf", "document_encrypted"),
    "an empty file": (lambda: b"", "scan.pdf", "application/pdf", "document_empty"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("documents") / "data", working=False) as site:
        yield site


@pytest.fixture
def case(site: Site) -> str:
    person = next(a.person for a in site.do(site.onboard.people.list()) if a.person.name == "Ana")
    return str(site.do(site.onboard.desk.open_case(person, "api")))


def address(case: str) -> str:
    return f"/api/merchants/{case}/documents"


def send(site: Site, case: str, content: bytes, name: str = "", claimed: str = "", **more: Any) -> Any:
    file = (name, content, claimed) if claimed else (name, content)
    return site.post(address(case), "ana", files={"file": file}, **more)


@pytest.fixture(scope="module", autouse=True)
def own_temporary_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for temporary files in which nobody else on this machine leaves any."""
    folder = str(tmp_path_factory.mktemp("temporary"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield


def left(site: Site, case: str) -> dict[str, object]:
    """All that there is of a case, and by name all that stands on the disk."""

    async def count() -> tuple[int, int]:
        async with site.onboard.desk.db.read() as connection:
            events = await site.onboard.desk.events(connection, UUID(case))
            rows = await connection.scalar(select(func.count()).select_from(tables.documents))
            return len(events), rows or 0

    data_dir = site.onboard.settings.data_dir
    return {
        "events and rows": site.do(count()),
        "data folder": sorted(str(path) for path in data_dir.rglob("*")),
        "temporary files": sorted(str(path) for path in Path(tempfile.gettempdir()).iterdir()),
    }


def connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30)


def head(site_url: str, path: str, token: str, *more: str) -> bytes:
    host = urlsplit(site_url).netloc
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}", f"Authorization: Bearer {token}", *more, "", ""]
    return "\r\n".join(lines).encode()


# -- sending and handing out ------------------------------------------------------------------------------


def test_a_document_is_sent_as_a_form_listed_and_handed_out_as_a_file(site: Site, case: str) -> None:
    paper = make_pdf(CERTIFICATE)
    answer = send(site, case, paper, "Gewerbe schein.pdf", "application/pdf", data={"kind": "registration"})
    assert answer.status_code == 201, answer.text
    document = answer.json()
    assert (document["kind"], document["name"]) == ("registration", "Gewerbe schein.pdf")
    for who in ("ana", "rosa", "ines", "olga"):
        listed = site.get(address(case), who).json()
        assert [each["id"] for each in listed["documents"]] == [document["id"]]
        got = site.get(f"{address(case)}/{document['id']}", who)
        assert (got.status_code, got.content) == (200, paper)
    assert got.headers["content-disposition"].startswith('attachment; filename="Gewerbe schein.pdf"')
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cache-control"] == "no-store"
    assert "sandbox" in got.headers["content-security-policy"]
    assert "default-src 'none'" in got.headers["content-security-policy"]


def test_a_document_is_sent_as_a_bare_body(site: Site, case: str) -> None:
    headers = {"Content-Type": "image/jpeg"}
    query = "?name=IMG_2041.JPG&kind=identity"
    answer = site.post(address(case) + query, "ana", content=make_photograph(), headers=headers)
    assert answer.status_code == 201, answer.text
    document = answer.json()
    assert (document["kind"], document["media_type"], document["name"]) == (
        "identity",
        "image/jpeg",
        "IMG_2041.jpg",
    )
    got = site.get(f"{address(case)}/{document['id']}", "ana")
    assert b"Cameramaker" not in got.content


def test_a_photograph_of_a_phone_is_handed_out_as_a_picture_that_opens_anywhere(
    site: Site, case: str
) -> None:
    document = send(site, case, papers.HEIC_PICTURE, "IMG_1.HEIC", "image/heic").json()
    got = site.get(f"{address(case)}/{document['id']}", "rosa")
    assert got.headers["content-type"] == "image/jpeg"
    assert 'filename="IMG_1.jpg"' in got.headers["content-disposition"]


def test_a_document_may_be_as_large_as_it_may_be(site: Site, case: str) -> None:
    paper = make_pdf(CERTIFICATE, packed=False)
    around = make_pdf(CERTIFICATE, packed=False, extra=[papers.stream(b"x", packed=False)])
    room = LARGEST - len(around) - 20
    large = make_pdf(CERTIFICATE, packed=False, extra=[papers.stream(b"x" * room, packed=False)])
    assert len(paper) < LARGEST - 100 < len(large) <= LARGEST
    assert send(site, case, large, "large.pdf", "application/pdf").status_code == 201


def test_a_document_sent_again_under_the_same_key_is_one_document(site: Site, case: str) -> None:
    headers = {"Idempotency-Key": str(uuid4()), "Content-Type": "application/pdf"}
    paper = make_pdf(CERTIFICATE)
    answers = [site.post(address(case), "ana", content=paper, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(site.get(address(case), "ana").json()["documents"]) == 1


def test_nobody_else_sends_or_sees_a_document(site: Site, case: str) -> None:
    document = send(site, case, make_pdf(CERTIFICATE), "a.pdf").json()["id"]
    paper = make_pdf(CERTIFICATE)
    assert site.post(address(case), "", files={"file": ("a.pdf", paper)}).status_code == 401
    assert site.post(address(case), "carl", files={"file": ("a.pdf", paper)}).status_code == 404
    assert site.post(address(case), "rosa", files={"file": ("a.pdf", paper)}).status_code == 403
    for path in (address(case), f"{address(case)}/{document}"):
        assert site.get(path, "carl").status_code == 404
        assert site.get(path).status_code == 401
        assert site.get(path, "devi").status_code == 404
    assert site.get(f"{address(case)}/{uuid4()}", "ana").status_code == 404
    assert site.get(f"{address(case)}/nothing", "ana").status_code == 404


def test_a_document_of_one_case_is_not_handed_out_under_another(site: Site, case: str) -> None:
    document = send(site, case, make_pdf(CERTIFICATE), "a.pdf").json()["id"]
    person = next(a.person for a in site.do(site.onboard.people.list()) if a.person.name == "Ana")
    other = str(site.do(site.onboard.desk.open_case(person, "api")))
    assert site.get(f"{address(other)}/{document}", "ana").status_code == 404


def test_a_document_is_taken_back_and_gone(site: Site, case: str) -> None:
    document = send(site, case, make_pdf(CERTIFICATE), "a.pdf").json()["id"]
    assert site.call("DELETE", f"{address(case)}/{document}", "rosa").status_code in (403, 409)
    assert site.call("DELETE", f"{address(case)}/{document}", "ana").status_code == 204
    assert site.get(f"{address(case)}/{document}", "ana").status_code == 404
    assert site.get(address(case), "ana").json()["documents"] == []


def test_a_reviewer_refuses_a_document_and_its_merchant_reads_why(site: Site, case: str) -> None:
    document = send(site, case, make_pdf(CERTIFICATE), "a.pdf").json()["id"]
    path, ruling = f"{address(case)}/{document}/refuse", {"reason": "blurred", "comment": "Page two."}
    assert site.post(path, "ana", json=ruling).status_code == 403
    assert site.post(path, "ines", json=ruling).status_code == 403
    assert site.post(path, "rosa", json={"reason": "ugly"}).status_code == 422
    assert site.post(path, "rosa", json=ruling).status_code == 200
    (shown,) = site.get(address(case), "ana").json()["documents"]
    assert shown["refused"] == "blurred"
    assert "too blurred" in shown["reason"]
    assert "Page two." in shown["reason"]
    transcript = site.get(f"/api/merchants/{case}/transcript", "ana").json()["events"]
    assert any("too blurred" in event["text"] for event in transcript)


def test_every_call_about_documents_is_described(site: Site) -> None:
    spec = site.get("/api/openapi.json").json()["paths"]
    sending = spec["/api/merchants/{request_id}/documents"]["post"]
    assert {"multipart/form-data", "application/pdf", "image/heic"} <= set(sending["requestBody"]["content"])
    for path, methods in {
        "/api/merchants/{request_id}/documents": ("get", "post"),
        "/api/merchants/{request_id}/documents/{document_id}": ("get", "delete"),
        "/api/merchants/{request_id}/documents/{document_id}/refuse": ("post",),
    }.items():
        for method in methods:
            assert spec[path][method]["description"], path
            assert "404" in spec[path][method]["responses"], path


# -- what is refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent", HOSTILE)
def test_what_cannot_be_kept_gets_a_clear_refusal_and_leaves_nothing(
    site: Site, case: str, sent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    make, name, claimed, code = HOSTILE[sent]
    before = left(site, case)
    for answer in (
        send(site, case, make(), name, claimed),
        site.post(f"{address(case)}?name={name}", "ana", content=make(), headers={"Content-Type": claimed}),
    ):
        assert answer.status_code == 422, answer.text
        assert answer.json()["code"] == code
        assert len(answer.json()["detail"].split(". ")) > 1, "what is wrong, and what to do"
    assert left(site, case) == before


def test_a_file_of_two_hundred_megabytes_is_refused_before_it_is_read(site: Site, case: str) -> None:
    before = left(site, case)
    announced = ("Content-Length: 200000000", "Content-Type: application/pdf")
    with connect(site.url) as line:
        line.sendall(head(site.url, address(case), site.tokens["ana"], *announced))
        said = b"".join(iter(lambda: line.recv(65_536), b""))
    assert b" 413 " in said
    assert b"too_large" in said
    assert left(site, case) == before


@pytest.mark.parametrize("form", [False, True])
def test_a_file_without_end_is_read_no_further_than_the_limit(site: Site, case: str, form: bool) -> None:
    before = left(site, case)
    media = "multipart/form-data; boundary=cut" if form else "application/pdf"
    opening = (
        b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n' if form else b""
    )
    piece = b"x" * 250_000
    sent = 0
    with connect(site.url) as line:
        chunked = ("Transfer-Encoding: chunked", f"Content-Type: {media}")
        line.sendall(head(site.url, address(case), site.tokens["ana"], *chunked))
        if opening:
            line.sendall(f"{len(opening):x}\r\n".encode() + opening + b"\r\n")
        try:
            while sent < 200_000_000:
                line.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                sent += len(piece)
        except OSError:
            pass
        try:
            said = line.recv(65_536)
        except ConnectionResetError:
            said = b""
    assert sent < LARGEST_UPLOAD + 16_000_000, "what the two ends keep on the way, and no more"
    assert b" 413 " in said or not said
    assert left(site, case) == before


def test_a_large_file_gets_its_answer_as_a_client_sees_it(site: Site, case: str) -> None:
    paper = b"%PDF-1.7\n" + bytes(LARGEST + 1)
    answer = site.post(address(case), "ana", content=paper, headers={"Content-Type": "application/pdf"})
    assert (answer.status_code, answer.json()["code"]) == (413, "document_too_large")
    assert "10 MB" in answer.json()["detail"]


def test_a_connection_that_is_lost_on_the_way_leaves_nothing(site: Site, case: str) -> None:
    before = left(site, case)
    with connect(site.url) as line:
        announced = ("Content-Length: 5000000", "Content-Type: application/pdf")
        line.sendall(head(site.url, address(case), site.tokens["ana"], *announced) + bytes(1_000_000))
    assert site.get(address(case), "ana").json()["documents"] == []
    assert left(site, case) == before


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("multipart/form-data", b"--x\r\n\r\nhello"),
        ("multipart/form-data; boundary=x", b"no form at all"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ntax\r\n--x--',
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhal',
        ),
    ],
)
def test_a_form_that_is_none_is_refused(site: Site, case: str, media: str, body: bytes) -> None:
    before = left(site, case)
    answer = site.post(address(case), "ana", content=body, headers={"Content-Type": media})
    assert answer.status_code == 422, answer.text
    assert left(site, case) == before


def test_two_files_in_one_form_are_not_half_taken(site: Site, case: str) -> None:
    paper = make_pdf(CERTIFICATE)
    files = [("file", ("a.pdf", paper)), ("file", ("b.pdf", paper))]
    assert site.post(address(case), "ana", files=files).status_code == 422
    assert site.get(address(case), "ana").json()["documents"] == []


def test_the_body_of_any_other_call_stays_small(site: Site, case: str) -> None:
    answer = site.post(f"/api/merchants/{case}/messages", "ana", json={"text": "x" * 1_100_000})
    assert answer.status_code == 413


async def test_a_server_that_is_killed_in_the_middle_of_an_upload_has_kept_nothing(tmp_path: Path) -> None:
    data_dir, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    tokens = await make_people(data_dir, {"ana@example.com": [Role.MERCHANT]})
    token = tokens["ana@example.com"]
    headers = {"Authorization": f"Bearer {token}"}
    async with serving_process(data_dir, TMPDIR=str(temporary)) as server:
        async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=30) as http:
            application = {"merchant_name": "Tidewater Books", "email": "a@tidewater.example.com"}
            case = (await http.post("/api/merchants/onboard", json=application)).json()["request_id"]
            kept = await http.post(address(case), content=make_pdf(CERTIFICATE))
            assert kept.status_code == 201
            secret = b"%PDF-1.7 zebrafish " + bytes(3_000_000)
            with connect(server.url) as line:
                line.sendall(head(server.url, address(case), token, "Content-Length: 9000000") + secret)
                assert (await http.get(address(case))).status_code == 200
                server.kill()
                await server.killed()
        assert [path.name for path in temporary.iterdir()] == []
        for file in data_dir.rglob("*"):
            assert not file.is_file() or b"zebrafish" not in file.read_bytes(), file
            assert not file.is_file() or b"Quay Street" not in file.read_bytes(), file
        server.start()
        await server.ready()
        async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=30) as http:
            assert len((await http.get(address(case))).json()["documents"]) == 1


def test_a_file_for_the_team_is_attached_and_its_merchant_sees_nothing_of_it(site: Site, case: str) -> None:
    paper = make_pdf(CERTIFICATE)
    file = {"file": ("register.pdf", paper, "application/pdf")}
    path = f"/api/merchants/{case}/attachments"
    for who, status in (("", 401), ("carl", 404), ("ana", 403), ("ines", 403), ("devi", 404)):
        assert site.post(path, who, files=file).status_code == status
    sent = site.post(path, "rosa", files=file)
    assert sent.status_code == 201, sent.text
    assert sent.json()["internal"] is True
    assert site.get(f"{address(case)}/{sent.json()['id']}", "olga").status_code == 200
    assert site.get(f"{address(case)}/{sent.json()['id']}", "ana").status_code == 404
    assert site.get(address(case), "ana").json()["documents"] == []
    assert "register.pdf" not in site.get(f"/api/merchants/{case}/transcript", "ana").text
