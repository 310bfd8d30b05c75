"""Reading what merchants write without a language model: tokenised messages to facts and intents."""

from agents.reading.conversation import read
from agents.reading.heard import Absent, Heard, Reading, Said
from agents.reading.instructions import instructions
from agents.reading.intents import Intents, intents
from agents.reading.papers import read_paper
from agents.reading.underwriting import read_underwriting, restored, without_questions

__all__ = [
    "Absent",
    "Heard",
    "Intents",
    "Reading",
    "Said",
    "instructions",
    "intents",
    "read",
    "read_paper",
    "read_underwriting",
    "restored",
    "without_questions",
]
