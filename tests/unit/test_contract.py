"""The names, fields and order of what the package promises to the programs that use it."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

import qa
from qa import Answer, Assistant, Citation, Document, DossierError, Hit, Passage


def names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def test_package_offers_its_public_names() -> None:
    data = {"Answer", "Citation", "Coverage", "Document", "Event", "Hit", "Moment", "Passage", "Relation", "Section"}
    wanted = data | {"Speaker", "Assistant", "DossierError", "NOT_STATED", "Viewpoint", "ask"}
    assert set(qa.__all__) == wanted
    assert [name for name in wanted if not hasattr(qa, name)] == []
    assert issubclass(DossierError, Exception)


def test_document_has_its_fields_in_order_and_unknown_is_none() -> None:
    known = ["id", "title", "text", "outlet", "published", "author", "url", "places"]
    assert names(Document) == [*known, "also", "copies"]
    document = Document("a", "Title", "Text.")
    assert (document.outlet, document.published, document.author, document.url) == (None, None, None, None)
    full = Document("a", "T", "X.", "Post", date(2020, 1, 2), "Ann Lee", "https://example.org")
    assert (full.outlet, full.published, full.author) == ("Post", date(2020, 1, 2), "Ann Lee")
    assert full.url == "https://example.org"


def test_answer_and_citation_and_hit_have_their_fields_in_order() -> None:
    promised = ["question", "text", "answered", "citations", "confidence", "reason", "nearest"]
    assert names(Answer)[:7] == promised
    assert names(Citation) == ["number", "document", "start", "end", "speaker", "passage"]
    assert names(Hit) == ["passage", "score"]
    assert names(Passage)[:3] == ["document", "start", "end"]


@pytest.mark.parametrize("field", ["id", "title", "text", "outlet", "published", "author", "url", "places"])
def test_document_is_frozen(field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Document("a", "Title", "Text."), field, "other")


def test_answer_citation_hit_and_passage_are_frozen(town: Assistant) -> None:
    answer = town.ask("Why was the Halden bridge closed to lorries?")
    hit = town.search("bridge", k=1)[0]
    for thing, field in (
        (answer, "text"),
        (answer, "citations"),
        (answer.citations[0], "start"),
        (hit, "score"),
        (hit.passage, "end"),
    ):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, field, None)
    assert isinstance(answer.citations, tuple)
    assert isinstance(answer.nearest, tuple)


def test_documents_are_kept_in_the_order_given(town: Assistant) -> None:
    assert [document.id for document in town.documents] == ["bridge", "school", "river", "market", "museum"]


def test_number_of_a_citation_stands_right_behind_its_quote(seeds: Assistant) -> None:
    answer = seeds.ask("why did relations deteriorate?")
    rest = answer.text
    for place, citation in enumerate(answer.citations, start=1):
        assert citation.number == place
        assert re.match(rf"[”\"]? ?\[{place}\]", rest.split(citation.quote, 1)[1])
        rest = rest.split(citation.quote, 1)[1]
    assert answer.reason is None


def test_one_quote_stands_alone_and_several_are_a_list_behind_fixed_words(town: Assistant, seeds: Assistant) -> None:
    one = town.ask("How many pupils has the primary school in Tistedal?")
    assert one.text == "“The new primary school in Tistedal has 312 pupils and 21 teachers.” [1]"
    assert one.lead == ""
    several = seeds.ask("why did relations deteriorate?")
    assert several.lead == "The articles give these reasons:"
    assert several.text.startswith("The articles give these reasons:\n\n- “Relations between\u00a0Moscow and the West")
    assert seeds.ask("What does Xinhua report about sanctions?").lead == "The articles say:"


def test_printed_answer_names_its_sources(town: Assistant) -> None:
    printed = str(town.ask("Why was the Halden bridge closed to lorries?"))
    quote = "The Halden bridge was closed to lorries on Monday because rust had weakened its cables."
    assert printed.startswith(f"“{quote}” [1]")
    assert printed.endswith("\n\n[1] Halden Post · 6 May 2019 · Halden bridge closed to lorries")


def test_unknown_origin_is_named_as_such() -> None:
    assert Document("a", "", "Text.").origin == "outlet not stated · undated · no headline"
