"""What a shape asks, as SPARQL that is true of what breaks it: a whole graph is asked at once, and not thing after thing.

The constraints are those of https://www.w3.org/TR/shacl/ that our shapes use, each as that defines it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, count

from pyoxigraph import NamedNode

from kg.check.shape import SH, Node, Shapes
from kg.rdf.vocabulary import RDF, XSD

__all__ = ["Constraints"]

_OTHER = {  # told of a shape, and no constraint of a value by itself
    "message", "path", "property", "qualifiedMinCount", "sparql", "targetClass", "targetSubjectsOf",
}  # fmt: skip
_KINDS = {"IRI": "isIRI", "Literal": "isLiteral", "BlankNode": "isBlank"}
_WITHOUT_FORM = {RDF["langString"], XSD["string"]}  # any characters are a string


class Constraints:
    """The constraints of shapes as expressions. `below` gives of a class all that are a kind of it, and itself."""

    def __init__(self, shapes: Shapes, below: Mapping[str, set[str]]) -> None:
        self._shapes = shapes
        self._below = below
        self._new = (f"?_{number}" for number in count())

    def classes(self, cls: Node) -> list[str]:
        """Give a class and its subclasses, as SPARQL writes them."""
        return [f"<{iri}>" for iri in sorted(self._below.get(cls.value, set()) | {cls.value})]

    def path(self, shape: Node) -> tuple[str, NamedNode]:
        """Give the path of a property as SPARQL writes it, and the predicate in it: its own, or one the other way round."""
        (path,) = self._shapes.all(shape, "path")
        if isinstance(path, NamedNode):
            return str(path), path
        back = NamedNode(self._shapes.all(path, "inversePath")[0].value)
        return f"^{back}", back

    def of_node(self, shape: Node, node: str) -> str:
        """Give an expression that is true where the thing in the variable `node` breaks a shape, but for its properties and queries."""
        return self._any(self._of_value(shape, name, node) for name in sorted(self._shapes.asked(shape) - _OTHER))

    def of_values(self, shape: Node, this: str, value: str) -> str:
        """Give an expression that is true where one `value` of a property of `this` breaks what its shape asks of each."""
        names = self._shapes.asked(shape) - _OTHER - _OF_ALL.keys()
        return self._any(
            _BETWEEN[name](self, this, self._shapes.all(shape, name), value)
            if name in _BETWEEN
            else self._of_value(shape, name, value)
            for name in sorted(names)
        )

    def of_all(self, shape: Node, this: str) -> str:
        """Give an expression that is true where the values of a property of `this` together break what its shape asks."""
        names = self._shapes.asked(shape) & _OF_ALL.keys()
        return self._any(_OF_ALL[name](self, this, shape) for name in sorted(names))

    def _of_value(self, shape: Node, name: str, value: str) -> str:
        if name not in _OF_VALUE:
            raise ValueError(f"{shape}: what sh:{name} asks is not known here")
        return self._any(_OF_VALUE[name](self, asked, value) for asked in self._shapes.all(shape, name))

    def _any(self, expressions: Iterable[str]) -> str:
        return " || ".join(f"({one})" for one in expressions if one)

    def _breaks(self, shape: Node, node: str) -> str:
        """Give an expression that is true where a thing breaks a shape or one of its properties."""
        parts = [self.of_node(shape, node)]
        for property_ in self._shapes.all(shape, "property"):
            value = next(self._new)
            of_values = self.of_values(property_, node, value)
            parts.append(self.of_all(property_, node))
            parts.append(
                f"EXISTS {{ {node} {self.path(property_)[0]} {value} FILTER ({of_values}) }}" if of_values else ""
            )
        return self._any(parts)

    def _several(self, this: str, path: str, number: int, that: Callable[[str], str] | None = None) -> str:
        """Give an expression that is true where there are `number` different values, all such `that` an expression is true."""
        values = [next(self._new) for _ in range(number)]
        conditions = [f"!sameTerm({one}, {other})" for one, other in combinations(values, 2)]
        conditions += [that(value) for value in values] if that else []
        return f"EXISTS {{ {' '.join(f'{this} {path} {v} .' for v in values)} FILTER ({' && '.join(conditions) or 'true'}) }}"

    # of one value, whose constraint is `asked`

    def _class(self, asked: Node, value: str) -> str:
        type_ = next(self._new)
        return f"NOT EXISTS {{ {value} a {type_} FILTER ({type_} IN ({', '.join(self.classes(asked))})) }}"

    def _datatype(self, asked: Node, value: str) -> str:
        well_formed = "true" if asked in _WITHOUT_FORM else f"COALESCE(isLiteral({asked}(STR({value}))), false)"
        return f"!(isLiteral({value}) && DATATYPE({value}) = {asked} && {well_formed})"

    def _node_kind(self, asked: Node, value: str) -> str:
        return f"!{_KINDS[asked.value.removeprefix(SH)]}({value})"

    def _in(self, asked: Node, value: str) -> str:
        return f"!({self._any(f'sameTerm({value}, {one})' for one in self._shapes.members(asked))})"

    def _pattern(self, asked: Node, value: str) -> str:
        return f"isBlank({value}) || !REGEX(STR({value}), {asked})"

    def _language(self, asked: Node, value: str) -> str:
        known = self._any(f"LANGMATCHES(LANG({value}), {one})" for one in self._shapes.members(asked))
        return f"!(isLiteral({value}) && ({known}))"

    def _least(self, asked: Node, value: str) -> str:
        return f"!COALESCE({value} >= {asked}, false)"

    def _most(self, asked: Node, value: str) -> str:
        return f"!COALESCE({value} <= {asked}, false)"

    def _or(self, asked: Node, value: str) -> str:
        return " && ".join(f"({self._breaks(one, value)})" for one in self._shapes.members(asked))

    # of one value, held against another property

    def _not_after(self, this: str, asked: list[Node], value: str) -> str:
        other = next(self._new)
        return self._any(
            f"EXISTS {{ {this} {one} {other} FILTER (!COALESCE({value} <= {other}, false)) }}" for one in asked
        )

    def _disjoint(self, this: str, asked: list[Node], value: str) -> str:
        return self._any(f"EXISTS {{ {this} {one} {value} }}" for one in asked)

    # of all values together

    def _at_least(self, this: str, shape: Node) -> str:
        least = self._shapes.number(shape, "minCount", 0)
        return f"!{self._several(this, self.path(shape)[0], least)}" if least else ""

    def _at_most(self, this: str, shape: Node) -> str:
        return self._several(this, self.path(shape)[0], self._shapes.number(shape, "maxCount", 0) + 1)

    def _one_a_language(self, this: str, shape: Node) -> str:
        path, _ = self.path(shape)
        one, other = next(self._new), next(self._new)
        same = f'!sameTerm({one}, {other}) && LANG({one}) != "" && LCASE(LANG({one})) = LCASE(LANG({other}))'
        return f"EXISTS {{ {this} {path} {one}, {other} FILTER ({same}) }}"

    def _qualified(self, this: str, shape: Node) -> str:
        (asked,) = self._shapes.all(shape, "qualifiedValueShape")
        least = self._shapes.number(shape, "qualifiedMinCount", 0)
        path, _ = self.path(shape)
        fits = self._several(this, path, least, lambda value: f"!({self._breaks(asked, value)})")
        return f"!{fits}" if least else ""


_OF_VALUE = {
    "class": Constraints._class,
    "datatype": Constraints._datatype,
    "in": Constraints._in,
    "languageIn": Constraints._language,
    "maxInclusive": Constraints._most,
    "minInclusive": Constraints._least,
    "nodeKind": Constraints._node_kind,
    "or": Constraints._or,
    "pattern": Constraints._pattern,
}
_BETWEEN = {"disjoint": Constraints._disjoint, "lessThanOrEquals": Constraints._not_after}
_OF_ALL = {
    "maxCount": Constraints._at_most,
    "minCount": Constraints._at_least,
    "qualifiedValueShape": Constraints._qualified,
    "uniqueLang": Constraints._one_a_language,
}
