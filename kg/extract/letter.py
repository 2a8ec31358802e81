"""The letter itself: its date, place, number, dossier, title, addressee and who signed it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.dutch.dates import find_dates
from kg.expression import expression
from kg.model import Letter, Signatory

__all__ = ["LetterExtractor"]

_NUMBER = expression(r"(?:^|\s)Nr\.?\s*(\d{1,5})\b")
_DOSSIER = expression(r"^(\d{2}\s?\d{3}(?:[- ](?:[IVXLC]{1,6}|\d{2}))?)\b\s*(.*)")
_PLACE = expression(r"(?:^|\s)((?:Den\s|[’'´`]s[- ]?)?[A-Z][\w-]+),\s*(?:d\.d\.\s*)?\d{1,2}\s+\w+\s+(?:19|20)\d\d")
_DATED = expression(r"(?:(?:Den\s|[’'´`]s[- ]?)?[A-Z][\w-]+,\s*)?\d{1,2}\s+[a-z]+\s+(?:19|20)\d\d\.?")
# where the letter comes from or goes to, when no dated line says where it was written: "Retouradres Postbus 20061 2500 EB Den Haag"
_ADDRESS = expression(
    r"\b\d{4}\s?[A-Z]{2}\s+((?i:den haag)|[’'´`]?(?i:s)[- ](?i:gravenhage)|[A-Z][\w-]+)|^\s*((?i:den haag|[’'´`]s[- ]gravenhage))\s*$"
)
_SIGNED = expression(r"(?i)^\s*\(?(?:w\.?\s?g\.?|was getekend|getekend|ondertekend)\)?\s*:?\s*")
_TITLE = expression(
    r"(?:Betreft|Onderwerp)\s*:?\s+(.+?)(?=\s+(?:-\s|Onze referentie|Ons kenmerk|Uw kenmerk|Bijlage|Datum)|$)"
)
_ADDRESSEE = expression(
    r"\bAan\s*:?\s+((?:de|het)?\s*(?:[Vv]oorzitters?)\b.*?)(?=\s+-\s|\s+Datum\b|\s+Binnenhof|\s+Postbus|\s+Den Haag|,?\s*\d|$)"
)
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
    r"(?:(?i:drs|dr|mr|ir|ing|prof)\.\s*)*((?:[A-ZÀ-Ý][\w’'.-]*\s*|(?:van|de|den|der|het|ten|ter|’t|'t|op|in|aan)\s+){1,7})$"
)


class LetterExtractor:
    """Fills in what the letterhead, the signature and the file's own metadata say."""

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with its own fields; the file's metadata goes before the text."""
        text, meta = letter.text.clean, letter.source.metadata
        head = [b.span.of(text) for b in letter.text.blocks if b.kind == "letterhead"]
        foot = [b.span.of(text) for b in letter.text.blocks if b.kind == "signature"]
        # a line that is nothing but a place and a date may end a letter without a letterhead, whatever its block is taken for
        foot += [
            line
            for b in letter.text.blocks[-3:]
            if b.kind != "signature" and _DATED.fullmatch(line := b.span.of(text).strip())
        ]
        place = next((found.group(1) for line in [*head, *foot] if (found := _PLACE.search(line))), "") or _address(
            head
        )
        dossier, title = next(((m.group(1), m.group(2)) for line in head[:6] if (m := _DOSSIER.match(line))), ("", ""))
        return replace(
            letter,
            date=meta.date
            or _date(head)
            or _date([line for line in foot if _PLACE.search(line) or _DATED.fullmatch(line.strip())]),
            place=place,
            number=meta.number or next((m.group(1) for line in head[:8] if (m := _NUMBER.search(line))), ""),
            dossier=meta.dossier or re.sub(r"(?<=\d)\s(?=\d{3})", "", dossier),
            title=meta.title
            or next((m.group(1).strip() for line in head if (m := _TITLE.search(line))), title.strip()),
            addressee=_addressee(head),
            signatories=meta.signatories or _signatories(foot) or _closing(letter),
        )


def _closing(letter: Letter) -> tuple[Signatory, ...]:
    """Give who signs in the last lines of a letter whose layout shows no signature: "(w.g.) Stef A. Blok" above the office."""
    last = [b.span.of(letter.text.clean).strip() for b in letter.text.blocks[-2:]]
    return next((who for n in (1, 2) if (who := _signatories([" ".join(last[-n:])]))), ())


def _date(lines: list[str]) -> str:
    """Give the first full date of the letterhead that is not the meeting's: a dated line or a date field goes first."""
    ranked = sorted(
        lines, key=lambda line: not (_PLACE.search(line) or re.search(r"\bDatum\b|^\s*\d{1,2} \w+ \d{4}\s*$", line))
    )
    for line in ranked:
        fields = re.split(r"\b(?:Betreft|Onderwerp)\b", line)
        part = line[line.index("Datum") :] if "Datum" in line else fields[0]
        for date in find_dates(part):
            if len(date.start) == 10 and date.whole and date.start == date.end:
                return date.start
    return ""


def _address(lines: list[str]) -> str:
    """Give the town of the first address in the letterhead, the sender's first; ministries and parliament share theirs."""
    ranked = sorted(lines, key=lambda line: "retouradres" not in line.lower())
    found = next((m for line in ranked if (m := _ADDRESS.search(line))), None)
    if found is None:
        return ""
    town = found.group(1) or found.group(2)
    if "gravenhage" in town.lower():
        return "’s-Gravenhage"
    return town.title() if town.isupper() or " " in town else town


def _addressee(lines: list[str]) -> str:
    joined = " ".join(lines)
    found = _ADDRESSEE.search(joined)
    if found:
        return re.sub(r"^(?:de|het)\s+", "", found.group(1).strip())
    return ""


def _signatories(lines: list[str]) -> tuple[Signatory, ...]:
    """Pair the offices of a signature with the names beneath, above or behind them."""
    found: list[Signatory] = []
    role = name = ""
    for line in (_SIGNED.sub("", line) for line in lines):
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
        small = {"van", "de", "en", "voor", "het"}
        role = " ".join(w if w in small else w.capitalize() for w in role.lower().split())
    return role[0].upper() + role[1:]
