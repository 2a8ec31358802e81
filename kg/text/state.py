"""What was read of a sentence so far, going from token to token: the kind of clause one is in and the verbs that were seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.text.tokens import Token

__all__ = ["State"]


class State(NamedTuple):
    """What was read so far: the kind of clause one is in and its opener, whether it has its verb, whether the main clause has, and the opener of a subordinate one around it that waits for its own."""

    current: str = "main"
    verb_seen: bool = False
    main_verb: bool = False
    opener: str = ""
    waiting: str = ""

    @property
    def relative(self) -> bool:
        """Whether one is in a relative clause opened by "die" or "waar" with or without a preposition."""
        return self.current == "sub" and (self.opener == "die" or self.opener.startswith("waar"))

    def entering(self, kind: str, opener: str, token: Token) -> State:
        """Give the state at the first token of a new clause."""
        if kind == "return":
            return State("sub", token.finite(), self.main_verb, self.waiting)
        current = "main" if kind in ("resume", "shared") else kind
        seen = kind == "shared" or (kind == "resume" and token.finite())
        main_verb = kind == "shared" if kind in ("main", "shared") else self.main_verb
        cut_off = self.current == "sub" and not self.verb_seen
        waiting = (self.waiting or (self.opener if cut_off else "")) if current in ("sub", "inf", "aside") else ""
        return State(current, seen, main_verb, opener, waiting)

    def passing(self, tokens: Sequence[Token], i: int) -> State:
        """Give the state behind token i."""
        token = tokens[i]
        if not token.verb:
            return self
        led = bool(i) and tokens[i - 1].low == "te"
        if token.doubtful and self.current == "sub" and not _closes(tokens, i):
            return self  # "dat door 32 landen, waaronder Nederland, werd gedragen"
        if token.finite() and not led:
            return self._replace(verb_seen=True, main_verb=self.main_verb or self.current == "main")
        if self.current == "inf" and led:
            return self._replace(verb_seen=True)
        return self


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word stands where a clause's last verb stands: before a mark, a verb or the end."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or not after.is_word or bool(after.verb)
