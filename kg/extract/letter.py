"""The letter itself: its date, place, number, dossier, title, addressee and who signed it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kg.dutch.dates import find_dates
from kg.expression import expression
from kg.extract.signature import columns, is_office, signatories
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
_TITLE = expression(
    r"(?:Betreft|Onderwerp)\s*:?\s+(.+?)(?=\s+(?:-\s|Onze referentie|Ons kenmerk|Uw kenmerk|Bijlage|Datum)|$)"
)
_ADDRESSEE = expression(
    r"\bAan\s*:?\s+((?:de|het)?\s*(?:[Vv]oorzitters?)\b.*?)(?=\s+-\s|\s+Datum\b|\s+Binnenhof|\s+Postbus|\s+Den Haag|,?\s*\d|$)"
)


class LetterExtractor:
    """Fills in what the letterhead, the signature and the file's own metadata say."""

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with its own fields; the file's metadata goes before the text."""
        text, meta = letter.text.clean, letter.source.metadata
        head = [b.span.of(text) for b in letter.text.blocks if b.kind == "letterhead"]
        foot = [b.span.of(text) for b in letter.text.blocks if b.kind == "signature"]
        foot = columns(foot, letter.source.text)
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
            signatories=meta.signatories or signatories(foot) or _closing(letter),
        )


def _closing(letter: Letter) -> tuple[Signatory, ...]:
    """Give who signs where the layout shows no signature: in the last lines ("(w.g.) Stef A. Blok" above the office), or where an office runs over two lines above a name."""
    lines = [b.span.of(letter.text.clean).strip() for b in letter.text.blocks]
    pairs = [" ".join(pair) for pair in pairwise(lines) if is_office(pair[0])]
    last = [" ".join(lines[-n:]) for n in (1, 2)]
    return next((who for line in [*pairs, *last] if (who := signatories([line]))), ())


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
