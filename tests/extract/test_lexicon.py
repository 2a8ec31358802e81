"""Every act of the lexicon, put into a sentence of its own, is found again."""

from __future__ import annotations

import pytest

from kg.dutch.acts import VerbAct, acts
from kg.dutch.verbs import forms

from .conftest import Reader

SIMPLE = [act for act in acts().verbs if not act.fixed and not act.clausal and "_" not in act.verb]


def types(act: VerbAct) -> set[str]:
    return {other.type for other in acts().by_verb[act.verb] if other.particle == act.particle}


def past(act: VerbAct) -> str:
    return next(w for w, r in forms(act.verb) if r.form == "fin" and r.past and r.number == "sg")


def sentence(act: VerbAct) -> str:
    """Make a main clause with the act in the past: "Portugal stelde de tekst voor."."""
    content = f" {act.content[0]} de tekst" if act.content and act.content[0] not in ("dat", "om") else ""
    plain = "" if content else " de tekst"
    if act.addressee == "obj":
        plain = " Andorra"
    elif act.addressee:
        content += f" {act.addressee} Andorra"
    return f"Portugal {past(act)}{plain}{' ' + act.particle if act.particle else ''}{content}."


@pytest.mark.parametrize("act", SIMPLE, ids=[act.rule for act in SIMPLE])
def test_an_act_is_found_in_a_plain_clause(act: VerbAct, read: Reader) -> None:
    stances = read(sentence(act)).stances
    assert [[h.id for h in s.holders] for s in stances] == [["country/portugal"]], sentence(act)
    assert stances[0].type in types(act)


@pytest.mark.parametrize("act", SIMPLE, ids=[act.rule for act in SIMPLE])
def test_an_act_is_found_in_the_perfect_behind_an_adverb(act: VerbAct, read: Reader) -> None:
    participle = act.particle + next(w for w, r in forms(act.verb) if r.form == "ptc")
    content = f" {act.content[0]} de tekst" if act.content and act.content[0] not in ("dat", "om") else ""
    if act.addressee not in ("", "obj"):
        content = f" {act.addressee} Andorra{content}"
    plain = " Andorra" if act.addressee == "obj" else ("" if content else " de tekst")
    text = f"Daarnaast heeft Portugal{plain}{content} {participle}."
    stances = read(text).stances
    assert [[h.id for h in s.holders] for s in stances] == [["country/portugal"]], text
    assert stances[0].type in types(act)


@pytest.mark.parametrize("act", SIMPLE, ids=[act.rule for act in SIMPLE])
def test_an_act_that_must_still_be_done_is_no_position(act: VerbAct, read: Reader) -> None:
    infinitive = act.particle + act.verb
    assert not read(f"Portugal moet de tekst nog {infinitive}.").stances


@pytest.mark.parametrize("act", SIMPLE, ids=[act.rule for act in SIMPLE])
def test_an_act_that_is_asked_after_is_no_position(act: VerbAct, read: Reader) -> None:
    assert not read(
        sentence(act).replace("Portugal " + past(act), f"{past(act).capitalize()} Portugal").replace(".", "?")
    ).stances


@pytest.mark.parametrize("act", SIMPLE, ids=[act.rule for act in SIMPLE])
def test_an_act_under_a_condition_is_no_position(act: VerbAct, read: Reader) -> None:
    assert not read(f"Indien Portugal de tekst zou {act.particle + act.verb}, volgt een tweede lezing.").stances
