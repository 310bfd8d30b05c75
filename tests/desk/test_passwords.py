"""Passwords: long enough, not among the first that somebody would try, and not one's own name."""

from __future__ import annotations

import pytest

from desk.passwords import WeakPassword, check_password


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("", "short"),
        ("nine char", "short"),
        ("x1 " * 400, "long"),
        ("password123", "common"),
        ("Password2026!", "common"),
        ("!!Passw0rd!!2", "common"),
        ("1234567890", "common"),
        ("0987654321", "common"),
        ("1212121212", "common"),
        ("aaaaaaaaaa", "common"),
        ("qwertyuiop", "common"),
        ("passwordpassword", "common"),
        ("contraseña1", "common"),
        ("rosa.okonkwo@example.com", "yours"),
        ("RosaOkonkwo", "yours"),
        ("okonkwo-1987", "yours"),
        ("Example.com2026", "yours"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(password: str, weakness: str) -> None:
    with pytest.raises(WeakPassword) as refused:
        check_password(password, "rosa.okonkwo@example.com", "Rosa Okonkwo")
    assert refused.value.weakness == weakness


@pytest.mark.parametrize(
    "password",
    ["correct horse battery", "7391046258", "rosa likes marmalade", "ünïcødé thing", "password of the mill"],
)
def test_any_other_long_one_will_do(password: str) -> None:
    check_password(password, "rosa.okonkwo@example.com", "Rosa Okonkwo")
