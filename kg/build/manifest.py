"""What the last build was made from, and what it made: `cache/manifest.json` in the output folder.

By it the next build knows what it can keep.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

import msgspec

import kg
from kg import data

__all__ = [
    "LIBRARIES",
    "Manifest",
    "Stamp",
    "code_hash",
    "digest",
    "plugins",
    "read_manifest",
    "versions",
    "write_manifest",
]

LIBRARIES = ("lxml", "networkx", "numpy", "pyoxigraph", "pypdf", "python-docx", "pyvis", "rdflib")
"""The libraries that what a build writes depends on."""


Stamp = tuple[int, int, str]
"""How a file was left: its size in bytes, when it was written (in nanoseconds), and the hash of what it was made from, or ""."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build was made from and what it made; all hashes are SHA-256 in hexadecimal.

    `fingerprint` is the hash of everything that goes in, or "" where a build was broken off. `letters` leads from the
    name of a letter's file to the key of what was found in it, `graphs` from the name of a graph in the store to the
    key of what it was made from, `sizes` from there to how many bytes its Turtle has, `files` from a file in the output
    folder to how it was left there.
    """

    fingerprint: str = ""
    code: str = ""
    registry: str = ""
    base: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    graphs: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    files: dict[str, Stamp] = field(default_factory=dict)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; what is absent or no manifest is an empty one, so that everything is made anew."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all."""
    new = path.with_name(path.name + ".new")
    new.write_bytes(msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n")
    new.replace(path)


def digest(*parts: str) -> str:
    """Give one hash for several texts; no two lists of texts give the same."""
    return sha256(msgspec.json.encode(parts)).hexdigest()


@cache
def code_hash() -> str:
    """Give the hash of the program: its version, every file of the package, and the ontology without the registry."""
    package = Path(kg.__file__).parent
    files = {f"kg/{path.relative_to(package).as_posix()}": path for path in package.rglob("*") if path.is_file()}
    own = {name: path for name, path in files.items() if not name.startswith("kg/_data/") and _is_code(name)}
    own |= {f"ontology/{path.name}": path for path in data.ontology().glob("*.ttl")}
    return digest(kg.__version__, *(f"{name} {sha256(own[name].read_bytes()).hexdigest()}" for name in sorted(own)))


def _is_code(name: str) -> bool:
    return "/." not in name and "/__pycache__/" not in name


@cache
def plugins() -> dict[str, str]:
    """Give the extractors that other packages add, each with where it comes from, and their versions."""
    points = sorted(entry_points(group="kamergraph.extractors"), key=lambda point: point.name)
    return {point.name: f"{point.value} {point.dist.version if point.dist else ''}".strip() for point in points}


@cache
def versions() -> tuple[str, ...]:
    """Give what beside the code the facts of a letter depend on: the versions of Python, libraries, plugins."""
    known = {"python": f"{sys.version_info[0]}.{sys.version_info[1]}"} | {name: _version(name) for name in LIBRARIES}
    return tuple(f"{name} {version}" for name, version in (known | plugins()).items())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
