"""The dossiers of the page: files under any name, said twice, too many; what a person corrects, and whose they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.dossier import Dossier
from index.errors import DossierError
from index.index import Index
from index.opened import open_parts, rows_in
from index.place import STORE, home_of
from index.rebuild import rebuild
from index.rowform import checksum
from qa import drop, shelf
from qa.drop import Offered, Result, taken
from qa.latest import Latest
from qa.shelf import Shelf, Upload
from qa.typed import day_of
from tests.crash.writing import Counted, Letters

FERRY = "Ferry delayed\n\nThe ferry to Lindholm was delayed because fog lay over the strait.\n"
BAD = "bad.txt was left out: it is binary, not text. Save it as plain text in UTF-8."
BRIDGE = "Bridge closed\n\nThe Halden bridge was closed to lorries on Monday because of rust.\n"


@pytest.fixture
def mine(home: Path) -> Shelf:
    made = Shelf(None, Latest(Counted()), Counted())
    assert made.create("  Fjord ") == "Fjord"
    return made


@pytest.fixture
def put(mine: Shelf, tmp_path: Path) -> Callable[..., list[Result]]:
    """Uploads texts under names, as a browser does: to a path that has nothing of the name."""

    def add(*files: tuple[str, str | bytes]) -> list[Result]:
        uploads = []
        for number, (name, content) in enumerate(files):
            path = tmp_path / f"upload-{number}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            uploads.append(Upload(path, name))
        found = list(mine.add("Fjord", uploads))
        assert [one.path for one in uploads if one.path.exists()] == []
        return found

    return add


def folder(home: Path) -> Path:
    return home / "Fjord"


def test_files_are_read_and_told_one_by_one(mine: Shelf, put: Callable[..., list[Result]]) -> None:
    assert put(("ferry.txt", FERRY), ("bad.txt", b"Caf\0."), ("again.txt", FERRY)) == [
        Result("ferry.txt", "added", 1),
        Result("bad.txt", "left out", 0, None, BAD),
        Result("again.txt", "added", 0, "ferry"),
    ]  # fmt: skip
    assert [(one.id, one.title, one.passages, one.same_as) for one in mine.articles("Fjord")] == [
        ("ferry", "Ferry delayed", 1, None),
        ("again", "Ferry delayed", 0, "ferry"),
    ]
    (document,) = mine.open("Fjord").documents
    assert (document.id, document.copies) == ("ferry", ("again",))


def test_same_name_again_is_the_same_file_changed_or_not(mine: Shelf, put: Callable[..., list[Result]]) -> None:
    put(("a/ferry.txt", FERRY), ("b/ferry.txt", BRIDGE))
    Counted.texts = 0
    assert put(("a/ferry.txt", FERRY)) == [Result("a/ferry.txt", "unchanged", 1)]
    assert Counted.texts == 0
    assert put(("a/ferry.txt", FERRY.replace("fog", "ice"))) == [Result("a/ferry.txt", "replaced", 1)]
    assert put(("a/ferry.txt", b"\x89PNG\r\n"))[0].change == "left out"
    assert {one.id: one.text[-20:] for one in mine.open("Fjord").documents} == {
        "a/ferry": "ice lay over the strait."[-20:],
        "b/ferry": "on Monday because of rust."[-20:],
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../x.txt", "../../x.txt"),
        ("/etc/passwd", "/etc/passwd"),
        ("CON.txt", "CON.txt"),
        ("nul\0l.txt", "nul\\x00l.txt"),
        ("n" * 300 + ".txt", "n" * 60 + "…" + "n" * 55 + ".txt"),
        ("invoice\u202efdp.txt", "invoice\\u202efdp.txt"),
        ("half \ud800.txt", "half ?.txt"),
        ("  ", "a file without a name"),
        ("a\nb.txt", "a\\nb.txt"),
    ],
)
def test_name_of_a_file_never_becomes_a_path(
    home: Path, put: Callable[..., list[Result]], tmp_path: Path, name: str, shown: str
) -> None:
    before = {path for path in tmp_path.rglob("*") if folder(home) not in path.parents}
    assert put((name, FERRY)) == [Result(shown, "added", 1)]
    (kept,) = (folder(home) / "files").iterdir()
    assert len(kept.name.removesuffix(".txt")) == 64
    assert kept.read_text() == FERRY
    (row,) = rows_in(folder(home))
    assert folder(home) / row.file == kept
    assert {path for path in tmp_path.rglob("*") if folder(home) not in path.parents} == before


def test_correction_embeds_nothing_but_a_new_title(mine: Shelf, put: Callable[..., list[Result]]) -> None:
    put(("ferry.txt", FERRY), ("bridge.txt", BRIDGE))
    before = [one.id for one in mine.articles("Fjord")]
    Counted.texts = 0
    mine.correct("Fjord", "ferry", "Ferry delayed", "  Halden\n Post ", "6 May 2019")
    assert Counted.texts == 0
    ferry = mine.articles("Fjord")[0]
    assert (ferry.outlet, ferry.published, ferry.corrected) == ("Halden Post", date(2019, 5, 6), True)
    mine.correct("Fjord", "ferry", "Fog", "Halden Post", "2019-05-06")
    assert Counted.texts == 2  # a passage and its sentence
    assert mine.open("Fjord").documents[0].origin == "Halden Post · 6 May 2019 · Fog"
    mine.correct("Fjord", "ferry", "Ferry delayed", "", "")
    assert not mine.articles("Fjord")[0].corrected
    assert [one.id for one in mine.articles("Fjord")] == before


def test_correction_outlasts_a_changed_file_and_rebuilding(
    mine: Shelf, put: Callable[..., list[Result]], home: Path
) -> None:
    dated = "Ferry delayed\n\nBy Ann Lee\n3 May 2021\n\nThe ferry to Lindholm was delayed because fog lay there.\n"
    put(("ferry.txt", dated))
    assert mine.articles("Fjord")[0].published == date(2021, 5, 3)
    mine.correct("Fjord", "ferry", "Fog", "Post", "")
    put(("ferry.txt", dated.replace("fog", "ice").replace("Ann", "Eva")))
    (ferry,) = mine.articles("Fjord")
    assert (ferry.title, ferry.outlet, ferry.published, ferry.author) == ("Fog", "Post", None, "Eva Lee")
    before = Index(open_parts(folder(home), Letters.fingerprint))
    rebuild(folder(home), Letters())
    assert Index(open_parts(folder(home), Letters.fingerprint)).documents == before.documents
    assert mine.articles("Fjord")[0].title == "Fog"
    assert [path.read_text() for path in (folder(home) / "files").iterdir()] == [
        dated.replace("fog", "ice").replace("Ann", "Eva")
    ]


@pytest.mark.parametrize("typed", ["3/4/2016", "yesterday", "31 February 2016", "x" * 1000])
def test_day_that_is_none_is_one_sentence(typed: str) -> None:
    with pytest.raises(DossierError, match=r"is no date, or reads in two ways\. Write it as 2016-12-09 or"):
        day_of(typed)


def test_removed_article_takes_its_copy_along(mine: Shelf, put: Callable[..., list[Result]], home: Path) -> None:
    put(("ferry.txt", FERRY), ("bridge.txt", BRIDGE))
    mine.remove("Fjord", "ferry")
    assert [one.id for one in mine.articles("Fjord")] == ["bridge"]
    assert [path.read_text() for path in (folder(home) / "files").iterdir()] == [BRIDGE]
    for act in (lambda: mine.remove("Fjord", "ferry"), lambda: mine.correct("Fjord", "ferry", "x", "", "")):
        with pytest.raises(DossierError, match="That article is not in the dossier any more"):
            act()


def test_a_drop_has_limits(mine: Shelf, put: Callable[..., list[Result]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "ARTICLES", 1)
    assert [one.change for one in put(("ferry.txt", FERRY), ("bridge.txt", BRIDGE))] == ["added", "left out"]
    assert put(("more.txt", BRIDGE))[0].problem == (
        "more.txt was left out: a dossier holds 1 articles at most. Make another one for the rest."
    )
    monkeypatch.setattr(drop, "FILES", 1)
    with pytest.raises(DossierError, match=r"These are 2 files; 1 can be added at once\. Add them in parts\."):
        put(("ferry.txt", FERRY), ("bridge.txt", BRIDGE))
    with pytest.raises(DossierError, match=r"These files have 1100 MB; 1000 MB can be added at once"):
        drop.check([1_100_000_000])


def test_of_a_folder_the_articles_are_taken() -> None:
    names = [
        "photo.jpg",
        "a/report.pdf",
        "a/photo.jpg",
        "a/.git/x.txt",
        "a/page.html",
        "a/page_files/x.html",
        "a/old.doc",
    ]
    files = [*(Offered(name, 10) for name in names), Offered("b/big.pdf", 200_000_000)]
    assert taken(files) == (
        [0, 1, 4, 6],
        [Result("b/big.pdf", "left out", 0, None, "b/big.pdf was left out: it has 200 MB, more than the 100 MB a file "
                "may have. Split it or leave it out.")],
    )  # fmt: skip
    with pytest.raises(DossierError, match=r"There is no file here that can be read: \.docx, \.eml"):
        taken([Offered("a/photo.jpg", 10)])


def test_an_account_has_dossiers_of_its_own(mine: Shelf, put: Callable[..., list[Result]], home: Path) -> None:
    put(("ferry.txt", FERRY))
    hers = Shelf("eva@example.org", Latest(Counted()), Counted())
    assert hers.names == ()
    with pytest.raises(DossierError, match="There is no dossier 'Fjord' here"):
        hers.open("Fjord")
    hers.create("Fjord")
    assert hers.articles("Fjord") == ()
    assert hers.open("Fjord").documents == ()
    assert (home / "@eva@example.org" / "Fjord" / STORE).is_file()
    assert (mine.names, len(mine.articles("Fjord"))) == (("Fjord",), 1)
    with pytest.raises(DossierError, match=r"There is a dossier 'fjord' already"):
        hers.create("fjord")


@pytest.mark.parametrize("name", ["", "..", "a/b", "Eva", "a..b", ".a", "a\\b", "é", "a b", "a" * 65, "a\n"])
def test_account_that_could_be_a_path_is_refused(name: str) -> None:
    with pytest.raises(DossierError, match="cannot be the name of an account"):
        home_of(name)


def test_dossier_stays_in_memory_until_it_has_changed(
    mine: Shelf, put: Callable[..., list[Result]], home: Path
) -> None:
    put(("ferry.txt", FERRY))
    first = mine.open("Fjord")
    assert mine.open("Fjord") is first
    with Dossier.writing(folder(home), Counted()) as other:
        other.remove(rows_in(folder(home))[0].path)
        assert mine.open("Fjord") is first  # it is still being changed
        other.publish()
    assert mine.open("Fjord").documents == ()


def test_older_format_is_named_and_rebuilt(mine: Shelf, put: Callable[..., list[Result]], home: Path) -> None:
    put(("ferry.txt", FERRY))
    with sqlite3.connect(folder(home) / STORE) as connection:  # as format 1 had it: no corrections
        connection.execute("ALTER TABLE documents DROP COLUMN corrected")
        cells = connection.execute("SELECT * FROM documents").fetchone()[:-1]
        connection.execute("UPDATE documents SET checksum = ?", (checksum(*cells),))
        connection.execute("UPDATE state SET format = 1")
    connection.close()
    with pytest.raises(
        DossierError, match=r"another version .* \(format 1, this is format 2\)\. Run `python -m qa reb"
    ):
        mine.articles("Fjord")
    assert rebuild(folder(home), Letters()) == ()
    assert [one.title for one in mine.articles("Fjord")] == ["Ferry delayed"]
