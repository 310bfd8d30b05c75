"""Making the account: four steps in order, each only under a reviewer's grant and on record by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from uuid import UUID

from cases.decision import Grant
from cases.errors import Conflict, Forbidden
from cases.record import CaseRecord
from desk import provisioning
from desk.labels import STEPS as LABELS
from desk.outside import StepAnswer
from desk.turn import Turn
from tools.gateway import StepFailed
from tools.reading import as_json
from tools.tool import NoArguments, Tool

CREATE, DASHBOARD, WELCOME, ACTIVATE = provisioning.STEPS
CLOSE = "accounts/close"


def merchant_id_of(case_id: UUID, characters: int = 8) -> str:
    """``MERCH_`` and the first characters of the request's id; twelve where eight are taken."""
    return f"MERCH_{case_id.hex[:characters]}"


async def run_step(turn: Turn, step: str) -> str:
    """Do one step and write it; a step that is done is answered from the record.

    Raises Forbidden without a usable grant and Conflict out of order. A step that fails for good is
    on record as failed when StepFailed is raised.
    """
    made = turn.draft.record.steps.get(step)
    if made is not None and made.status == "done":
        return as_json({"step": step, "status": "done", "was_done_before": True})
    await _begin(turn, step)
    try:
        answer = await _call(turn, step)
    except StepFailed as failed:
        provisioning.record_step(
            turn.draft, turn.author, step, "failed", attempts=failed.attempts, detail=str(failed)
        )
        await turn.commit()
        raise
    provisioning.record_step(turn.draft, turn.author, step, "done", attempts=answer.attempts)
    await turn.commit()
    return as_json({"step": step, "status": "done", "attempts": answer.attempts})


async def undo(turn: Turn) -> None:
    """Close the account and record each step that was done as undone; raises StepFailed.

    An account that the service does not know is closed already.
    """
    record = turn.draft.record
    if record.grant is None or record.merchant_id is None or not record.given_up:
        raise Forbidden("There is no set-up that a reviewer has given up.", code="no_grant")
    attempts = await _close(turn, record, record.grant)
    while (step := provisioning.last_step_done(turn.draft)) is not None:
        provisioning.record_step(turn.draft, turn.author, step, "undone", attempts=attempts)
    provisioning.finish_undo(turn.draft)
    await turn.commit()


async def _begin(turn: Turn, step: str) -> None:
    """Use up the grant, and write that before anything is done outside."""
    draft = turn.draft
    provisioning.usable_grant(draft)
    expected = provisioning.next_step(draft)
    if step != expected:
        raise Conflict(f"The next step is {expected}; {step} comes later.", code="out_of_order")
    provisioning.begin(draft, turn.author, merchant_id_of(draft.record.id))
    await turn.commit()


async def _call(turn: Turn, step: str) -> StepAnswer:
    grant = provisioning.usable_grant(turn.draft)
    try:
        return await _post(turn, step, grant)
    except StepFailed as failed:
        longer = merchant_id_of(turn.draft.record.id, 12)
        taken = step == CREATE and failed.answered == HTTPStatus.CONFLICT
        if not taken or turn.draft.record.merchant_id == longer:
            raise
    provisioning.rename(turn.draft, turn.author, longer)
    await turn.commit()
    return await _post(turn, step, grant)


async def _post(turn: Turn, step: str, grant: Grant) -> StepAnswer:
    record = turn.draft.record
    answer = await turn.desk.gateway.post(step, _key(record, grant, step), _body(record, grant))
    named = answer.data.get("merchant_id", record.merchant_id)
    if named != record.merchant_id:
        raise StepFailed(f"{step}: answered for another merchant id", attempts=answer.attempts)
    return answer


async def _close(turn: Turn, record: CaseRecord, grant: Grant) -> int:
    try:
        key, body = _key(record, grant, CLOSE), _body(record, grant)
        return (await turn.desk.gateway.post(CLOSE, key, body)).attempts
    except StepFailed as failed:
        if failed.answered != HTTPStatus.NOT_FOUND:
            raise
        return failed.attempts


def _key(record: CaseRecord, grant: Grant, step: str) -> str:
    return f"{record.id}:{grant.id}:{step}"


def _body(record: CaseRecord, grant: Grant) -> dict[str, object]:
    """What a service is told; nothing in it is about a person."""
    return {
        "request_id": str(record.id),
        "merchant_id": record.merchant_id,
        "version": grant.version,
        "conditions": grant.conditions.model_dump(mode="json", exclude_none=True),
    }


def _runs(step: str) -> Callable[[Turn, NoArguments], Awaitable[str]]:
    async def run(turn: Turn, _: NoArguments) -> str:
        return await run_step(turn, step)

    return run


def _tool(name: str, step: str) -> Tool[NoArguments]:
    order = provisioning.STEPS.index(step) + 1
    description = f"{LABELS[step]}: step {order} of 4. Runs only under a reviewer's grant."
    return Tool(name, description, NoArguments, _runs(step))


CREATE_ACCOUNT = _tool("create_account", CREATE)
CONFIGURE_DASHBOARD = _tool("configure_dashboard", DASHBOARD)
SEND_WELCOME = _tool("send_welcome", WELCOME)
ACTIVATE_ACCOUNT = _tool("activate_account", ACTIVATE)
