"""A spaCy pipeline of a few kilobytes, trained here in seconds on sentences of our own: no model is downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# word/head/label, heads counted from 0
SENTENCES = (
    "Frankrijk/1/nsubj benadrukte/1/ROOT het/3/det belang/1/obj van/5/case dialoog/3/nmod ./1/punct",
    "Daarnaast/1/advmod benadrukte/1/ROOT Nederland/1/nsubj de/4/det rol/1/obj ./1/punct",
    "Polen/1/nsubj verwierp/1/ROOT het/3/det voorstel/1/obj van/5/case Duitsland/3/nmod ./1/punct",
    "Daarnaast/1/advmod verwierp/1/ROOT Spanje/1/nsubj het/4/det voorstel/1/obj ./1/punct",
    "Zij/1/nsubj benadrukte/1/ROOT het/3/det belang/1/obj ./1/punct",
    "Italië/1/nsubj steunde/1/ROOT het/3/det voorstel/1/obj ./1/punct",
)
_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 32,
    "maxout_pieces": 1,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 48,
        "depth": 2,
        "embed_size": 300,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
        "pretrained_vectors": None,
    },
}


def train(folder: Path, rounds: int = 60) -> Path:
    """Train the pipeline and save it in `folder`."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("nl")
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": _MODEL})
    examples = [_example(nlp, line, Doc, Example) for line in SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(rounds):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def _example(nlp: Any, line: str, doc: Any, example: Any) -> Any:
    words, heads, labels = zip(*(token.split("/") for token in line.split()), strict=True)
    return example.from_dict(
        doc(nlp.vocab, list(words)),
        {"words": list(words), "heads": [int(head) for head in heads], "deps": list(labels)},
    )
