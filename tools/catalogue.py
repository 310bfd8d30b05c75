"""Every tool that there is, by the name that agents call it by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tools import intake, provisioning
from tools.compliance import ASSESS_COMPLIANCE
from tools.questions import ANSWER_QUESTION
from tools.recommendation import RECOMMEND
from tools.risk import SCORE_RISK
from tools.screening import SCREEN_PARTIES
from tools.standing import REQUEST_PERSON, TELL_STANDING
from tools.tool import Caller, NoArguments, Tool, call, unknown_tool
from tools.validation import VALIDATE_APPLICATION
from tools.verification.checking import VERIFY_FACTS

__all__ = ["CATALOGUE", "Caller", "NoArguments", "Tool", "call", "unknown_tool"]

CATALOGUE: Mapping[str, Tool[Any]] = MappingProxyType(
    {
        tool.name: tool
        for tool in (
            intake.RECORD_FACTS,
            intake.DECLARE_ABSENT,
            intake.POSTPONE_ITEMS,
            intake.REPLY_TO_MERCHANT,
            intake.PRESENT_SUMMARY,
            intake.SUBMIT_APPLICATION,
            intake.READ_APPLICATION,
            ANSWER_QUESTION,
            REQUEST_PERSON,
            TELL_STANDING,
            VALIDATE_APPLICATION,
            SCREEN_PARTIES,
            VERIFY_FACTS,
            SCORE_RISK,
            ASSESS_COMPLIANCE,
            RECOMMEND,
            provisioning.CREATE_ACCOUNT,
            provisioning.CONFIGURE_DASHBOARD,
            provisioning.SEND_WELCOME,
            provisioning.ACTIVATE_ACCOUNT,
        )
    }
)
"""The tools of all agents; which agent has which is written in its prompt file."""
