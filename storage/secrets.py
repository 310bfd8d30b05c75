"""The keys: made on first start, kept outside the database, and what is done with them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cases.errors import Unavailable
from storage.errors import KeyMissing, SettingsError
from storage.keyfiles import make_private_folder, read_or_make, replace_text, stamp_of
from storage.settings import Settings, split_keys

HALVES = "surrogatepass"
"""People's browsers send half characters at times; they are kept as they came."""


class Keyring:
    """The secrets of one installation; ``open_keyring`` builds it."""

    def __init__(self, ring: Ring, auth_secret: str, head: bytes, lookup: bytes, seal: bytes):
        self.ring = ring
        self.auth_secret = auth_secret
        self._head = head
        self._lookup = lookup
        self._seal = Ed25519PrivateKey.from_private_bytes(seal)

    def wrap(self, data_key: bytes) -> bytes:
        """A case's data key as it is stored."""
        return self.ring.encrypt(data_key)

    def unwrap(self, wrapped: bytes) -> bytes:
        """The data key again; raises ``KeyMissing``."""
        return self.ring.decrypt(wrapped)

    def encrypt(self, text: str) -> bytes:
        """A value of a column outside of a case, as it is stored."""
        return self.ring.encrypt(text.encode("utf-8", HALVES))

    def decrypt(self, stored: bytes) -> str:
        """The value again; raises ``KeyMissing``."""
        return self.ring.decrypt(stored).decode("utf-8", HALVES)

    def lookup(self, text: str) -> str:
        """A keyed hash (hex) to find a value by without storing it; capitals do not matter."""
        same = unicodedata.normalize("NFC", text.strip().casefold())
        return hmac.digest(self._lookup, same.encode("utf-8", HALVES), hashlib.sha256).hex()

    def sign_head(self, material: bytes) -> str:
        """The HMAC (hex) under the key that is not in the database."""
        return hmac.digest(self._head, material, hashlib.sha256).hex()

    def holds_head(self, material: bytes, signature: object) -> bool:
        """Whether the signature (hex, as found) over the material is this installation's."""
        if not isinstance(signature, str):
            return False
        # Compared as bytes: what was tampered with need not be ASCII.
        return hmac.compare_digest(self.sign_head(material).encode(), signature.encode())

    def sign_seal(self, material: bytes) -> str:
        """An Ed25519 signature (hex)."""
        return self._seal.sign(material).hex()

    def is_sealed(self, material: bytes, signature: str) -> bool:
        """Whether the signature (hex) over the material is this installation's."""
        try:
            self._seal.public_key().verify(bytes.fromhex(signature), material)
        except (InvalidSignature, ValueError):
            return False
        return True


class Ring:
    """The Fernet keys: the first wraps, all unwrap; kept in a file that may change beside us."""

    def __init__(self, keys: list[str], file: Path | None):
        self.file = file
        self._stamp = (0, 0)
        self._use(keys)

    def encrypt(self, plain: bytes) -> bytes:
        """Encrypt under the first key, the newest on the disk included."""
        self._reload_if_changed()
        return self._fernet.encrypt(plain)

    def decrypt(self, token: bytes) -> bytes:
        """Decrypt with whichever key fits; another process may have added it just now."""
        try:
            return self._fernet.decrypt(token)
        except InvalidToken:
            self.reload()
        try:
            return self._fernet.decrypt(token)
        except InvalidToken:
            raise KeyMissing("A stored value fits none of the encryption keys.") from None

    def renew(self, token: bytes) -> bytes:
        """The same content under the first key; raises ``KeyMissing``."""
        return self.encrypt(self.decrypt(token))

    def add(self) -> None:
        """Put a new first key into the file, the old ones behind it, safe against a crash."""
        if self.file is None:
            raise SettingsError("ONBOARD_ENCRYPTION_KEYS: put the new key first there yourself")
        keys = [Fernet.generate_key().decode(), *read_keys(self.file)]
        replace_text(self.file, "\n".join(keys) + "\n")
        self.reload()

    def reload(self) -> None:
        """Read the file again, where there is one; raises ``Unavailable``."""
        if self.file is None:
            return
        try:
            self._stamp = stamp_of(self.file)
            self._use(read_keys(self.file))
        except OSError as error:
            # Going on with the keys in memory would lose what is written from now on.
            raise Unavailable(f"The keys in {self.file} cannot be read.") from error

    def _reload_if_changed(self) -> None:
        if self.file is None or (self.file.exists() and stamp_of(self.file) == self._stamp):
            return
        self.reload()

    def _use(self, keys: list[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])


def open_keyring(settings: Settings) -> Keyring:
    """Read the keys, making those that are not there; safe when several processes start at once.

    Raises ``SettingsError`` for a key file that cannot be used, ``Unavailable`` when none can be
    made.
    """
    folder = settings.keys_dir
    try:
        make_private_folder(folder)
        return Keyring(
            _open_ring(settings),
            settings.auth_secret.get_secret_value()
            if settings.auth_secret
            else read_or_make(folder / "auth_secret", lambda: secrets.token_urlsafe(48)),
            head=_read_bytes(folder / "head_key"),
            lookup=_read_bytes(folder / "lookup_key"),
            seal=_read_bytes(folder / "seal_key"),
        )
    except OSError as error:
        raise Unavailable(f"The keys in {folder} cannot be used: {error.strerror}") from error


def read_keys(file: Path) -> list[str]:
    """The Fernet keys of a file; raises ``SettingsError`` when one cannot be used."""
    try:
        keys = split_keys(file.read_text(encoding="ascii"))
        for key in keys:
            Fernet(key)
    except ValueError as error:
        raise SettingsError(f"{file}: does not hold Fernet keys, one a line") from error
    if not keys:
        raise SettingsError(f"{file}: holds no key")
    return keys


def _open_ring(settings: Settings) -> Ring:
    if settings.encryption_keys is not None:
        return Ring(split_keys(settings.encryption_keys.get_secret_value()), None)
    file = settings.keys_dir / "encryption_keys"
    read_or_make(file, lambda: Fernet.generate_key().decode())
    return Ring(read_keys(file), file)


def _read_bytes(file: Path) -> bytes:
    text = read_or_make(file, lambda: base64.b64encode(secrets.token_bytes(32)).decode())
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise SettingsError(f"{file}: is not a key in base64") from error
    if len(key) != 32:
        raise SettingsError(f"{file}: is not a key of 32 bytes")
    return key
