"""The judgement of "achten", "vinden" and "noemen", which gives the act its type: "acht het voorstel onwenselijk" opposes."""

from __future__ import annotations

from kg.dutch import table, word_set
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["JUDGING", "judged", "judgement_of", "predicate"]

_NEGATION = word_set("adverbs", "negation.judgement")
_EXCLUSIVE = word_set("adverbs", "focus.exclusive")
_LEADING = word_set("words", "articles", "demonstratives", "possessives", "prepositions") - {"een"}
_JUDGEMENT = table("acts")["judgement"]
_TYPES = ("oppose", "concern", "support", "emphasise")
_DENIED = {"support": "oppose", "emphasise": "oppose", "oppose": "observe", "concern": "observe"}
_FOLLOWING = word_set("words", "prepositions", "coordinators", "relatives", "subordinators") | {
    "om",
    "dat",
    "als",
    "is",
    "was",
}
_PREDICATIVE = ("een", "geen", "als")
_VOWELS = "aeiou"
_TERSE = table("acts")["terse"]
_MORE = word_set("acts", "terse.more")


def _inflected(adjective: str) -> str:
    """Give the form with -e: "onmisbaar" -> "onmisbare", "zinloos" -> "zinloze", "laf" -> "laffe", "positief" -> "positieve"."""
    stem, last = adjective[:-1], adjective[-1:]
    if len(adjective) > 3 and last.isalpha() and last not in _VOWELS:
        if stem[-2:] in ("aa", "ee", "oo", "uu"):
            stem = stem[:-1]
            last = {"s": "z", "f": "v"}.get(last, last)
        elif stem.endswith("ie") and last == "f":
            last = "v"
    if len(adjective) == 3 and adjective[0] not in _VOWELS and adjective[1] in _VOWELS and last not in _VOWELS + "wj":
        return adjective + last + "e"
    return stem + last + "e"


_NOUNS = {f" {noun} ": (type_, noun) for type_ in _TYPES for noun in _JUDGEMENT["nouns"][type_]}
_ADJECTIVES = {
    f" {form} ": (type_, expression)
    for type_ in _TYPES
    for expression in _JUDGEMENT[type_]
    for form in {expression, expression if expression.startswith("te ") else _inflected(expression)}
}
_LONGEST_FIRST = sorted(_NOUNS | _ADJECTIVES, key=lambda form: -len(form))
JUDGING = frozenset(verb.split("|")[-1] for verb in _JUDGEMENT["verbs"])


def judgement_of(words: str) -> tuple[str, bool]:
    """Give the type that the longest judgement among words (with a blank around each) makes, and whether a "niet" or "geen" outside it turned that; "" without one."""
    forms = [form for form in _LONGEST_FIRST if form in words]
    before = {form: _before(words, form) for form in forms if form in _NOUNS and _closes(words, form)}
    judging = [form for form in forms if form not in _NOUNS or before.get(form) in _PREDICATIVE]
    bare = [form for form, word in before.items() if word not in _LEADING or _NOUNS[form][0] == "emphasise"]
    form = next(iter(judging + bare), "")
    if not form:
        return "", False
    kind, expression = _NOUNS.get(form) or _ADJECTIVES[form]
    rest = words.replace(expression, "")
    for only in _EXCLUSIVE:
        rest = rest.replace(f" niet {only} ", " ")  # "niet alleen wenselijk, maar ook noodzakelijk"
    turned = any(f" {no} " in rest for no in _NEGATION)
    return (_DENIED[kind] if turned else kind), turned


def _before(words: str, noun: str) -> str:
    """Give the word before a noun with its adjectives: "een" for "noemde het een grote stap terug", "de" for "noemde de stap terug verstandig"."""
    before = words[: words.index(noun)].split()
    while before and before[-1].endswith("e") and before[-1] not in _LEADING:
        before.pop()
    return before[-1] if before else ""


def _closes(words: str, noun: str) -> bool:
    """Tell whether no adjective or adverb follows a noun, which would judge it: not so in "achtte een verbetering mogelijk"."""
    after = words[words.index(noun) + len(noun) :].split()
    return not after or not after[0].isalpha() or after[0] in _FOLLOWING


def judged(words: str) -> str:
    """Give the type of the judgement among words (with a blank around each): "onwenselijk" opposes, "niet onwenselijk" does not; "" without one."""
    return judgement_of(words)[0]


def predicate(scene: Scene, clause: Clause) -> str:
    """Give the type that a predicate in a word makes: "was overwegend positief"; "" where it is longer, or another verb's."""
    if not any(r.lemma in ("zijn", "blijven") for r in scene.tokens[clause.finite].verb):
        return ""
    words = [scene.low(j) for j in range(clause.finite + 1, clause.end) if scene.tokens[j].is_word]
    while words and words[0] in _MORE:
        del words[0]
    return next((kind for kind in ("support", "oppose", "concern") if " ".join(words) in _TERSE[kind]), "")
