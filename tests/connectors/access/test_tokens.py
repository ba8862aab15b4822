"""Tokens: fresh ones are kept, ending ones renewed a minute early, once for all who wait, refusals remembered a while."""

from __future__ import annotations

import asyncio

import pytest

from connectors.access.tokens import REFUSAL_S, Obtain, Token, Tokens
from connectors.errors import AuthMissing, Unavailable
from tests.connectors.outside_world import Clock


class Issuer:
    """Grants numbered tokens, slowly, and counts them."""

    def __init__(self, clock: Clock, *, life_s: float = 600.0, error: Exception | None = None) -> None:
        self.clock, self.life_s, self.error = clock, life_s, error
        self.given = 0
        self.renewed: list[str] = []

    async def __call__(self, previous: Token | None) -> Token:
        await asyncio.sleep(0.02)
        self.given += 1
        self.renewed.append(previous.refresh if previous else "")
        if self.error:
            raise self.error
        at = self.clock()
        return Token(value=f"t{self.given}", obtained_at=at, expires_at=at + self.life_s, refresh=f"r{self.given}")


async def values(tokens: Tokens, obtain: Obtain, *, n: int = 10) -> set[str]:
    return {token.value for token in await asyncio.gather(*(tokens.get("k", obtain=obtain) for _ in range(n)))}


async def test_all_who_wait_share_one_token() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock), Tokens(now=clock)
    assert await values(tokens, issuer) == {"t1"}
    assert issuer.given == 1


@pytest.mark.parametrize(("passed", "value"), [(539.0, "t1"), (541.0, "t2")])
async def test_a_token_is_renewed_a_minute_before_its_end(passed: float, value: str) -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock), Tokens(now=clock)
    await values(tokens, issuer)
    clock.pass_by(passed)
    assert await values(tokens, issuer) == {value}


async def test_a_short_token_is_used_for_half_of_its_life() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock, life_s=10.0), Tokens(now=clock)
    await values(tokens, issuer)
    clock.pass_by(4.0)
    await values(tokens, issuer)
    clock.pass_by(2.0)
    await values(tokens, issuer)
    assert issuer.given == 2


async def test_what_came_before_is_handed_over_to_renew_it() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock), Tokens(now=clock)
    await values(tokens, issuer)
    clock.pass_by(700)
    await values(tokens, issuer)
    assert issuer.renewed == ["", "r1"]


async def test_a_token_turned_away_is_replaced_once_for_all_who_held_it() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock), Tokens(now=clock)
    await values(tokens, issuer)
    again = [tokens.get("k", obtain=issuer, is_refused=lambda held: held.value == "t1") for _ in range(10)]
    assert {token.value for token in await asyncio.gather(*again)} == {"t2"}
    late = await tokens.get("k", obtain=issuer, is_refused=lambda held: held.value == "t1")
    assert (late.value, issuer.given) == ("t2", 2)


async def test_who_gives_up_waiting_does_not_lose_the_token() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock), Tokens(now=clock)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.005):
            await tokens.get("k", obtain=issuer)
    await asyncio.sleep(0.05)
    assert (await tokens.get("k", obtain=issuer)).value == "t1"


async def test_a_refused_login_is_not_tried_again_at_once() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock, error=AuthMissing("no", kind="auth")), Tokens(now=clock)
    for _ in range(3):
        with pytest.raises(AuthMissing, match="no"):
            await tokens.get("k", obtain=issuer)
    assert issuer.given == 1
    clock.pass_by(REFUSAL_S + 1)
    with pytest.raises(AuthMissing):
        await tokens.get("k", obtain=issuer)
    assert issuer.given == 2


async def test_an_ill_provider_is_asked_again() -> None:
    clock = Clock()
    issuer, tokens = Issuer(clock, error=Unavailable("ill", kind="http_503")), Tokens(now=clock)
    for _ in range(2):
        with pytest.raises(Unavailable):
            await tokens.get("k", obtain=issuer)
    assert issuer.given == 2
