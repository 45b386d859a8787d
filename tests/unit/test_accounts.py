"""Who may log in, and that nobody else is served."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import app
from qa import DossierError
from ui.accounts import Accounts, add_account, is_loopback


@pytest.fixture
def file(tmp_path: Path) -> Path:
    add_account(tmp_path / "accounts", "eva", "correct horse")
    return tmp_path / "accounts"


def test_the_password_of_an_account_lets_in_and_no_other(file: Path) -> None:
    add_account(file, "ola@example.org", "battery staple")
    accounts = Accounts.read(file)
    tried = [("eva", "correct horse"), ("eva", "battery staple"), ("ola@example.org", "battery staple"), ("x", "")]
    assert [accounts.matches(*one) for one in tried] == [True, False, True, False]
    with ThreadPoolExecutor(1) as apart:  # the browser's tests leave a loop running in this thread
        assert apart.submit(lambda: asyncio.run(accounts.knows("eva", "correct horse"))).result()


def test_the_file_holds_salted_hashes_that_only_its_owner_reads(file: Path) -> None:
    add_account(file, "ola", "correct horse")
    eva, ola = file.read_text().splitlines()
    assert eva.split(":")[0] == "eva"
    assert eva.split(":")[1:] != ola.split(":")[1:]
    assert "horse" not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    add_account(file, "eva", "another one")
    assert [line.split(":")[0] for line in file.read_text().splitlines()] == ["ola", "eva"]
    assert not Accounts.read(file).matches("eva", "correct horse")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# nobody\n", "names no account"),
        ("eva:secret\n", "Line 1 of .* is no account"),
        ("\neva:00:00\n", "Line 2 of .* is no account"),
        (f"../x:{'00' * 32}:{'00' * 32}\n", "'../x' cannot be the name of an account"),
    ],
)
def test_file_that_is_no_list_of_accounts_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "accounts").write_text(text)
    with pytest.raises(DossierError, match=sentence):
        Accounts.read(tmp_path / "accounts")


def test_short_password_and_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"at least 8 characters\. Nothing was written\."):
        add_account(tmp_path / "accounts", "eva", "short")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(DossierError, match=r"cannot be read \(No such file or directory\)\. Make one: python app\.py"):
        Accounts.read(tmp_path / "accounts")


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", 1), ("::1", 1), ("localhost", 1), ("0.0.0.0", 0), ("x", 0)])
def test_only_loopback_is_this_computer_alone(host: str, own: int) -> None:
    assert is_loopback(host) == bool(own)


def test_another_address_without_accounts_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["app.py", "--host", "0.0.0.0"])
    with pytest.raises(SystemExit) as ended:
        app.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "Whoever reaches 0.0.0.0 could read your dossiers. Name the accounts that may: --auth FILE.\n"
    )
