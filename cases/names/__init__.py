"""The words of a name and their sound, across scripts and spellings."""

from cases.names.sound import sound
from cases.names.words import normalise

__all__ = ["normalise", "sound"]
