from __future__ import annotations

import itertools

import pytest

from kg.model import Entity, Letter

from .conftest import Reader


def named(letter: Letter, paragraph: str) -> list[tuple[str, str]]:
    """Give (words, entity) of the mentions in the paragraph under test."""
    text = letter.text.clean
    at = text.index(paragraph)
    return [(m.span.of(text), m.entity) for m in letter.mentions if at <= m.span.start < at + len(paragraph)]


def entity(letter: Letter, id_: str) -> Entity:
    return next(e for e in letter.entities if e.id == id_)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("De Franse minister sprak.", [("Franse", "country/frankrijk")]),
        ("De Frans-Duitse brigade oefende.", [("Frans", "country/frankrijk"), ("Duitse", "country/duitsland")]),
        ("De Russische Federatie zweeg.", [("Russische Federatie", "country/rusland")]),
        ("De Russische vloot voer uit.", [("Russische", "country/rusland")]),
        ("Ook Frans Timmermans was er.", [("Frans Timmermans", "person/frans-timmermans")]),
        ("De VS en het VK waren er.", [("VS", "country/verenigde-staten"), ("VK", "country/verenigd-koninkrijk")]),
        ("De navo en de vs.", []),
        ("De Navo sprak.", [("Navo", "organisation/navo")]),
        ("Dat is een goed plan.", []),
        ("De strijd tegen IS duurt voort.", [("IS", "organisation/islamitische-staat")]),
        ("De Noord-Atlantische Raad sprak.", [("Noord-Atlantische Raad", "organisation/nar")]),
        ("De NAVO-Rusland Raad sprak.", [("NAVO-Rusland Raad", "organisation/nrr")]),
        ("De ministers spraken over Noord-Korea.", [("Noord-Korea", "country/noord-korea")]),
        ("Het INF-verdrag kwam aan bod.", [("INF-verdrag", "treaty/inf-verdrag")]),
        ("De missie in Bosnië-Herzegovina loopt.", [("Bosnië-Herzegovina", "country/bosnie-herzegovina")]),
        (
            "Belarussische en Oekraïense waarnemers.",
            [("Belarussische", "country/belarus"), ("Oekraïense", "country/oekraine")],
        ),
        ("De bijeenkomst in Wenen begon.", [("Wenen", "place/wenen")]),
        ("De Zwarte Zee en de Krim.", [("Zwarte Zee", "place/zwarte-zee"), ("Krim", "place/krim")]),
        ("De Amerikanen en de Russen.", [("Amerikanen", "country/verenigde-staten"), ("Russen", "country/rusland")]),
        ("Nederlands eerste bijdrage.", [("Nederlands", "country/nederland")]),
    ],
)
def test_names_of_the_registry(text: str, mentions: list[tuple[str, str]], read: Reader) -> None:
    assert named(read(text), text) == mentions


def test_a_former_name_means_the_country_of_today(read: Reader) -> None:
    text = "De ministers spraken over Macedonië en over de Macedonische grondwet."
    letter = read(text, date="12 december 2017")
    assert named(letter, text) == [
        ("Macedonië", "country/noord-macedonie"),
        ("Macedonische", "country/noord-macedonie"),
    ]


@pytest.mark.parametrize(
    "text", ["De export ging naar Japan, Korea en China.", "De partners Australië, Japan en Korea waren er."]
)
def test_korea_in_a_list_is_south_korea(text: str, read: Reader) -> None:
    assert "country/zuid-korea" in {id_ for _, id_ in named(read(text), text)}


def test_an_abbreviation_that_the_letter_defines(read: Reader) -> None:
    text = "Het Trans-Saharan Patrol Programme (TSPP) loopt goed. De kosten van het TSPP zijn bekend."
    letter = read(text)
    ids = {id_ for words, id_ in named(letter, text) if words == "TSPP"}
    assert len(ids) == 1
    found = entity(letter, ids.pop())
    assert (found.known, found.label, found.abbreviation) == (False, "Trans-Saharan Patrol Programme", "TSPP")


def test_an_own_abbreviation_of_a_known_thing(read: Reader) -> None:
    text = "De Noord-Atlantische Raad (NOR) kwam bijeen. De NOR sprak over Syrië."
    mentions = named(read(text), text)
    assert mentions.count(("NOR", "organisation/nar")) == 2


def test_an_undefined_abbreviation_is_nothing(read: Reader) -> None:
    text = "De kosten van het QXZP zijn bekend."
    assert named(read(text), text) == []


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("De leden van de Adriatische Kustwacht Groep kwamen.", "Organisation", "Adriatische Kustwacht Groep"),
        ("Zij tekenden het Verdrag van Zutphen.", "Treaty", "Verdrag van Zutphen"),
        ("De troepen van Operatie Gouden Zwaan vertrokken.", "Mission", "Operatie Gouden Zwaan"),
        ("De regels staan in het Handvest van Almelo.", "Treaty", "Handvest van Almelo"),
        ("Men hield zich aan het Zoutwaterakkoord.", "Treaty", "Zoutwaterakkoord"),
        ("Zij wezen op het visserijverdrag van 1962.", "Treaty", "visserijverdrag van 1962"),
        ("De Visserijovereenkomst EU-Chili loopt af.", "Treaty", "Visserijovereenkomst EU-Chili"),
        ("Ook het Verdrag inzake zandwinning bevat regels.", "Treaty", "Verdrag inzake zandwinning"),
        ("Het VN-verdrag tegen lozingen op zee werd geprezen.", "Treaty", "VN-verdrag tegen lozingen op zee"),
        ("De eisen van Richtlijn 2011/36/EU blijven.", "Instrument", "Richtlijn 2011/36/EU"),
        ("Dit volgt uit Verordening (EU) nr. 1215/2012.", "Instrument", "Verordening (EU) nr. 1215/2012"),
        ("Het Zonnebloem-programma krijgt geld.", "Instrument", "Zonnebloem-programma"),
        ("De bijdrage aan het Rampenfonds stijgt.", "Instrument", "Rampenfonds"),
        ("Met de CVZB besloot hij niets.", "Organisation", "CVZB"),
        ("Dat werd door de CVZB voorgesteld.", "Organisation", "CVZB"),
        ("CVZB waarschuwde dat de dijken te laag zijn.", "Organisation", "CVZB"),
        ("De CVZB-voorzitter was er.", "Organisation", "CVZB"),
        ("Zij bezochten de vrouwenorganisatie Gele Lelie.", "Organisation", "Gele Lelie"),
        ("Hij sprak met de ngo Zandvogels over water.", "Organisation", "Zandvogels"),
        ("De molen staat in het natuurgebied De Zandhoek.", "Place", "De Zandhoek"),
        ("De schade in het dorp Zandbeek is groot.", "Place", "Zandbeek"),
        ("De oevers van het Zandmeer zijn droog.", "Place", "Zandmeer"),
        ("Zij kwamen op 13 oktober in Zandbeek bijeen.", "Place", "Zandbeek"),
        ("De top van 3 mei 2010 in Zandbeek was kort.", "Place", "Zandbeek"),
        ("De school te Oud-Zandbeek is nieuw.", "Place", "Oud-Zandbeek"),
        ("De steun voor het VN-Zoutwaterverdrag groeit.", "Treaty", "VN-Zoutwaterverdrag"),
        ("De fraude bij de Kampala Bank weegt zwaar.", "Organisation", "Kampala Bank"),
    ],
)
def test_unknown_things_are_known_by_the_form_of_their_name(text: str, kind: str, label: str, read: Reader) -> None:
    letter = read(text)
    found = [entity(letter, id_) for _, id_ in named(letter, text)]
    assert [(e.type, e.label, e.known) for e in found] == [(kind, label, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Zij hopen op een akkoord.",
        "Het Regeerakkoord noemt dit niet.",
        "Hij steunt de richtlijn en het fonds.",
        "De steun voor een programma van 2011 bleef.",
        "Een handelsakkoord van enige omvang is ver weg.",
        "De verordening van 12/13 mei werd besproken.",
        "Hij telde de CVZB-lijst na.",
        "De groei van de ODA nam af.",
        "CVZB wordt nergens uitgelegd.",
        "Het stuk verscheen op 5 mei in Trouwe handen.",
        "Dat is te Zandig voor een weg.",
        "De organisatie besprak het met de partij.",
        "Een vluchtelingenkamp aan de grens werd gesloten.",
    ],
)
def test_words_for_one_of_many_are_no_names(text: str, read: Reader) -> None:
    assert named(read(text), text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("De Raad die te Luxemburg werd gehouden, duurde kort.", ["place/luxemburg"]),
        ("De raad kwam op 5 april in Luxemburg bijeen.", ["place/luxemburg"]),
        ("De conferentie vond in Florence plaats.", ["place/florence"]),
        ("De banken in Luxemburg groeiden.", ["country/luxemburg"]),
        ("De regering van Luxemburg sprak op 5 april.", ["country/luxemburg"]),
        ("De groei in Split was groot.", []),
    ],
)
def test_a_town_that_shares_its_name_is_told_by_what_was_held_there(
    text: str, mentions: list[str], read: Reader
) -> None:
    assert [id_ for _, id_ in named(read(text), text)] == mentions


@pytest.mark.parametrize(
    ("first", "second"),
    [("mensenrechtenraad", "vn-veiligheidsraad"), ("vn-veiligheidsraad", "mensenrechtenraad")],
)
def test_de_raad_is_the_one_that_the_letter_named_first(first: str, second: str, read: Reader) -> None:
    names = {"mensenrechtenraad": "Mensenrechtenraad", "vn-veiligheidsraad": "VN-Veiligheidsraad"}
    text = f"De {names[first]} kwam bijeen. De {names[second]} zweeg. De Raad sprak over Syrië."
    assert ("Raad", f"organisation/{first}") in named(read(text), text)


def test_a_person_is_known_by_title_and_name_then_by_surname(read: Reader) -> None:
    text = "De Georgische minister Zurab Kapanadzisi sprak. Kapanadzisi noemde drie punten."
    letter = read(text)
    assert named(letter, text) == [
        ("Georgische", "country/georgie"),
        ("Zurab Kapanadzisi", "person/zurab-kapanadzisi"),
        ("Kapanadzisi", "person/zurab-kapanadzisi"),
    ]
    found = entity(letter, "person/zurab-kapanadzisi")
    assert (found.type, found.role, found.country, found.known) == ("Person", "minister", "country/georgie", False)


def test_a_surname_before_its_introduction_is_no_person(read: Reader) -> None:
    text = "Kapanadzisi is een dorp."
    assert named(read(text), text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Secretaris-Generaal Stoltenberg sprak.", "person/jens-stoltenberg"),
        ("SG Stoltenberg sprak.", "person/jens-stoltenberg"),
        ("Daarna sprak Stoltenberg.", "person/jens-stoltenberg"),
        ("De Amerikaanse minister Pompeo sprak.", "person/mike-pompeo"),
        ("Minister van Buitenlandse Zaken Le Drian sprak.", "person/jean-yves-le-drian"),
        ("Hoge Vertegenwoordiger Mogherini sprak.", "person/federica-mogherini"),
        ("De SG NAVO opende de sessie.", "person/jens-stoltenberg"),
        ("Minister Blok sprak.", "person/stef-blok"),
    ],
)
def test_a_person_in_office_at_the_letters_date(text: str, person: str, read: Reader) -> None:
    assert person in {id_ for _, id_ in named(read(text), text)}


def test_an_office_means_who_held_it_then(read: Reader) -> None:
    text = "De SG NAVO opende de sessie."
    assert "person/anders-fogh-rasmussen" in {id_ for _, id_ in named(read(text, date="12 februari 2013"), text)}


def test_two_ministers_share_a_plural_office(read: Reader) -> None:
    text = "De ministers Zalkalianidze (Georgië) en Klimkinov (Oekraïne) spraken."
    letter = read(text)
    persons = [e.label for e in letter.entities if e.type == "Person" and e.label in text]
    assert persons == ["Klimkinov", "Zalkalianidze"]


def test_the_signatory_is_a_person_of_the_letter(read: Reader) -> None:
    assert "person/stef-blok" in {e.id for e in read("De sessie duurde een uur. Blok sprak daar als laatste.").entities}


def test_nothing_is_named_twice_in_one_place(read: Reader) -> None:
    text = "De NAVO-Rusland Raad, het INF-verdrag, Frans Timmermans en de Frans-Duitse brigade in Noord-Macedonië."
    letter = read(text)
    spans = [m.span for m in letter.mentions if m.form != "office"]
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))


def test_entities_are_sorted_and_mentions_in_reading_order(read: Reader) -> None:
    letter = read("De Zweedse, de Belgische en de Albanese minister spraken met de NAVO en de EU over Wenen.")
    ids = [e.id for e in letter.entities]
    assert ids == sorted(set(ids))
    assert [m.span.start for m in letter.mentions] == sorted(m.span.start for m in letter.mentions)
    assert {m.entity for m in letter.mentions} <= set(ids)


def test_a_name_over_a_line_end_is_found(read_text: Reader) -> None:
    text = (
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 12 februari 2019\n\nGeachte Voorzitter,\n\n"
        "Op 6 februari 2019 kwamen de ministers in Brussel bijeen met Oek-\nraïne en Bosnië-\nHerzegovina in een zitting van de Noord-\n"
        "Atlantische Raad over de toestand in het oosten van het gebied.\n"
    )
    ids = {m.entity for m in read_text(text).mentions}
    assert {"country/oekraine", "country/bosnie-herzegovina", "organisation/nar"} <= ids


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "De waarnemersmissie van de EU (EUMM) en de waarnemers in Abchazië (UNOMIG) blijven.",
            [("EUMM", "mission/eumm-georgie"), ("UNOMIG", "mission/unomig")],
        ),
        (
            "De commissie Visserijzaken (PECH) kwam bijeen. PECH koos een voorzitter.",
            [
                ("commissie Visserijzaken", "organisation/commissie-visserijzaken"),
                ("PECH", "organisation/commissie-visserijzaken"),
            ],
        ),
        (
            "Het havenstatuut over de rechten van loodsen (HRL) geldt. Het HRL is oud.",
            [
                ("havenstatuut over de rechten van loodsen", "treaty/havenstatuut-over-de-rechten-van-loodsen"),
                ("HRL", "treaty/havenstatuut-over-de-rechten-van-loodsen"),
            ],
        ),
        ("Het kabinet kiest voor de belasting op ingevoerde suiker (BIS).", []),
        ("De groep-Van Houten bracht advies uit.", [("groep-Van Houten", "organisation/groep-van-houten")]),
        ("Een negende sanctiepakket volgt.", [("negende sanctiepakket", "instrument/negende-sanctiepakket")]),
        ("De verklaring van Zwolle werd getekend.", [("verklaring van Zwolle", "instrument/verklaring-van-zwolle")]),
        ("De verklaring van Nederland werd gelezen.", [("Nederland", "country/nederland")]),
        (
            "De Associatieraad EU-Marokko kwam bijeen. Die dag sprak de Associatieraad over visserij.",
            [
                ("Associatieraad EU-Marokko", "organisation/associatieraad-eu-marokko"),
                ("Associatieraad", "organisation/associatieraad-eu-marokko"),
            ],
        ),
        (
            "De EU, de Europese Raad, de Ecofin-Raad, het Europees Parlement en de EDEO spraken. De Commissie stemde in.",
            [("Commissie", "organisation/europese-commissie")],
        ),
        ("De NAVO sprak. De Commissie stemde in.", []),
    ],
)
def test_names_by_definition_form_and_head(text: str, mentions: list[tuple[str, str]], read: Reader) -> None:
    found = named(read(text), text)
    assert [m for m in mentions if m not in found] == []
    assert mentions or found in ([], [("NAVO", "organisation/navo")])


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("De Zweedse ambtgenoten Bergqvist en Lindh-Ekman spraken.", {"Bergqvist", "Lindh-Ekman"}),
        ("De ministers Harutian van Armenië en Qasimzade van Azerbeidzjan spraken.", {"Harutian", "Qasimzade"}),
        ("Ook de minister van Visserij, Bergqvist, schoof aan.", {"Bergqvist"}),
        ("De heer Bergqvist gaf een presentatie, aldus mevrouw Ekman.", {"Bergqvist", "Ekman"}),
        ("Handelsgezant Bergqvist sprak.", {"Bergqvist"}),
        ("EU-coördinator voor terrorismebestrijding De Graevenitz sprak.", {"De Graevenitz"}),
        ("De minister van Buitenlandse en Europese Zaken, Lars Bergqvist, sprak.", {"Lars Bergqvist"}),
        ("De dood van Shirin Qasimzade schokte velen.", {"Shirin Qasimzade"}),
        ("De minister ondertekende met de Albanese minister Berishaj een memorandum.", {"Berishaj"}),
        ("Met president Park Geun-ho sprak ik. President Park stemde in.", {"Park Geun-ho"}),
        ("De ministers uit Frankrijk, Duitsland en Italië waren er.", set()),
        ("De voorzitter van de commissie, Amsterdam, en de chef der Strijdkrachten spraken.", set()),
        ("De Verenigde Staten (VS) zwegen, en ook de minister van de Russische Federatie (RF).", set()),
        ("De heer en mevrouw. De minister. De Morgan Library en San José.", set()),
    ],
)
def test_persons_that_the_registry_does_not_hold(text: str, persons: set[str], read: Reader) -> None:
    letter = read(text)
    assert {e.label for e in letter.entities if e.type == "Person" and not e.known} == persons
