"""Graphs on disk and behind endpoints: the embedded store, remote ones, the same Turtle every time, questions in SPARQL."""

from __future__ import annotations

from kg.store.local import LocalStore, aside
from kg.store.query import Answer, ask
from kg.store.remote import RemoteStore
from kg.store.source import GraphSource
from kg.store.turtle import write_trig, write_turtle

__all__ = ["Answer", "GraphSource", "LocalStore", "RemoteStore", "aside", "ask", "write_trig", "write_turtle"]
