"""Looking a name up as a person does: exact first, then what comes near."""

from __future__ import annotations

from dataclasses import dataclass

from kg.registry import Registry
from kg.registry.entry import Entry, Form
from kg.registry.lookup import fold, words
from kg.registry.spelling import alike

__all__ = ["Found", "find", "near"]


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
    named = {form.text: form.entity for form in reversed(registry.forms)}
    found = alike(name, dict.fromkeys(form.text for form in registry.forms), 2 * most)  # some entries have several
    return list(dict.fromkeys(registry[named[text]].label for text in found))[:most]


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(word.group()) for word in words(name))
