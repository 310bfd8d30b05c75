"""Accounts, their roles and their tokens. E-mail addresses and names are stored encrypted."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import Row, Select, String, cast, insert, select, update

from cases.access import Person, Role
from cases.errors import Conflict, Invalid, NotFound, Unauthenticated
from desk.desk import Desk
from desk.passwords import hash_password, is_password
from storage.tables import people, tokens

_NO_ACCOUNT = "There is no account with this e-mail address."
_UNKNOWN = "That e-mail address and password do not go together."


@dataclass(frozen=True)
class Account:
    """A person and whether they may sign in."""

    person: Person
    disabled: bool
    created_at: datetime
    has_password: bool
    second_factor: bool


@dataclass(frozen=True)
class TokenInfo:
    """A token without its secret."""

    id: UUID
    email: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class People:
    """Who has an account, and who somebody is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def add(
        self,
        email: str,
        roles: Iterable[Role],
        password: str | None = None,
        name: str | None = None,
    ) -> Person:
        """Create an account; raises Conflict (``exists``) and changes nothing where there is one."""
        address = _checked_email(email)
        person = Person(uuid4(), address, name or _name_from(address), frozenset(roles))
        values = {
            "id": person.id,
            "email_hash": self._hash(address),
            "email_encrypted": self._desk.keyring.encrypt(address),
            "name_encrypted": self._desk.keyring.encrypt(person.name),
            "password_hash": await hash_password(password, address, person.name)
            if password is not None
            else None,
            "roles": sorted(person.roles),
            "disabled": False,
            "created_at": self._desk.clock(),
        }
        async with self._desk.db.write() as tx:
            same = select(people.c.id).where(people.c.email_hash == values["email_hash"])
            if (await tx.execute(same)).first():
                raise Conflict("There is an account with this e-mail address already.", code="exists")
            await tx.execute(insert(people).values(**values))
        return person

    async def of_mailbox(self, email: str, name: str | None = None) -> Person:
        """The person with that address, as a new merchant where there is none.

        Raises Invalid for what is no address, NotFound where the account is disabled.
        """
        try:
            return await self.add(email, [Role.MERCHANT], name=name)
        except Conflict:
            return await self.by_email(email)

    async def person(self, person_id: UUID) -> Person:
        """The person with their roles as of now; raises Unauthenticated where disabled or unknown."""
        account = await self._one(select(people).where(people.c.id == person_id))
        if account is None or account.disabled:
            raise Unauthenticated("This account cannot be used.")
        return account.person

    async def in_session(self, person_id: UUID, since: datetime) -> Person:
        """The person in a session that began then; raises Unauthenticated where it is over."""
        query = select(people).where(people.c.id == person_id)
        async with self._desk.db.read() as connection:
            row = (await connection.execute(query)).first()
        if row is None or row.disabled or (row.sessions_from is not None and since < row.sessions_from):
            raise Unauthenticated("This session is over.")
        return self._account(row).person

    async def account(self, person_id: UUID) -> Account:
        """The account of a person; raises NotFound."""
        account = await self._one(select(people).where(people.c.id == person_id))
        if account is None:
            raise NotFound("There is no such account.")
        return account

    async def by_email(self, email: str) -> Person:
        """The person with that address; raises NotFound, also where the account is disabled."""
        account = await self._one(self._with_email(email))
        if account is None or account.disabled:
            raise NotFound("There is no account that can be used with this e-mail address.")
        return account.person

    async def knows(self, email: str) -> bool:
        """Whether there is an account with that address, one that is disabled included."""
        return await self._one(self._with_email(email)) is not None

    async def sign_in(self, email: str, password: str) -> Person:
        """The person, where the password is theirs; raises Unauthenticated, the same for every reason."""
        async with self._desk.db.read() as connection:
            row = (await connection.execute(self._with_email(email))).first()
        right = await is_password(row.password_hash if row is not None else None, password)
        if row is None or row.disabled or not right:
            raise Unauthenticated(_UNKNOWN)
        return self._account(row).person

    async def list(self) -> list[Account]:
        """Every account, oldest first."""
        async with self._desk.db.read() as connection:
            rows = await connection.execute(select(people).order_by(people.c.created_at))
            return [self._account(row) for row in rows]

    async def with_role(self, role: Role) -> list[Person]:
        """Everybody who has the role and may sign in, oldest account first."""
        # The roles are a JSON list; as text it holds each in quotation marks.
        has = cast(people.c.roles, String).contains(f'"{role.value}"')
        query = select(people).where(has, people.c.disabled.is_(False)).order_by(people.c.created_at)
        async with self._desk.db.read() as connection:
            return [self._account(row).person for row in await connection.execute(query)]

    async def names(self, ids: Iterable[UUID]) -> dict[UUID, str]:
        """The names of people, for showing who said something."""
        query = select(people.c.id, people.c.name_encrypted).where(people.c.id.in_(set(ids)))
        async with self._desk.db.read() as connection:
            rows = await connection.execute(query)
            return {row.id: self._desk.keyring.decrypt(row.name_encrypted) for row in rows}

    async def set_password(self, email: str, password: str) -> None:
        """Give the account another password, which ends its sessions; raises NotFound, WeakPassword."""
        account = await self._one(self._with_email(email))
        if account is None:
            raise NotFound(_NO_ACCOUNT)
        hashed = await hash_password(password, account.person.email, account.person.name)
        await self._change(email, password_hash=hashed, sessions_from=self._desk.clock())

    async def end_sessions(self, email: str) -> None:
        """End every session of the account that has begun until now; raises NotFound."""
        await self._change(email, sessions_from=self._desk.clock())

    async def set_roles(self, email: str, roles: Iterable[Role]) -> None:
        """Give the account other roles; raises NotFound."""
        await self._change(email, roles=sorted(roles))

    async def disable(self, email: str) -> None:
        """Shut the account: no sign-in, no token, no session works any more; raises NotFound."""
        await self._change(email, disabled=True, sessions_from=self._desk.clock())

    async def enable(self, email: str) -> None:
        """Open the account again; raises NotFound."""
        await self._change(email, disabled=False)

    async def create_token(self, email: str, expires_at: datetime | None) -> tuple[UUID, str]:
        """A bearer token that acts for its owner: its id and its secret, which is not kept."""
        owner = await self.by_email(email)
        token_id, secret = uuid4(), f"onb_{secrets.token_urlsafe(32)}"
        async with self._desk.db.write() as tx:
            await tx.execute(
                insert(tokens).values(
                    id=token_id,
                    person_id=owner.id,
                    secret_hash=_digest(secret),
                    created_at=self._desk.clock(),
                    expires_at=expires_at,
                )
            )
        return token_id, secret

    async def by_token(self, secret: str) -> Person:
        """The owner of a token; raises Unauthenticated where it is unknown, over or revoked."""
        query = select(tokens).where(tokens.c.secret_hash == _digest(secret))
        async with self._desk.db.read() as connection:
            row = (await connection.execute(query)).first()
        over = row is not None and row.expires_at is not None and row.expires_at <= self._desk.clock()
        if row is None or over or row.revoked_at is not None:
            raise Unauthenticated("This token is not valid.")
        return await self.person(row.person_id)

    async def tokens(self) -> list[TokenInfo]:
        """Every token, oldest first, without its secret."""
        query = select(tokens, people.c.email_encrypted).join(people).order_by(tokens.c.created_at)
        async with self._desk.db.read() as connection:
            rows = await connection.execute(query)
            return [
                TokenInfo(
                    row.id,
                    self._desk.keyring.decrypt(row.email_encrypted),
                    row.created_at,
                    row.expires_at,
                    row.revoked_at,
                    row.last_used_at,
                )
                for row in rows
            ]

    async def revoke_token(self, token_id: UUID) -> None:
        """End a token; raises NotFound."""
        ended = update(tokens).where(tokens.c.id == token_id).values(revoked_at=self._desk.clock())
        async with self._desk.db.write() as tx:
            if (await tx.execute(ended)).rowcount == 0:
                raise NotFound("There is no such token.")

    def _hash(self, email: str) -> str:
        return self._desk.keyring.lookup(email)

    def _with_email(self, email: str) -> Select[tuple[object, ...]]:
        return select(people).where(people.c.email_hash == self._hash(address_as_added(email)))

    async def _one(self, query: Select[tuple[object, ...]]) -> Account | None:
        async with self._desk.db.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else self._account(row)

    def _account(self, row: Row[tuple[object, ...]]) -> Account:
        decrypt = self._desk.keyring.decrypt
        roles = frozenset(Role(role) for role in row.roles)
        person = Person(row.id, decrypt(row.email_encrypted), decrypt(row.name_encrypted), roles)
        return Account(
            person,
            row.disabled,
            row.created_at,
            has_password=row.password_hash is not None,
            second_factor=row.totp_since is not None,
        )

    async def _change(self, email: str, **values: object) -> None:
        changed = (
            update(people).where(people.c.email_hash == self._hash(address_as_added(email))).values(**values)
        )
        async with self._desk.db.write() as tx:
            if (await tx.execute(changed)).rowcount == 0:
                raise NotFound(_NO_ACCOUNT)


def _checked_email(email: str) -> str:
    try:
        return validate_email(email.strip(), check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError as error:
        raise Invalid(f"This is not an e-mail address: {error}") from error


def address_as_added(email: str) -> str:
    """The address as an account of its would have it; as it is where it is no address."""
    try:
        return _checked_email(email)
    except Invalid:
        return email.strip()


def _name_from(email: str) -> str:
    return email.partition("@")[0].replace(".", " ").replace("_", " ").title()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
