"""Who was at a meeting, by the words that say so; and who is only talked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.attendance import AttendanceExtractor
from kg.model import Letter
from kg.registry import Registry

Reader = Callable[..., Letter]


@pytest.fixture(scope="module")
def there(read: Reader, registry: Registry) -> Callable[[str], dict[str, str]]:
    """Give who was there with the role, Nederland left out: it is at most meetings."""

    def there(text: str) -> dict[str, str]:
        found = AttendanceExtractor(registry)(read(text)).attendances
        return {a.attendee: a.role for a in found if a.attendee != "country/nederland"}

    return there


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De sessie over China vond plaats in aanwezigheid van Japan en Australië.",
            {"country/japan": "guest", "country/australie": "guest"},
        ),
        ("In het bijzijn van Georgië werd gesproken over de Zwarte Zee.", {"country/georgie": "guest"}),
        (
            "De ministers spraken samen met vertegenwoordigers van Zweden en Finland over Rusland.",
            {"country/zweden": "guest", "country/finland": "guest"},
        ),
        (
            "Aan het werkdiner namen ook de ministers van Zweden en Finland deel.",
            {"country/zweden": "participant", "country/finland": "participant"},
        ),
        ("Bij de tweede sessie schoof Oekraïne aan.", {"country/oekraine": "guest"}),
        ("Noorwegen was voor het eerst aanwezig.", {"country/noorwegen": "participant"}),
        ("Voor de lunch was Jordanië uitgenodigd.", {"country/jordanie": "guest"}),
        (
            "De spits werd afgebeten door Eurocommissaris Hahn en door de directeur van het Militair Instituut, Jansen.",
            {"person/johannes-hahn": "speaker", "person/jansen": "speaker"},
        ),
        ("De Roemeense ambassadeur Costea presideerde.", {"person/costea": "chair"}),
        ("Namens zestig landen diende Costa Rica een resolutie in.", {"country/costa-rica": "speaker"}),
        (
            "Er was een werkdiner op 6 februari, dat door minister Pompeo werd gegeven.",
            {"person/mike-pompeo": "host"},
        ),
        (
            "Voor de lunch waren de ministers van Egypte en Jordanië uitgenodigd, alsook minister Maas.",
            {"country/egypte": "guest", "country/jordanie": "guest", "person/heiko-maas": "guest"},
        ),
        (
            "EU-coördinator voor terrorismebestrijding De Kerchove lichtte zijn rapport toe.",
            {"person/gilles-de-kerchove": "speaker"},
        ),
        ("Namens UNHCR werd door regionaal directeur Cochetel zorg uitgesproken.", {"person/cochetel": "speaker"}),
        ("Ik nam deel aan een diner, waarvoor minister Maas mij had uitgenodigd.", {"person/heiko-maas": "host"}),
        ("Iran, dat aanwezig was, zag daar niets in.", {"country/iran": "participant"}),
        (
            "De PACE woonde de zitting bij, evenals de waarnemerstaten Canada en Japan.",
            {"organisation/pace": "participant", "country/canada": "participant", "country/japan": "participant"},
        ),
        ("Samen met Frankrijk organiseerde Polen een evenement over bossen.", {}),
        ("Aan de zitting namen alle bondgenoten behalve Frankrijk deel.", {}),
        ("Voor het einde van het Portugese voorzitterschap volgt een vergadering.", {}),
        ("Italië ontbrak.", {"country/italie": "absent"}),
        (
            "Aanwezig: Japan en Australië.",
            {"country/japan": "participant", "country/australie": "participant"},
        ),
        (
            "De volgende landen namen het woord: Zweden en Noorwegen.",
            {"country/zweden": "speaker", "country/noorwegen": "speaker"},
        ),
        (
            "De deelnemers, onder wie Zweden en Noorwegen, spraken over de Oostzee.",
            {"country/zweden": "speaker", "country/noorwegen": "speaker"},
        ),
        ("Minister Çavuşoğlu schitterde door afwezigheid.", {"person/mevlut-cavusoglu": "absent"}),
        ("Oekraïne had een onderminister afgevaardigd.", {"country/oekraine": "participant"}),
        ("De ministers waren te gast bij Kroatië.", {"country/kroatie": "host"}),
        ("Gulbis, de Letse minister van Financiën, presenteerde het rapport.", {"person/gulbis": "speaker"}),
        (
            "De ministers van Zweden (Ahlgren) en Noorwegen (Tveit) gaven een presentatie.",
            {"person/ahlgren": "speaker", "person/tveit": "speaker"},
        ),
        ("De bijeenkomst werd georganiseerd door Oostenrijk.", {"country/oostenrijk": "host"}),
        ("De bijeenkomst stond onder voorzitterschap van Roemenië.", {"country/roemenie": "chair"}),
        ("De sessie werd ingeleid door SG NAVO Stoltenberg.", {"person/jens-stoltenberg": "speaker"}),
        ("De ministers ontvingen in een werklunch de Jordaanse minister Safadi.", {"person/ayman-safadi": "guest"}),
        (
            "Tijdens het werkdiner spraken ministers met Hoge Vertegenwoordiger Mogherini.",
            {"person/federica-mogherini": "guest"},
        ),
        ("SG NAVO Stoltenberg stelde dat eenheid nodig is.", {"person/jens-stoltenberg": "speaker"}),
        ("Turkije gaf aan dat te kunnen steunen.", {"country/turkije": "speaker"}),
        ("Daarnaast riep Polen op tot versterking.", {"country/polen": "speaker"}),
        ("Een brede oproep, aldus minister Maas, is nodig.", {"person/heiko-maas": "speaker"}),
        ("Ik had een gesprek met minister Maas.", {"person/heiko-maas": "participant"}),
        (
            "Tijdens de lunch ontving de Raad de ministers van Noorwegen, IJsland en Zwitserland.",
            {"country/noorwegen": "guest", "country/ijsland": "guest", "country/zwitserland": "guest"},
        ),
        ("SG NAVO Stoltenberg zat voor het eerst voor.", {"person/jens-stoltenberg": "chair"}),
        ("Canada nam niet deel aan de sessie.", {"country/canada": "absent"}),
        (
            "De sessie werd toegesproken door SG NAVO Stoltenberg en door de president van Georgië.",
            {"person/jens-stoltenberg": "speaker", "country/georgie": "speaker"},
        ),
        (
            "Aan het diner namen onder meer Finland, Zweden en Oostenrijk deel.",
            {"country/finland": "participant", "country/zweden": "participant", "country/oostenrijk": "participant"},
        ),
        (
            "Nederland organiseerde samen met Ghana en Zweden een bijeenkomst over vrouwen.",
            {"country/ghana": "host", "country/zweden": "host"},
        ),
        ("Onder leiding van het Cypriotische voorzitterschap werd gesproken over Libië.", {"country/cyprus": "chair"}),
        ("Montenegro werd verwelkomd als lid.", {"country/montenegro": "guest"}),
        ("Minister Maas trad op als gastheer.", {"person/heiko-maas": "host"}),
        (
            "In de marge had ik ontmoetingen met minister Maas, premier Modi van India en president Macron.",
            {
                "person/heiko-maas": "participant",
                "person/narendra-modi": "participant",
                "person/emmanuel-macron": "participant",
            },
        ),
        (
            "Er vond een lunch plaats met de ambassadeurs van Frankrijk, het Verenigd Koninkrijk en Noorwegen.",
            {
                "country/frankrijk": "participant",
                "country/verenigd-koninkrijk": "participant",
                "country/noorwegen": "participant",
            },
        ),
        ("Iran was niet uitgenodigd.", {"country/iran": "absent"}),
        (
            "In gezelschap van de Duitse en Franse ministers bezocht ik het hoofdkwartier.",
            {"country/duitsland": "guest", "country/frankrijk": "guest"},
        ),
        ("De interventie van SG NAVO Stoltenberg ging over cyber.", {"person/jens-stoltenberg": "speaker"}),
        ("Het woord was vervolgens aan minister Maas.", {"person/heiko-maas": "speaker"}),
        (
            "Aan de lunch namen tevens deel de ministers van Zweden en Finland.",
            {"country/zweden": "participant", "country/finland": "participant"},
        ),
        (
            "De zitting werd bijgewoond door waarnemers van Zweden en Finland.",
            {"country/zweden": "participant", "country/finland": "participant"},
        ),
        ("De Duitse delegatie stond onder leiding van minister Maas.", {"person/heiko-maas": "participant"}),
        (
            "Samen met mijn Duitse ambtgenoot Maas had ik een ontmoeting met minister Çavuşoğlu.",
            {
                "person/heiko-maas": "participant",
                "person/mevlut-cavusoglu": "participant",
            },
        ),
        ("Voorzitter was minister Maas.", {"person/heiko-maas": "chair"}),
        ("Minister Maas gaf het plan zijn zegen niet en keurde het besluit af.", {"person/heiko-maas": "speaker"}),
        ("Ik voerde het woord, samen met minister Maas.", {"person/heiko-maas": "speaker"}),
        (
            "Minister Maas en minister Le Drian hadden een gesprek over gas.",
            {"person/heiko-maas": "participant", "person/jean-yves-le-drian": "participant"},
        ),
        (
            "SG NAVO Stoltenberg ging in zijn toespraak in op de oorlog in Jemen.",
            {"person/jens-stoltenberg": "speaker"},
        ),
        (
            "Tijdens de sessie tekenden Finland en Zweden een verklaring.",
            {"country/finland": "participant", "country/zweden": "participant"},
        ),
        (
            "President Poetin liet zich wegens ziekte vertegenwoordigen door minister Lavrov.",
            {"person/vladimir-poetin": "absent", "person/sergej-lavrov": "participant"},
        ),
        (
            "De ministers van Armenië en Azerbeidzjan waren beiden aanwezig, maar spraken niet met elkaar.",
            {"country/armenie": "participant", "country/azerbeidzjan": "participant"},
        ),
        ("De Duitse minister van Buitenlandse Zaken, Maas, was aanwezig.", {"person/heiko-maas": "participant"}),
        ("Minister Maas, de Duitse gastheer, zat de bijeenkomst voor.", {"person/heiko-maas": "chair"}),
        (
            "De ministers wisselden van gedachten met de gezant voor Syrië en Libië, Pedersen.",
            {"person/geir-pedersen": "guest"},
        ),
        ("De Estse minister van Sociale Bescherming, Kaia Iva, zat de Raad voor.", {"person/kaia-iva": "chair"}),
        (
            "Voorts zaten aan: minister Maas en minister Le Drian.",
            {"person/heiko-maas": "guest", "person/jean-yves-le-drian": "guest"},
        ),
        (
            "In mijn gezelschap verkeerden ambassadeur Jansen en de Permanente Vertegenwoordiger te Genève, de heer De Wit.",
            {"person/jansen": "participant", "person/de-wit": "participant"},
        ),
        (
            "Minister Lavrov liet zich vergezellen door minister Maas.",
            {"person/sergej-lavrov": "participant", "person/heiko-maas": "participant"},
        ),
        ("Ik woonde met de heer Jansen de bijeenkomst bij.", {"person/jansen": "participant"}),
        (
            "De bijeenkomst werd bijgewoond door zestig landen, waaronder Japan en Iran.",
            {"country/japan": "participant", "country/iran": "participant"},
        ),
        ("Veertig landen gaven gehoor aan de uitnodiging van president Macron.", {"person/emmanuel-macron": "host"}),
        ("Minister Maas ontving de deelnemers in Berlijn.", {"person/heiko-maas": "host"}),
        ("De ministers namen afscheid van minister Maas.", {"person/heiko-maas": "participant"}),
        ("Voor minister Maas was dit de eerste bijeenkomst.", {"person/heiko-maas": "participant"}),
        ("De besprekingen werden geleid door minister Maas.", {"person/heiko-maas": "chair"}),
        ("Het diner, dat door koningin Elizabeth werd aangeboden, was kort.", {"person/elizabeth": "host"}),
        ("Tot voorzitter werd minister Maas gekozen.", {"person/heiko-maas": "chair"}),
        ("Gastheer was de Turkse minister Çavuşoğlu.", {"person/mevlut-cavusoglu": "host"}),
        ("Als voorzitter trad minister Maas op.", {"person/heiko-maas": "chair"}),
        ("Het voorzitterschap lag bij Kroatië.", {"country/kroatie": "chair"}),
        ("Het voorzitterschap werd waargenomen door Finland.", {"country/finland": "chair"}),
        (
            "De delegatie bestond uit vertegenwoordigers van Spanje en Portugal.",
            {"country/spanje": "participant", "country/portugal": "participant"},
        ),
        ("De ministers kwamen bijeen op uitnodiging van Litouwen.", {"country/litouwen": "host"}),
        ("De ministers hadden president Zelensky te gast.", {"person/volodymyr-zelensky": "guest"}),
        ("Voor België trad minister Reynders op.", {"person/didier-reynders": "participant"}),
        ("Minister Maas kreeg als eerste het woord.", {"person/heiko-maas": "speaker"}),
        ("Een presentatie werd gegeven door minister Maas.", {"person/heiko-maas": "speaker"}),
        ("Na een korte inleiding door gezant Pedersen volgde een discussie.", {"person/geir-pedersen": "speaker"}),
        ("De ministers lieten zich bijpraten door gezant Pedersen.", {"person/geir-pedersen": "speaker"}),
        (
            "Sprekers waren minister Maas en minister Le Drian.",
            {"person/heiko-maas": "speaker", "person/jean-yves-le-drian": "speaker"},
        ),
        (
            "Minister Lavrov was present, evenals zijn ambtgenoot Klimkin.",
            {"person/sergej-lavrov": "participant", "person/pavlo-klimkin": "participant"},
        ),
        (
            "Aan de sessie nam behalve Georgië ook Moldavië deel.",
            {"country/georgie": "participant", "country/moldavie": "participant"},
        ),
        (
            "Canada vroeg om uitstel, daarin gesteund door Noorwegen.",
            {"country/canada": "speaker", "country/noorwegen": "speaker"},
        ),
        (
            "Bij monde van minister Maas wees Duitsland dit af.",
            {"person/heiko-maas": "speaker", "country/duitsland": "speaker"},
        ),
        (
            "Minister Maas werd vervangen door minister Le Drian.",
            {"person/heiko-maas": "absent", "person/jean-yves-le-drian": "participant"},
        ),
        ("President Zelensky was naar Brussel gekomen.", {"person/volodymyr-zelensky": "participant"}),
        ("De Commissie werd vertegenwoordigd door commissaris Malmström.", {"person/cecilia-malmstrom": "participant"}),
    ],
)
def test_words_of_presence_give_attendees_with_their_role(
    there: Callable[[str], dict[str, str]], text: str, expected: dict[str, str]
) -> None:
    assert there(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ministers spraken over de situatie in Oekraïne.",
        "Rusland schendt het verdrag.",
        "De Bondgenoten moedigden Georgië aan verder te gaan.",
        "Nederland riep Turkije op zich te onthouden van geweld.",
        "Oekraïne neemt met een compagnie deel aan de missie in Kosovo.",
        "Duitsland zal in 2020 een besluit nemen.",
        "Japan zou kunnen deelnemen aan een volgende sessie.",
        "De NAVO werkt samen met Japan.",
        "Er was brede steun voor de toetreding van Noord-Macedonië.",
        "In zijn brief drong Irak aan op steun.",
        "Met Georgië wordt gewerkt aan hervormingen.",
        "Frankrijk had dit eerder voorgesteld.",
        "Pakistan sprak niet.",
        "Alleen Iran heeft het verdrag niet ondertekend.",
        "Het Kernstopverdrag werd in 1996 door China ondertekend.",
        "De missie onder leiding van Italië wordt verlengd.",
        "De oorlog in Syrië, die het achtste jaar inging, kwam aan bod.",
        "Hij verweet de Verenigde Staten gebrek aan inzet, waarna hij Rusland tot matiging opriep.",
        "Op verzoek van Jordanië kwam de Veiligheidsraad bijeen.",
        "Minister Maas kon ik door tijdgebrek niet spreken.",
        "De militie, gesteund door Iran, schond het bestand.",
        "President Trump kondigde vorige week aan dat hij zou terugtreden.",
        "De missie in Mali wordt door Duitsland vervangen.",
        "De toespraak van president Poetin in München was een keerpunt.",
        "Minister Maas reisde in mei naar Kiev.",
        "Polen is volgend jaar voorzitter van de Veiligheidsraad.",
    ],
)
def test_who_is_only_talked_about_was_not_there(there: Callable[[str], dict[str, str]], text: str) -> None:
    assert there(text) == {}


def test_a_person_goes_before_his_country(there: Callable[[str], dict[str, str]]) -> None:
    assert there(
        "Aan de lunch namen de Afghaanse minister Rabbani en de ministers Zalkaliani (Georgië) en Klimkin (Oekraïne) deel."
    ).keys() == {
        "person/salahuddin-rabbani",
        "person/david-zalkaliani",
        "person/pavlo-klimkin",
    }


def test_attendance_is_at_the_part_that_the_words_name(read: Reader, registry: Registry) -> None:
    letter = AttendanceExtractor(registry)(
        read(
            "Op 6 februari vond een werkdiner plaats. Op 7 februari volgde een werksessie over Irak.\n\nIrak\n\nCanada gaf aan de missie te steunen. Jordanië nam deel aan het werkdiner."
        )
    )
    labels = {m.key: m.label for m in letter.meetings}
    assert {(labels[a.meeting], a.attendee) for a in letter.attendances} == {
        ("werkdiner", "country/jordanie"),
        ("werksessie over Irak", "country/canada"),
    }


def test_a_paragraph_of_talks_has_one_for_each_who_opens_a_sentence(read: Reader, registry: Registry) -> None:
    letter = AttendanceExtractor(registry)(
        read(
            "In de marge voerde ik een reeks bilaterale gesprekken. Met minister Çavuşoğlu sprak ik over Syrië. "
            "Minister Maas vroeg om steun. Mijn Poolse collega Czaputowicz liet mij weten dat Polen tegen is. Minister Le Drian trof ik later."
        )
    )
    labels = {m.key: m.label for m in letter.meetings}
    assert {(labels[a.meeting], a.attendee) for a in letter.attendances if a.attendee.startswith("person/")} == {
        ("gesprek met Çavuşoğlu", "person/mevlut-cavusoglu"),
        ("gesprek met Maas", "person/heiko-maas"),
        ("gesprek met Czaputowicz", "person/jacek-czaputowicz"),
        ("gesprek met Le Drian", "person/jean-yves-le-drian"),
    }


def test_who_is_named_after_a_gathering_beside_the_meeting_was_there(read: Reader, registry: Registry) -> None:
    letter = AttendanceExtractor(registry)(
        read(
            "Op 6 februari nam ik deel aan een conferentie over mensenrechten in Gent. Minister Maas zat voor. Polen drong aan op steun."
        )
    )
    labels = {m.key: m.label for m in letter.meetings}
    assert {(labels[a.meeting], a.attendee) for a in letter.attendances if a.attendee != "country/nederland"} == {
        ("conferentie over mensenrechten in Gent", "person/heiko-maas"),
        ("conferentie over mensenrechten in Gent", "country/polen"),
    }


def test_the_letters_minister_stands_for_nederland(read: Reader, registry: Registry) -> None:
    letter = AttendanceExtractor(registry)(read("Ik nam deel aan deze bijeenkomst."))
    assert [(a.attendee, a.role) for a in letter.attendances] == [("country/nederland", "participant")]


def test_a_letter_on_a_coming_meeting_tells_who_is_to_be_there(read_text: Reader, registry: Registry) -> None:
    letter = read_text(
        "Den Haag, 31 mei 2010\n\nGeachte voorzitter,\n\nHierbij bied ik u de geannoteerde agenda aan van de bijeenkomst van de NAVO-ministers van Defensie op 10 en 11 juni 2010.\n\n"
        "Afghanistan\n\nMinister Gates zal een overzicht geven. Polen heeft vorige week extra opleiders toegezegd.\n\nDe Minister van Defensie,\n\nE. van Middelkoop\n"
    )
    assert [a.attendee for a in AttendanceExtractor(registry)(letter).attendances] == ["person/robert-gates"]
