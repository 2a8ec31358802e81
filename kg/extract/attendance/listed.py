"""Who is listed behind a colon: "Voorts zaten aan: minister Maas", "Aanwezig: Japan en Australië", "De volgende landen namen het woord:" with bullets below."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.attendance.frames import fitting, frames, speech
from kg.extract.attendance.scene import Scene
from kg.extract.company import company
from kg.extract.predicates import Phrase, Predicate, Telling
from kg.model import Attendance, Span

__all__ = ["Listed", "behind_colon"]

_ROLES: dict[str, str] = table("presence")["labels"]
_LABEL = expression(
    rf"(?i)(?:(?:ook|tevens|eveneens|verder|voorts|daarnaast|met kennisgeving) )?({'|'.join(sorted(_ROLES, key=len, reverse=True))})(?: waren| was)?:\s+"
)
_BULLET = expression(r"[-–•*o·]?\s*")


def behind_colon(said: Predicate) -> Phrase | None:
    """Give who is listed behind a clause and a colon: "Voorts zaten aan: minister Maas en minister Le Drian"."""
    t = said.telling
    last = said.clause.tokens[-1]
    colon = last if t.low(last) == ":" else next((i for i in said.clause.tokens if t.low(i) == ":"), last + 1)
    return t.phrase(colon + 1, len(t.tokens)) if t.low(colon) == ":" else None


class Listed:
    """Reads lists of people out of a letter."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        blocks = scene.letter.text.blocks
        self._after = {b.span.end: blocks[i + 1 :] for i, b in enumerate(blocks[:-1]) if blocks[i + 1].kind == "bullet"}

    def read(self, telling: Telling) -> Iterator[Attendance]:
        """Give who a sentence that is a list, or opens one, says was there."""
        label = _LABEL.match(self._scene.text, telling.where.start, telling.where.end)
        if label:
            role = _ROLES[label.group(1).lower()]
            for m in company(self._scene.letter, label.end(), telling.where.end)[0]:
                yield Attendance(self._scene.at(m.span), m.entity, role, m.span, f"attendance.{role}")
        if telling.where.end in self._after and telling.tokens[-1].text == ":":
            yield from self._bullets(telling)

    def _bullets(self, telling: Telling) -> Iterator[Attendance]:
        """Read who opens the bullets below "De volgende landen namen het woord:"."""
        said = next((p for p in telling.predicates if p.clause.kind == "main" and not p.possible), None)
        subject = said.subject() if said else None
        role = next((f.role for known in (frames(), speech()) for f in fitting(said, known)), "") if said else ""
        if not (said and role and (subject is None or subject.collective) and not said.negated):
            return
        key = self._scene.where(said, named=False)
        for block in self._after[telling.where.end]:
            if block.kind != "bullet" or not key:
                return
            start = _BULLET.match(self._scene.text, block.span.start)
            first = start.end() if start else block.span.start
            for m in company(self._scene.letter, first, self._until(Span(first, block.span.end)))[0]:
                yield Attendance(key, m.entity, role, m.span, f"attendance.{role}")

    def _until(self, span: Span) -> int:
        colon = self._scene.text.find(":", span.start, span.end)
        return colon if colon >= 0 else span.end
