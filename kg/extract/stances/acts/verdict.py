"""What the words of a clause make of an act: a negation turns it, a judgement or what is said gives it its type."""

from __future__ import annotations

from functools import cache

from kg.dutch import table, word_set
from kg.dutch.acts import acts
from kg.extract.stances.acts.judgement import JUDGING, judgement_of
from kg.extract.stances.acts.match import Match
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["FLIP", "denied", "evaluate", "hangs", "negated", "opposes", "said", "sided"]

_NEGATION = word_set("adverbs", "negation.judgement")
_DENIAL = word_set("adverbs", "negation.full", "negation.nobody")
_HARDLY = word_set("adverbs", "negation.near", "negation.hard")
_BELITTLING = _HARDLY | word_set("adverbs", "negation.scant", "negation.belittling")
_FAR = word_set("adverbs", "negation.far")
_SHRINKING = _BELITTLING | _FAR
_PREPOSITIONS = word_set("words", "prepositions")
_COORDINATING = ("en", "maar", "doch")
_EXCLUSIVE = word_set("adverbs", "focus.exclusive")
_CONDITIONS = word_set("words", "clauses.behind_only")
_CONTENT_OPENERS = word_set("words", "clauses.content_openers")
_FAILING = word_set("acts", "verbs.failing")
_CONTENT = table("acts")["content"]
_OWN = table("acts")["own"]
_BARE = ((), ((("zich",),),))  # what may stand beside a verb that opposes by itself
_HOLDING_ON = word_set("verbs", "holding_on")
FLIP = {"support": "oppose", "oppose": "observe", "urge": "oppose", "commit": "oppose"}


def negated(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether the act itself is denied: "steunt het voorstel niet", "geen steun"; a "niet" in what is said does not count."""
    fixed = set(match.words)
    if not _SHRINKING.isdisjoint(scene.words) and _belittled(scene, clause, match):
        return True
    for j in clause.tokens:
        low = scene.low(j)
        if low not in _DENIAL:
            continue
        if j in fixed or _after_another(scene, match, j):
            continue
        if j + 1 in fixed and low == "niet":
            return True
        if low != "geen" and (scene.low(j + 1) in _EXCLUSIVE or scene.low(j + 1) == "anders"):
            continue
        if low == "niet" and j + 1 in scene.at and scene.low(scene.at[j + 1][1]) == "maar":
            continue  # "Niet Frankrijk maar Duitsland drong aan op"
        if low == "niet" and (scene.low(j - 1) in ("maar", "doch") or (scene.low(j - 1) == "en" and j < clause.finite)):
            continue  # "Duitsland, maar niet Frankrijk, steunde", "steunde de missie, maar niet het mandaat"
        if low == "geen":
            if j and scene.low(j - 1) in match.act.content and j < max(fixed):
                return True  # "was tot geen enkele afspraak bereid"
            if j < match.verb and scene.low(j + 1) in ("enkel", "enkele"):
                return True  # "geen enkel land heeft het protocol bekrachtigd"
            if any(0 < k - j <= 3 for k in fixed):
                return True
            near = j < max(fixed) or 0 < j - match.verb <= 2
            if near and match.type in ("support", "commit") and scene.low(j - 1) not in _PREPOSITIONS:
                return True  # "geen tekst te zullen aanvaarden", "steunde geen van de opties"
            continue
        if low == "niet" and j == _last_word(scene, clause) and match.verb == clause.finite and clause.kind != "sub":
            return True  # "deelde de zorgen over Turkije niet"
        if 0 <= match.content < j and (
            (scene.low(match.content) in ("dat", "of") and match.content + 1 < j)  # not "wilde dat niet uitsluiten"
            or scene.low(match.content) in match.act.content
        ):
            continue
        behind = j > max(match.verb, *fixed)
        if behind and any(k > j and scene.low(k) == "te" and k + 1 != match.verb for k in clause.tokens):
            continue  # "stelde voor het niet te verlengen", not "heeft niet toegezegd te betalen"
        return True
    return False


def _after_another(scene: Scene, match: Match, j: int) -> bool:
    """Tell whether a coordinated verb stands between an act and a negation, which is then that verb's: "steunt de wens, maar acht haast niet nodig"."""
    return any(scene.low(k - 1) in _COORDINATING and scene.tokens[k].finite() for k in range(match.verb + 2, j))


def _last_word(scene: Scene, clause: Clause) -> int:
    return next(i for i in reversed(clause.tokens) if scene.tokens[i].is_word)


def _belittled(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether so little is left of a consent that it is none: "allesbehalve tevreden", "weinig begrip", "kon maar moeilijk instemmen"."""
    if match.act.type == "commit":  # "toonde zich weinig bereid"
        return any(_belittles(scene, j) and j + 1 in match.words for j in clause.tokens)
    if match.act.type != "support":
        return False
    return any(
        (_belittles(scene, j) and j + 1 in match.words)
        or (scene.low(j) in _HARDLY and match.modal == "kunnen" and j < match.verb)
        for j in clause.tokens
    )


def _belittles(scene: Scene, i: int) -> bool:
    return scene.low(i) in _BELITTLING or (scene.low(i) == "van" and scene.low(i - 1) in _FAR)


def evaluate(scene: Scene, clause: Clause, match: Match, content: range) -> tuple[str, bool]:
    """Give the type that the act has here, and whether it was turned by a negation.

    A verb of judging takes its type from the judgement ("acht dat onwenselijk"); a verb that only reports from what is said ("gaf aan dat X moet ...").
    """
    kind = match.type
    words = " " + " ".join(scene.low(i) for i in clause.tokens) + " "
    if match.modal == "willen" and match.act.type == "observe" and denied(scene, clause):
        return "oppose", True  # "wilden het mandaat niet langer noemen"
    if (match.act.verb in JUDGING and match.act.type == "observe") or match.act.verb in ("achten", "vinden", "noemen"):
        verdict, turned = judgement_of(words)
        if verdict:
            return verdict, turned
    deny = negated(scene, clause, match)
    refrains = "refrains" in match.act.marks
    if (refrains or (deny and kind in ("commit", "urge"))) and opposes(
        scene, [i for i in content if i not in match.words]
    ):
        return ("oppose" if refrains and deny else "observe"), True  # "sloot een veto niet uit", "sloot een veto uit"
    if match.modal == "willen" and "joint" in match.act.marks:
        kind = "urge"  # "wilden de sancties verlengen": they decide that together
    taken_up = _taken_up(scene, clause, match)
    if taken_up:
        kind = taken_up
    if kind in ("support", "commit") and _only_if(scene, clause):
        return "urge", False
    if match.act.verb == "wensen" and (" geen " in words or " niet " in words):
        return "oppose", True  # "wenste geen uitspraak te doen"
    if deny and kind != "observe":
        return (match.act.negated if kind == match.act.type else FLIP.get(kind, "")) or kind, True
    if kind == "observe" and "settled" not in match.act.marks:
        kind = said(" " + " ".join(scene.low(i) for i in content) + " ")
        kind = FLIP.get(kind, "observe") if deny else kind  # "was niet van oordeel dat de missie moest eindigen"
    return kind, deny


def opposes(scene: Scene, content: list[int]) -> bool:
    """Tell whether what somebody does not do is to oppose: "ziet af van een veto", "geen reden om zich te verzetten", "niet van plan te blokkeren"."""
    words = [scene.low(i) for i in content if scene.tokens[i].is_word]
    if words[:1] == ["tegen"] and words[-2:] == ["te", "zijn"]:
        return True  # "ontkende tegen het voorstel te zijn"
    for i in content:
        nouns = acts().by_noun.get(scene.low(i), ())
        if any(noun.type == "oppose" and len(noun.noun) == 1 for noun in nouns):
            return True
        apart = scene.low(i - 2) if scene.low(i - 1) == "te" else ""  # "af te wijzen"
        infinitives = (r for r in scene.tokens[i].verb if r.form == "inf")
        if any(r.lemma in _FAILING for r in scene.tokens[i].verb):
            return True  # "laat het compromis niet stranden"
        if any(_refuses(r.lemma, particle) for r in infinitives for particle in {r.particle, apart}):
            return True
    return False


@cache
def _refuses(verb: str, particle: str) -> bool:
    plain = [act for act in acts().by_verb.get(verb, ()) if act.particle == particle and act.fixed in _BARE]
    return any(act.type == "oppose" for act in plain)


def denied(scene: Scene, clause: Clause) -> bool:
    """Tell whether a "niet", "geen" or "nooit" stands anywhere in a clause."""
    return any(scene.low(i) in _NEGATION for i in clause.tokens)


def _taken_up(scene: Scene, clause: Clause, match: Match) -> str:
    """Give the type of the act that a verb of holding on repeats: "houdt vast aan zijn blokkade", "handhaafde zijn bezwaar", "deelde de zorg"; or ""."""
    openly = match.act.type == "emphasise" and any(
        words[0] in ("geen", "niet") for group in match.act.fixed for words in group
    )
    if not openly and (match.act.verb not in _HOLDING_ON or match.act.fixed):
        return ""  # "maakte geen geheim van zijn tegenzin"
    for i in clause.tokens:
        apart = i not in match.words and (i > match.verb or i > clause.finite)
        nouns = acts().by_noun.get(scene.low(i), ()) if apart else ()
        if nouns and nouns[0].type in ("oppose", "concern", "urge") and len(nouns[0].noun) == 1:
            return nouns[0].type
        if i > match.verb and scene.low(i) in _CONTENT_OPENERS:
            break
    return ""


def _only_if(scene: Scene, clause: Clause) -> bool:
    """Tell whether a consent hangs on a condition that comes first: "wil pas instemmen als"."""
    if not any(scene.low(i) in _EXCLUSIVE for i in clause.tokens):
        return False
    return any(c.opener in _CONDITIONS for c in scene.clauses[clause.index + 1 :])


def hangs(words: str, *restricting: str) -> bool:
    """Tell whether what is said (with a blank around each word) holds only behind a condition: "alleen aanvaardbaar als"."""
    return any(f" {word} " in words for word in restricting) and any(f" {opener} " in words for opener in _CONDITIONS)


def said(words: str) -> str:
    """Give the type that the words of what is said (with a blank around each) make, or "observe"."""
    if hangs(words, "pas"):
        return "urge"  # "gaf aan dat een stelsel pas aan de orde is nadat de risico's zijn gedaald"
    for kind in ("oppose", "concern", "urge", "commit", "emphasise", "support"):
        if any(f" {expression} " in words for expression in _CONTENT[kind]):
            return kind
    return "observe"


def sided(words: str) -> str:
    """Give the side that somebody takes by words of his own (with a blank around each): "steunt het voorstel niet" opposes; "" where he takes none."""
    deny = any(f" {no} " in words for no in _DENIAL)
    for kind in ("oppose", "support", "commit"):
        if any(f" {expression} " in words for expression in _OWN[kind]):
            return FLIP[kind] if deny else kind
    return ""
