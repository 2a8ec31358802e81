"""Small files of every format, made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

LETTER = "Hierbij bied ik u het verslag aan van de bijeenkomst in Brussel. Nederland benadrukte het belang ervan."


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def pdf(*pages: str, title: str = "", draw: Callable[[Canvas], None] | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    if title:
        canvas.setTitle(title)
    for page in pages:
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 14 * number, line)
        if draw:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted(data: bytes, user: str, algorithm: str = "AES-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def docx(build: Callable[[Document], None] | None = None, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file; `parts` maps a part's name ("word/footnotes.xml") to its XML, related to the main part."""
    document = Document()
    if build:
        build(document)
    else:
        document.add_heading("NAVO", 1)
        document.add_paragraph(LETTER)
    buffer = io.BytesIO()
    document.save(buffer)
    if not parts:
        return buffer.getvalue()
    with zipfile.ZipFile(buffer) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name, xml in parts.items():
        kind = name.split("/")[1].removesuffix(".xml")
        members[name] = xml.encode()
        content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        override = f'<Override PartName="/{name}" ContentType="{content}"/></Types>'
        members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", override.encode())
        target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
        relation = f'<Relationship Id="rIdX{kind}" Type="{target}" Target="{kind}.xml"/></Relationships>'
        rels = "word/_rels/document.xml.rels"
        members[rels] = members[rels].replace(b"</Relationships>", relation.encode())
    return zipped(members)


_ODT_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def odt(body: str = f"<text:p>{LETTER}</text:p>", styles: str = "", manifest: str = "<manifest/>") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODT_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def html(body: str = f"<h1>NAVO</h1><p>{LETTER}</p>", head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


KST = """<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie>
  <metadata><meta name="OVERHEIDop.externMetadataRecord" scheme=""
    content="https://zoek.officielebekendmakingen.nl/kst-28676-282/metadata.xml" /></metadata>
  <kamerstuk>
    <kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2017-2018</tekstregel></kamerstukkop>
    <dossier><dossiernummer><dossiernr>28 676</dossiernr></dossiernummer><titel>NAVO</titel></dossier>
    <stuk>
      <stuknr>Nr. <ondernummer kamer="2">282</ondernummer></stuknr>
      <titel>BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN </titel>
      <algemeen><vrije-tekst><tekst status="goed">
        <al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
        <al>Den Haag, 15 december 2017</al>
        <al>Hierbij bied ik u het verslag
            aan van de <nadruk type="cur">Noord-Atlantische Raad</nadruk><noot id="a" type="voet"><noot.nr>1</noot.nr>
            <noot.al>Kamerstuk <extref doc="kst-1">28 676, nr. 281</extref>.</noot.al></noot> (NAR).</al>
        <tussenkop kopopmaak="vet">Rusland</tussenkop>
        <al-groep><al>De NAR <?xpp afbreek?>sprak <!-- niets -->over:</al>
          <lijst type="expliciet"><li><li.nr>–</li.nr><al>Oekra&#239;ne;</al></li>
            <li><li.nr>2.</li.nr><al>de Krim.</al></li></lijst></al-groep>
        <divisie><kop><nr>3.</nr><titel>Tot slot</titel></kop><al>Bondgenoten stemden in.</al></divisie>
        <table><title>Overzicht</title><tgroup cols="2"><colspec colnum="1"/>
          <thead><row><entry><al>Land</al></entry><entry><al>Bijdrage</al></entry></row></thead>
          <tbody><row><entry><al>Noorwegen</al></entry><entry><al>2</al></entry></row></tbody></tgroup></table>
      </tekst></vrije-tekst>
      <tekst-sluiting><ondertekening><functie>De Minister van Buitenlandse Zaken,</functie>
        <naam><voornaam>H.</voornaam><achternaam>Zijlstra</achternaam></naam></ondertekening></tekst-sluiting></algemeen>
    </stuk>
  </kamerstuk>
</officiele-publicatie>
"""

KAMERWRK = """<?xml version="1.0" encoding="utf-8"?>
<kamerwrk kamer="2" publtype="meto">
  <metadata><meta name="OVERHEIDop.externMetadataRecord"
    content="https://zoek.officielebekendmakingen.nl/kst-21501-02-9/metadata.xml"/></metadata>
  <kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>Vergaderjaar 1998-1999</subtitel></kop>
  <frontm><ordernr>5K0977</ordernr><onderw><nummer>21 501-02</nummer><naam>Algemene
Raad</naam></onderw></frontm>
  <body><stuk>
    <ltrlabel>Nr. </ltrlabel><nummer>9</nummer><titel>BRIEF VAN DE MINISTER </titel>
    <al>Aan de Voorzitter</al><witreg></witreg><al>Den Haag, 3 mei 1999</al>
    <tuskop letat="vet">1. Kosovo </tuskop>
    <al>De ministers van
Defensie<voetref refid="v1" nr="1"/> spraken.</al>
    <ondtek><functie>De Minister van Buitenlandse Zaken,</functie><naam>J. J. van Aartsen </naam>
      <functie>De Staatssecretaris van Defensie,</functie><naam>H. van Hoof</naam></ondtek>
  </stuk></body>
  <voetnoot id="v1" nr="1"><al>Ter inzage gelegd.</al></voetnoot>
</kamerwrk>
"""
