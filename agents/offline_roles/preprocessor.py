"""The role that talks with the merchant: it reads, records, and answers or asks."""

from __future__ import annotations

from agents.offline_roles.asides import is_courtesy, is_in_other_script
from agents.offline_roles.asking import MOST, named, next_questions, offer_once
from agents.offline_roles.listening import Wish, asked_about, listen, wishes_in, words_for_a_person
from agents.offline_roles.outcome import Outcome, outcome_of
from agents.offline_roles.scene import Ask, Move, Scene
from agents.spoken import CHECKED
from cases.affirmation import affirms
from cases.application import FieldName
from cases.information import QUESTION
from cases.sensitive import CARD_REMOVED, Kind
from cases.states import SUBMITTABLE, State
from desk.labels import fields_in_words

CLOSING = (
    "reply_to_merchant",
    "present_summary",
    "submit_application",
    "request_person",
    "tell_standing",
)
"""The tools of which one ends the turn."""

_TRIES = 3


def converse(scene: Scene) -> Move:
    """The next move of a turn: read the record, record what was said, answer, note."""
    if scene.briefing.state is State.CHECKING and not scene.called("read_application"):
        return [Ask("read_application", {})]
    read = scene.called("record_facts", "declare_absent", "postpone_items") or _agrees(scene)
    if not read and (taken := listen(scene)):
        return taken
    if answer := _answered_question(scene):
        return answer
    if closing := close(scene):
        return closing
    return _note(scene)


def close(scene: Scene) -> list[Ask]:
    """The call that ends the turn; none where one has been made or the merchant need not hear."""
    made = scene.called(*CLOSING)
    if any(call.ok for call in made) or len(made) >= _TRIES:
        return []
    outcome = outcome_of(scene)
    if made:
        return _plainly(scene, outcome)
    if scene.new_documents and not scene.unread and scene.spoken:
        return []  # The desk has thanked for it, and tells what was read.
    if not outcome.served:
        return _let_go(scene, outcome)
    if scene.briefing.state in SUBMITTABLE:
        return _go_on(scene, outcome)
    return _reassure(scene, outcome)


def _agrees(scene: Scene) -> bool:
    """Whether the merchant says yes to the summary, and nothing else."""
    shown = scene.briefing.summary_presented
    return shown and bool(scene.unread) and all(affirms(said.text) for said in scene.unread)


def _go_on(scene: Scene, outcome: Outcome) -> list[Ask]:
    """While the application is being written: confirm, ask on, or present the summary."""
    briefing = scene.briefing
    agreed = _agrees(scene)
    if briefing.may_confirm and agreed and not outcome.anything_taken:
        last = scene.unread[-1]
        return [Ask("submit_application", {"message": last.number, "quote": last.text.strip()})]
    wishes = wishes_in(scene)
    answered = [*_understood(scene, outcome), *_answers(scene, outcome, wishes)]
    if (calls := _for_the_desk(scene, wishes)) and not answered:
        return calls
    return [*calls, *_answer(scene, outcome, wishes, answered)]


def _answer(scene: Scene, outcome: Outcome, wishes: frozenset[Wish], answered: list[str]) -> list[Ask]:
    """What is said in phrases: on what is asked for, or with the summary."""
    briefing, agreed = scene.briefing, _agrees(scene)
    if outcome.outstanding:
        return _ask_on(scene, outcome, wishes, answered)
    if Wish.LATER in wishes and not outcome.anything_taken:
        return _reply([*answered, scene.say("later")])
    if outcome.refused or outcome.absent_but_needed:
        return _reply(answered, (*outcome.refused, *outcome.absent_but_needed))
    if _still_requested(scene):
        return [*(_reply(answered) if answered else []), Ask("tell_standing", {})]
    if briefing.open_question and _is_only_a_question(scene, outcome, wishes):
        return _reply([*answered, scene.say("answer_first")])
    if briefing.summary_presented and not outcome.anything_taken and not agreed:
        return _reply([*answered, *_after_summary(scene, wishes)])
    return _round_off(scene, outcome, answered)


def _ask_on(scene: Scene, outcome: Outcome, wishes: frozenset[Wish], answered: list[str]) -> list[Ask]:
    if Wish.LATER in wishes and not outcome.anything_taken:
        return _reply([*answered, scene.say("later")])
    nothing_said = not answered and not outcome.understood
    if nothing_said and scene.asked and all(is_courtesy(said.text) for said in scene.unread):
        return _reply([scene.say("courtesy")])
    # What could not be taken just now is asked for by saying what is wrong with it.
    asked_for = (*outcome.refused, *outcome.absent_but_needed)
    owed = [name for name in outcome.outstanding if name not in asked_for]
    phrase = "still_needed" if scene.is_silent and scene.spoken else ""
    questions = next_questions(scene, outcome, owed, phrase)
    opening = answered
    if not scene.spoken and scene.unread:
        opening = [scene.say("hello"), *answered]
    elif nothing_said and not scene.is_silent:
        opening = [scene.say("other_script" if _is_foreign(scene) else "unclear")]
    if not questions.fields and not opening:
        return [Ask("tell_standing", {})]
    return _reply([*opening, questions.text], (*asked_for, *questions.fields))


def _is_foreign(scene: Scene) -> bool:
    return any(is_in_other_script(said.text) for said in scene.unread)


def _let_go(scene: Scene, outcome: Outcome) -> list[Ask]:
    """To a merchant whose line of business is not served: nothing more is asked; a person can look."""
    wishes = wishes_in(scene)
    if call := words_for_a_person(scene):
        return [call]
    if outcome.told_unserved:
        return []
    told = [wish for wish in (Wish.WITHDRAW, Wish.ARE_YOU_A_PERSON) if wish in wishes]
    if told:
        return _reply([scene.say(f"answer.{wish.value}") for wish in told])
    return [Ask("tell_standing", {})]


def _for_the_desk(scene: Scene, wishes: frozenset[Wish]) -> list[Ask]:
    """What the desk itself answers: a person is called, and where the application stands."""
    called = words_for_a_person(scene)
    standing = [Ask("tell_standing", {})] if Wish.WHERE_IS_IT in wishes else []
    return [*([called] if called else []), *standing]


def _round_off(scene: Scene, outcome: Outcome, answered: list[str]) -> list[Ask]:
    """Everything needed is there: offer the optional things once, then present the summary."""
    answers_reviewer = scene.briefing.open_question is not None
    again = scene.briefing.summary_presented
    if not (answers_reviewer or again) and (more := offer_once(scene, outcome)).fields:
        return _reply([*answered, more.text], more.fields)
    phrase = "summary_answer" if answers_reviewer else "summary_again" if again else "summary"
    text = " ".join([*answered, scene.say(phrase)])
    return [Ask("present_summary", {"text": text})]


def _reassure(scene: Scene, outcome: Outcome) -> list[Ask]:
    """While the application is with the team: answer kindly, take corrections in, ask what is owed."""
    briefing = scene.briefing
    if briefing.state is State.CHECKING and outcome.outstanding:
        questions = next_questions(scene, outcome, outcome.outstanding, "still_needed")
        return _reply([*_understood(scene, outcome), questions.text], questions.fields)
    if not scene.unread:
        return []
    wishes = wishes_in(scene)
    if Wish.HOW_LONG in wishes:
        wishes = wishes - {Wish.HOW_LONG} | {Wish.WHERE_IS_IT}
    answers = [*_refusals(scene, outcome), *_answers(scene, outcome, wishes)]
    calls = _for_the_desk(scene, wishes)
    if calls and not answers and not outcome.anything_taken:
        return calls
    if outcome.anything_taken:
        changed = scene.say("with_team_changed", items=named(scene, outcome.fields))
        return [*calls, *_reply([changed, *answers], outcome.refused)]
    return [*calls, *_reply(answers or [scene.say("with_team")], outcome.refused)]


def _plainly(scene: Scene, outcome: Outcome) -> list[Ask]:
    """After a call that was refused: once more, in words that hold nothing of the merchant's."""
    if not outcome.served:
        return [] if scene.called("tell_standing") else [Ask("tell_standing", {})]
    if scene.briefing.state in SUBMITTABLE:
        if not outcome.outstanding and not scene.called("present_summary"):
            return [Ask("present_summary", {"text": ""})]
        questions = next_questions(scene, outcome, outcome.outstanding)
        if outcome.outstanding and not questions.fields:
            return [] if scene.called("tell_standing") else [Ask("tell_standing", {})]
        return _reply([questions.text or scene.say("confirm")], questions.fields)
    return _reply([scene.say("with_team")])


def _understood(scene: Scene, outcome: Outcome) -> list[str]:
    """What was taken in, in a few words."""
    said: list[str] = []
    if outcome.new:
        new = [name for name in outcome.new if name is not FieldName.CURRENCY] or outcome.new
        said.append(scene.say("noted", items=named(scene, new, most=4)))
    if outcome.changed:
        said.append(scene.say("corrected", items=named(scene, outcome.changed)))
    if outcome.absent:
        said.append(scene.say("absent", items=named(scene, outcome.absent)))
    if outcome.absent_but_needed:
        said.append(scene.say("absent_needed", items=named(scene, outcome.absent_but_needed)))
    if outcome.postponed:
        said.append(scene.say("postponed", items=named(scene, outcome.postponed)))
    return said + _refusals(scene, outcome)


def _refusals(scene: Scene, outcome: Outcome) -> list[str]:
    """What does not fit and why; and what should not have been sent at all."""
    text = "\n".join(said.text for said in scene.unread)
    unwanted = (("card_removed", CARD_REMOVED), ("ssn_not_needed", f"⟦{Kind.SSN.value}_"))
    return [
        *(scene.say(phrase) for phrase, mark in unwanted if mark in text),
        *(
            scene.say("refused", items=named(scene, [name]), reason=scene.say(f"wrong.{_kind(name)}"))
            for name in outcome.refused
        ),
    ]


def _kind(name: FieldName) -> str:
    return name.value if name in CHECKED else "other"


def _answers(scene: Scene, outcome: Outcome, wishes: frozenset[Wish]) -> list[str]:
    """Answers to what the merchant asked; at most two, or it becomes a lecture."""
    topics = [wish for wish in Wish if wish in wishes and wish.is_question]
    if outcome.anything_taken:
        # A question among facts that has no answer here mostly is "is that all?".
        topics = [wish for wish in topics if wish not in (Wish.OTHER, Wish.COMPLAINT)]
    return [_told(scene, topic) for topic in topics][:2]


def _told(scene: Scene, topic: Wish) -> str:
    """The answer to a question; why something is asked is told of each item, in the record's words."""
    why = scene.briefing.why
    if topic is Wish.WHY and (about := [name for name in asked_about(scene) if name in why]):
        return " ".join(f"{_capital(named(scene, [name]))}: {why[name]}" for name in about[:MOST])
    return scene.say(f"answer.{topic.value}", hours=str(scene.briefing.answer_hours))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _after_summary(scene: Scene, wishes: frozenset[Wish]) -> list[str]:
    if Wish.LATER in wishes:
        return [scene.say("later")]
    return [scene.say("what_to_change" if Wish.OBJECTION in wishes else "confirm")]


def _answered_question(scene: Scene) -> list[Ask]:
    """The call that notes an answer to a reviewer's question, where only one is open."""
    questions = [key for key in scene.briefing.requested if key.startswith(QUESTION)]
    if len(questions) != 1 or not scene.unread or scene.called("answer_question"):
        return []
    said = [heard for heard in scene.unread if not is_courtesy(heard.text)]
    if not set(outcome_of(scene).fields).isdisjoint(scene.briefing.outstanding):
        return []  # It tells what was asked for beside the question.
    if not said or wishes_in(scene) or words_for_a_person(scene):
        return []
    last = said[-1]
    return [
        Ask("answer_question", {"question": questions[0], "message": last.number, "quote": last.text.strip()})
    ]


def _still_requested(scene: Scene) -> bool:
    """Whether a reviewer waits for more than fields, which are asked for as others are."""
    answered = {call.arguments.get("question") for call in scene.called("answer_question") if call.ok}
    return not answered.issuperset(scene.briefing.requested)


def _is_only_a_question(scene: Scene, outcome: Outcome, wishes: frozenset[Wish]) -> bool:
    """Whether the merchant asked something back instead of answering the reviewer."""
    asked = any(wish.is_question for wish in wishes)
    return not scene.unread or (asked and not outcome.anything_taken)


def _reply(sentences: list[str], asks: tuple[object, ...] = ()) -> list[Ask]:
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Ask("reply_to_merchant", {"text": text, "asks": [str(name) for name in dict.fromkeys(asks)]})]


def _note(scene: Scene) -> str:
    """What the team reads of the turn."""
    outcome = outcome_of(scene)
    parts = {
        "Recorded": (*outcome.new, *outcome.changed),
        "Not available": outcome.absent,
        "Comes later": outcome.postponed,
        "Not taken": outcome.refused,
        "Still needed": outcome.outstanding,
    }
    findings = " ".join(f"{label}: {_for_staff(fields)}." for label, fields in parts.items() if fields)
    done = {call.name for call in scene.called(*CLOSING) if call.ok}
    ended = {"submit_application": "The merchant has confirmed.", "present_summary": "Summary shown."}
    closing = " ".join(ended[name] for name in CLOSING if name in done and name in ended)
    said = " ".join(part for part in (findings, closing) if part)
    return said or "Nothing new to record, and nothing to ask the merchant for."


def _for_staff(fields: tuple[FieldName, ...]) -> str:
    return fields_in_words(fields)
