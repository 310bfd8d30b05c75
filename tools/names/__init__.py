"""Names made comparable, and how alike two of them are."""

from tools.names.likeness import likeness
from tools.names.words import normalise

__all__ = ["likeness", "normalise"]
