"""Which letters a change of the registry can touch: those that name what changed, or hold all words of a form of it.

What was found in the others is taken over as it is, and so is the graph, in which only the registry that it was made with is told anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from kg.build.kept import short_of
from kg.build.manifest import Manifest
from kg.build.work import Recipe, Work, made_with
from kg.model import Letter
from kg.registry import Registry, fold, load
from kg.registry.lookup import words
from kg.resolve import agree

__all__ = ["adopt", "remember"]

Known = dict[str, tuple[str, list[list[str]]]]
"""Of each thing of a registry a hash of all that is known of it, and the folded words of each of its forms."""


def adopt(path: Path, last: Manifest, hashes: Mapping[str, str], work: Work) -> str:
    """Take over what the last build found in letters that the changes of the registry cannot touch; `path` remembers the last registry, `hashes` are those of the letters by name.

    Gives the reason in words where letters must be read though they did not change, "" where none must.
    """
    recipe = work.recipe
    if not last.code or not last.letters:
        return ""
    if last.code != recipe.code:
        return "the program changed, so all letters are read again"
    if last.registry == recipe.registry:
        return ""
    try:
        digest, before = msgspec.msgpack.decode(path.read_bytes(), type=tuple[str, Known])
    except (OSError, msgspec.MsgspecError):
        digest, before = "", {}
    if digest != last.registry:
        return "it is not known what changed in the registry, so all letters are read again"
    now = _known(load(work.registry))
    changed = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    forms = [set(form) for known in (before, now) for id_ in changed if id_ in known for form in known[id_][1] if form]
    old = recipe._replace(registry=last.registry)
    for name, sha in hashes.items():
        then = last.letters.get(name, "")
        if not then or old.key(name, sha) != then:
            continue  # the letter itself changed
        packed = work.facts.get(then)
        if packed is not None and not _touches(work.letter(then), changed, forms):
            _take_over(packed, then, recipe.key(name, sha), old, work)
    return f"{len(changed)} entries of the registry changed, so letters that may name them are read again"


def _take_over(packed: bytes, then: str, now: str, old: Recipe, work: Work) -> None:
    """Keep what was found in a letter, and its graph if no other letter gave a name to anything in it, under the new key."""
    short = short_of(packed)
    if short is not None:
        ids = agree([short.outline]).get(short.outline.letter, {})
        graph = work.graphs.get(old.graph_key(then, ids))
        if graph is not None:
            work.graphs.put(work.recipe.graph_key(now, ids), made_with(graph, old.registry, work.recipe.registry))
    work.facts.put(now, packed)


def remember(path: Path, registry: Registry) -> None:
    """Write down what a registry holds, for the next build to compare with."""
    packed = msgspec.msgpack.encode((registry.digest, _known(registry)))
    path.write_bytes(packed)


def _touches(letter: Letter, changed: set[str], forms: list[set[str]]) -> bool:
    if any(entity.id in changed for entity in letter.entities):
        return True
    here = {fold(word.group()) for word in words(letter.text.clean)}
    return any(form <= here for form in forms)


def _known(registry: Registry) -> Known:
    parts: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, list[list[str]]] = defaultdict(list)
    for entry in registry:
        parts[entry.id].append(repr(entry))
        forms[entry.id].append(
            [fold(word.group()) for word in words(entry.given)][:1]
        )  # a first name makes persons of others too
    for form in registry.forms:
        parts[form.entity].append(repr(form))
        forms[form.entity].append([fold(word.group()) for word in words(form.text)])
    for relation in registry.relations:
        for id_ in {relation.member, relation.organisation} - {""}:
            parts[id_].append(repr(relation))
    return {id_: (sha256("\n".join(said).encode()).hexdigest(), forms[id_]) for id_, said in parts.items()}
