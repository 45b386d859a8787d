"""Texts that a dossier may hold: any characters but lone surrogates, and the ones that have broken readers before."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

CHARACTERS = st.characters(exclude_categories=["Cs"])
NASTY = st.sampled_from(
    [
        "\n\n",
        "\n",
        "\r\n\r\n",
        " ",
        "\u00a0",
        "\u2028",
        "\x0c",
        "\x00",
        "\ufeff",
        "\u200b",
        '"',
        "“",
        "”",
        "'",
        "’",
        "«",
        "…",
        "—",
        "?!",
        "[1]",
        "<script>alert(1)</script>",
        "</q></blockquote>",
        "&amp;&#x27;",
        "👩‍👩‍👧",
        "e\u0301",
        "İstanbul",
        "السلام عليكم.",
        "\u202eright to left",
        "今天下雨了。",
        "नमस्ते।",
        "U.S.",
        "$5.2m (3%)",
        "* item",
        "x" * 150,
        "word " * 60,
        "MOSCOW (Sputnik) — ",
        "He said: ",
        "### ",
    ]
)
SENTENCES = st.sampled_from(
    [
        "The ferry to Lindholm was delayed because fog lay over the strait.",
        "Captain Eva Lund said that nobody was hurt.",
        "She added that the ferry would sail again on Friday.",
        "“We waited for two hours. Then the fog lifted,” said a passenger.",
        '"The fog is thicker every year." Experts disagree.',
        "However, Mr. Berg of the U.S. weather service denied the claim.",
        "What happens next?",
        "In 2014 the harbour had 312 berths.",
        "LINDHOLM, May 3 (Reuters) - The strait was closed.",
        "A second heading",
    ]
)
ANY_TEXT = st.text(CHARACTERS, max_size=300)
MIXED = st.lists(st.one_of(SENTENCES, NASTY, st.text(CHARACTERS, max_size=20)), max_size=12).map(" ".join)
TEXTS = st.one_of(MIXED, ANY_TEXT, st.lists(NASTY, max_size=8).map("".join))
ARTICLES = st.lists(
    st.lists(st.one_of(SENTENCES, NASTY), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5
).map("\n\n".join)
QUESTIONS = st.one_of(
    st.sampled_from(
        [
            "Why was the ferry delayed?",
            "What did Captain Lund say?",
            "How many berths had the harbour in 2014?",
            "When will the ferry sail again?",
            "Who denied the claim?",
            "What do the articles say about the fog?",
        ]
    ),
    TEXTS.map(lambda text: text[:2000]).filter(lambda text: text.strip()),
)


def stable(examples: int) -> settings:
    """The same examples at every run, so that CI fails only where the code changed."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
