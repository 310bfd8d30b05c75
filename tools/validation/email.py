"""E-mail addresses: their form, and what their domain tells of the business."""

from __future__ import annotations

from disposable_email_domains import blocklist

from cases.errors import Invalid
from cases.fields import email
from tools.validation.domains import parents, registered_part
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held

_FREE_WORDS = """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.de hotmail.es hotmail.fr live.com
    live.co.uk live.de live.fr msn.com outlook.de outlook.es outlook.fr yahoo.com yahoo.co.uk yahoo.co.in
    yahoo.com.br yahoo.com.mx yahoo.de yahoo.es yahoo.fr yahoo.it yahoo.ca ymail.com rocketmail.com aol.com
    icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.com gmx.de gmx.net gmx.at
    gmx.ch gmx.com gmx.fr gmx.es web.de freenet.de t-online.de mail.de posteo.de mailbox.org arcor.de
    orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it
    hotmail.it telefonica.net terra.es terra.com.br uol.com.br bol.com.br ig.com.br globo.com btinternet.com
    sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk comcast.net verizon.net att.net
    sbcglobal.net cox.net charter.net bellsouth.net rogers.com shaw.ca sympatico.ca videotron.ca bigpond.com
    optusnet.com.au iinet.net.au xtra.co.nz rediffmail.com mail.com email.com zoho.com zohomail.com
    fastmail.com hey.com yandex.com yandex.ru mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com 163.com
    126.com sina.com naver.com hanmail.net daum.net wp.pl o2.pl onet.pl interia.pl seznam.cz ziggo.nl
    kpnmail.nl planet.nl home.nl telenet.be skynet.be bluewin.ch sapo.pt eircom.net
"""
FREE_MAIL = frozenset(_FREE_WORDS.split())
"""Providers at which anybody opens a mailbox; internet providers' own addresses among them."""


def judge_form(inquiry: Inquiry) -> Verdict:
    """Whether it is an address (email-validator)."""
    try:
        email.parse(inquiry.application.email or "")
    except Invalid:
        return failed("This is not a complete e-mail address.", found("email_form"))
    return held("A well-formed address; nothing was sent to it.")


def judge_domain(inquiry: Inquiry) -> Verdict:
    """Whether the mailbox lasts, and is at the domain of the website."""
    host = (inquiry.application.email or "").rpartition("@")[2].casefold()
    own = registered_part(host) or host
    if not blocklist.isdisjoint(parents(host)):
        return failed("A throw-away mailbox.", found("email_disposable"))
    site = registered_part(inquiry.application.website or "")
    if own == site:
        return held("At the domain of the website.")
    if own in FREE_MAIL:
        return held("A free mailbox, which tells nothing of the business.", found("email_free_mail"))
    if site is not None:
        return failed("At another domain than the website.", found("email_other_domain"))
    return held("At a domain of its own; there is no website to compare it with.")
