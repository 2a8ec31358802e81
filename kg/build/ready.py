"""What every process that reads letters needs, made once: they are copies of one that has imported this."""

from __future__ import annotations

import gc

from kg import pipeline
from kg.registry import load

pipeline.extractors(load(()))  # as the letters of a build ask for it
gc.freeze()  # the registry lives as long as the process: it need not be looked through for garbage
