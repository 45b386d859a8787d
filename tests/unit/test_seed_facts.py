"""Questions for one fact of the five articles: one or two quotes, and the right one among them."""

from __future__ import annotations

import pytest

from qa import Assistant, Citation

FACTS = [
    ("Who is Andrei Kelin?", "004", "new ambassador to the United Kingdom, Andrei Kelin"),
    (
        "Which German minister went to Moscow on the day Kerry arrived?",
        "001",
        "German Foreign Minister Frank-Walter Steinmeier also visited Russia",
    ),
    (
        "When did Obama prolong the sanctions and for how long?",
        "001",
        "issued an order to extend by one year a series of sanctions",
    ),
    ("When will the US presidential election be held?", "001", "U.S. presidential election is slated for November"),
    ("Where did Vershbow give his lecture?", "002", "Spanish Centre for National Defence Studies in Madrid"),
    (
        "By how much have NATO exercises in the Arctic grown since 2015?",
        "004",
        "since 2015 the number of NATO military operations and exercises in the region has doubled",
    ),
    ("How many times has Kerry visited Russia within a year?", "001", "the third in less than one year"),
    (
        "Which missiles worry Eastern European countries?",
        "000",
        "deployment of nuclear-capable missiles to the Kaliningrad enclave",
    ),
    ("What happened to a US ship in the Baltic?", "003", '"buzzed" over a US naval destroyer in the Baltic Sea'),
    ("When will Russia hold parliamentary elections?", "001", "Russia will hold parliamentary elections in September"),
    ("Which agency carried Antonov's comments?", "003", "carried by Russia's state-owned TASS news agency"),
    ("Who is Vladimir Evseev?", "000", "Vladimir Evseev, deputy head of CIS Institute"),
    ("Where did the Arctic forum take place?", "004", "a few days ago in St. Petersburg"),
]


def spaced(citation: Citation) -> str:
    return " ".join(citation.quote.split())


@pytest.mark.parametrize(("question", "article", "words"), FACTS)
def test_fact_is_quoted_from_its_article(seeds: Assistant, question: str, article: str, words: str) -> None:
    answer = seeds.ask(question)
    assert len(answer.citations) in (1, 2)
    assert [c.document.id[:3] for c in answer.citations if words in spaced(c)] == [article]


def test_he_added_is_quoted_with_the_sentence_before(seeds: Assistant) -> None:
    (citation,) = seeds.ask("Who said that rebuilding good relations would take years?").citations
    assert spaced(citation) == (
        "Vershbow criticized Russian policy with regard to Georgia, Moldova and Ukraine, and added that NATO members "
        "should create incentives for Russia to return to compliance with international law. "
        "He added that rebuilding constructive relations could take years."
    )


def test_quotation_of_several_sentences_is_quoted_to_its_end(seeds: Assistant) -> None:
    answer = seeds.ask("What did Antonov say about an arms race?")
    assert (
        '"We see all this, note this and take the appropriate military-technical measures. However, I would like to '
        'emphasize - we are against an arms race, no matter who imposes it on us," Antonov added.'
    ) in map(spaced, answer.citations)


def test_dateline_is_not_part_of_a_quote(seeds: Assistant) -> None:
    (citation,) = seeds.ask("Where did Vershbow give his lecture?").citations
    assert spaced(citation).startswith("Earlier in the day, Vershbow gave a lecture")


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("What does Xinhua report about sanctions?", "Xinhua"),
        ("What does Sputnik say about relations between Moscow and the West?", "Sputnik"),
        ("What does Deutsche Welle report about Stoltenberg?", "Deutsche Welle"),
        ("What does DW report about the council meeting?", "Deutsche Welle"),
        ("What does CCTV say about sanctions?", "CCTV.com"),
    ],
)
def test_outlet_named_in_the_question_is_the_only_one_cited(seeds: Assistant, question: str, outlet: str) -> None:
    assert {citation.document.outlet for citation in seeds.ask(question).citations} == {outlet}


def test_slips_of_the_typist_are_understood_and_shown(seeds: Assistant) -> None:
    answer = seeds.ask("wat did stoltenburg say abuot the nato russia counsil meeting")
    assert answer.understood == "wat did stoltenberg say about the nato russia council meeting"
    frank = '"I think we had a frank, serious and actually good meeting," Stoltenberg told a news conference'
    assert [c.document.id[:3] for c in answer.citations if spaced(c).startswith(frank)] == ["003"]
    assert str(answer).startswith("Understood as: wat did stoltenberg say about the nato russia council meeting\n\n")
