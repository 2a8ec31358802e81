"""From letters to a folder with their graph: read what changed, keep what did not, leave nothing half done."""

from __future__ import annotations

from kg.build.build import Built, build

__all__ = ["Built", "build"]
