"""Looking a name up as a person does: exact first, then what comes near."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from kg.registry import Registry
from kg.registry.entry import Entry, Form
from kg.registry.lookup import fold, words

__all__ = ["Found", "find", "near"]

_LIKENESS = 0.75  # of 1; "Duitslnd" comes near Duitsland, "Rusland" does not


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the form by which it was found."""

    entry: Entry
    form: Form


def find(registry: Registry, name: str, date: str = "") -> list[Found]:
    """Give the entries that go by a name in Dutch or English, an abbreviation, an adjective or a surname, whatever its case and accents.

    With an ISO date (a day, month or year) only those that went by it then. Sorted by type and label; each entry once.
    """
    asked = _key(name)
    found: dict[str, Found] = {}
    for form in registry.forms:
        if _key(form.text) == asked and form.period.holds(date) and form.entity not in found:
            found[form.entity] = Found(registry[form.entity], form)
    for entry in registry:
        if asked in (_key(entry.id), _key(entry.label_en)) and entry.period.holds(date):
            found.setdefault(entry.id, Found(entry, Form(entry.label_en, entry.id)))
    for word, organisation in ((word, entry) for entry in registry for word in entry.collective):
        if _key(word) == asked:
            found.setdefault(organisation.id, Found(organisation, Form(word, organisation.id, "collective")))
    return sorted(found.values(), key=lambda f: (f.entry.type, fold(f.entry.label), f.entry.id))


def near(registry: Registry, name: str, most: int = 5) -> list[str]:
    """Give at most `most` labels of entries with a name that comes near to what was asked, the nearest first."""
    by_name: dict[str, str] = {}
    for form in registry.forms:
        by_name.setdefault(" ".join(_key(form.text)), form.entity)
    asked = " ".join(_key(name))
    hits = get_close_matches(asked, by_name, n=most, cutoff=_LIKENESS)
    hits += sorted(key for key in by_name if asked and key not in hits and key.startswith(asked))
    return list(dict.fromkeys(registry[by_name[hit]].label for hit in hits))[:most]


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(word.group()) for word in words(name))
