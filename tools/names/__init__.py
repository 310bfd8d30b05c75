"""Names made comparable, and how alike two of them are."""

from cases.names.words import normalise
from tools.names.likeness import likeness

__all__ = ["likeness", "normalise"]
