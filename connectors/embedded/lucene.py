"""The Lucene query syntax of esg-search's `query` parameter, as predicates over records.

Supported: terms, "phrases", field:value, field:(a OR b), wildcards * and ?, ranges [a TO b] and {a TO b}, AND OR NOT && || !
+ - and parentheses. Terms without a field look in all text of the record; juxtaposition means OR, as in Solr.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from connectors.items import JSON

Predicate = Callable[[Mapping[str, JSON]], bool]

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<field>[A-Za-z_][\w.]*):(?=\S) | (?P<range>[\[{]\s*\S+\s+TO\s+\S+?\s*[\]}]) | (?P<phrase>"(?:[^"\\]|\\.)*")
    | (?P<operator>&&|\|\||\bAND\b|\bOR\b|\bNOT\b|[()!+]|-(?=[^\s])) | (?P<term>(?:[^\s()"\[\]{}:\\]|\\.|:)+)
    )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[\w.\-]+")
_DEEPEST = 50


class LuceneError(ValueError):
    """The query cannot be parsed."""


def parse(text: str) -> Predicate:
    """Compile a query; raises LuceneError where the syntax is wrong."""
    tokens = _tokens(text)
    if not tokens:
        return lambda record: True
    parser = _Parser(tokens=tokens)
    predicate = parser.disjunction("")
    if parser.at < len(tokens):
        raise LuceneError(f"Cannot parse {text!r}: unexpected {tokens[parser.at][1]!r}")
    return predicate


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        matched = _TOKEN.match(text, at)
        if matched is None or matched.end() == at:
            raise LuceneError(f"Cannot parse {text!r}: unexpected {text[at : at + 10]!r}")
        kind = str(matched.lastgroup)
        tokens.append((kind, matched[kind]))
        at = matched.end()
    return tokens


@dataclass(slots=True, kw_only=True)
class _Parser:
    tokens: list[tuple[str, str]]
    at: int = 0
    depth: int = field(default=0)

    def disjunction(self, name: str) -> Predicate:
        """Clauses joined by OR or by nothing; `+` marks those that must hold, `-` and NOT those that must not."""
        must: list[Predicate] = []
        never: list[Predicate] = []
        may: list[Predicate] = []
        while (token := self._peek()) is not None and token[1] != ")":
            if self._operator("OR", "||"):
                continue
            required, refused = self._operator("+"), self._operator("-", "!", "NOT")
            (never if refused else must if required else may).append(self._conjunction(name))
        if not must and not never and not may:
            raise LuceneError("Cannot parse the query: an empty clause")

        def holds(record: Mapping[str, JSON]) -> bool:
            wanted = bool(must) or not may or any(p(record) for p in may)
            return wanted and all(p(record) for p in must) and not any(p(record) for p in never)

        return holds

    def _conjunction(self, name: str) -> Predicate:
        clauses = [self._clause(name)]
        while self._operator("AND", "&&"):
            refused = self._operator("-", "!", "NOT")
            clause = self._clause(name)
            clauses.append(_negation(clause) if refused else clause)
        return clauses[0] if len(clauses) == 1 else lambda record: all(p(record) for p in clauses)

    def _clause(self, name: str) -> Predicate:
        token = self._peek()
        if token is None:
            raise LuceneError("Cannot parse the query: it ends too early")
        self.at += 1
        kind, text = token
        if kind == "field":
            return self._clause(text)
        if kind == "range":
            return _range(name, text)
        if kind == "phrase":
            return _phrase(name, re.sub(r"\\(.)", r"\1", text[1:-1]))
        if kind == "term":
            return _term(name, text)
        if text == "(":
            return self._group(name)
        raise LuceneError(f"Cannot parse the query: unexpected {text!r}")

    def _group(self, name: str) -> Predicate:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise LuceneError(f"Cannot parse the query: more than {_DEEPEST} nested clauses")
        inner = self.disjunction(name)
        self.depth -= 1
        if (closing := self._peek()) is None or closing[1] != ")":
            raise LuceneError("Cannot parse the query: a parenthesis is not closed")
        self.at += 1
        return inner

    def _peek(self) -> tuple[str, str] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _operator(self, *names: str) -> bool:
        token = self._peek()
        if token is not None and token[0] == "operator" and token[1] in names:
            self.at += 1
            return True
        return False


def _negation(predicate: Predicate) -> Predicate:
    return lambda record: not predicate(record)


def _values(record: Mapping[str, JSON], name: str) -> list[str]:
    """The field's values as text; all text of the record for a term without field."""
    if not name:
        return [str(v) for value in record.values() for v in (value if isinstance(value, list) else [value])]
    value = record.get(name)
    return [] if value is None else [_text(v) for v in (value if isinstance(value, list) else [value])]


def _text(value: JSON) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _term(name: str, text: str) -> Predicate:
    text = re.sub(r"\\(.)", r"\1", text)
    if text.endswith(":"):
        raise LuceneError(f"Cannot parse {text!r}: a field without a value")
    if text == "*" or (not name and text == "*:*"):
        return (lambda record: name in record) if name else (lambda record: True)
    pattern = text.lower().replace("[", "[[]")
    if name:
        return lambda record: any(fnmatchcase(v.lower(), pattern) for v in _values(record, name))
    return lambda record: any(
        fnmatchcase(word, pattern) for v in _values(record, "") for word in (v.lower(), *_WORD.findall(v.lower()))
    )


def _phrase(name: str, text: str) -> Predicate:
    wanted = text.lower()
    if name:
        return lambda record: any(v.lower() == wanted for v in _values(record, name))
    return lambda record: any(wanted in v.lower() for v in _values(record, ""))


def _range(name: str, text: str) -> Predicate:
    if not name:
        raise LuceneError(f"Cannot parse {text!r}: a range needs a field")
    low, _, high = (part.strip() for part in text[1:-1].partition(" TO "))
    include_low, include_high = text[0] == "[", text[-1] == "]"
    return lambda record: any(
        _above(v, low, include_low) and _above(high, v, include_high) for v in _values(record, name)
    )


def _above(value: str, limit: str, inclusive: bool) -> bool:
    if "*" in (value, limit):
        return True
    try:
        number, bound = float(value), float(limit)
    except ValueError:
        return value > limit or (inclusive and value == limit)
    return number > bound or (inclusive and number == bound)
