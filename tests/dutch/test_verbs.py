from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dutch.acts import acts
from kg.dutch.verbs import forms, readings, stems

# infinitive, third person singular, past singular, past plural, participle
CONJUGATION = """\
maken maakt maakte maakten gemaakt
benadrukken benadrukt benadrukte benadrukten benadrukt
onderstrepen onderstreept onderstreepte onderstreepten onderstreept
steunen steunt steunde steunden gesteund
ondersteunen ondersteunt ondersteunde ondersteunden ondersteund
verwelkomen verwelkomt verwelkomde verwelkomden verwelkomd
waarderen waardeert waardeerde waardeerden gewaardeerd
herhalen herhaalt herhaalde herhaalden herhaald
vrezen vreest vreesde vreesden gevreesd
geloven gelooft geloofde geloofden geloofd
leven leeft leefde leefden geleefd
pleiten pleit pleitte pleitten gepleit
bepleiten bepleit bepleitte bepleitten bepleit
uiten uit uitte uitten geuit
weigeren weigert weigerde weigerden geweigerd
veroordelen veroordeelt veroordeelde veroordeelden veroordeeld
betreuren betreurt betreurde betreurden betreurd
hopen hoopt hoopte hoopten gehoopt
wensen wenst wenste wensten gewenst
eisen eist eiste eisten geëist
erkennen erkent erkende erkenden erkend
blokkeren blokkeert blokkeerde blokkeerden geblokkeerd
constateren constateert constateerde constateerden geconstateerd
creëren creëert creëerde creëerden gecreëerd
beëindigen beëindigt beëindigde beëindigden beëindigd
beïnvloeden beïnvloedt beïnvloedde beïnvloedden beïnvloed
initiëren initieert initieerde initieerden geïnitieerd
antwoorden antwoordt antwoordde antwoordden geantwoord
roepen roept riep riepen geroepen
dringen dringt drong drongen gedrongen
wijzen wijst wees wezen gewezen
spreken spreekt sprak spraken gesproken
stellen stelt stelde stelden gesteld
geven geeft gaf gaven gegeven
verwerpen verwerpt verwierp verwierpen verworpen
onderschrijven onderschrijft onderschreef onderschreven onderschreven
besluiten besluit besloot besloten besloten
vinden vindt vond vonden gevonden
vragen vraagt vroeg vroegen gevraagd
houden houdt hield hielden gehouden
doen doet deed deden gedaan
gaan gaat ging gingen gegaan
staan staat stond stonden gestaan
zien ziet zag zagen gezien
komen komt kwam kwamen gekomen
zeggen zegt zei zeiden gezegd
zijn is was waren geweest
hebben heeft had hadden gehad
zullen zal zou zouden gezuld
willen wil wilde wilden gewild
waarschuwen waarschuwt waarschuwde waarschuwden gewaarschuwd
feliciteren feliciteert feliciteerde feliciteerden gefeliciteerd
"""
ROWS = [tuple(line.split()) for line in CONJUGATION.splitlines()]


def made(infinitive: str, form: str, number: str = "", *, past: bool = False) -> set[str]:
    return {w for w, r in forms(infinitive) if (r.form, r.number, r.past) == (form, number, past)}


@pytest.mark.parametrize(("infinitive", "third", "past", "pasts", "participle"), ROWS, ids=[row[0] for row in ROWS])
def test_a_verb_is_conjugated(infinitive: str, third: str, past: str, pasts: str, participle: str) -> None:
    assert third in made(infinitive, "fin", "sg")
    assert past in made(infinitive, "fin", "sg", past=True)
    assert pasts in made(infinitive, "fin", "pl", past=True)
    assert participle in made(infinitive, "ptc")
    assert infinitive in made(infinitive, "inf")
    assert infinitive in made(infinitive, "fin", "pl")


@pytest.mark.parametrize(
    ("infinitive", "stem"),
    [
        ("benadrukken", "benadruk"),
        ("maken", "maak"),
        ("vrezen", "vrees"),
        ("geven", "geef"),
        pytest.param(
            "uiten",
            "uit",
            marks=pytest.mark.xfail(reason="'ui' is not taken for one vowel: 'uiit' comes first", strict=True),
        ),
        ("steunen", "steun"),
        ("wijzen", "wijs"),
        ("waarschuwen", "waarschuw"),
        ("veroordelen", "veroordeel"),
        ("creëren", "creëer"),
        ("variëren", "varieer"),
    ],
)
def test_the_likelier_stem_comes_first(infinitive: str, stem: str) -> None:
    assert stems(infinitive)[0] == stem


@pytest.mark.parametrize(
    ("word", "lemma", "form", "particle"),
    [
        ("riep", "roepen", "fin", ""),
        ("opriep", "roepen", "fin", "op"),
        ("opgeroepen", "roepen", "ptc", "op"),
        ("oproepen", "roepen", "inf", "op"),
        ("aangedrongen", "dringen", "ptc", "aan"),
        ("aandrong", "dringen", "fin", "aan"),
        ("voorgesteld", "stellen", "ptc", "voor"),
        ("afwees", "wijzen", "fin", "af"),
        ("afgewezen", "wijzen", "ptc", "af"),
        ("toegezegd", "zeggen", "ptc", "toe"),
        ("toejuichte", "juichen", "fin", "toe"),
        ("ingestemd", "stemmen", "ptc", "in"),
        ("uitgesproken", "spreken", "ptc", "uit"),
        ("uitspreken", "spreken", "inf", "uit"),
        ("aangekondigd", "kondigen", "ptc", "aan"),
        ("overeengekomen", "komen", "ptc", "overeen"),
        ("benadrukt", "benadrukken", "fin", ""),
        ("benadrukt", "benadrukken", "ptc", ""),
        ("onderstreept", "onderstrepen", "ptc", ""),
    ],
)
def test_a_written_word_is_read_as_a_verb_with_its_particle(word: str, lemma: str, form: str, particle: str) -> None:
    assert (lemma, form, particle) in {(r.lemma, r.form, r.particle) for r in readings(word)}


@pytest.mark.parametrize(
    "word", ["bondgenoot", "verdrag's", "geonderstreept", "tafel", "", "Nederland", "geveroordeeld"]
)
def test_other_words_are_no_verbs(word: str) -> None:
    assert readings(word) == ()


def test_number_and_tense_are_told() -> None:
    (riepen,) = readings("riepen")
    assert (riepen.number, riepen.past) == ("pl", True)
    (roept,) = readings("roept")
    assert (roept.number, roept.past) == ("sg", False)


def test_the_verb_of_each_act_has_finite_forms() -> None:
    for act in acts().verbs:
        shapes = {r.form for _, r in forms(act.verb)}
        assert shapes == {"fin", "inf", "ptc"}, act.verb
        finite = [w for w, r in forms(act.verb) if r.form == "fin" and r.past]
        assert all(any(x.lemma == act.verb for x in readings(w)) for w in finite), act.verb


def test_the_participle_of_each_separable_act_is_written_together() -> None:
    for act in acts().verbs:
        if act.particle:
            participle = next(w for w, r in forms(act.verb) if r.form == "ptc")
            assert any(r.particle == act.particle for r in readings(act.particle + participle)), act.rule


def test_every_form_is_one_word() -> None:
    words = {word for act in acts().verbs if "_" not in act.verb for word, _ in forms(act.verb)}
    assert [word for word in sorted(words) if not re.fullmatch(r"[^\W\d_]+", word)] == []


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzëïöü", min_size=1, max_size=8))
def test_any_infinitive_gives_stems_of_its_length(root: str) -> None:
    for stem in stems(root + "en"):
        assert stem
        assert len(stem) <= len(root) + 1


@given(st.text(max_size=20))
def test_reading_any_word_gives_readings_or_nothing(word: str) -> None:
    assert isinstance(readings(word), tuple)
