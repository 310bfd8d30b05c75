"""Encryption with the data key of a case: AES-256-GCM, the key itself wrapped by the ring."""

from __future__ import annotations

import json
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import KeyMissing, LogDamaged
from storage.secrets import Keyring

NONCE_BYTES = 12
CACHED_KEYS = 1024


class Vault:
    """Encrypts and decrypts what belongs to a case; keeps the latest unwrapped keys in memory."""

    def __init__(self, keyring: Keyring):
        self._keyring = keyring
        self._ciphers: OrderedDict[bytes, AESGCM] = OrderedDict()

    def make_key(self) -> bytes:
        """A fresh data key, wrapped."""
        return self._keyring.wrap(AESGCM.generate_key(256))

    def encrypt(self, wrapped: bytes | None, content: Mapping[str, object], bound: bytes) -> bytes:
        """``content`` as JSON, encrypted; raises TypeError or ValueError where it is not JSON."""
        return self.seal(wrapped, json.dumps(content, allow_nan=False, separators=(",", ":")).encode(), bound)

    def decrypt(self, wrapped: bytes | None, stored: bytes, bound: bytes) -> dict[str, object]:
        """The content again; raises ``LogDamaged``."""
        return cast("dict[str, object]", json.loads(self.open(wrapped, stored, bound)))

    def seal(self, wrapped: bytes | None, plain: bytes, bound: bytes) -> bytes:
        """Bytes, encrypted; they open only with the same ``bound``."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._open(wrapped).encrypt(nonce, plain, bound)

    def open(self, wrapped: bytes | None, stored: bytes, bound: bytes) -> bytes:
        """The bytes again; raises ``LogDamaged``."""
        try:
            return self._open(wrapped).decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], bound)
        except (InvalidTag, ValueError, TypeError) as error:
            raise LogDamaged("A stored entry is not what was written.") from error

    def opens(self, wrapped: bytes | None) -> bool:
        """Whether there is a data key and it can be unwrapped."""
        try:
            self._open(wrapped)
        except LogDamaged:
            return False
        return True

    def _open(self, wrapped: bytes | None) -> AESGCM:
        if wrapped is None:
            raise LogDamaged("The key of this case was destroyed.")
        cipher = self._ciphers.get(wrapped)
        if cipher is None:
            try:
                cipher = AESGCM(self._keyring.unwrap(wrapped))
            except KeyMissing as error:
                raise LogDamaged("The key of this case cannot be opened.") from error
            self._ciphers[wrapped] = cipher
            if len(self._ciphers) > CACHED_KEYS:
                self._ciphers.popitem(last=False)
        self._ciphers.move_to_end(wrapped)
        return cipher
