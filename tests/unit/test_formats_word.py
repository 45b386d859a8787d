"""Word files and books: their text under the heading or chapter that it stands under."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.unit.made_files import changed, read, word, zipped

REPORT = (
    ("Title", "The bridge of Halden"),
    ("Normal", "A report by Mira Sand."),
    ("Heading 1", "Cables"),
    ("Normal", "Rust had weakened the cables."),
    ("List Bullet", "The northern cable is worse."),
    ("Heading 1", "Costs"),
    ("Normal", "The repair costs 4.2 million crowns."),
)
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Winters of Halden</dc:title>
<dc:creator>Ann Lee</dc:creator><dc:publisher>Tista Press</dc:publisher><dc:date>2011-10-05</dc:date></metadata>
<manifest><item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="more" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="more"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol>
<li><a href="text/one.xhtml">Ice</a></li><li><a href="text/two.xhtml#a">Thaw</a></li></ol></nav></body></html>"""
PART = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/text/one.xhtml": PART.format(
        '<h1>Ice</h1><p>The river froze<sup><a href="#n1">1</a></sup> in May.</p><p id="n1">1 Or in June.</p>'
    ),
    "OEBPS/text/two.xhtml": PART.format("<p>It thawed&nbsp;late.</p>"),
    "OEBPS/text/two b.xhtml": PART.format("<p>Then the boats went out.</p>"),
}


def test_word_file_is_read_under_its_headings(tmp_path: Path) -> None:
    document = read(tmp_path, "report.docx", word(*REPORT, author="Mira Sand", title="draft 3"))
    assert (document.id, document.title, document.author) == ("report.docx", "The bridge of Halden", "Mira Sand")
    assert document.text.split("\n\n") == [text for _, text in REPORT[1:]]
    assert document.published is None
    where = [document.place(document.text.index(start)) for start in ("A report", "Rust", "The northern", "The repair")]
    assert where == [None, "section “Cables”", "section “Cables”", "section “Costs”"]


def test_author_whom_only_the_properties_name_is_whose_computer_it_was(tmp_path: Path) -> None:
    assert read(tmp_path, "a.docx", word(*REPORT, author="win user")).author is None


def test_what_was_inserted_counts_and_what_was_deleted_does_not(tmp_path: Path) -> None:
    tracked = (
        '<w:r><w:t xml:space="preserve">Rust had </w:t></w:r>'
        '<w:ins w:id="1" w:author="a"><w:r><w:t>badly</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>slightly</w:delText></w:r></w:del>'
        '<w:r><w:t xml:space="preserve"> weakened the cables.</w:t></w:r>'
    )
    content = changed(
        word(*REPORT), "word/document.xml", "<w:r><w:t>Rust had weakened the cables.</w:t></w:r>", tracked
    )
    assert "Rust had badly weakened the cables." in read(tmp_path, "a.docx", content).text.split("\n\n")


def test_book_is_read_in_its_order_under_the_names_of_its_chapters(tmp_path: Path) -> None:
    document = read(tmp_path, "winters.epub", zipped(BOOK))
    assert document.text.split("\n\n") == [
        "Ice",
        "The river froze in May.",
        "1 Or in June.",
        "It thawed late.",
        "Then the boats went out.",
    ]
    assert (document.title, document.author, document.outlet) == ("Winters of Halden", "Ann Lee", "Tista Press")
    assert document.published == date(2011, 10, 5)
    assert document.place(document.text.index("froze")) == "chapter “Ice”"
    assert document.place(document.text.index("boats")) == "chapter “Thaw”"


def test_older_book_takes_its_chapters_from_the_ncx(tmp_path: Path) -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Spring</text></navLabel>'
        '<content src="text/two.xhtml"/></navPoint></navMap></ncx>'
    )
    package = PACKAGE.replace('<itemref idref="nav"/>', "").replace(
        'href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"',
        'href="toc.ncx" media-type="application/x-dtbncx+xml"',
    )
    book = {**BOOK, "OEBPS/book.opf": package, "OEBPS/toc.ncx": ncx}
    del book["OEBPS/nav.xhtml"]
    document = read(tmp_path, "winters.epub", zipped(book))
    assert document.place(document.text.index("thawed")) == "chapter “Spring”"
    assert document.place(document.text.index("froze")) == "chapter “Ice”"  # its own first heading
