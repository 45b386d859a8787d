"""What is hidden or stood in for while a library is imported, imports as ever afterwards."""

from __future__ import annotations

import importlib
import sys

import pytest

from index.hidden import hidden, stood_in

#: A module of the standard library that nothing here uses.
MODULE = "this"


@pytest.fixture(autouse=True)
def not_imported() -> None:
    sys.modules.pop(MODULE, None)


def test_what_is_hidden_cannot_be_imported_and_can_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    with hidden(MODULE), pytest.raises(ImportError):
        importlib.import_module(MODULE)
    assert importlib.import_module(MODULE).__name__ == MODULE
    assert "Zen" in capsys.readouterr().out


def test_what_is_imported_already_stays(capsys: pytest.CaptureFixture[str]) -> None:
    module = importlib.import_module(MODULE)
    with hidden(MODULE), stood_in(MODULE):
        assert importlib.import_module(MODULE) is module
    assert sys.modules[MODULE] is module


def test_what_is_stood_in_for_has_the_attributes_and_goes_again(capsys: pytest.CaptureFixture[str]) -> None:
    with stood_in(MODULE, d="stood in"):
        assert importlib.import_module(MODULE).d == "stood in"
    assert isinstance(importlib.import_module(MODULE).d, dict)


def test_it_goes_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="in between"), hidden(MODULE), stood_in(f"{MODULE}.part"):
        raise ValueError("in between")
    assert not {MODULE, f"{MODULE}.part"} & set(sys.modules)
