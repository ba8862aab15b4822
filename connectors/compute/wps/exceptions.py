"""What a WPS of any version says went wrong, in its own words, as one of our errors.

OWS Common 1.1 and 2.0, section 8 (OGC 06-121r9); the quirks are those of PyWPS, ZOO-Project and the LLNL service.
"""

from __future__ import annotations

from connectors.compute.ogcapi_documents import retry_after
from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable
from connectors.markup import Element, children, local_name, read_xml
from connectors.transport import Reply

GONE = ("NoSuchJob", "NoSuchProcess")
BUSY = ("ServerBusy", "NotEnoughStorage")
_PASSING = (408, 429, 502, 503, 504)
_UNSAID = ("", "None", "NoApplicableCode")
_MOST = 2000  # characters of the server's words; tracebacks are longer


def root_of(reply: Reply, *, looking: bool = False) -> Element:
    """The document of a good reply; raises the error that it holds, or BadReply where it is no XML.

    `looking` says that nothing depends on this one reply, so that a server's stumble may pass.
    """
    if reply.status >= 400:
        raise problem(reply, looking=looking)
    root = read_xml(reply.body, allow_exception=True)
    if local_name(root) == "ExceptionReport":
        raise problem(reply, looking=looking)
    return root


def problem(reply: Reply, *, looking: bool = False) -> ConnectorError:
    """The error in a reply: an exception report is an answer whatever its status, anything else goes by the status."""
    kind = f"http_{reply.status}"
    try:
        report = read_xml(reply.body, allow_exception=True)
    except BadReply:
        report = None
    if report is None or local_name(report) != "ExceptionReport":
        words = f"{reply.url} answered HTTP {reply.status}"
        return _by_status(words, reply) if reply.status >= 400 else BadReply(words, kind="bad_payload")
    code, words = code_of(report), words_of(report)
    if reply.status in (401, 403):
        return AuthMissing(words, kind="auth")
    if code in GONE:
        return Refused(words, kind="http_404" if code == "NoSuchJob" else "no-such-process")
    if code in BUSY or reply.status in _PASSING or (looking and reply.status >= 500):
        return Unavailable(words, kind="rate_limited", retry_after=retry_after(reply))
    return Refused(words, kind=kind if 400 <= reply.status < 500 else "exception")


def code_of(report: Element) -> str:
    """The code of the first exception; empty where there is none."""
    return next((str(e.get("exceptionCode") or "") for e in report.iter() if local_name(e) == "Exception"), "")


def words_of(report: Element) -> str:
    """All that an exception report says, as one line: texts, codes that tell something, what they are about."""
    said = []
    for exception in (e for e in report.iter() if local_name(e) == "Exception"):
        texts = [" ".join((t.text or "").split()) for t in children(exception, "ExceptionText")]
        code, locator = str(exception.get("exceptionCode") or ""), str(exception.get("locator") or "")
        about = [a for a in (code, locator) if a not in _UNSAID and a not in texts]
        said.append(" ".join(filter(None, [*texts, f"({', '.join(about)})" if about else ""])))
    return ("; ".join(filter(None, said)) or "the server gave no reason")[:_MOST]


def _by_status(words: str, reply: Reply) -> ConnectorError:
    kind = f"http_{reply.status}"
    if reply.status in (401, 403):
        return AuthMissing(words, kind="auth")
    if reply.status >= 500 or reply.status in _PASSING:
        kind = "rate_limited" if reply.status == 429 else kind
        return Unavailable(words, kind=kind, retry_after=retry_after(reply))
    return Refused(words, kind=kind)
