"""EDL: NASA's Earthdata Login, by a token of 60 days or by netrc and the redirects to the login host.

The argument is `VARIABLE,LOGIN_URL`; either may be left out (EARTHDATA_TOKEN, https://urs.earthdata.nasa.gov).
"""

from __future__ import annotations

from dataclasses import replace
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urljoin, urlsplit

from connectors.access.asking import Asking, serves
from connectors.access.basic import netrc_headers
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import AuthMissing, BadReply, Refused

TOKEN = "EARTHDATA_TOKEN"
LOGIN = "https://urs.earthdata.nasa.gov"
_HOPS = 8
_OPEN = "open"  # the value that stands for "no cookie is needed"


def check(asking: Asking) -> None:
    """Raise AuthMissing where there is neither a token nor an entry in netrc."""
    variable, login = _argument(asking.argument)
    if asking.secrets.find(variable):
        return
    try:
        _password(login, asking)
    except AuthMissing as error:
        page = f"{login}/profile, Generate Token"
        raise AuthMissing(f"run `export {variable}=…` ({page}), or {error}", kind="auth") from None


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request with the token, else with the cookie of a session at the data host."""
    variable, login = _argument(asking.argument)
    token = asking.secrets.find(variable)
    if token:
        return replace(request, headers={**request.headers, "Authorization": f"Bearer {token}"})
    check(asking)
    stale = (refused.headers.get("Cookie") or _OPEN) if refused else ""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(request.url))

    async def obtain(previous: Token | None) -> Token:
        cookie = await _session(request.url, login=login, asking=asking)
        asking.secrets.redaction.learn(*(part.partition("=")[2] for part in cookie.split("; ")))
        return Token(value=cookie or _OPEN, obtained_at=asking.now)

    session = await asking.line.tokens.get(f"edl {origin}", obtain=obtain, is_refused=lambda held: held.value == stale)
    if session.value == _OPEN:
        return request
    return replace(request, headers={**request.headers, "Cookie": session.value})


async def _session(url: str, *, login: str, asking: Asking) -> str:
    """Follow the redirects from the data host to the login host and back; gives the cookies of the data host."""
    home, door = _origin(url), _origin(login)
    cookies: dict[str, str] = {}
    for _ in range(_HOPS):
        is_home, is_door = _origin(url) == home, _origin(url) == door
        headers = {"Range": "bytes=0-0", "Accept": "*/*"} if is_home else {"Accept": "*/*"}
        if is_door:
            headers |= _password(login, asking)
        elif is_home and cookies:
            headers["Cookie"] = _joined(cookies)
        try:
            reply = await asking.ask(Request(method="GET", url=url, headers=headers))
        except BadReply:  # more than a login page: the file itself, so no login is needed
            return _joined(cookies)
        if is_home:
            cookies |= _given(reply.headers.get("set-cookie", ""))
        target = reply.headers.get("location", "")
        if not target or reply.status not in (301, 302, 303, 307, 308):
            return _ended(reply.status, cookies, is_door=is_door, login=login)
        url = urljoin(url, target)
        if _origin(url) not in (home, door):
            if is_home and (cookies or serves(asking.source, urlsplit(url).hostname or "")):
                return _joined(cookies)  # sent on to where the file lies: whoever asks for it will follow
            raise Refused(f"the login at {login} leads to another host, {urlsplit(url).hostname!r}", kind="auth")
        if is_home and cookies and _origin(url) == home and _origin(login) != home:
            return _joined(cookies)
    raise AuthMissing(
        f"the login at {login} goes round in circles; approve the application at {login}/profile", kind="auth"
    )


def _ended(status: int, cookies: dict[str, str], *, is_door: bool, login: str) -> str:
    if is_door and status in (401, 403):
        host = urlsplit(login).hostname
        raise AuthMissing(
            f"{login} does not know this user and password; correct `machine {host}` in ~/.netrc", kind="auth"
        )
    if is_door:
        raise AuthMissing(f"{login} wants a person: approve the application at {login}/profile", kind="auth")
    if status == 401:
        raise AuthMissing(
            f"the login at {login} was not enough; accept the data's terms at {login}/profile", kind="auth"
        )
    return _joined(cookies)


def is_login(url: str, argument: str) -> bool:
    """Whether a request was led to the login host: its session had ended."""
    return bool(url) and _origin(url) == _origin(_argument(argument)[1])


def _argument(argument: str) -> tuple[str, str]:
    variable, _, login = argument.partition(",")
    return variable.strip() or TOKEN, (login.strip() or LOGIN).rstrip("/")


def _password(login: str, asking: Asking) -> dict[str, str]:
    headers = dict(netrc_headers("", replace(asking.secrets, host=urlsplit(login).hostname or "")))
    asking.secrets.redaction.learn(*(value.removeprefix("Basic ") for value in headers.values()))
    return headers


def _given(header: str) -> dict[str, str]:
    """Names and values of a Set-Cookie header; several arrive joined by commas."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return {}
    return {name: morsel.coded_value for name, morsel in jar.items()}


def _joined(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in sorted(cookies.items()))


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
