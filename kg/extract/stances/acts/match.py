"""Which act of the lexicon a clause performs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from kg.dutch import word_set
from kg.dutch.acts import VerbAct, acts
from kg.dutch.verbs import Reading
from kg.extract.stances.acts.wording import COMPOUNDED, SAME, fixed_words
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["Match", "find_act"]

_PREPOSITIONS = word_set("words", "prepositions")
_HELPING = word_set("auxiliaries", "perfect", "passive")
_HYPOTHETICAL = word_set("auxiliaries", "possibility", "necessity")
_WILLING = word_set("auxiliaries", "future", "volition", "intention", "aspect", "causative")
_IRREALIS = word_set("auxiliaries", "irrealis")
_RAISING = word_set("auxiliaries", "raising") | {"zijn"}
_COPULAR = word_set("auxiliaries", "copular")
_WISHING = word_set("adverbs", "mood.wishing") | {"willen"}
_PLACES = word_set("adverbs", "pronominal.places")
_BEFORE_CONTENT = word_set("words", "clauses.before_content")
_NOMINAL = word_set("words", "clauses.before_infinitive")


class Match(NamedTuple):
    """An act found in a clause: its lexicon entry, its type here, the indexes of its words, and how the verb stands."""

    act: VerbAct
    type: str
    verb: int
    words: tuple[int, ...]
    passive: bool = False
    modal: str = ""
    negated: bool = False
    content: int = -1


def find_act(scene: Scene, clause: Clause) -> Match | None:
    """Give the most specific act of a clause, or None. Auxiliaries tell tense, voice and mood; a verb under "moet" or "kan" takes no position."""
    if clause.finite < 0:
        return None
    tokens, finite = scene.tokens, clause.finite
    own = [*_antecedent(scene, clause), *clause.tokens]
    best: tuple[tuple[int, ...], Match] | None = None

    def led_in(word: int) -> bool:
        return scene.low(word - 1) in _PREPOSITIONS

    for i in [j for j in own if tokens[j].verb]:
        for reading in tokens[i].verb:
            if (i == finite and reading.form != "fin") or (i != finite and reading.form == "fin"):
                continue
            auxiliary = i == finite and reading.lemma in _HELPING
            if reading.form == "inf" and i != finite and _under_te(scene, i, finite):
                continue
            if reading.lemma == "zien" and reading.form == "inf" and _seen_done(scene, i):
                continue
            if reading.form == "ptc" and _set_apart(scene, i):
                continue
            known = _of_verb(reading.lemma)
            mood = _mood(scene, clause, i, reading) if known else None
            if mood is None:
                if act := next((act for act, _ in known if act.particle == reading.particle), None):
                    scene.decline(i, act.rule, f"onder {scene.low(finite)!r} staat geen ingenomen standpunt")
                continue
            for act in _standing(scene, reading.lemma):
                words = fixed_words(scene, own, i, act, reading.particle)
                if words and act.type == "commit" and min(words) < clause.tokens[0]:
                    continue  # "de toezegging die ik in april heb gedaan": of an act told before
                if words is None or (auxiliary and _helps(scene, own, finite, words)):
                    continue
                rank = (
                    len(words) - (act.particle != "" and reading.particle == ""),
                    len(act.fixed),
                    len(act.particle) > 0,
                    reading.form != "fin",
                    -sum(map(led_in, words)),  # "deed de toezegging met aanbevelingen te komen"
                    -i,
                )
                if best is None or rank > best[0]:
                    passive, modal = mood
                    best = rank, Match(act, act.type, i, tuple(sorted({i, *words})), passive, modal)
    return best[1] if best else None


def _antecedent(scene: Scene, clause: Clause) -> list[int]:
    """Give the noun that a relative clause tells something of, among whose words the act's own may be: "een mening die door Polen werd gedeeld"."""
    first = clause.tokens[0]
    if clause.kind != "sub" or clause.opener not in ("die", "dat") or first < 2:
        return []
    noun = first - 1 - (scene.low(first - 1) == ",")
    word = scene.low(noun)
    return [noun] if word.isalpha() and word not in _PREPOSITIONS and not scene.tokens[noun].only_finite() else []


def _standing(scene: Scene, verb: str) -> list[VerbAct]:
    """Give the acts of a verb of whose fixed words enough stand somewhere in the sentence; looked for once in it."""
    known = scene.acts
    if verb not in known:
        there = scene.words
        known[verb] = [
            act
            for act, signals in _of_verb(verb)
            if not signals or not (there.isdisjoint(signals[0]) or any(map(there.isdisjoint, signals[1:])))
        ]
    return known[verb]


@cache
def _of_verb(verb: str) -> tuple[tuple[VerbAct, tuple[frozenset[str], ...]], ...]:
    """Give the acts of a verb, each with its signals: sets of words of each of which one must stand in its sentence."""
    found = acts().by_verb.get(verb, ())
    if verb in _COPULAR:
        found += tuple(a for a in acts().by_verb["zijn"] if a.fixed)
    return tuple((act, tuple(map(_signal, (g for g in act.fixed if _tells(g))))) for act in found)


def _tells(alternatives: Iterable[Sequence[str]]) -> bool:
    """Tell whether each alternative has a word that stands in no longer one."""
    return all(any(word not in COMPOUNDED for word in words) for words in alternatives)


def _signal(alternatives: Iterable[Sequence[str]]) -> frozenset[str]:
    """Give the longest word of each alternative, with its variants."""
    longest = (max((word for word in words if word not in COMPOUNDED), key=len) for words in alternatives)
    return frozenset(variant for word in longest for variant in SAME.get(word, (word,)))


def _helps(scene: Scene, own: Sequence[int], finite: int, words: Sequence[int]) -> bool:
    """Tell whether "heeft" or "is" only helps a participle: "heeft onder voorbehoud aangekondigd" is no "heeft voorbehoud"."""
    return any(
        j > finite
        and j not in words
        and any(r.form == "ptc" for r in scene.tokens[j].verb)
        and (_ends_clause(scene, own, j) or scene.low(j).startswith(("ge", "aange", "uitge", "opge")))
        for j in own
    )


def _ends_clause(scene: Scene, own: Sequence[int], j: int) -> bool:
    after = scene.low(j + 1)
    return j == own[-1] or not scene.tokens[j + 1].is_word or after in _BEFORE_CONTENT


def _seen_done(scene: Scene, i: int) -> bool:
    """Tell whether "zien" asks that something be done: "wil de noodzaak eerst zien aangetoond", "vergoed wil zien"."""
    beside = (i - 1, i - 2, i + 1)
    return any(0 <= k < len(scene.tokens) and any(r.form == "ptc" for r in scene.tokens[k].verb) for k in beside)


def _set_apart(scene: Scene, i: int) -> bool:
    """Tell whether a participle stands between commas: "heeft, daarin gesteund door Zweden, aangedrongen op"."""
    begin = i - (scene.low(i - 1) in ("daarin", "hierin"))
    return scene.low(begin - 1) == "," and scene.low(i + 1) == "door"


def _under_te(scene: Scene, i: int, finite: int) -> bool:
    """Tell whether an infinitive belongs to a phrase of its own: "om ... te steunen", "het steunen van"."""
    before = scene.low(i - 1)
    if before == "te":
        lemma = {r.lemma for r in scene.tokens[finite].verb}
        return _RAISING.isdisjoint(lemma)
    if before in ("dit", "dat") and not scene.tokens[i + 1].is_word:
        return False  # "kon dit steunen."
    if before in ("van", "bij", "voor", "tot") and any(scene.low(j) in _PLACES for j in range(max(i - 5, 0), i)):
        return False  # "zal zich er sterk voor maken"
    return before in _NOMINAL


def _mood(scene: Scene, clause: Clause, verb: int, reading: Reading) -> tuple[bool, str] | None:
    """Give (passive, modal auxiliary) of an act's verb in its clause, or None where the clause cannot report a position."""
    finite = clause.finite
    lemmas = {r.lemma for r in scene.tokens[finite].verb if r.form == "fin"}
    if verb == finite:
        return False, ""
    if reading.lemma == "laten" and "hebben" in lemmas:
        return False, ""  # "heeft laten weten": an infinitive in place of the participle
    if reading.form == "ptc":
        if "hebben" in lemmas:
            return False, ""
        if "worden" in lemmas:
            return True, ""
        if "zijn" in lemmas:
            return True, ""
        # "zal worden opgeroepen", "moet worden benadrukt"
        modal = min(lemmas & (_HYPOTHETICAL | {"zullen", "willen"}), default="")
        if modal in _HYPOTHETICAL or not modal:
            return None
        if scene.low(finite) in _IRREALIS and any(scene.low(j) in ("hebben", "zijn") for j in clause.tokens):
            return None  # "zou hebben gezegd": hearsay; "zou akkoord zijn gegaan": it did not happen
        return any(scene.low(j) in ("worden", "zijn") for j in clause.tokens if abs(j - verb) < 3), modal
    modal = min(lemmas & _WILLING, default="")
    if modal:
        beside = {scene.low(j) for j in clause.tokens}
        if scene.low(finite) in _IRREALIS and (beside & _HYPOTHETICAL or beside.isdisjoint(_WISHING)):
            return None  # "zou kunnen instemmen", "zou het betreuren als"
        return None if modal == "laten" else (False, modal)
    if "blijken" in lemmas and scene.low(verb - 1) == "te":
        return False, ""  # "bleek die zorg te delen"
    if "kunnen" in lemmas:
        return False, "kunnen"
    if "hebben" in lemmas and reading.form == "inf" and scene.low(verb - 1) == "willen":
        return False, "willen"  # "heeft het pakket niet willen blokkeren"
    return None
