"""Who signed a letter: the offices of its signature, paired with the names beneath, above or behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import word_set
from kg.expression import expression
from kg.model import Signatory

__all__ = ["columns", "is_office", "signatories"]

_SIGNED = expression(r"(?i)^\s*\(?(?:w\.?\s?g\.?|was getekend|getekend|ondertekend)\)?\s*:?\s*")
_OFFICE = expression(
    r"(?i)(?:mede namens )?(?:de |het )?((?:demissionair |vice-|viceminister-president,? (?:en )?)?(?:minister[- ]president|minister|staatssecretaris)(?:,? (?:van|voor) [^,\d]+?(?:,(?! ?$) [^,\d]+? en [^,\d]+?)?)?(?:, minister van [^,]+)?)\s*,?\s*$"
)
_POST = r"(?i:(?:viceminister|minister)-president|minister president|minister|staatssecretaris)"
# "De Minister-President, Minister van Algemene Zaken, W. Kok"; a name in full only behind one office without a comma
_OFFICE_THEN_NAME = expression(
    rf"(?:De |DE |de )?(?:({_POST}(?:,? .{{3,120}}?)?),\s*((?:[A-Z][a-z]?\.\s?)+[^\d,]+)|({_POST}(?:,? (?i:van|voor) [^,\d]+)?),\s*([A-Z][\w’'-]+(?:\s+[\w’'-]+){{1,5}}))$"
)
_NAME_THEN_OFFICE = expression(  # "Sharon A.M. Dijksma Staatssecretaris van Economische Zaken"
    rf"((?:[A-Z][\w’'.-]*\s+|(?:van|de|den|der|ten|ter)\s+){{2,7}})(?:de\s+)?({_POST} (?:van|voor) [A-Z][^\d.]+)$"
)
_SIGN_OFF = expression(
    r"(?i)(?:hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?|met (?:de meeste )?hoogachting|namens)\b"
)
_NAME = expression(
    r"(?:(?i:drs|dr|mr|ir|ing|prof|mw|mevr|dhr)\.\s*)*((?:[A-ZÀ-Ý][\w’'.-]*\s*|(?:van|de|den|der|het|ten|ter|’t|'t|op|in|aan)\s+){1,7})$"
)
_GREETING = expression(r"(?i)^\s*(?:hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?)\s*,?\s+(?=\S)")
_OFFICE_BEGINS = expression(r"(?i)(?:de )?(?:minister|staatssecretaris) (?:van|voor) [^.;:]*\b(?:en|van|voor)$")
_TWO_OFFICES = expression(
    r"(?i)\s*(?:de )?(?:minister|staatssecretaris)\b[^.;:]*\S\s{3,}(?:de )?(?:minister|staatssecretaris)\b[^.;:]*$"
)
_GOES_ON = expression(r"(?:en|van|voor) [A-Z]")
_SMALL = word_set("spelling", "small")
_TALL = 9  # lines from the offices to the names
_GAP = expression(r"\s{3,}")


def columns(lines: Sequence[str], raw: str) -> list[str]:
    """Give the lines of a signature with its columns one below the other; `raw` is the untouched text, in which wide gaps part them.

    "De Minister van X,      De Minister van Y," above "A. Jansen      B. de Vries" gives four lines, each office above its name.
    """
    wide = [line for line in raw.splitlines() if _TWO_OFFICES.match(line)]
    for first in wide[-1:]:
        at = next(m.end() for m in _GAP.finditer(first) if m.start())
        below = raw[raw.rindex(first) :].splitlines()[:_TALL]
        rows = [_halves(line, at) for line in below if line.strip()]
        if sum(bool(right) for _, right in rows) > 1:
            return [cell for column in zip(*rows, strict=True) for cell in column if cell]
    return list(lines)


def _halves(line: str, at: int) -> tuple[str, str]:
    """Part a line at its wide gap, or where the second column begins."""
    cells = _GAP.split(line.strip())
    return (cells[0], cells[1]) if len(cells) == 2 else (line[:at].strip(), line[at:].strip())


def is_office(line: str) -> bool:
    """Tell whether a line is the first half of an office that goes on below: "De Minister voor Buitenlandse Handel en"."""
    return bool(_OFFICE_BEGINS.fullmatch(line.strip()))


def signatories(lines: list[str]) -> tuple[Signatory, ...]:
    """Pair the offices of a signature with the names beneath, above or behind them."""
    found: list[Signatory] = []
    role = name = ""
    for line in (_SIGNED.sub("", _GREETING.sub("", line)) for line in _whole(lines)):
        behind = _NAME_THEN_OFFICE.match(line)
        if behind and len(lines) == 1:
            return (Signatory(_plain(behind.group(1)), _role(behind.group(2))),)
        both = _OFFICE_THEN_NAME.match(line)
        if both and not _OFFICE.match(line):
            found.append(Signatory(_plain(both.group(2) or both.group(4)), _role(both.group(1) or both.group(3))))
            role = name = ""
            continue
        office = _OFFICE.match(line)
        if office:
            if name and not found:
                found.append(Signatory(name, _role(office.group(1))))
                role = name = ""
            else:
                role = _role(office.group(1))
            continue
        who = None if _SIGN_OFF.match(line) else _NAME.fullmatch(line.strip().rstrip(","))
        if who and not line.startswith("["):
            if role:
                found.append(Signatory(_plain(who.group(1)), role))
                role = ""
            elif not name:
                name = _plain(who.group(1))
    return tuple(found)


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,.") if not name.strip().isupper() else name.strip().title()


def _role(role: str) -> str:
    role = re.sub(r"\s+", " ", role).strip(" ,")
    if role.isupper():
        role = " ".join(w if w in _SMALL else w.capitalize() for w in role.lower().split())
    return role[0].upper() + role[1:]


def _whole(lines: Sequence[str]) -> list[str]:
    """Join an office that goes on in the next line."""
    out: list[str] = []
    for line in lines:
        if out and (is_office(out[-1]) or _GOES_ON.match(line)):
            out[-1] += " " + line
        else:
            out.append(line)
    return out
