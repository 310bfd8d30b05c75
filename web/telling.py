"""What tells people and partners, put together: letters, notices, alerts and webhooks."""

from __future__ import annotations

from desk.announcing import Channel
from desk.complaining import WRITE_OF_COMPLAINTS
from desk.declining import WRITE_OF_DECLINE
from desk.desk import Desk
from desk.information_answers import FOLLOW
from desk.notifying import Notifications
from desk.people import People
from desk.submission import WRITE_OF_EXPIRY
from desk.webhooks import Webhooks
from notices.alerts import AppriseAlerts
from notices.apprise import Messenger, is_usable
from notices.complaints import ComplaintLetters
from notices.continuing import ContinueLetters
from notices.declining import DeclineLetters
from notices.delivery import Deliverer, Sender
from notices.information import RequestLetters
from notices.letterbox import Letterbox, WrittenLetters
from notices.mail import Mailer
from notices.own_addresses import OwnAddresses
from notices.receivers import EverybodyConcerned
from notices.staff_letters import StaffLetters
from notices.webhook import WebhookSender
from storage.settings import Settings
from teams.worker import Job


def letterbox(desk: Desk, settings: Settings) -> Letterbox:
    """Where letters go."""
    return Letterbox(desk, Mailer(settings))


def merchant_letters(desk: Desk, people: People, settings: Settings) -> dict[str, Job]:
    """What writes to merchants by itself, by the kind of work."""
    to, public_url = letterbox(desk, settings), settings.public_url
    requests = RequestLetters(desk, people, to, public_url)
    return {
        "remind": ContinueLetters(desk, people, to, public_url).remind,
        FOLLOW: requests.follow,
        WRITE_OF_EXPIRY: requests.tell_expired,
        WRITE_OF_DECLINE: DeclineLetters(desk, people, to, public_url).write,
        WRITE_OF_COMPLAINTS: ComplaintLetters(desk, people, to, public_url).write,
    }


def notifications(desk: Desk, people: People, settings: Settings) -> Notifications:
    """What people chose to be told, and whom a notice goes to by that."""
    return Notifications(desk, people, settings.approvers, is_usable, loopback=settings.webhooks_loopback)


def deliverer(desk: Desk, people: People, settings: Settings, messenger: Messenger) -> Deliverer:
    """What tells partners and staff of what the desk wrote down for them."""
    loopback, public_url = settings.webhooks_loopback, settings.public_url
    told, mailer = notifications(desk, people, settings), Mailer(settings)
    alerts = AppriseAlerts(messenger, settings.alert_targets, public_url)
    senders: dict[Channel, Sender] = {
        "webhook": WebhookSender(Webhooks(desk), desk.clock, loopback=loopback),
        "alert": alerts,
        "apprise": OwnAddresses(messenger, told, public_url, loopback=loopback),
        "mail": StaffLetters(desk, people, told, mailer, public_url),
        "letter": WrittenLetters(desk, mailer),
    }
    return Deliverer(desk, senders, EverybodyConcerned(alerts, told))
