"""A Shelf renames and deletes dossiers: only its owner's, and no answer outlives the dossier it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.dossier import Dossier
from index.errors import DossierError
from index.intake import incoming
from index.whole import delete
from qa.latest import Latest
from qa.shelf import Shelf, Upload
from tests.crash.writing import Letters
from ui.desk import Desk
from ui.library import DEMO

FERRY = "Ferry delayed\n\nThe ferry to Lindholm was delayed because fog lay over the strait.\n"
BRIDGE = "Bridge closed\n\nThe Halden bridge was closed to lorries on Monday because of rust.\n"


@pytest.fixture
def mine(home: Path, tmp_path: Path) -> Shelf:
    """A shelf with a dossier Fjord of one uploaded article."""
    made = Shelf(None, Latest(Letters()), Letters())
    made.create("Fjord")
    (tmp_path / "upload").write_text(FERRY)
    list(made.add("Fjord", [Upload(tmp_path / "upload", "ferry.txt")]))
    return made


def test_renamed_dossier_is_asked_filled_and_corrected_under_its_new_name(mine: Shelf, home: Path) -> None:
    assert mine.rename("Fjord", "  Strait ") == "Strait"
    assert mine.names == ("Strait",)
    assert [one.title for one in mine.open("Strait").documents] == ["Ferry delayed"]
    mine.correct("Strait", "ferry", "Fog", "", "")
    assert [one.title for one in mine.articles("Strait")] == ["Fog"]
    with pytest.raises(DossierError, match=r"^There is no dossier 'Fjord' here\. Choose another\.$"):
        mine.open("Fjord")
    assert len(list((home / "Strait" / "files").iterdir())) == 1


@pytest.mark.parametrize("new", ["", "a/b", "../x", "con", "@eva", "~a", "x" * 65])
def test_bad_new_name_is_refused(mine: Shelf, new: str) -> None:
    with pytest.raises(DossierError, match="cannot be the name of a dossier"):
        mine.rename("Fjord", new)
    assert mine.names == ("Fjord",)


def test_deleted_dossier_takes_its_copies_along(mine: Shelf, home: Path) -> None:
    assert mine.open("Fjord").documents[0].id == "ferry"
    mine.delete("Fjord", 1)
    assert mine.names == ()
    assert list(home.iterdir()) == []


def test_only_the_owner_renames_and_deletes(mine: Shelf) -> None:
    hers = Shelf("eva", Latest(Letters()), Letters())
    for name in ("Fjord", "../Fjord", ""):
        with pytest.raises(DossierError, match="There is no dossier"):
            hers.rename(name, "Strait")
        with pytest.raises(DossierError, match="There is no dossier"):
            hers.delete(name, 1)
    assert len(mine.articles("Fjord")) == 1


def test_neither_is_done_while_files_are_added(mine: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.shelf.PATIENCE", 0.01)
    uploads = [Upload(tmp_path / name, name) for name in ("a.txt", "b.txt")]
    for one in uploads:
        one.path.write_text(BRIDGE)
    adding = mine.add("Fjord", uploads)
    next(adding)
    with pytest.raises(DossierError, match=r"^Files are being added to this dossier\."):
        mine.rename("Fjord", "Strait")
    with pytest.raises(DossierError, match=r"^Files are being added to this dossier\."):
        mine.delete("Fjord", 1)
    list(adding)
    assert [one.id for one in mine.articles("Fjord")] == ["ferry", "a", "b"]


def test_another_dossier_of_the_same_name_is_never_answered_for_by_the_deleted_one(
    mine: Shelf, home: Path, tmp_path: Path
) -> None:
    assert mine.open("Fjord").documents[0].id == "ferry"
    delete(home / "Fjord", 1)  # as the command line does, in another process
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    with Dossier.writing(home / "Fjord", Letters()) as other:
        other.add(incoming([tmp_path / "bridge.txt"])[0][0])
        assert [one.id for one in mine.open("Fjord").documents] == ["bridge"]  # though it is not yet published
        other.publish()
    assert [one.id for one in mine.open("Fjord").documents] == ["bridge"]


def test_conversation_follows_its_dossier_and_goes_with_it() -> None:
    desk = Desk("Fjord")
    talk = desk.talk
    desk.renamed("Fjord", "Strait")
    assert (desk.chosen, desk.talk is talk) == ("Strait", True)
    desk.renamed("Other", "Another")
    desk.deleted("Other")
    assert (desk.chosen, list(desk.talks)) == ("Strait", ["Strait"])
    desk.deleted("Strait")
    assert (desk.chosen, desk.talks) == (DEMO, {})
