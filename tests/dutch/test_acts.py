from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from kg.dutch.acts import MARKS, TYPES, acts
from kg.dutch.verbs import readings

ACTS = acts()
ENTRIES = (*ACTS.verbs, *ACTS.nouns)
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def test_the_lexicon_is_complete_for_the_register() -> None:
    assert len(ACTS.verbs) >= 600
    assert len(ACTS.nouns) >= 150


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_verbs_and_nouns(kind: str) -> None:
    assert sum(act.type == kind for act in ACTS.verbs) >= 50
    assert sum(noun.type == kind for noun in ACTS.nouns) >= 2


def test_a_rule_names_one_act() -> None:
    assert [rule for rule, times in Counter(entry.rule for entry in ENTRIES).items() if times > 1] == []


def test_rules_are_named_after_type_and_words() -> None:
    for entry in ENTRIES:
        assert re.fullmatch(rf"(verb|noun)\.{entry.type}\.[\w-]+", entry.rule), entry.rule


def test_every_verb_of_an_act_is_known_as_an_infinitive() -> None:
    unknown = [act.rule for act in ACTS.verbs if not any(r.form == "inf" for r in readings(act.verb))]
    assert unknown == []


def test_the_columns_hold_what_the_docs_tell() -> None:
    for act in ACTS.verbs:
        assert act.holder in ("subject", "obj") or act.holder.isalpha(), act.rule
        assert act.addressee in ("", "obj") or act.addressee.isalpha(), act.rule
        assert act.negated in ("", *TYPES), act.rule
        assert act.marks <= set(MARKS), act.rule
        assert all(word.isalpha() for word in act.content), act.rule
        assert all(words and all(words) for group in act.fixed for words in group), act.rule


def test_an_act_stands_under_one_type_only() -> None:
    types: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for act in ACTS.verbs:
        if "clausal" not in act.marks:  # "geloofde dat" only reports, "geloofde in" is for it
            types[act.verb, act.particle, act.fixed].add(act.type)
    assert [key for key, kinds in types.items() if len(kinds) > 1] == []


def test_every_entry_has_its_own_sentences() -> None:
    for entry in ENTRIES:
        assert re.fullmatch(r"[A-Z\[“'‘].*\.", entry.example), entry.rule
        assert re.fullmatch(r"[A-Z'‘].*[.?]", entry.silent), entry.rule
        assert "[" not in entry.silent, entry.rule
    # the nouns of one row share theirs
    rows = {(entry.type, entry.example) for entry in ENTRIES}
    assert len({example for _, example in rows}) == len(rows)


@pytest.mark.parametrize("act", ACTS.verbs, ids=lambda act: act.rule)
def test_the_example_of_a_verb_has_the_verb(act: object) -> None:
    words = WORD.findall(act.example.lower())  # type: ignore[attr-defined]
    assert any(r.lemma == act.verb for word in words for r in readings(word))  # type: ignore[attr-defined]


def test_an_act_is_read_into_its_parts() -> None:
    roepen = next(a for a in ACTS.by_verb["roepen"] if a.particle == "op" and a.type == "urge")
    assert (roepen.content, roepen.addressee, roepen.holder, roepen.negated) == (
        ("tot", "om"),
        "obj",
        "subject",
        "oppose",
    )
    dringen = next(a for a in ACTS.by_verb["dringen"] if a.particle == "aan")
    assert (dringen.type, dringen.addressee, dringen.content) == ("urge", "bij", ("op",))


def test_fixed_words_are_alternatives() -> None:
    moeite = next(a for a in ACTS.by_verb["hebben"] if a.rule == "verb.oppose.hebben-moeite")
    assert moeite.fixed == ((("moeite",), ("problemen",)),)
    voelen = next(a for a in ACTS.by_verb["voelen"] if a.type == "oppose")
    assert voelen.fixed == ((("niets",), ("weinig",)), (("voor",),))


def test_words_before_the_infinitive_always_stand_beside_it() -> None:
    voorop = next(a for a in ACTS.verbs if a.rule == "verb.oppose.van-de-hand-wijzen")
    assert voorop.fixed == ((("van", "de", "hand"),),)
    inzetten = next(a for a in ACTS.verbs if a.rule == "verb.urge.zich-in-zetten")
    assert (inzetten.fixed, inzetten.particle, inzetten.verb) == (((("zich",),),), "in", "zetten")


def test_a_negation_turns_the_type_or_leaves_none() -> None:
    kinds = {act.rule: act.negated for act in ACTS.verbs}
    assert kinds["verb.support.steunen"] == "oppose"
    assert kinds["verb.oppose.maken-bezwaar"] == "support"
    assert kinds["verb.concern.vrezen"] == ""


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("steun", "support"), ("bezwaar", "oppose"), ("oproep", "urge"), ("zorgen", "concern"), ("toezegging", "commit")],
)
def test_nouns_are_found_by_their_last_word(noun: str, kind: str) -> None:
    assert kind in {a.type for a in ACTS.by_noun[noun]}
