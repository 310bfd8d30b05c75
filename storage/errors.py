"""What can go wrong with settings, keys and the log; each message is safe to show and to log."""

from __future__ import annotations

from cases.errors import OnboardError, Unavailable


class SettingsError(OnboardError):
    """A setting, or the file it stands in, cannot be used; the message names the variable."""

    code = "settings"
    status = 500


class KeyMissing(OnboardError):
    """A stored value was wrapped by a key that is not among the encryption keys."""

    code = "key_missing"
    status = 500


class LogDamaged(OnboardError):
    """What the log holds is not what was written; ``details`` may hold case_id, seq, position."""

    code = "log_damaged"
    status = 500


class DatabaseDamaged(Unavailable):
    """The database file itself cannot be read as one."""
