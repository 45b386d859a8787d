"""Accounts: who may log in to a page that others reach, from a file that holds no password.

A line an account, `name:salt:hash`: the hash is scrypt's, so that whoever reads the file cannot log in.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from threading import Lock

from qa import DossierError
from qa.shelf import checked_account

#: scrypt's work, as OWASP's Password Storage Cheat Sheet names it for 16 MiB: some 0.2 s a guess.
COST = {"n": 2**14, "r": 8, "p": 5, "maxmem": 64 * 2**20}
BYTES, SHORTEST = 32, 8


@dataclass(frozen=True, slots=True)
class Account:
    """salt, hash: BYTES bytes each."""

    name: str
    salt: bytes
    hash: bytes


class Accounts:
    """Those who may log in."""

    def __init__(self, accounts: dict[str, Account]) -> None:
        self._accounts = accounts
        self._guessing = Lock()

    @classmethod
    def read(cls, file: Path) -> Accounts:
        """The accounts in a file. Raises DossierError naming the line that is none, or where there is no account."""
        held: dict[str, Account] = {}
        for number, line in enumerate(lines_of(file), start=1):
            if line and not line.startswith("#"):
                account = account_of(line, f"Line {number} of {file}")
                held[account.name] = account
        if not held:
            raise DossierError(f"{file} names no account. Make one: python app.py --auth {file} --add-account NAME.")
        return cls(held)

    async def knows(self, name: str, password: str) -> bool:
        """Whether the password is that of the account; unknown names take as long. One guess is checked at a time."""
        return await asyncio.to_thread(self.matches, name, password)

    def matches(self, name: str, password: str) -> bool:
        """The same, in this thread."""
        account = self._accounts.get(name)
        salt = account.salt if account else bytes(BYTES)
        with self._guessing:
            guessed = hashed(password, salt)
        return hmac.compare_digest(guessed, account.hash if account else secrets.token_bytes(BYTES))


def add_account(file: Path | None, name: str, password: str | None = None) -> None:
    """Write an account to the file, in place of an earlier one of that name. password: None: it is asked for, twice."""
    if file is None:
        raise DossierError("Say in which file the account is written: --auth FILE.")
    checked_account(name)
    if password is None:
        password = getpass(f"Password for {name}: ")
        if getpass("Again: ") != password:
            raise DossierError("The two passwords differ. Nothing was written.")
    if len(password) < SHORTEST:
        raise DossierError(f"A password has at least {SHORTEST} characters. Nothing was written.")
    salt = secrets.token_bytes(BYTES)
    kept = [line for line in lines_of(file) if line.split(":")[0] != name] if file.exists() else []
    text = "".join(f"{line}\n" for line in (*kept, f"{name}:{salt.hex()}:{hashed(password, salt).hex()}"))
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        unfinished.touch(0o600)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(file)
    except OSError as error:
        raise DossierError(f"{file} could not be written ({error.strerror}). Name another file.") from error


def lines_of(file: Path) -> list[str]:
    """The lines of the file. Raises DossierError where it cannot be read."""
    try:
        return [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise DossierError(
            f"The accounts in {file} cannot be read ({error.strerror}). "
            f"Make one: python app.py --auth {file} --add-account NAME."
        ) from error
    except UnicodeDecodeError as error:
        raise DossierError(f"{file} is no list of accounts. Name another file.") from error


def account_of(line: str, where: str) -> Account:
    """The account of a line; `where` it stands, for the message."""
    try:
        name, salt, found = line.split(":")
        account = Account(name, bytes.fromhex(salt), bytes.fromhex(found))
    except ValueError as error:
        raise DossierError(f"{where} is no account. Write it anew with --add-account, or remove it.") from error
    checked_account(name)
    if len(account.salt) != BYTES or len(account.hash) != BYTES:
        raise DossierError(f"{where} is no account. Write it anew with --add-account, or remove it.")
    return account


def hashed(password: str, salt: bytes) -> bytes:
    """The hash that is stored for a password."""
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, dklen=BYTES, **COST)


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
