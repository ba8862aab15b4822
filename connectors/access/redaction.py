"""Redaction: known secrets are struck out of errors and of the HTTP libraries' logs, in every form they are sent in."""

from __future__ import annotations

import logging
import threading
from typing import TypeVar
from urllib.parse import quote, quote_plus

from connectors.errors import ConnectorError

STRUCK = "***"
SHORTEST = 4  # a shorter secret would strike out ordinary words
LOGGERS = (
    "httpcore2.connection",
    "httpcore2.http11",
    "httpcore2.http2",
    "httpcore2.proxy",
    "httpcore2.socks",
    "httpx2",
)
Error = TypeVar("Error", bound=ConnectorError)


class Redaction(logging.Filter):
    """The secrets met so far in this process; a filter of log records too, set upon the HTTP libraries with the first."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()
        self._ordered: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def learn(self, *secrets: str) -> None:
        """Strike these out from now on."""
        forms = {
            form
            for secret in secrets
            if len(secret) >= SHORTEST
            for form in (secret, quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1])
        }
        if forms <= self._known:
            return
        with self._lock:
            self._known |= forms
            self._ordered = tuple(sorted(self._known, key=lambda form: (-len(form), form)))
            for name in LOGGERS:
                logging.getLogger(name).addFilter(self)

    def text(self, text: str) -> str:
        """The text with every known secret struck out."""
        for secret in self._ordered:
            if secret in text:
                text = text.replace(secret, STRUCK)
        return text

    def error(self, error: Error) -> Error:
        """The error itself where it is clean; else one like it that says less, without the error behind it."""
        if not self._ordered or not any(self._tells(link) for link in _chain(error)):
            return error
        clean = type(error)(self.text(str(error)), source=error.source, kind=error.kind, retry_after=error.retry_after)
        clean.__suppress_context__ = True
        return clean

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, struck out."""
        text = record.getMessage()
        struck = self.text(text)
        if struck != text:
            record.msg, record.args = struck, None
        return True

    def _tells(self, error: BaseException) -> bool:
        return any(secret in text for text in (str(error), repr(error)) for secret in self._ordered)


def _chain(error: BaseException | None) -> tuple[BaseException, ...]:
    links: list[BaseException] = []
    while error is not None and error not in links:
        links.append(error)
        error = error.__cause__ or error.__context__
    return tuple(links)
