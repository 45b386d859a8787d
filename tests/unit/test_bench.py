"""The metrics of bench/, on examples worked by hand; what they measure is reported, not tested."""

from __future__ import annotations

import pytest

from bench import askers
from bench.acl import place, word_prf, words_in
from bench.calibration import Bin, bins, calibration_error
from bench.clock import Clock
from bench.fit import features_of, fit, further
from bench.readings import Reading
from bench.report import table
from bench.sets import rows
from qa import Assistant
from qa.confidence import FEATURES


def test_a_word_counts_where_a_span_touches_it() -> None:
    text = "The old bridge\nhas rusted."
    assert words_in([(4, 14)], text) == {1, 2}
    assert words_in([(6, 9)], text) == {1, 2}, "parts of words, and the space between them"
    assert words_in([(3, 4)], text) == set(), "white space alone"
    assert words_in([(0, 1), (0, 3), (15, 26)], text) == {0, 3, 4}


def test_word_f1_sums_the_words_of_all_rows() -> None:
    # 2 of 4 extracted words are marked; 2 of 3 marked words are extracted; the second row has nothing marked.
    precision, recall, f1 = word_prf([{1, 2, 3}, {7}, set()], [{2, 3}, set(), {5}])
    assert (precision, recall) == (0.5, pytest.approx(2 / 3))
    assert f1 == pytest.approx(2 * 2 / (4 + 3))


def test_word_f1_of_nothing_is_nought() -> None:
    assert word_prf([set(), set()], [{1}, set()]) == (0.0, 0.0, 0.0)
    assert word_prf([{1}], [set()]) == (0.0, 0.0, 0.0)


def test_a_marked_text_is_found_in_any_case_and_white_space() -> None:
    chunk = "We use A* search (twice).\nIt is  fast."
    assert place("A* search (twice)", chunk) == (7, 24)
    assert place("WE USE", chunk) == (0, 6)
    assert place("twice). It is fast.", chunk) == (18, 38)
    assert place("slow", chunk) is None
    assert place("", chunk) is None


def test_bins_hold_their_lower_end_and_the_last_holds_one() -> None:
    held = bins([(0.0, False), (0.49, True), (0.5, True), (1.0, True)], 2)
    assert held == [Bin(0.0, 0.5, 2, pytest.approx(0.245), 0.5), Bin(0.5, 1.0, 2, 0.75, 1.0)]


def test_calibration_error_weighs_each_bin_by_its_answers() -> None:
    # Three answers at 0.9 of which two are right, one at 0.1 that is right: (3 * |0.9 - 2/3| + |0.1 - 1|) / 4.
    judged = [(0.9, True), (0.9, True), (0.9, False), (0.1, True)]
    assert calibration_error(bins(judged)) == pytest.approx((3 * (0.9 - 2 / 3) + 0.9) / 4)


def test_perfect_confidence_has_no_calibration_error() -> None:
    assert calibration_error(bins([(1.0, True), (0.0, False)])) == 0.0
    assert calibration_error(bins([])) == 0.0


def test_a_stage_is_not_charged_for_the_stage_inside_it() -> None:
    clock = Clock()
    inner = clock.wrapped("inner", lambda: sum(range(300_000)))
    outer = clock.wrapped("outer", inner)
    assert outer() == sum(range(300_000))
    assert set(clock.own) == {"inner", "outer"}
    assert 0 <= clock.own["outer"] < clock.own["inner"]


def test_a_table_writes_shares_with_three_digits_and_the_unknown_as_a_dash() -> None:
    assert table(("figure", "ours"), [("a|b", 0.25), ("n", 1200), ("none", None)]) == (
        "| figure | ours |\n| --- | --- |\n| a\\|b | 0.250 |\n| n | 1,200 |\n| none | – |"
    )


def test_further_quotes_are_those_that_are_mostly_right() -> None:
    both = [(2.0, True), (1.5, True), (-2.0, False)]
    alone = [(2.0, True), (-1.0, False), (-1.2, False)]
    least, within, f1 = further([both, alone])
    assert least > -1.0 or within < 3.0
    assert within >= 0.5
    assert f1 == 1.0


def test_features_of_a_reading_are_those_of_the_product() -> None:
    read = Reading(True, True, ((1.0, 1.0, True), (0.0, None, False)), 0.75)
    assert dict(zip(FEATURES, features_of(read, [(3.0, True), (1.0, False)]), strict=True)) == {
        "best": 3.0,
        "names_unseen": 0.75,
    }
    assert features_of(Reading(True, False, (), 1.0), []) == [-9.0, 1.0]


def test_weights_are_fitted_for_the_quick_reader_and_for_both() -> None:
    def reading(level: float, *, held: bool) -> Reading:
        best = (level, level + 1, held)
        return Reading(True, held, (best, (level - 4, level - 4, False), (level - 5, None, False)), 0.0)

    some = [reading(level, held=level > -2) for level in (-4.0, -3.5, -3.0, -2.5, -1.5, -1.0, 0.0, 1.0, 2.0, 3.0)]
    for name, weights in (("quick", {"quick"}), ("quick and strong", {"quick", "strong"})):
        stored, figures = fit(some, name)
        assert set(stored["sentence"]["weights"]) == weights
        assert stored["confidence"]["weights"]["best"] > 0
        assert 0 < stored["threshold"] < 1
        assert (figures["first right"], figures["AUROC"]) == (1.0, 1.0)


def test_the_questions_of_others_quote_the_articles(seeds: Assistant) -> None:
    texts = [document.text for document in seeds.documents]
    for item in rows(askers.QUESTIONS):
        assert item["kind"] in ("true", "false", "fallout")
        assert all(any(sentence in text for text in texts) for sentence in item["evidence"])


def test_an_outcome_is_told_by_what_is_quoted(seeds: Assistant) -> None:
    answer = seeds.ask("Why did relations deteriorate?")
    first, second = (one.quote for one in answer.citations[:2])
    marked = {askers.FIRST: [second, first], askers.AMONG: [second], askers.OTHER: ["Nobody said so."]}
    for outcome, evidence in marked.items():
        assert askers.outcome(answer, {"kind": "fallout", "evidence": evidence}) == outcome
    assert askers.outcome(answer, {"kind": "false", "evidence": [first]}) == askers.OTHER
    declined = seeds.ask("What did Biden say about the invasion?")
    assert askers.outcome(declined, {"kind": "false", "evidence": []}) == askers.DECLINED
