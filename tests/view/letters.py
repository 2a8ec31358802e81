"""Letters made by hand for the page, and stores of them: nothing in them was read or extracted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from pyoxigraph import Literal, Triple

from kg.model import (
    Attendance,
    Entity,
    Holder,
    Letter,
    Meeting,
    Mention,
    Offsets,
    Signatory,
    Source,
    Span,
    Stance,
    Text,
)
from kg.rdf import Iris, Made, describe
from kg.rdf.vocabulary import RDF, SKOS
from kg.resolve import resolve
from kg.store import LocalStore

EVIL = "</script><img src=x onerror=alert(1)>"

NAVO = (
    "De NAVO-ministers van Buitenlandse Zaken kwamen op 5 en 6 december 2017 in Brussel bijeen. "
    "Tijdens de werksessie drong Nederland aan op open kanalen met Rusland. "
    "Veel Bondgenoten, waaronder Nederland, steunden de ambities van Georgië. "
    "Turkije is tegen het voorstel over Georgië. "
    "Duitsland benadrukte het belang van wapenbeheersing. "
    "Er werd zorg geuit over Rusland. "
    "Minister Janelidze sprak de Raad toe. Rusland was niet aanwezig. "
    "Nederland zegt steun aan Georgië toe."
)
TOP = (
    "De NAVO Top vindt op 11 juli 2018 plaats. Nederland zal Georgië steunen. "
    "Nederland wil dat Rusland het INF-verdrag naleeft. Duitsland steunt het INF-verdrag."
)
THINGS = {
    "Nederland": Entity("country/nederland", "Country", "Nederland"),
    "Rusland": Entity("country/rusland", "Country", "Rusland"),
    "Georgië": Entity("country/georgie", "Country", "Georgië"),
    "Turkije": Entity("country/turkije", "Country", "Turkije"),
    "Duitsland": Entity("country/duitsland", "Country", "Duitsland"),
    "NAVO": Entity("organisation/navo", "Organisation", "NAVO"),
    "Brussel": Entity("place/brussel", "Place", "Brussel"),
    "Janelidze": Entity("person/janelidze", "Person", "Janelidze", False, role="Minister", country="country/georgie"),
    "INF-verdrag": Entity("treaty/inf", "Treaty", "INF-verdrag"),
    "Bondgenoten": Entity("group/bondgenoten", "Group", "Bondgenoten", False, base="organisation/navo"),
}


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _mentions(text: str) -> tuple[Mention, ...]:
    found = []
    for words, entity in THINGS.items():
        at = text.find(words)
        while at >= 0:
            found.append(Mention(Span(at, at + len(words)), entity.id))
            at = text.find(words, at + 1)
    return tuple(found)


def _letter(name: str, text: str, date: str, number: str) -> Letter:
    mentions = _mentions(text)
    named = {mention.entity for mention in mentions}
    return Letter(
        Source(name, text, sha256(text.encode()).hexdigest(), "txt"),
        Text(text, Offsets((0,), (0,))),
        date,
        number=number,
        dossier="28676",
        title="Verslag van de NAVO" if "top" not in name else "Inzet voor de NAVO Top",
        signatories=(Signatory("H. Zijlstra", "Minister van Buitenlandse Zaken"),),
        entities=tuple(entity for entity in THINGS.values() if entity.id in named),
        mentions=mentions,
    )


def report() -> Letter:
    """A letter about a meeting with a session in it."""

    def stance(
        key: str, kind: str, words: str, cue: str, *holders: Holder, about: tuple[str, ...], **more: object
    ) -> Stance:
        made = Stance(key, kind, _span(NAVO, words), _span(NAVO, cue), f"stance.{kind}", 0.9, "het werkwoord zegt het")
        return replace(made, holders=holders, about=about, meeting="sessie", **more)  # type: ignore[arg-type]

    nederland = Holder("country/nederland")
    return replace(
        _letter("navo-2017-12.txt", NAVO, "2017-12-15", "282"),
        meetings=(
            Meeting(
                "raad",
                "Noord-Atlantische Raad",
                _span(NAVO, "De NAVO"),
                "2017-12-05",
                "2017-12-06",
                "place/brussel",
                primary=True,
            ),
            Meeting("sessie", "werksessie", _span(NAVO, "de werksessie"), "2017-12-05", "2017-12-05", part_of="raad"),
        ),
        attendances=(
            Attendance(
                "sessie", "person/janelidze", "speaker", _span(NAVO, "Minister Janelidze sprak"), "attendance.spoke"
            ),
            Attendance(
                "raad", "country/rusland", "absent", _span(NAVO, "Rusland was niet aanwezig"), "attendance.absent"
            ),
        ),
        stances=(
            stance(
                "aandrong",
                "urge",
                "drong Nederland aan op open kanalen met Rusland",
                "drong",
                nederland,
                about=("country/rusland",),
                content=_span(NAVO, "op open kanalen met Rusland"),
            ),
            stance(
                "steun",
                "support",
                "Veel Bondgenoten, waaronder Nederland, steunden de ambities van Georgië",
                "steunden",
                Holder("group/bondgenoten"),
                Holder("country/nederland", "member"),
                about=("country/georgie",),
                quantifier="veel",
            ),
            stance(
                "tegen",
                "oppose",
                "Turkije is tegen het voorstel over Georgië",
                "is tegen",
                Holder("country/turkije"),
                about=("country/georgie",),
            ),
            stance(
                "belang",
                "emphasise",
                "Duitsland benadrukte het belang van wapenbeheersing",
                "benadrukte",
                Holder("country/duitsland"),
                about=(),
            ),
            stance("zorg", "concern", "Er werd zorg geuit over Rusland", "zorg geuit", about=("country/rusland",)),
            stance(
                "toezegging",
                "commit",
                "Nederland zegt steun aan Georgië toe",
                "zegt",
                nederland,
                about=("country/georgie",),
            ),
        ),
    )


def agenda() -> Letter:
    """A letter that announces a line for a meeting to come."""
    nederland = Holder("country/nederland")

    def stance(key: str, words: str, cue: str, holder: Holder, about: str, **more: object) -> Stance:
        kind = "urge" if key == "wil" else "support"
        made = Stance(key, kind, _span(TOP, words), _span(TOP, cue), f"stance.{kind}", 0.8, holders=(holder,))
        return replace(made, about=(about,), **more)  # type: ignore[arg-type]

    top = Meeting("top", "NAVO Top", _span(TOP, "De NAVO Top"), "2018-07-11", "2018-07-11", primary=True)
    ahead: dict[str, object] = {"meeting": "top", "intended": True}
    urged = "Nederland wil dat Rusland het INF-verdrag naleeft"
    return replace(
        _letter("navo-top-2018-07.txt", TOP, "2018-06-29", "300"),
        meetings=(replace(top, announced=True),),
        stances=(
            stance("steunen", "Nederland zal Georgië steunen", "steunen", nederland, "country/georgie", **ahead),
            stance("wil", urged, "wil", nederland, "treaty/inf", addressees=("country/rusland",), **ahead),
            stance(
                "inf",
                "Duitsland steunt het INF-verdrag",
                "steunt",
                Holder("country/duitsland"),
                "treaty/inf",
            ),
        ),
    )


def hostile() -> Letter:
    """A letter whose every word would run, were it taken for HTML."""
    text = f"{EVIL} steunt {EVIL} <!-- =1+1"
    person = Entity("person/evil", "Person", EVIL, False, role=EVIL)
    name = Span(0, len(EVIL))
    return Letter(
        Source(f"{EVIL[:40].replace('/', '-')}.txt", text, "0" * 64, "txt"),
        Text(text, Offsets((0,), (0,))),
        "2026-01-01",
        title=EVIL,
        number=EVIL,
        signatories=(Signatory(EVIL, EVIL),),
        entities=(person,),
        mentions=(Mention(name, person.id),),
        meetings=(Meeting("m", EVIL, name, "2026-01-01", "2026-01-01", primary=True, topics=(EVIL,), rule=EVIL),),
        attendances=(Attendance("m", person.id, EVIL, name, EVIL),),
        stances=(
            Stance(
                "s", "support", Span(0, len(text)), name, EVIL, 0.5, EVIL, (Holder(person.id),), meeting="m", topic=EVIL
            ),
        ),
    )


def store_of(letters: Iterable[Letter], base: str = Iris().base) -> LocalStore:
    """Give a store in memory with the letters, and with a registry of a few names."""
    letters, iris, made = list(letters), Iris(base), Made("kamergraph", "0" * 64)
    found = resolve(letters)
    store = LocalStore.memory()
    names = [
        Triple(iris.of(id_), SKOS[term], Literal(name, language=language))
        for id_, term, name, language in (
            ("country/nederland", "prefLabel", "Nederland", "nl"),
            ("country/nederland", "prefLabel", "Netherlands", "en"),
            ("country/rusland", "prefLabel", "Rusland", "nl"),
            ("country/rusland", "prefLabel", "Russia", "en"),
            ("country/rusland", "altLabel", "Russische Federatie", "nl"),
        )
    ]
    store.write(iris.graph("registry"), [*names, Triple(iris.graph("registry"), RDF["type"], iris.of("registry"))])
    store.write_all(
        (iris.letter_graph(letter.source.name.removesuffix(".txt")), describe(letter, found, made, iris))
        for letter in letters
    )
    return store
