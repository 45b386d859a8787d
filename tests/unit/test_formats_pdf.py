"""PDFs: what a reader reads, in the order in which they read it, and on which page it stands."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tests.unit.made_files import STYLES, drawn, lines, read, read_with_problems, set_in_columns

PICTURE = Image.new("L", (40, 40), 128)
LEFT = ["The left column tells of the har-", "bour and its boats, which were", "moored there all winter long.",
        "Nobody went out to sea, because", "the ice was too thick for keels."]  # fmt: skip
RIGHT = ["The right column tells of the", "market, where fish is sold by", "the women of our old village.",
         "They come at six in the morning", "and leave when all is sold."]  # fmt: skip
IN_ORDER = (
    (
        "The left column tells of the harbour and its boats, which were moored there all winter long. Nobody went out "
        "to sea, because the ice was too thick for keels."
    ),
    (
        "The right column tells of the market, where fish is sold by the women of our old village. They come at six in "
        "the morning and leave when all is sold."
    ),
)
SENTENCE = "Item {0} of the account was paid in full by the town of Halden, as its clerk wrote on day {0} of the year."


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_two_columns_are_read_one_after_the_other_though_the_file_has_them_line_by_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, ["Two columns under one headline that runs across"], size=18)
        for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            lines(canvas, [left], top=700 - 14 * number)
            lines(canvas, [right], left=320, top=700 - 14 * number)

    document = read(tmp_path, "columns.pdf", drawn(page))
    assert document.title == "Two columns under one headline that runs across"
    assert paragraphs(document.text) == list(IN_ORDER)
    assert {document.place(0), document.place(len(document.text) - 1)} == {"page 1"}


def test_paragraph_goes_on_over_columns_and_pages_and_knows_where_each_part_stands(tmp_path: Path) -> None:
    story = [Paragraph(" ".join(SENTENCE.format(number) for number in range(150)), STYLES["BodyText"])]
    document = read(tmp_path, "long.pdf", set_in_columns(story, columns=2))
    assert document.text == " ".join(SENTENCE.format(number) for number in range(150))
    assert [place.label for place in document.places] == ["page 1", "page 2", "page 3", "page 4"]
    assert document.text[document.places[1].start - 1] == " "


def test_running_heads_and_page_numbers_of_300_pages_are_dropped(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        lines(canvas, ["Annual report of the town of Halden"], top=800, size=9)
        lines(canvas, [f"Matter {number} came before", f"the council on day {number}", "and was put off."])
        lines(canvas, [f"- {number} -"], left=290, top=40, size=9)

    document = read(tmp_path, "report.pdf", drawn(*[page] * 300))
    assert paragraphs(document.text) == [
        f"Matter {number} came before the council on day {number} and was put off." for number in range(1, 301)
    ]
    assert [place.label for place in document.places] == [f"page {number}" for number in range(1, 301)]


def test_footnotes_follow_the_paragraph_that_they_interrupt(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, ["The council met on Monday. It decided that the bridge would be", "closed, and that the money"])
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(194, 750, "3")
        lines(
            canvas, ["3 The minutes are in the archive of the town.", "4 See also the report of 1968."], top=90, size=8
        )

    def second(canvas: Canvas) -> None:
        lines(canvas, ["for it would come from the state.", "", "A second paragraph stands apart from it."])

    document = read(tmp_path, "notes.pdf", drawn(first, second))
    assert paragraphs(document.text) == [
        (
            "The council met on Monday. It decided that the bridge would be closed, and that the money³ for it would "
            "come from the state."
        ),
        "3 The minutes are in the archive of the town.",
        "4 See also the report of 1968.",
        "A second paragraph stands apart from it.",
    ]
    assert [document.place(document.text.index(word)) for word in ("council", "for it", "minutes", "second")] == [
        "page 1", "page 2", "page 1", "page 2",
    ]  # fmt: skip


def test_words_broken_at_the_end_of_a_line_are_mended_and_hyphens_of_their_own_kept(tmp_path: Path) -> None:
    broken = ["The long-", "term plan of the govern-", "ment names the Franco-", "German brigade of 1990-", "1995."]
    document = read(tmp_path, "hyphens.pdf", drawn(lambda canvas: lines(canvas, broken)))
    assert document.text == "The long-term plan of the government names the Franco-German brigade of 1990-1995."


def test_title_comes_from_the_page_and_an_author_counts_where_the_text_names_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, ["The bridge of Halden"], size=20)
        lines(canvas, ["A report by Mira Sand on the state of its cables."], top=700)

    first = read(tmp_path, "a.pdf", drawn(page, title="Microsoft Word - draft3.doc", author="Mira Sand"))
    assert (first.title, first.author) == ("The bridge of Halden", "Mira Sand")
    second = read(tmp_path, "b.pdf", drawn(page, title="Report on the cables", author="JSMITH01"))
    assert (second.title, second.author, second.published) == ("The bridge of Halden", None, None)


def test_pages_that_are_pictures_are_named_and_the_others_read(tmp_path: Path) -> None:
    def picture(canvas: Canvas) -> None:
        canvas.drawInlineImage(PICTURE, 72, 72, 400, 400)

    def page(canvas: Canvas) -> None:
        lines(canvas, ["Only this page holds text that can be read."])

    content = drawn(page, picture, picture, page, picture)
    document, problems = read_with_problems(tmp_path, "part.pdf", content)
    assert document.text == "\n\n".join(["Only this page holds text that can be read."] * 2)
    assert problems == ("part.pdf: pages 2–3, 5 are pictures without text (a scan), so nothing there is found.",)
