"""Graphs on disk: the embedded store, Turtle that is the same every time, and questions in SPARQL."""

from __future__ import annotations

from kg.store.local import LocalStore
from kg.store.query import Answer, ask
from kg.store.source import GraphSource
from kg.store.turtle import write_trig, write_turtle

__all__ = ["Answer", "GraphSource", "LocalStore", "ask", "write_trig", "write_turtle"]
