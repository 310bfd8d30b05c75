"""What changed in a case between two moments, each change with what it rests on."""

from desk.changes.between import changes, last_seq_of_version
from desk.changes.change import Change, ChangeKind

__all__ = ["Change", "ChangeKind", "changes", "last_seq_of_version"]
