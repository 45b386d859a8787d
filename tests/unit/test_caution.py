"""Cautions beside a quote: what each sort says, and sentences that look like it and are nothing to be warned of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.passage import passages
from qa import Document
from qa.caution import cautions

BACK = "Opens with a word that points back; read the sentence before."
WITHIN = "Begins within a quotation; read the sentence before."


def about(quote: str, before: str = "The ferry sank.", after: str = "", title: str = "") -> tuple[str, ...]:
    """The cautions for `quote` between other sentences of one passage."""
    text = " ".join(part for part in (before, quote, after) if part)
    (passage,) = passages(Document("a", title, text))
    start = text.index(quote)
    return cautions(passage, start, start + len(quote))


@pytest.mark.parametrize(
    ("quote", "caution"),
    [
        ("He left on Monday.", BACK),
        ("However, the harbour stayed open.", BACK),
        ("“They were late,” Lund said.", BACK),
        ("The council defended the move.", "Speaks of “the move”, told before; read the sentence before."),
        ("The ferry was reportedly overloaded.", "Hedged: “reportedly”."),
        ("The owner allegedly sold it twice.", "Hedged: “allegedly”."),
        ("The captain is believed to be abroad.", "Hedged: “is believed to”."),
        ("The repair could take years.", "Hedged: “could take”."),
        ("The talks are unlikely to succeed.", "Hedged: “unlikely to”."),
        ("If the wind drops, divers go down.", "Hedged: “If the wind drops”."),
        ("Lund was quoted as saying that it was old.", "Second-hand: “was quoted as saying”."),
        ("It was old, Lund said in comments carried by a radio station.", "Second-hand: “in comments carried by”."),
        ("The hull was old, according to media reports.", "Second-hand: “according to media reports”."),
        (
            "The hull was old, the paper wrote, citing two unnamed officials.",
            "Second-hand: “citing two unnamed officials”.",
        ),
        ("The hull was old, the paper wrote, citing Reuters.", "Second-hand: “citing Reuters”."),
        (
            "Divers found a hole, a claim the owner denies.",
            "Denied in the same sentence: “a claim the owner denies”.",
        ),
    ],
)
def test_quote_is_flagged_for_what_its_words_show(quote: str, caution: str) -> None:
    assert caution in about(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "The owner sold the ferry on Monday.",
        "This week, the harbour stayed open.",
        "It is clear that the hull was old.",
        "Instead of waiting, divers went down.",
        "Those who swam were saved.",
        "The ferry sank in May.",
        "Prime Minister May saw the harbour.",
        "The military might of Halden is small.",
        "Divers could not find the hull.",
        "Lund asked if the hull was old.",
        "If you sail, wear a vest.",
        "Citing a lack of money, the council closed the harbour.",
        "The hull was old, according to a United Nations report.",
        "The owner rejected a proposal.",
        "The report that he wrote in an unlikely place is long.",
    ],
)
def test_plain_quote_is_not_flagged(quote: str) -> None:
    assert about(quote) == ()


@pytest.mark.parametrize(
    ("after", "flagged"),
    [
        ("The owner denied the accusations.", True),
        ("The owner has repeatedly denied any wrongdoing.", True),
        ("A spokesman called the claims baseless.", True),
        ("The allegations are false, he said.", True),
        ("The owner dismissed this.", True),
        ("The owner did not deny the accusations.", False),
        ("The owner rejected the claim that cars were on board.", False),  # another claim
        ("The owner denied entry to divers.", False),
        ("The council rejected the budget.", False),
    ],
)
def test_claim_is_denied_by_the_next_sentence_only_where_that_speaks_of_it(after: str, flagged: bool) -> None:
    told = f"Denied in the next sentence: “{after}”"
    assert about("Divers accused the owner of greed.", after=after) == ((told,) if flagged else ())
    assert about("The harbour has two piers.", after=after) == ()  # nothing that could be denied


def test_claim_that_nobody_could_check_is_flagged() -> None:
    after = "Reporters could not independently verify the claim."
    told = f"Not confirmed, says the next sentence: “{after}”"
    assert about("Forty cars were on board, a diver said.", after=after) == (told,)


def test_denial_in_the_next_passage_is_found_and_a_long_one_is_cut() -> None:
    text = "Divers accused the owner of greed. The owner denied the accusations" + " and wept again" * 20 + "."
    document = Document("a", "", text + "\n\n" + "The harbour stayed open. " * 60)
    first = next(passages(document))
    end = first.sentences[0].end
    (told,) = cautions(first, 0, end)
    assert told.startswith("Denied in the next sentence: “The owner denied the accusations and wept")
    assert told.endswith(" …”")
    told_later = "Divers accused the owner of greed.\n\nOwner Per Lie has denied any wrongdoing."
    split = list(passages(Document("b", "", "The harbour stayed open. " * 28 + told_later)))
    assert [len(one.sentences) for one in split] == [29, 1]
    last = split[0].sentences[-1]
    assert cautions(split[0], last.start, last.end) == (
        "Denied in the next sentence: “Owner Per Lie has denied any wrongdoing.”",
    )


def test_quote_that_holds_what_it_needs_is_not_flagged() -> None:
    assert about("The ferry sank. However, the harbour stayed open.", before="") == ()
    assert about("He left on Monday.", before="") == ()  # nothing stands before it
    assert about("Divers accused the owner. The owner denied the accusations.", before="Rain fell.") == ()


def test_quote_out_of_the_middle_of_a_quotation_is_flagged() -> None:
    assert about("We sold it in spring,” Lund said.", before="“The ferry was old.") == (WITHIN,)


def test_heading_is_flagged() -> None:
    text = "The ferry sank.\n\nA word about ferries\n\nThe harbour stayed open."
    (passage,) = passages(Document("a", "", text))
    start = text.index("A word")
    assert cautions(passage, start, start + len("A word about ferries")) == (
        "A heading, not a sentence of the article.",
    )
    assert about("Ferry sinks off Halden harbour.", title="Ferry sinks off Halden harbour.") == (
        "A heading, not a sentence of the article.",
    )


def test_each_sort_is_told_once_and_in_a_fixed_order() -> None:
    told = about(
        "However, divers said it was reportedly old and allegedly sold, according to media reports.",
        after="The owner denied the claims.",
    )
    assert told == (
        BACK,
        "Denied in the next sentence: “The owner denied the claims.”",
        "Hedged: “reportedly”.",
        "Second-hand: “according to media reports”.",
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.data())
def test_no_text_breaks_and_the_same_quote_gives_the_same_cautions(text: str, data: st.DataObject) -> None:
    for passage in passages(Document("a", "", text)):
        one = data.draw(st.sampled_from(passage.sentences))
        told = cautions(passage, one.start, one.end)
        assert told == cautions(passage, one.start, one.end)
        assert all(caution.endswith((".", "”")) for caution in told)
        assert len(told) <= 5
