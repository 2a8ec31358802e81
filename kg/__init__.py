"""Kamergraph turns Dutch ministerial letters about international meetings into a knowledge graph that people trust."""

__all__ = ["__version__"]

__version__ = "0.1.0"
