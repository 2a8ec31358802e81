"""What each stage costs of a letter, in CPU: `python bench/stages.py [LETTERS ...] [--rounds 5] [--spacy PYTHON]`. Prints a table.

Without letters it reads the examples. With `--spacy` (a Python that has spaCy) it runs spaCy's blank Dutch tokenizer with a sentencizer over the same
texts between the rounds, as a floor for language work.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from kg import pipeline
from kg.build.work import pen
from kg.model import Letter
from kg.rdf import DEFAULT_BASE, Made, statements
from kg.read import find, read
from kg.registry import load
from kg.resolve import resolve
from kg.text import mend

WORDS = 1100  # what the figures are for: a letter of usual length
SPACY = """
import sys, time, spacy
nlp = spacy.blank("nl"); nlp.add_pipe("sentencizer")
for line in sys.stdin:
    text = eval(line)
    start = time.process_time(); nlp(text); print(time.process_time() - start, flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "letters", type=Path, nargs="*", default=[Path(__file__).parent.parent / "examples" / "letters"]
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spacy", metavar="PYTHON")
    given = parser.parse_args()
    registry = load()
    files = find(given.letters)[0]
    spacy = (
        subprocess.Popen([given.spacy, "-c", SPACY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if given.spacy
        else None
    )
    took: dict[str, list[list[float]]] = defaultdict(lambda: [[] for _ in files])
    words, size = [], 0
    for turn in range(given.rounds + 1):
        for n, file in enumerate(files):
            source = once(took["read"][n], lambda file=file: read(file))
            text = once(took["text"][n], lambda source=source: mend(source))
            letter = Letter(source, text)
            for extractor in pipeline.extractors(registry):
                letter = once(took[type(extractor).__name__][n], lambda one=extractor, letter=letter: one(letter))
            triples = once(
                took["triples"][n], lambda letter=letter: statements(letter, resolve([letter]), Made("", ""))
            )
            once(took["Turtle"][n], lambda triples=triples: pen(DEFAULT_BASE).subjects(triples))
            if spacy:
                spacy.stdin.write(repr(source.text) + "\n")
                spacy.stdin.flush()
                took["spaCy"][n].append(float(spacy.stdout.readline()))
            if turn == 0:
                words.append(len(text.clean.split()))
                size += len(source.text.encode())
        if turn == 0:  # everything was loaded and looked up once
            took.clear()
            gc.collect()
            gc.freeze()
            gc.set_threshold(100_000)
    print(
        f"{len(files)} letters, {sum(words)} words; the median over letters of each one's median of {given.rounds} rounds\n"
    )
    print(f"| stage | ms CPU for {WORDS} words | letters/s a core | MB/s a core |\n|---|---|---|---|")
    per = {
        stage: median(median(times) / count * WORDS for times, count in zip(rounds, words, strict=True))
        for stage, rounds in took.items()
    }
    bytes_each = size / sum(words) * WORDS
    whole = {stage: cost for stage, cost in per.items() if stage != "spaCy"}
    sums = {
        "text to triples": sum(c for s, c in whole.items() if s not in ("read", "Turtle")),
        "text and extraction": sum(c for s, c in whole.items() if s not in ("read", "Turtle", "triples")),
    }
    for stage, cost in [*per.items(), *sums.items(), ("all", sum(whole.values()))]:
        print(f"| {stage} | {cost * 1000:.2f} | {1 / cost:.0f} | {bytes_each / cost / 1e6:.2f} |")
    if spacy:
        print(f"\ntext and extraction: {sums['text and extraction'] / per['spaCy']:.1f} times spaCy")
        spacy.stdin.close()


def once(times, work):
    start = time.process_time()
    made = work()
    times.append(time.process_time() - start)
    return made


if __name__ == "__main__":
    main()
