from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
import read_samples as make
from docx import Document
from docx.oxml import parse_xml
from PIL import Image
from reportlab.lib.utils import ImageReader

from kg.errors import ReadError
from kg.model import Signatory, Source
from kg.read import MOST_CHARACTERS, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def headings(source: Source) -> list[str]:
    return [span.of(source.text) for span in source.headings]


def notes(source: Source) -> list[str]:
    return [span.of(source.text) for span in source.notes]


def refused(name: str, data: bytes) -> ReadError:
    with pytest.raises(ReadError) as error:
        read_bytes(name, data)
    assert error.value.where == name
    assert error.value.remedy
    assert "\n" not in str(error.value)
    return error.value


# --- what every format shares ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", make.LETTER.encode(), "txt"),
        ("a.pdf", make.pdf(make.LETTER), "pdf"),
        ("a.docx", make.docx(), "docx"),
        ("a.odt", make.odt(), "odt"),
        ("a.html", make.html(), "html"),
        ("a.xml", make.KST.encode(), "xml"),
        ("old.xml", make.KAMERWRK.encode(), "xml"),
    ],
)
def test_the_bytes_tell_the_format_whatever_the_name(name: str, data: bytes, form: str) -> None:
    for other in (name, "letter", "letter.txt", "letter.pdf", "letter.zip"):
        if form == "txt" and other in ("letter.pdf", "letter.zip"):
            continue
        assert read_bytes(other, data).format == form


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("leeg.txt", b"", "is empty"),
        ("wit.txt", b" \r\n\t\n", "is empty"),
        ("wit16.txt", "  \n".encode("utf-16"), "holds no text"),
        ("leeg.docx", make.docx(lambda document: document.add_paragraph(" ")), "holds no text"),
        ("leeg.odt", make.odt(""), "holds no text"),
        ("leeg.html", make.html(""), "holds no text"),
        ("foto.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "picture (JPEG), not a PDF"),
        ("foto.png", b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "opens as an old Word file"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel"),
        (
            "slot.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted",
        ),
        ("tabel.xlsx", make.zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "Excel"),
        ("mail.eml", b"From: a@b.nl\r\nMIME-Version: 1.0\r\n\r\nhoi", "e-mail"),
        ("mail.txt", b"From: a@b.nl\r\nMIME-Version: 1.0\r\n\r\nhoi", "e-mail"),
        ("brief.rtf", b"{\\rtf1 hoi}", "Rich Text"),
        ("gold.yaml", b"stances: []", "kind that is not read (.yaml)"),
        ("brief.pdf", b"geen pdf", "is not a PDF, though its name says so"),
        ("kapot.pdf", b"%PDF-1.7\nniets", "is broken"),
        ("kapot.docx", make.docx()[:3000], "is broken"),
        ("kapot.odt", make.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "is broken"),
        ("ruis.txt", bytes(range(256)) * 4, "is not text in UTF-8, UTF-16 or Windows-1252"),
        ("gat.txt", b"Minister\x81 van", "is not text"),
        ("nul.txt", b"Minister\0van", "is not text"),
        ("bel.txt", b"Minister\x07van", "U+0007"),
        ("verminkt.txt", "Oekraïne, Moldavië, Georgië, België".encode() + b"\xeb", "is not text"),
        ("metadata.xml", b"<metadata_gegevens><metadata/></metadata_gegevens>", "is the metadata of a Kamerstuk"),
        ("feed.xml", b'<?xml version="1.0"?><rss><channel/></rss>', "its root is <rss>"),
        ("vraag.xml", b"<officiele-publicatie><metadata/><kamervragen/></officiele-publicatie>", "kamervragen"),
        ("stuk.xml", b"<kamerwrk><al>", "is broken XML"),
    ],
)
def test_what_is_no_letter_is_refused_with_a_reason(name: str, data: bytes, what: str) -> None:
    assert what in refused(name, data).what


def test_a_letter_of_five_million_characters_is_refused_fast() -> None:
    start = time.perf_counter()
    assert refused("lang.txt", b"a" * 5_000_000).what == "is no letter: 5,000,000 characters"
    refused("langer.txt", b"a" * 50_000_000)
    refused("lang.html", make.html("<p>" + "a " * 3_000_000))
    assert read_bytes("net.txt", b"a" * MOST_CHARACTERS).text
    assert time.perf_counter() - start < 5


def test_a_deeply_nested_page_is_read_or_refused() -> None:
    for depth in (200, 5_000):
        data = make.html("<div>" * depth + make.LETTER)
        try:
            outcome = read_bytes("diep.html", data).text
        except ReadError:
            outcome = "refused"
        assert make.LETTER in outcome or (depth > 200 and outcome == "refused")


def test_no_library_for_a_format_is_loaded_before_a_file_asks_for_it() -> None:
    code = (
        "import sys; from kg.read import read_bytes; read_bytes('a.txt', b'Een brief');"
        "print([name for name in ('lxml', 'pypdf', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- txt -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_plain_text_is_the_same_in_every_encoding(encoding: str) -> None:
    text = "Oekraïne «vrede» – de NAVO’s\r\nregel twee\rregel drie\n\n samen-\nwerking\u00ad \fBlad 2"
    data = b"\xfe\xff" + text.encode("utf-16-be") if encoding == "utf-16-be" else text.encode(encoding)
    assert read_bytes("brief.txt", data).text == text


def test_utf_16_without_a_bom_is_known_by_its_zeros() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_bytes("brief.txt", make.LETTER.encode(encoding)).text == make.LETTER


# --- pdf -------------------------------------------------------------------------------------------------------------


def test_pages_of_a_pdf_are_begun_by_a_form_feed_and_its_title_is_kept() -> None:
    source = read_bytes("a.pdf", make.pdf("Een brief\nover iets", "Blad twee", title="Verslag NAVO"))
    assert source.text == "Een brief\nover iets\n\fBlad twee"
    assert source.metadata.title == "Verslag NAVO"
    assert source.metadata.date == ""


@pytest.mark.parametrize("title", ["Microsoft Word - brief.doc", "brief.docx", "untitled", "(anonymous)"])
def test_a_title_that_a_program_made_up_is_no_title(title: str) -> None:
    assert read_bytes("a.pdf", make.pdf("Een brief", title=title)).metadata.title == ""


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_encrypted_pdf_is_read_when_it_needs_no_password(algorithm: str) -> None:
    assert read_bytes("a.pdf", make.encrypted(make.pdf("Een brief"), "", algorithm)).text == "Een brief"
    assert refused("a.pdf", make.encrypted(make.pdf("Een brief"), "geheim", algorithm)).what == "is encrypted"


def test_a_scanned_pdf_asks_for_ocr() -> None:
    picture = ImageReader(Image.new("RGB", (40, 40), "white"))
    data = make.pdf("", draw=lambda canvas: canvas.drawImage(picture, 0, 0))
    error = refused("scan.pdf", data)
    assert (error.what, "ocrmypdf" in error.remedy) == ("holds no text, only pictures", True)


def test_what_a_library_says_of_an_odd_pdf_does_not_reach_the_terminal(tmp_path: Path) -> None:
    odd = tmp_path / "scheef.pdf"
    odd.write_bytes(make.pdf("Een brief").replace(b"startxref\n", b"startxref\n9"))
    loud = f"import pypdf; pypdf.PdfReader({str(odd)!r})"
    quiet = f"from kg.read import read_bytes as r; assert r('a.pdf', open({str(odd)!r}, 'rb').read()).text"
    said = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for code in (loud, quiet)]
    assert said[0].stderr
    assert said[1].stderr + said[1].stdout == b""


# --- docx ------------------------------------------------------------------------------------------------------------


def test_word_headings_lists_and_tables_come_in_reading_order() -> None:
    def build(document: Document) -> None:
        document.add_heading("Rusland", 2)
        document.add_paragraph("Steun", "List Bullet")
        document.add_paragraph("Een", "List Number")
        document.add_paragraph("Twee", "List Number")
        table = document.add_table(2, 2)
        for cell, text in zip(
            (c for row in table.rows for c in row.cells), ("Datum", "5 mei", "Van", "M"), strict=True
        ):
            cell.text = text
        document.add_paragraph("eerste\tregel\ntweede")

    source = read_bytes("a.docx", make.docx(build))
    assert source.text == "Rusland\n\n- Steun\n\n1. Een\n\n2. Twee\n\nDatum\t5 mei\nVan\tM\n\neerste\tregel\ntweede"
    assert headings(source) == ["Rusland"]


def test_word_text_that_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    body = (
        f"<w:p {W}><w:r><w:t xml:space='preserve'>Nederland </w:t></w:r><w:ins><w:r><w:t>steunde</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>blokkeerde</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>"
    )
    control = f"<w:sdt {W}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Den Haag</w:t></w:r></w:p></w:sdtContent></w:sdt>"

    def build(document: Document) -> None:
        for xml in (control, body):
            document.element.body.insert(0, parse_xml(xml))

    assert read_bytes("a.docx", make.docx(build)).text == "Nederland steunde.\n\nDen Haag"


def test_word_footnotes_come_at_the_end_in_the_order_of_the_text() -> None:
    def build(document: Document) -> None:
        for key in ("7", "3"):
            document.add_paragraph(f"Zin {key}")._p.append(
                parse_xml(f'<w:r {W}><w:footnoteReference w:id="{key}"/></w:r>')
            )

    xml = "".join(f'<w:footnote w:id="{key}"><w:p><w:r><w:t>noot {key}</w:t></w:r></w:p></w:footnote>' for key in "37")
    source = read_bytes("a.docx", make.docx(build, {"word/footnotes.xml": f"<w:footnotes {W}>{xml}</w:footnotes>"}))
    assert source.text == "Zin 7\n\nZin 3\n\n1 noot 7\n\n2 noot 3"
    assert notes(source) == ["1 noot 7", "2 noot 3"]


# --- odt -------------------------------------------------------------------------------------------------------------


def test_opendocument_blocks_spaces_and_notes() -> None:
    source = read_bytes(
        "a.odt",
        make.odt(
            "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:h>Rusland</text:h>"
            "<text:p>De   NAVO<text:s text:c='3'/>en<text:tab/>de\nEU<text:line-break/>samen\u00adwerking"
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Zie boven.</text:p>"
            "</text:note-body></text:note>.</text:p>"
            "<text:list text:style-name='L'><text:list-item><text:p>een</text:p></text:list-item>"
            "<text:list-item><text:p>twee</text:p></text:list-item></text:list>"
            "<text:list><text:list-item><text:p>los</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
            "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' "
            "style:num-suffix='.'/></text:list-style>",
        ),
    )
    assert source.text == (
        "Rusland\n\nDe NAVO   en\tde EU\nsamen\u00adwerking.\n\n1. een\n\n2. twee\n\n- los\n\na\tb\n\n1 Zie boven."
    )
    assert (headings(source), notes(source)) == (["Rusland"], ["1 Zie boven."])


def test_an_encrypted_opendocument_is_refused() -> None:
    data = make.odt(manifest="<manifest><encryption-data/></manifest>")
    assert refused("a.odt", data).what == "is encrypted"


# --- html ------------------------------------------------------------------------------------------------------------


def test_of_a_page_only_the_letter_is_read_with_its_footnotes_apart() -> None:
    source = read_bytes(
        "kst.html",
        make.html(
            "<nav>Menu</nav><header>Logo</header><main><div id='broodtekst' class='stuk'><h2>Rusland</h2>"
            "<p>De NAR sprak.<a class='nootnum supernote-click-1' href='#n1'>1</a>\n Vijf km<sup>2</sup>.<br>Einde</p>"
            "<ul><li>een</li></ul><ol start='3'><li>drie</li><li>vier</li></ol><script>x()</script>"
            "<table><tr><th>Land</th><td>2</td></tr></table></div>"
            "<div id='noten'><div class='voet noot' id='s1'><h5 class='note-close'><a href='#c'>X</a> Noot</h5>"
            "<sup><span class='nootnum'><a id='n1' name='n1'></a>1</span></sup><p>Zie nr. 281.</p></div></div>"
            "</main><footer>Contact</footer>",
        ),
    )
    assert source.text == (
        "Rusland\n\nDe NAR sprak. Vijf km2.\nEinde\n\n- een\n\n3. drie\n\n4. vier\n\nLand\t2\n\n1 Zie nr. 281."
    )
    assert (headings(source), notes(source)) == (["Rusland"], ["1 Zie nr. 281."])


def test_footnotes_that_superscripts_lead_to_are_notes() -> None:
    source = read_bytes(
        "a.html",
        make.html(
            "<p>Een zin<sup><a href='#fn1' id='r1'>1</a></sup>.</p><p>Slot.</p>"
            "<ol><li id='fn1'>Bron: NAVO. <a href='#r1'>↩</a></li></ol>"
        ),
    )
    assert source.text == "Een zin.\n\nSlot.\n\n1 Bron: NAVO."
    assert notes(source) == ["1 Bron: NAVO."]


def test_the_records_of_a_page_are_its_metadata() -> None:
    head = "".join(
        f'<meta name="{name}" content="{value}">'
        for name, value in {
            "DC.identifier": "kst-21501-02-3174",
            "OVERHEIDop.dossiernummer": "21501-02",
            "OVERHEIDop.ondernummer": "3174",
            "DCTERMS.issued": "2017-12-20",
            "OVERHEIDop.datumBrief": "2017-12-15",
            "DC.title": "Raad; Brief regering; Verslag RBZ",
            "OVERHEIDop.indiener": "H. Zijlstra",
        }.items()
    )
    found = read_bytes("a.html", make.html(head=head)).metadata
    assert (found.identifier, found.dossier, found.number) == ("kst-21501-02-3174", "21501-02", "3174")
    assert (found.date, found.title, found.signatories) == ("2017-12-15", "Verslag RBZ", (Signatory("H. Zijlstra"),))


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(head: str, encoding: str) -> None:
    data = make.html("<p>Oekraïne’s België</p>", head).decode().encode(encoding)
    assert read_bytes("a.html", data).text == "Oekraïne’s België"


def test_a_page_named_xml_is_read_as_a_page() -> None:
    xhtml = b'<?xml version="1.0" encoding="utf-8"?>\n' + make.html()
    assert read_bytes("kst.xml", make.html()).format == "html"
    assert make.LETTER in read_bytes("kst.xml", xhtml).text


# --- xml -------------------------------------------------------------------------------------------------------------


def test_a_kamerstuk_reads_as_it_is_printed() -> None:
    source = read_bytes("kst.xml", make.KST.encode())
    assert source.text == (
        "28 676  NAVO\n\nNr. 282  BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 15 december 2017\n\n"
        "Hierbij bied ik u het verslag aan van de Noord-Atlantische Raad (NAR).\n\nRusland\n\nDe NAR sprak over:\n\n"
        "- Oekraïne;\n\n2. de Krim.\n\n3. Tot slot\n\nBondgenoten stemden in.\n\nOverzicht\n\n"
        "Land\tBijdrage\nNoorwegen\t2\n\nDe Minister van Buitenlandse Zaken,\nH. Zijlstra\n\n"
        "1 Kamerstuk 28 676, nr. 281."
    )
    assert headings(source) == ["Rusland", "3. Tot slot"]
    assert notes(source) == ["1 Kamerstuk 28 676, nr. 281."]
    found = source.metadata
    assert (found.identifier, found.dossier, found.number) == ("kst-28676-282", "28676", "282")
    assert found.signatories == (Signatory("H. Zijlstra", "Minister van Buitenlandse Zaken"),)


def test_the_older_dialect_reads_as_it_is_printed() -> None:
    source = read_bytes("kst.xml", make.KAMERWRK.encode())
    assert source.text == (
        "21 501-02  Algemene Raad\n\nNr. 9  BRIEF VAN DE MINISTER\n\nAan de Voorzitter\n\nDen Haag, 3 mei 1999\n\n"
        "1. Kosovo\n\nDe ministers van Defensie spraken.\n\nDe Minister van Buitenlandse Zaken,\nJ. J. van Aartsen\n\n"
        "De Staatssecretaris van Defensie,\nH. van Hoof\n\n1 Ter inzage gelegd."
    )
    assert (headings(source), notes(source)) == (["1. Kosovo"], ["1 Ter inzage gelegd."])
    assert (source.metadata.dossier, source.metadata.number) == ("21501-02", "9")
    assert [found.name for found in source.metadata.signatories] == ["J. J. van Aartsen", "H. van Hoof"]


@pytest.mark.parametrize(
    ("inside", "dossier"),
    [
        ("<dossiernr>28 676</dossiernr>", "28676"),
        ("<dossiernr>21 501-02</dossiernr>", "21501-02"),
        ("<dossiernr>36 600</dossiernr><begrotingshoofdstuk>V</begrotingshoofdstuk>", "36600-V"),
        ("<dossiernr>36 600</dossiernr> <begrotingshoofdstuk>VII</begrotingshoofdstuk>", "36600-VII"),
        ("<dossiernr>36600-V</dossiernr>", "36600-V"),
        ("<dossiernr>26 024 (R1624)</dossiernr>", "26024"),
    ],
)
def test_a_dossier_is_written_in_one_way(inside: str, dossier: str) -> None:
    data = make.KST.replace("<dossiernr>28 676</dossiernr>", inside)
    assert read_bytes("kst.xml", data.encode()).metadata.dossier == dossier


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ('<datum isodatum="2017-12-15">15 december 2017</datum>', "2017-12-15"),
        ('Ontvangen <datum isodatum="2017-12-18">18 december 2017</datum>', ""),
        ('<datum isodatum="2017-13-45">?</datum>', ""),
    ],
)
def test_the_date_of_a_kamerstuk_is_not_the_day_it_came_in(day: str, date: str) -> None:
    data = make.KST.replace("<algemeen>", f"<datumtekst>{day}</datumtekst><algemeen>", 1)
    assert read_bytes("kst.xml", data.encode()).metadata.date == date


def test_a_kamerstuk_in_windows_1252_is_read_as_it_declares() -> None:
    data = make.KST.replace("utf-8", "windows-1252", 1).replace("stemden", "bevriénd").encode("cp1252")
    assert "bevriénd" in read_bytes("kst.xml", data).text


def test_xml_that_declares_entities_is_refused_and_nothing_is_fetched() -> None:
    laughs = '<!DOCTYPE kamerwrk [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{other};" * 10}">' for other, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = "<kamerwrk><body><stuk><al>&i;</al></stuk></body></kamerwrk>"
    refused("lach.xml", f"{laughs}]>{body}".encode())
    assert "entities" in refused("ha.xml", f'<!DOCTYPE kamerwrk [<!ENTITY i "ha">]>{body}'.encode()).what
    outside = '<!DOCTYPE kamerwrk [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
    assert "entities" in refused("buiten.xml", f"{outside}{body}".encode()).what


def test_a_named_character_of_an_unread_dtd_is_that_character() -> None:
    data = "<!DOCTYPE kamerwrk SYSTEM 'x.dtd'><kamerwrk><body><stuk><al>Oekra&iuml;ne</al></stuk></body></kamerwrk>"
    assert read_bytes("kst.xml", data.encode()).text == "Oekraïne"


def test_a_document_that_unpacks_to_very_much_is_refused() -> None:
    with_bomb = make.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b" " * 60_000_000})
    assert len(with_bomb) < 1_000_000
    assert refused("bom.odt", with_bomb).what == "is no letter: 60,000,039 bytes when unpacked"
    assert io.BytesIO(with_bomb).read(2) == b"PK"
