"""Which act of the lexicon a clause performs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from kg.dutch import word_set
from kg.dutch.acts import VerbAct, acts
from kg.dutch.verbs import Reading
from kg.extract.stances.acts.particles import other_particle, particle_of
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["Match", "find_act", "fixed_words"]

_HELPING = word_set("auxiliaries", "perfect", "passive")
_HYPOTHETICAL = word_set("auxiliaries", "possibility", "necessity")
_WILLING = word_set("auxiliaries", "future", "volition", "intention", "aspect", "causative")
_IRREALIS = word_set("auxiliaries", "irrealis")
_RAISING = word_set("auxiliaries", "raising") | {"zijn"}
_COPULAR = word_set("auxiliaries", "copular")
_WISHING = word_set("adverbs", "mood.wishing") | {"willen"}
_PLACES = word_set("adverbs", "pronominal.places")
_COMPOUNDED = word_set("acts", "nouns.compounded")
_BACKDROPS = word_set("acts", "nouns.backdrops")
_BEFORE_BACKDROPS = word_set("acts", "nouns.before_backdrops")
_ARTICLES = word_set("words", "articles")
_BEFORE_CONTENT = word_set("words", "clauses.before_content")
_NOMINAL = word_set("words", "clauses.before_infinitive")
_BETWEEN_SIDES = word_set("words", "clauses.between_sides")


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
    own = clause.tokens
    best: tuple[tuple[int, ...], Match] | None = None
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
                for act, _ in known[:1]:
                    scene.decline(i, act.rule, f"onder {scene.low(finite)!r} staat geen ingenomen standpunt")
                continue
            for act in _standing(scene, reading.lemma):
                words = fixed_words(scene, own, i, act, reading.particle)
                if words is None or (auxiliary and _helps(scene, own, finite, words)):
                    continue
                rank = (
                    len(words) - (act.particle != "" and reading.particle == ""),
                    len(act.fixed),
                    len(act.particle) > 0,
                    reading.form != "fin",
                    -i,
                )
                if best is None or rank > best[0]:
                    passive, modal = mood
                    best = rank, Match(act, act.type, i, tuple(sorted({i, *words})), passive, modal)
    return best[1] if best else None


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
    return all(any(word not in _COMPOUNDED for word in words) for words in alternatives)


def _signal(alternatives: Iterable[Sequence[str]]) -> frozenset[str]:
    """Give the longest word of each alternative, with its variants."""
    longest = (max((word for word in words if word not in _COMPOUNDED), key=len) for words in alternatives)
    return frozenset(variant for word in longest for variant in _SAME.get(word, (word,)))


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
        # "zal worden opgeroepen", "zou zijn verzocht", "moet worden benadrukt"
        modal = min(lemmas & (_HYPOTHETICAL | {"zullen", "willen"}), default="")
        if modal in _HYPOTHETICAL or not modal:
            return None
        if scene.low(finite) in ("zou", "zouden") and any(scene.low(j) == "hebben" for j in clause.tokens):
            return None  # "zou hebben gezegd": hearsay
        return any(scene.low(j) in ("worden", "zijn") for j in clause.tokens if abs(j - verb) < 3), modal
    modal = min(lemmas & _WILLING, default="")
    if modal:
        beside = {scene.low(j) for j in clause.tokens}
        if scene.low(finite) in _IRREALIS and (beside & _HYPOTHETICAL or beside.isdisjoint(_WISHING)):
            return None  # "zou kunnen instemmen", "zou het betreuren als"
        return None if modal == "laten" else (False, modal)
    if "kunnen" in lemmas:
        return False, "kunnen"
    if "hebben" in lemmas and reading.form == "inf" and scene.low(verb - 1) == "willen":
        return False, "willen"  # "heeft het pakket niet willen blokkeren"
    return None


def fixed_words(scene: Scene, own: Sequence[int], verb: int, act: VerbAct, particle: str) -> list[int] | None:
    """Give the indexes of an act's particle and fixed words in the clause, or None when one is missing."""
    found: list[int] = []
    if act.clausal and not any(c.opener == "dat" and c.tokens[0] > verb for c in scene.clauses):
        return None
    if act.particle:
        if particle != act.particle:
            if particle or act.particle not in scene.words:
                return None
            apart = particle_of(scene, own, verb, act.particle)
            if apart is None:
                return None
            found.append(apart)
    elif particle or other_particle(scene, own, verb):
        return None
    for alternatives in act.fixed:
        hit = next((h for a in alternatives if (h := has_sequence(scene, own, a)) is not None and verb not in h), None)
        if hit is None or (
            len(hit) == 1
            and scene.low(hit[0]) in ("voor", "tegen")
            and not _first_preposition(scene, own, verb, hit[0])
        ):
            return None
        found += hit
    return found


def _first_preposition(scene: Scene, own: Sequence[int], verb: int, at: int) -> bool:
    """Tell whether "voor" or "tegen" takes the side: "pleitte tegen een missie", not "pleitte voor sancties tegen Venezuela"."""
    if scene.low(at) == "tegen" and _for_time(scene, at):
        return False
    return not any(verb < j < at and scene.low(j) in _BETWEEN_SIDES for j in own)


def _for_time(scene: Scene, at: int) -> bool:
    """Tell whether "tegen" takes no side here: "tegen deze achtergrond", "tegen de zin van Duitsland", "tegen 2030", "tegen het einde van het jaar"."""
    if scene.low(at - 1) == "," and scene.low(at + 1) in ("was", "waren", "is", "zijn"):
        return True  # "Voor waren Polen en Italië, tegen was Spanje": of who comes next
    noun = at + 1 + (scene.low(at + 1) in _BEFORE_BACKDROPS)
    word = scene.low(noun)
    return word in _BACKDROPS or (word.isdigit() and len(word) == 4)


def has_sequence(scene: Scene, own: Iterable[int], words: Sequence[str]) -> list[int] | None:
    """Give the indexes where words stand in this order, at most four others between two of them; "zich" also as "mij", "me" or "ons"."""
    for word in words:
        if word not in scene.words and word not in _COMPOUNDED and not (word in _SAME and _SAME[word] & scene.words):
            return None
    indexes = list(own)
    for n, start in enumerate(indexes):
        if not _same(scene.low(start), words[0]):
            continue
        hit, k = [start], n
        for word in words[1:]:
            near = range(k + 1, min(k + 6, len(indexes)))
            k = next((m for m in near if _same(scene.low(indexes[m]), word)), -1)
            if k > 0 and any(scene.low(indexes[m]) in _ARTICLES for m in near if m < k):
                k = -1  # "van het plan" is not "van plan"
            if k < 0:
                break
            hit.append(indexes[k])
        if len(hit) == len(words):
            return hit
    return None


_SAME = {
    "zich": frozenset(["zich", "mij", "me", "ons", "mezelf", "onszelf"]),
    "risico's": frozenset(["risico's", "risico’s"]),
    **{
        word: frozenset([word, *(f"{there}{word}" for there in _PLACES)])
        for word in ("voor", "tegen", "achter", "op", "naar", "aan", "over")
    },
}


def _same(low: str, word: str) -> bool:
    return low == word or (word in _SAME and low in _SAME[word]) or (word in _COMPOUNDED and low.endswith(word))
