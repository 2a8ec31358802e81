"""Letters made by hand, of the records of `kg.model`, with nothing read or extracted."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from kg.model import (
    Attendance,
    Entity,
    Holder,
    Letter,
    Meeting,
    Mention,
    Metadata,
    Offsets,
    Signatory,
    Source,
    Span,
    Stance,
    Text,
)

SOURCE = (
    "Den Haag, 15 december 2017\n"
    "De NAR kwam op 5 en 6 december in Brussel bijeen. Tijdens het werkdiner drong Neder-\n"
    "land aan op contacten met Rusland. Veel Bondgenoten, waaronder Nederland, steunden Georgië.\n"
    "Minister Janelidze sprak. Straks is er de NAVO Top in juli 2018.\n"
    "H. Zijlstra"
)
CLEAN = SOURCE.replace("Neder-\nland", "Nederland")
_CUT = CLEAN.index("Nederland") + len("Neder")
OFFSETS = Offsets((0, _CUT), (0, _CUT + 2))


def at(words: str, nth: int = 0) -> Span:
    """Give the span of the clean text where `words` stands for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = CLEAN.index(words, start + 1)
    return Span(start, start + len(words))


ENTITIES = (
    Entity("country/nederland", "Country", "Nederland"),
    Entity("country/rusland", "Country", "Rusland"),
    Entity("country/georgie", "Country", "Georgië"),
    Entity("organisation/nar", "Organisation", "Noord-Atlantische Raad"),
    Entity("place/brussel", "Place", "Brussel"),
    Entity("place/den-haag", "Place", "Den Haag"),
    Entity("person/halbe-zijlstra", "Person", "Halbe Zijlstra"),
    Entity("person/janelidze", "Person", "Janelidze", False, role="Minister", country="country/georgie"),
    Entity("group/bondgenoten", "Group", "Bondgenoten", False, base="organisation/nar"),
)
MENTIONS = (
    Mention(at("NAR"), "organisation/nar", "abbreviation"),
    Mention(at("Brussel"), "place/brussel"),
    Mention(at("Nederland"), "country/nederland"),
    Mention(at("Rusland"), "country/rusland"),
    Mention(at("Bondgenoten"), "group/bondgenoten"),
    Mention(at("Nederland", 1), "country/nederland"),
    Mention(at("Georgië"), "country/georgie"),
    Mention(at("Janelidze"), "person/janelidze", "surname"),
    Mention(at("Den Haag"), "place/den-haag"),
    Mention(at("Zijlstra"), "person/halbe-zijlstra", "surname"),
)
MEETINGS = (
    Meeting(
        "nar",
        "Noord-Atlantische Raad",
        at("De NAR"),
        "2017-12-05",
        "2017-12-06",
        "place/brussel",
        body="organisation/nar",
        level="ministers van Buitenlandse Zaken",
        kind="bijeenkomst",
        primary=True,
        rule="meeting.body",
    ),
    Meeting(
        "werkdiner",
        "werkdiner",
        at("het werkdiner"),
        "2017-12-05",
        "2017-12-05",
        kind="werkdiner",
        part_of="nar",
        topics=("Non-proliferatie en ontwapening",),
        rule="meeting.part",
    ),
    Meeting(
        "top", "NAVO Top", at("NAVO Top"), "2018-07", "2018-07", body="organisation/navo", kind="top", announced=True
    ),
)
ATTENDANCES = (
    Attendance("nar", "person/janelidze", "speaker", at("Minister Janelidze"), "attendance.spoke"),
    Attendance("nar", "country/rusland", "absent", at("Rusland"), "attendance.absent"),
)
STANCES = (
    Stance(
        "bondgenoten-steunden-georgie",
        "support",
        at("Veel Bondgenoten, waaronder Nederland, steunden Georgië"),
        at("steunden"),
        "stance.steunen",
        0.9,
        holders=(Holder("group/bondgenoten"), Holder("country/nederland", "member")),
        quantifier="veel",
        about=("country/georgie",),
        meeting="werkdiner",
        content=at("Georgië"),
    ),
    Stance(
        "nederland-drong-aan",
        "urge",
        at("drong Nederland aan op contacten met Rusland"),
        at("drong"),
        "stance.aandringen",
        1.0,
        reason="the verb says so",
        holders=(Holder("country/nederland"),),
        about=("country/rusland",),
        addressees=("organisation/nar",),
        meeting="werkdiner",
        topic="Rusland",
        intended=True,
    ),
)


def letter(name: str = "navo-2017-12.txt") -> Letter:
    """Give a letter with one of everything."""
    return Letter(
        Source(name, SOURCE, sha256(SOURCE.encode()).hexdigest(), "txt", Metadata(identifier="kst-28676-282")),
        Text(CLEAN, OFFSETS),
        "2017-12-15",
        "Den Haag",
        "282",
        "28676",
        "Verslag",
        "Voorzitter van de Tweede Kamer",
        (Signatory("H. Zijlstra", "Minister van Buitenlandse Zaken"),),
        ENTITIES,
        MENTIONS,
        MEETINGS,
        ATTENDANCES,
        STANCES,
    )


def synthetic(number: int, seed: int = 1) -> Letter:
    """Give a letter of about the usual size: 50 entities, 8 meetings, 40 stances; each `number` another."""
    random = Random(f"{seed}/{number}")
    names = [f"country/land-{i}" for i in random.sample(range(200), 40)]
    names += [f"organisation/org-{i}" for i in random.sample(range(50), 10)]
    word = "woord"
    text = " ".join(f"{word}{i}" for i in range(1500))
    spans = [Span(i * 10, i * 10 + 40) for i in range(1000)]
    kinds = {"country": "Country", "organisation": "Organisation"}
    known = ("support", "oppose", "urge", "emphasise", "concern", "commit", "observe")
    day = f"{2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    meetings = [Meeting("m0", "Raad", spans[0], day, day, body=names[40], level="ministers", kind="raad", primary=True)]
    meetings += [
        Meeting(f"m{i}", f"sessie {i}", spans[i], day, day, kind="sessie", part_of="m0", place=names[i])
        for i in range(1, 8)
    ]
    stances = [
        Stance(
            f"s{i}",
            random.choice(known),
            spans[20 + i * 4],
            spans[20 + i * 4],
            "rule",
            0.8,
            holders=(Holder("group/bondgenoten"), Holder(random.choice(names), "member")),
            quantifier="veel",
            about=tuple(random.sample(names, 2)),
            addressees=(random.choice(names),),
            meeting=f"m{random.randrange(8)}",
        )
        for i in range(40)
    ]
    return Letter(
        Source(f"brief-{number:05}.txt", text, sha256(str(number).encode()).hexdigest(), "txt"),
        Text(text, Offsets((0,), (0,))),
        day,
        "Den Haag",
        str(number),
        signatories=(Signatory("A. Minister", "Minister"),),
        entities=(
            *(Entity(n, kinds[n.split("/")[0]], n.split("/")[1]) for n in names),
            Entity("group/bondgenoten", "Group", "Bondgenoten", False),
        ),
        mentions=tuple(Mention(random.choice(spans), name) for name in (*names, *names, "group/bondgenoten")),
        meetings=tuple(meetings),
        attendances=tuple(Attendance("m0", name, "participant", spans[0], "rule") for name in names[:20]),
        stances=tuple(stances),
    )
