"""What adding and removing does to a dossier: same again, changed, corrected, printed elsewhere too, removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.dossier import Added, Dossier
from index.errors import DossierError
from index.index import Index
from index.intake import incoming
from index.opened import open_parts, rows_in
from index.place import DEFAULT, existing, place_of
from tests.crash.writing import Counted, Letters

FERRY = "Ferry delayed\n\nThe ferry to Lindholm was delayed because fog lay over the strait.\n"
BRIDGE = "Bridge closed\n\nThe Halden bridge was closed to lorries on Monday because of rust.\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "dossiers" / "store"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return folder


def add(store: Path, *paths: Path) -> list[Added]:
    with Dossier.writing(store, Counted()) as dossier:
        added = [dossier.add(file) for file in incoming(paths)[0]]
        dossier.publish()
    return added


def remove(store: Path, path: Path) -> None:
    with Dossier.writing(store, Counted()) as dossier:
        dossier.remove(bytes(path))
        dossier.publish()


def index_of(store: Path) -> Index:
    return Index(open_parts(store, Letters.fingerprint))


def test_same_file_again_changes_nothing_and_embeds_nothing(store: Path, sources: Path) -> None:
    assert [one.change for one in add(store, sources)] == ["added", "added"]
    Counted.texts, before = 0, sorted(store.iterdir())
    assert [one.change for one in add(store, sources, sources / "ferry.txt")] == ["unchanged", "unchanged"]
    assert Counted.texts == 0
    assert sorted(store.iterdir()) == before


def test_changed_file_replaces_its_old_version_and_only_it_is_embedded(store: Path, sources: Path) -> None:
    add(store, sources)
    (sources / "ferry.txt").write_text(FERRY.replace("fog", "ice"), encoding="utf-8")
    Counted.texts = 0
    assert [one.change for one in add(store, sources)] == ["unchanged", "replaced"]
    assert Counted.texts == 2
    index = index_of(store)
    assert [document.id for document in index.documents] == ["bridge", "ferry"]
    assert (index.holds("ice"), index.holds("fog")) == (True, False)
    assert "fog" not in index.words


def test_sources_toml_corrects_without_embedding_and_a_new_title_embeds(store: Path, sources: Path) -> None:
    add(store, sources)
    Counted.texts = 0
    (sources / "sources.toml").write_text('["ferry.txt"]\noutlet = "Halden Post"\npublished = 2019-05-06\n')
    assert [one.change for one in add(store, sources)] == ["unchanged", "corrected"]
    assert Counted.texts == 0
    assert index_of(store).documents[1].origin == "Halden Post · 6 May 2019 · Ferry delayed"
    (sources / "sources.toml").write_text('["ferry.txt"]\ntitle = "Fog"\n')
    assert [one.change for one in add(store, sources)] == ["unchanged", "replaced"]
    assert Counted.texts == 2
    assert index_of(store).documents[1].origin == "outlet not stated · undated · Fog"


def test_text_that_others_printed_too_is_one_source_with_several_outlets(store: Path, sources: Path) -> None:
    again = sources.parent / "again"
    again.mkdir()
    (sources / "sources.toml").write_text('["ferry.txt"]\noutlet = "Post"\n')
    (again / "ferry.txt").write_text(FERRY.replace(" ", "  ").replace("fog", "FOG"), encoding="utf-8")
    (again / "copy.txt").write_text(FERRY, encoding="utf-8")
    (again / "sources.toml").write_text('["ferry.txt"]\noutlet = "Echo"\n["copy.txt"]\noutlet = "Post"\n')
    added = add(store, sources, again)
    assert [(one.document.id if one.document else "", one.same_as) for one in added] == [
        ("bridge", None),
        ("ferry", None),
        ("copy", "ferry"),
        ("ferry (2)", "ferry"),
    ]
    index = index_of(store)
    assert [document.id for document in index.documents] == ["bridge", "ferry"]
    assert index.documents[1].also == ("Echo",)
    assert index.documents[1].origin == "Post (the same text: Echo) · undated · Ferry delayed"
    remove(store, sources / "ferry.txt")
    index = index_of(store)
    assert [(document.id, document.outlet, document.also) for document in index.documents] == [
        ("bridge", None, ()),
        ("copy", "Post", ("Echo",)),
    ]
    assert [passage.document.id for passage in index.passages] == ["bridge", "copy"]
    remove(store, again / "copy.txt")
    (ferry,) = (document for document in index_of(store).documents if document.id == "ferry (2)")
    assert "FOG" in ferry.text


def test_headline_byline_and_date_do_not_part_a_text_but_a_paragraph_less_does(store: Path, sources: Path) -> None:
    body = BRIDGE.partition("\n\n")[2] + "\nEngineer Mira Sand found the damage. It will cost four million crowns.\n"
    (sources / "bridge.txt").write_text(f"Bridge closed\n\n{body}", encoding="utf-8")
    (sources / "copy.txt").write_text(f"Rust in Halden\n\nBy Jens Holm\n\n6 May 2019\n\n{body}", encoding="utf-8")
    (sources / "short.txt").write_text(BRIDGE, encoding="utf-8")
    assert [one.same_as for one in add(store, sources)] == [None, "bridge", None, None]
    assert [(one.id, one.copies) for one in index_of(store).documents] == [
        ("bridge", ("copy",)),
        ("ferry", ()),
        ("short", ()),
    ]


def test_first_of_several_that_changes_in_spacing_only_stays_one_source(store: Path, sources: Path) -> None:
    (sources / "second.txt").write_text(FERRY, encoding="utf-8")
    add(store, sources)
    (sources / "ferry.txt").write_text(FERRY.replace(" ", "  "), encoding="utf-8")
    assert [(one.change, one.same_as) for one in add(store, sources)] == [
        ("unchanged", None),
        ("replaced", "second"),
        ("unchanged", None),
    ]
    index = index_of(store)
    assert [(document.id, document.copies) for document in index.documents] == [("bridge", ()), ("second", ("ferry",))]
    assert len(index.passages) == 2


def test_file_gone_from_disk_stays_until_it_is_removed(store: Path, sources: Path) -> None:
    add(store, sources)
    (sources / "ferry.txt").unlink()
    assert [one.change for one in add(store, sources)] == ["unchanged"]
    assert [row.name for row in rows_in(store)] == ["bridge", "ferry"]
    remove(store, sources / "ferry.txt")
    assert [row.name for row in rows_in(store)] == ["bridge"]
    remove(store, sources / "bridge.txt")
    assert index_of(store).documents == ()
    assert index_of(store).search(Letters().embed(["fog"])[0], ["fog"], 3) == []


def test_file_that_cannot_be_read_is_told_and_the_others_go_in(store: Path, sources: Path) -> None:
    (sources / "bad.pdf").write_bytes(b"%PDF-1.7\n")
    added = add(store, sources)
    assert [one.change for one in added] == ["left out", "added", "added"]
    assert (added[0].problem or "").startswith("bad.pdf was left out: ")


def test_a_folder_below_goes_in_and_headings_are_kept(store: Path, sources: Path) -> None:
    (sources / "below").mkdir()
    (sources / "below" / "notes.md").write_text(
        "# Notes\n\nFirst words stand here.\n\n## Rust\n\nThe cables are weak.\n", encoding="utf-8"
    )
    assert [one.change for one in add(store, sources)] == ["added", "added", "added"]
    notes = next(one for one in index_of(store).documents if one.id.startswith("notes"))
    assert notes.place(notes.text.index("The cables")) == "section “Rust”"


def test_embedder_without_a_fingerprint_is_refused(store: Path) -> None:
    class Nameless:
        embed = Letters.embed

    with pytest.raises(DossierError, match="Give it an attribute `fingerprint`"), Dossier.writing(store, Nameless()):
        pass


@pytest.mark.parametrize(
    "name", ["", "..", "a/b", "../x", "a\\b", ".hidden", "~a", "a.", "con", "x" * 65, "a\nb", " a"]
)
def test_name_that_could_be_a_path_is_refused(name: str) -> None:
    with pytest.raises(DossierError, match="cannot be the name of a dossier"):
        place_of(name)


def test_dossiers_lie_under_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))
    assert place_of("Élections 2024") == tmp_path / "Élections 2024"
    with pytest.raises(DossierError, match=r"There is no dossier 'articles'; there is none yet."):
        existing(DEFAULT)
    monkeypatch.delenv("DOSSIER_DATA")
    assert place_of(DEFAULT).parts[-3:] == ("dossier-qa", "dossiers", "articles")
