"""The states and the moves between them are those of the contract, no more and no fewer."""

from __future__ import annotations

import itertools

import pytest

from cases.errors import Conflict
from cases.states import DECIDED, MOVES, PUBLIC, State, move_between
from tests.cases.contract_table import LEAVES_BY, THE_MERCHANT_READS


def test_the_states_are_those_of_the_contract() -> None:
    assert {state.value for state in State} == set(LEAVES_BY)


def test_the_moves_are_those_of_the_contract() -> None:
    assert {(move.source.value, move.target.value) for move in MOVES} == {
        (source, target) for source, targets in LEAVES_BY.items() for target in targets
    }


def test_no_move_stands_in_the_table_twice_and_each_says_why() -> None:
    assert len({(move.source, move.target) for move in MOVES}) == len(MOVES)
    assert all(move.name for move in MOVES)


@pytest.mark.parametrize(("source", "target"), list(itertools.product(State, State)))
def test_a_move_that_is_not_in_the_table_is_refused(source: State, target: State) -> None:
    if target.value in LEAVES_BY[source.value]:
        assert move_between(source, target).target is target
    else:
        with pytest.raises(Conflict) as refused:
            move_between(source, target)
        assert refused.value.code == "not_possible_now"


def test_the_merchant_reads_the_words_of_the_contract() -> None:
    assert {state.value: words for state, words in PUBLIC.items()} == THE_MERCHANT_READS


def test_everything_behind_a_decision_counts_as_decided() -> None:
    reached, ahead = set[State](), {State.APPROVED, State.REJECTED}
    ways_back = {State.IN_REVIEW, State.CHECKING}
    while ahead:
        state = ahead.pop()
        reached.add(state)
        ahead |= {m.target for m in MOVES if m.source is state} - reached - ways_back
    assert reached == DECIDED
