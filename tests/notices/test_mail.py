"""Letters by a mail server: it fails, hangs, answers late and comes back, and each arrives once."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from sqlalchemy import func, select

from cases.decision import Verdict
from cases.errors import Unavailable
from cases.states import State
from desk.delivering import MAIL_LEASE, PAUSES
from desk.webhooks import Told
from notices import mail
from notices.letterbox import Letterbox
from notices.letters import Letter
from notices.mail import Mailer
from storage.tables import letters
from tests.desk.office import Office
from tests.letters import letters_to, text_of
from tests.notices.mail_server import PASSWORD, USER, MailServer, Reply, mail_server
from tests.notices.partners import Partners

LONGER, DAY = 1.25, timedelta(days=1)
LETTER = Letter(subject="Go on here", paragraphs=("We saved this.",))


def asking(office: Office, server: MailServer) -> Partners:
    """A case's approval is asked of one reviewer, by this server."""
    return Partners(office, smtp_url=server.url, approvers=[office.reviewer.email])


async def told(partners: Partners, channel: str = "mail") -> Told:
    [only] = await partners.told(channel)
    return only


async def test_what_a_failing_server_did_not_take_arrives_once_it_does_and_not_twice(office: Office) -> None:
    failing = (Reply("451 later"), Reply(None), Reply("554 no"), Reply("421 busy"))
    async with mail_server(*failing, Reply()) as server:
        partners = asking(office, server)
        await office.in_review()
        for pause in PAUSES:
            await partners.deliver()
            office.clock.pass_time(pause * LONGER)
    assert (server.tried, len(server.letters)) == (len(failing) + 1, 1)
    delivery = await told(partners)
    assert delivery.status == "delivered"
    assert (await partners.attempts(delivery.delivery.id))[-1] == "delivered"


async def test_letters_wait_for_a_server_that_is_not_there(office: Office) -> None:
    async with mail_server() as gone:
        pass
    partners = asking(office, gone)
    await office.in_review()
    await partners.deliver()
    assert "SMTPConnectError" in str((await told(partners)).outcome)
    office.clock.pass_time(PAUSES[0] * LONGER)
    async with mail_server(port=gone.port) as server:
        await partners.deliver()
        office.clock.pass_time(timedelta(days=1))
        await partners.deliver()
    assert len(server.letters) == 1


async def test_a_server_that_hangs_holds_up_no_decision_and_gets_the_letter_once(office: Office) -> None:
    never = asyncio.Event()
    async with mail_server(Reply(once=never)) as server:
        partners = asking(office, server)
        case_id = await office.in_review()
        await partners.deliverer.begin_due()
        await partners.deliverer.settle()
        await partners.deliverer.begin_due()
        await server.has_tried(1)
        await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
        assert await office.state(case_id) is State.APPROVED
        assert (await told(partners)).status == "waiting"
        never.set()
        await partners.deliverer.settle()
        office.clock.pass_time(MAIL_LEASE)
        await partners.deliver()
    assert len(server.letters) == 1


async def test_no_answer_in_time_is_tried_again_under_the_same_id(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()
    async with mail_server(Reply(once=never), Reply()) as server:
        partners = asking(office, server)
        await office.in_review()
        with monkeypatch.context() as impatient:
            impatient.setattr(mail, "ANSWERING", 0.2)
            await partners.deliver()
        office.clock.pass_time(PAUSES[0] * LONGER)
        await partners.deliver()
        never.set()
        await asyncio.sleep(0)
    assert "TimeoutError" in (await partners.attempts((await told(partners)).delivery.id))[0]
    assert len(set(server.ids())) == 1


async def test_a_letter_that_comes_too_late_says_that_nothing_is_waited_for(office: Office) -> None:
    async with mail_server(Reply("451 later"), Reply()) as server:
        partners = asking(office, server)
        case_id = await office.in_review()
        await partners.deliver()
        await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
        office.clock.pass_time(PAUSES[0] * LONGER)
        await partners.deliver()
    [letter] = server.letters
    assert "no more" in letter["Subject"]
    assert "/decide/" not in text_of(letter)


@pytest.mark.parametrize("key", ["one", "two"])
async def test_a_letter_of_the_pages_waits_for_the_server_too_and_nobody_for_the_letter(
    office: Office, key: str
) -> None:
    never = asyncio.Event()
    async with mail_server(Reply(once=never)) as server:
        partners = asking(office, server)
        letterbox = Letterbox(office.desk, Mailer(partners.settings))
        for _ in range(2):
            await letterbox.send("gwen@shop.example.com", LETTER, "one")
        await letterbox.send("gwen@shop.example.com", LETTER, key)
        await partners.deliverer.begin_due()
        never.set()
        await partners.deliver()
    assert len(server.letters) == len({"one", key})


async def test_a_letter_that_waits_is_kept_encrypted_and_forgotten_once_it_is_delivered(
    office: Office,
) -> None:
    async with mail_server() as server:
        partners = asking(office, server)
        await Letterbox(office.desk, Mailer(partners.settings)).send("gwen@shop.example.com", LETTER, "one")
        assert b"gwen@" not in kept(office)
        assert b"Go on here" not in kept(office)
        await partners.deliver()
        assert await rows(office) == 0
    assert len(server.letters) == 1


def kept(office: Office) -> bytes:
    return b"".join(file.read_bytes() for file in office.folder.glob("onboard.db*"))


async def rows(office: Office) -> int:
    async with office.desk.db.read() as connection:
        return await connection.scalar(select(func.count()).select_from(letters)) or 0


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
async def test_letters_go_by_tls_wherever_it_is_offered_and_with_a_password_that_has_signs_in_it(
    office: Office, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = certified(office.folder)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with mail_server(tls=context, implicit=scheme == "smtps") as server:
        url = f"{scheme}://{USER}:{quote(PASSWORD, safe='')}@localhost:{server.port}"
        await Mailer(Partners(office, smtp_url=url).settings).send("gwen@shop.example.com", LETTER, "one")
    assert len(server.letters) == 1


async def test_a_server_whose_certificate_nobody_vouches_for_gets_no_letter(office: Office) -> None:
    _, context = certified(office.folder)
    async with mail_server(tls=context) as server:
        url = f"smtp://{USER}:{quote(PASSWORD, safe='')}@localhost:{server.port}"
        with pytest.raises(Unavailable):
            await Mailer(Partners(office, smtp_url=url).settings).send("gwen@shop.example.com", LETTER, "one")
    assert server.letters == []


def certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for localhost, and what serves with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return file, context


async def test_without_a_server_letters_are_files_at_once(office: Office) -> None:
    partners = Partners(office)
    await Letterbox(office.desk, Mailer(partners.settings)).send("gwen@shop.example.com", LETTER, "one")
    assert len(letters_to(office.folder, "gwen@shop.example.com")) == 1
    await office.in_review()
    await partners.deliver()
    assert len(letters_to(office.folder, office.reviewer.email)) == 1
