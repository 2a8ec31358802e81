"""What each line of the clean text is, and which headings stand over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import table
from kg.expression import expression
from kg.model import Block, Section, Span
from kg.text.clean import BULLET, Cleaned

__all__ = ["lay_out"]

_SALUTATION = expression(
    r"(?i)(?:zeer )?(?:geachte|hooggeachte|mijnheer de voorzitter|mevrouw de voorzitter)\b.{0,60}$"
)
_SIGN_OFF = expression(r"(?i)(?:met vriendelijke groet(?:en)?|hoogachtend|met (?:de meeste )?hoogachting)\b.{0,40}$")
_OFFICE = expression(
    r"(?i)(?:mede namens )?(?:de )?(?:(?:demissionair|vice-|plaatsvervangend)\s*)?(?:minister|staatssecretaris|minister[- ]president|viceminister-president)\b.{0,110}$"
)
_NUMBER = expression(r"(\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?=\S)|([IVX]{1,4}|[A-Z])\.\s+(?=[A-Z‘“«'\"])")
_WEEKDAY = "|".join(table("words")["weekdays"])
_GRAND = expression(
    rf"(?i)(?:sessie|\w+ (?:werk)?sessie|(?:\w+ )?dag|(?:{_WEEKDAY})(?:,? \d{{1,2}} \w+(?: \d{{4}})?)?\s*(?:[:(–-].*)?$)(?!\w)"
)
_PART = expression(rf"(?i)(?:{'|'.join(table('meetings')['part_words'])})\b")
_OPENING = expression(
    r"(?i)\b(?:hierbij|met deze brief|bijgaand|hierdoor|in deze brief|met verwijzing|in aansluiting op|conform|overeenkomstig|op verzoek|zoals|tijdens|op \w+)\b"
)
_ENDING = expression(r"[.?!;:,][\"'”’»)\]]*$")
_LETTERHEAD = expression(
    r"^(?:>?\s*Aan de (?:[Vv]oorzitter|leden)|Betreft\b|Onderwerp\b|Datum\b|(?i:nr\. \d+ +brief van)|(?:Den|[’'´`]s-?) ?[A-Z]\w+, \d{1,2} \w+ \d{4}$|BRIEF VAN)"
)
_FIELD = expression(
    r"(?i)(?:aan\b|betreft\b|datum\b|onderwerp\b|ons kenmerk|uw kenmerk|onze referentie|uw referentie|bijlage|kenmerk|retouradres|postbus|contactpersoon|den haag, |’s-gravenhage, )"
)


def lay_out(cleaned: Cleaned) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Give the blocks (a line of the clean text each) and the sections that headings make of them, in reading order."""
    spans = _spans(cleaned.text)
    lines = [span.of(cleaned.text) for span in spans]
    kinds = _kinds(lines, cleaned.marked)
    levels = _levels(lines, kinds)
    blocks = tuple(Block(kind, span, level) for kind, span, level in zip(kinds, spans, levels, strict=True))
    return blocks, _sections(blocks, len(cleaned.text))


def _spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [span for span in spans if span.end > span.start]


def _kinds(lines: Sequence[str], marked: Sequence[str]) -> list[str]:
    body = _body_start(lines, marked)
    kinds: list[str] = []
    for i, line in enumerate(lines):
        if marked[i]:
            kinds.append(marked[i] if i >= body or marked[i] == "note" else "letterhead")
        elif i < body:
            kinds.append("salutation" if _SALUTATION.match(line) else "letterhead")
        elif _SALUTATION.match(line):
            kinds.append("salutation")
        elif _SIGN_OFF.match(line) or _signs(lines, i, kinds):
            kinds.append("signature")
        elif BULLET.match(line) and (len(line) > 60 or _ENDING.search(line) or (kinds and kinds[-1] == "bullet")):
            kinds.append("bullet")
        elif _is_heading(lines, i):
            kinds.append("heading")
        else:
            kinds.append("bullet" if BULLET.match(line) else "paragraph")
    return kinds


def _body_start(lines: Sequence[str], marked: Sequence[str]) -> int:
    """Give the index of the first line of running text: what comes before it is the letterhead."""
    # a notice above the letterhead ("Deze brief is ook als pdf verkrijgbaar.") is a sentence too, but no running text
    head = max((i for i, line in enumerate(lines[:25]) if _LETTERHEAD.search(line) and len(line) < 200), default=-1)
    for i, line in enumerate(lines):
        if _SALUTATION.match(line):
            return i
        if marked[i] or i <= head:
            continue
        if (
            len(line) > 90
            and re.search(r"[.:;][\"'”’»)\]]*$", line)
            and not _FIELD.match(line)
            and re.search(r"[a-z]{2} [a-z]{2}", line)
        ):
            return i
    return 0


def _signs(lines: Sequence[str], i: int, kinds: Sequence[str]) -> bool:
    """Tell whether a line belongs to a signature: an office on a line of its own, or the name below one."""
    line = lines[i]
    if len(line) > 130:
        return False
    if (
        _OFFICE.match(line)
        and not re.search(r"[.;:]$", line)
        and not re.search(r"\b(?:heeft|is|was|zal|nam|had|sprak|werd|gaf|wees|riep|bracht)\b", line)
    ):
        return True
    if kinds and kinds[-1] == "signature":
        return len(line) < 70 and not _opens_annex(line)
    return False


def _opens_annex(line: str) -> bool:
    return bool(re.match(r"(?i)(?:bijlage|verslag|annex|geannoteerde agenda)\b", line))


def _is_heading(lines: Sequence[str], i: int) -> bool:
    line = lines[i]
    if len(line) > 140 or i + 1 >= len(lines) or not re.search(r"[^\W\d_]", line):
        return False
    numbered = _NUMBER.match(line)
    if (
        _ENDING.search(line)
        and not (line.endswith(":") and len(line) < 50)
        and not (line.endswith(")") or (numbered and len(line) < 60))
    ):
        return False
    if re.search(r"[.?!] [A-Z]", line[4:]) and not line.isupper():
        return False
    if line.isupper() or _PART.match(line) or numbered:
        return True
    return len(line) < 110 and (line[0].isupper() or line[0] in "‘“«\"'(") and len(line.split()) <= 16


def _levels(lines: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Give each heading its depth: by its number where it has one, the sort of number that comes first ("I.", "1.") over the other; else capitals, days and "Sessie 2" stand over plain ones."""
    heads = [i for i, kind in enumerate(kinds) if kind == "heading"]
    grand = {i for i in heads if lines[i].isupper() or _GRAND.match(lines[i])}
    levels = [0] * len(lines)
    seen_grand = False
    sorts = list(dict.fromkeys(number.lastindex for i in heads if (number := _NUMBER.match(lines[i]))))
    for i in heads:
        number = _NUMBER.match(lines[i])
        if number and (number.group(1) or len(sorts) > 1):
            levels[i] = (number.group(1) or "").count(".") + 1 + sorts.index(number.lastindex)
        elif i in grand:
            seen_grand, levels[i] = True, 1
        else:
            levels[i] = 2 if seen_grand and len(grand) < len(heads) else 1
    return levels


def _sections(blocks: Sequence[Block], size: int) -> tuple[Section, ...]:
    starts = [i for i, block in enumerate(blocks) if block.kind == "heading"]
    sections = [Section(Span(0, blocks[starts[0]].span.start if starts else size))]
    open_: list[int] = []
    for n, i in enumerate(starts):
        block = blocks[i]
        end = blocks[starts[n + 1]].span.start if n + 1 < len(starts) else size
        while open_ and sections[open_[-1]].level >= block.level:
            open_.pop()
        sections.append(Section(Span(block.span.start, end), block.span, block.level, open_[-1] if open_ else None))
        open_.append(len(sections) - 1)
    return tuple(sections)
