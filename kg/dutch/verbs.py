"""Dutch verbs in all their forms, made from their principal parts.

Regular conjugation is computed after the Algemene Nederlandse Spraakkunst (chapter 2.3); strong verbs are listed in `verbs.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kg.dutch import table

__all__ = ["Reading", "finite_forms", "forms", "index", "readings", "stems"]

_VOWELS = "aeiouyäëïöüé"
_SOFT_KOFSCHIP = frozenset("tkfschp")  # 't kofschip: after these the past has a t


class Reading(NamedTuple):
    """One way to read a word as a verb.

    `lemma` is the infinitive without particle ("roepen"), `particle` the particle when it is part of the word
    ("opriep", "opgeroepen"), `form` one of "fin" (finite), "ptc" (past participle), "inf"; `number` "sg", "pl" or ""; `past` for the past tense.
    An infinitive is also the plural of the present: two readings. `first` marks a form of "ik" alone: "geld", "werk" and "meld" are seldom verbs otherwise.
    """

    lemma: str
    form: str
    number: str = ""
    past: bool = False
    particle: str = ""
    first: bool = False


@cache
def _strong() -> dict[str, tuple[str, str, str, str, str]]:
    parts: dict[str, tuple[str, str, str, str, str]] = {}
    for line in table("verbs")["strong"]:
        main, _, present = line.partition(" /")
        infinitive, past, pasts, participle = main.split()
        first, _, third = present.partition("/")
        parts[infinitive] = (past, pasts, participle, first, third)
    return parts


@cache
def _weak() -> frozenset[str]:
    return frozenset(table("verbs")["weak"])


def stems(infinitive: str) -> tuple[str, ...]:
    """Give the stem, the likelier one first: "benadrukken" -> "benadruk", "maken" -> "maak", "vrezen" -> "vrees".

    Whether the last vowel of a longer verb is doubled hangs on its stress, which spelling does not tell ("veroordeel", "hamer"): both are given,
    since the wrong one ("veroordel") is no word and does no harm in recognising.
    """
    if infinitive.endswith("eiën"):
        return (infinitive[:-2],)
    if infinitive.endswith("iën"):
        return (infinitive[:-3] + "ie",)
    if infinitive.endswith("iëren"):
        return (infinitive[:-5] + "ieer",)
    if infinitive.endswith("ëren"):
        return (infinitive[:-4] + "ëer",)
    if not infinitive.endswith("en"):
        return (infinitive.removesuffix("n"),)
    root = infinitive[:-2]
    if len(root) > 2 and root[-1] == root[-2]:
        return (root[:-1],)
    single = (
        len(root) > 1 and root[-1] not in _VOWELS + "wyj" and root[-2] in _VOWELS and root[-3:-2] not in tuple("aeoi")
    )
    plain = root[:-1] + _devoice(root[-1])
    if not single:
        return (plain,)
    doubled = root[:-1] + root[-2] + _devoice(root[-1])
    return (doubled, plain) if any(v in _VOWELS for v in root[:-2]) else (doubled,)


def _devoice(consonant: str) -> str:
    return {"v": "f", "z": "s"}.get(consonant, consonant)


@cache
def forms(infinitive: str) -> tuple[tuple[str, Reading], ...]:
    """Give (word, reading) pairs of a verb without particle: "roepen" -> ("riep", ...), ("geroepen", ...)."""

    def make(word: str, form: str, number: str = "", past: bool = False, first: bool = False) -> tuple[str, Reading]:
        return word, Reading(infinitive, form, number, past, first=first)

    strong = _strong().get(infinitive) or (None if infinitive in _weak() else _prefixed(infinitive))
    out = [make(infinitive, "inf"), make(infinitive, "fin", "pl")]
    for root in stems(infinitive):
        third = root if root.endswith("t") else root + "t"
        if strong:
            one, other = strong[3] or root, strong[4] or third
            out += [make(one, "fin", "sg", first=one != other), make(other, "fin", "sg")]
            continue
        hard = _hard(infinitive, root)
        ending = "te" if hard else "de"
        out += [make(root, "fin", "sg", first=root != third), make(third, "fin", "sg")]
        out += [make(root + ending, "fin", "sg", past=True), make(root + ending + "n", "fin", "pl", past=True)]
        out.append(make(_participle(infinitive, root, hard), "ptc"))
    if strong:
        extra = table("verbs")["extra"].get(infinitive, [])
        out += [make(word, "fin", "sg") for word in extra]
        out += [
            make(strong[0], "fin", "sg", past=True),
            make(strong[1], "fin", "pl", past=True),
            make(strong[2], "ptc"),
        ]
    return tuple(out)


def finite_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """Give the finite forms of some verbs without particle, of any person and tense: "kunnen" -> "kan", "kunnen", "kon", "konden"."""
    return frozenset(word for verb in infinitives for word, reading in forms(verb) if reading.form == "fin")


def _prefixed(infinitive: str) -> tuple[str, str, str, str, str] | None:
    """Give the principal parts of a strong verb behind a prefix that has no stress: "omschrijven" goes as "schrijven", without "ge"."""
    for prefix in (*table("verbs")["prefixes"], "om", "onder", "over", "door", "weer"):
        parts = _strong().get(infinitive.removeprefix(prefix)) if infinitive.startswith(prefix) else None
        if parts:
            past, pasts, participle, first, third = parts
            ending = participle.removeprefix("ge")
            return prefix + past, prefix + pasts, prefix + ending, first and prefix + first, third and prefix + third
    return None


def _hard(infinitive: str, root: str) -> bool:
    last = infinitive.removesuffix("en")[-1:] if infinitive.endswith("en") else root[-1]
    return last in _SOFT_KOFSCHIP or infinitive.endswith(("chen", "shen"))


def _participle(infinitive: str, root: str, hard: bool) -> str:
    ending = "" if root[-1] in "td" else ("t" if hard else "d")
    lists = table("verbs")
    bound = infinitive in lists["inseparable_verbs"] or (
        infinitive.startswith(tuple(lists["prefixes"]))
        and infinitive not in lists["false_prefixes"]
        and any(v in _VOWELS for v in root[3:])
    )
    if bound:
        return root + ending
    first = {"e": "ë", "i": "ï"}.get(root[0], root[0]) if not root.startswith("ij") else "i"
    return "ge" + first + root[1:] + ending


def _with_particle(infinitive: str, particle: str) -> Iterator[tuple[str, Reading]]:
    """Give the forms in which the particle is written on: "oproepen", "opriep", "opgeroepen", and "op te roepen" is two words away."""
    for word, reading in forms(infinitive):
        yield particle + word, reading._replace(particle=particle)


class _Index(dict[str, tuple[Reading, ...]]):
    def __init__(self, verbs: Iterable[tuple[str, str]]) -> None:
        found: dict[str, list[Reading]] = defaultdict(list)
        for infinitive, particle in sorted(set(verbs)):
            for word, reading in _with_particle(infinitive, particle) if particle else forms(infinitive):
                if reading not in found[word]:
                    found[word].append(reading)
        super().__init__({word: tuple(readings) for word, readings in found.items()})


@cache
def index() -> Mapping[str, tuple[Reading, ...]]:
    """Give the ways to read each verb form (in lower case) that is known."""
    from kg.dutch.acts import acts  # the acts name further verbs

    lists = table("verbs")
    verbs = {(line.split()[0], "") for line in lists["strong"]} | {(verb, "") for verb in lists["weak"]}
    for act in acts().verbs:
        verbs.add((act.verb, ""))
        if act.particle:
            verbs.add((act.verb, act.particle))
    for pair in lists["separable"]:
        particle, _, verb = pair.partition("|")
        verbs |= {(verb, particle), (verb, "")}
    return _Index(verbs)


def readings(word: str) -> tuple[Reading, ...]:
    """Give the ways to read a word (in lower case) as a verb; empty for other words and for verbs that nobody listed."""
    return index().get(word, ())
