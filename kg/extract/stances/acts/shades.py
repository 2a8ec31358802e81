"""What goes with a position: how strongly it is held, on what condition and on what ground, in the words of the letter."""

from __future__ import annotations

from kg.dutch import table, word_set
from kg.extract.stances.found import Found
from kg.extract.stances.scene import ByFirstWord, Scene, by_first_word
from kg.text.clauses import Clause

__all__ = ["condition", "ground", "polarity", "strength"]

_POLARITY = {"support": 1, "commit": 1, "urge": 1, "oppose": -1, "concern": -1}

_NEGATION = word_set("adverbs", "negation.full")
_ASKING = ("dat", "om", "of")
_SHADES = table("shades")
_STRONG = by_first_word(_SHADES["strong"])
_WEAK = by_first_word(_SHADES["weak"])
_IF = word_set("shades", "conditions")
_PROVISO = by_first_word(_SHADES["provisos"])
_BECAUSE = word_set("shades", "grounds")
_OWING_TO = by_first_word(_SHADES["causes"])


def polarity(scene: Scene, found: Found) -> int:
    """Give 1 (for), -1 (against, worried) or 0 (neither): by the type, and for a call by whether it is a call not to ("riep op niet te tekenen"), not by what a noun meets ("Zijn voorstel kreeg geen steun")."""
    if found.type == "urge":
        own = _own_words(scene, found)
        if any(scene.low(i) in _NEGATION for i in range(*found.content) if i in own):
            return -1
    return _POLARITY.get(found.type, 0)


def _own_words(scene: Scene, found: Found) -> set[int]:
    """Give the tokens of a call and of what it asks, without what a relative clause adds: "een verzoek waar Polen niet op inging"."""
    host = next((c for c in scene.clauses if c.finite == found.finite), None)
    if host is None:
        return set(range(*found.content))
    noun_first = max(found.cue, default=-1) < found.finite
    own = {i for i in host.tokens if not (noun_first and i > found.finite)}
    within = (c for c in scene.clauses[host.index + 1 :] if c.tokens[0] < found.content[1])
    asked = next((c for c in within if c.kind == "inf" or c.opener in _ASKING), None)
    return own | set(asked.tokens if asked else ())


def strength(scene: Scene, found: Found, conditional: bool) -> str:
    """Give "strong", "weak" or "" (plainly): by words beside the act ("met klem", "in beginsel") and by a condition."""
    own = range(found.first, min(found.last, max(found.content[0], found.finite + 4, *found.cue)))
    if _shaded(scene, own, _STRONG):
        return "strong"
    return "weak" if conditional or _shaded(scene, own, _WEAK) else ""


def _shaded(scene: Scene, own: range, expressions: ByFirstWord) -> bool:
    return any(True for _ in scene.expressions(own.start, own.stop, expressions))


def condition(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Give the tokens of what the position hangs on: "mits de VN instemt", "op voorwaarde dat ...", "onder voorbehoud van ..."."""
    return _clause(scene, found, _IF) or _phrase(scene, found, _PROVISO)


def ground(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Give the tokens of the reason that the words give for the position: "omdat ...", "vanwege de opmars van ISIS"."""
    return _clause(scene, found, _BECAUSE) or _phrase(scene, found, _OWING_TO)


def _clause(scene: Scene, found: Found, openers: frozenset[str]) -> tuple[int, int] | None:
    """Find a clause with one of these openers in the evidence, or right before it ("Als de tekst blijft, stemt Polen tegen")."""
    for clause in scene.clauses:
        if clause.opener not in openers:
            continue
        first = clause.tokens[0]
        within = found.first < first < found.last
        before = clause.kind == "sub" and clause.tokens[-1] + 1 == found.first
        if (within or before) and not _inside_content(scene, found, clause):
            return first, clause.tokens[-1] + 1
    return None


def _inside_content(scene: Scene, found: Found, clause: Clause) -> bool:
    """Tell whether the clause belongs to what is said ("stelde dat de EU helpt als ...") and not to the saying."""
    return any(c.opener == "dat" and found.first < c.tokens[0] < clause.tokens[0] for c in scene.clauses)


def _phrase(scene: Scene, found: Found, openings: ByFirstWord) -> tuple[int, int] | None:
    for i, _ in scene.expressions(found.first, found.last, openings):
        end = next((j for j in range(i + 1, found.last) if scene.low(j) in (",", ";", ".")), found.last)
        return i, end
    return None
