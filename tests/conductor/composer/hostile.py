"""Hostile questions: real ones torn, spliced and repeated, and text that was never one; the same for the same seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

OWN = Path(__file__).resolve().parents[2] / "evals" / "own.jsonl"
# Emoji with joiners and skin, right-to-left marks and letters, controls, blanks, combining marks, lone surrogates, digits of other scripts.
ODD = (
    "\x00", "\x1b", "\u202e", "\u200f", "\u200d", "\ufeff", "\u00ad", "\u2028", "\u3000", "\u0301\u0302\u0303", "\ud800", "\udfff", "🌍", "👩🏽‍🚀", "🇫🇷", "שלום", "مرحبا",
    "१२३", "²⁰⁵⁰", "ﬁ", "ß", "İ", "ǅ", "Ω", "𝟚𝟘𝟝𝟘", "\t", "\r\n", "\n\n", "—", "°", "％", "«", "’", "\\", "`", "\"", "'", "{{", "}}", "<script>", "%s", "../", "NaN", "-0", "1e309", "∞",
)  # fmt: skip
NESTED = (
    "(",
    "[",
    "{",
    "((",
    "([{",
    "<",
    '"(',
    "'",
    "-",
    "–",
    "/",
    ",",
    ".",
    "...",
    ":",
    ";",
    "%",
    "°",
    "+",
    "~",
    "=",
    ">",
    ">=",
    "é",
    "l'",
    "d'",
)
WORDS = ("to", "and", "between", "in", "of", "the", "from", "et", "de", "la", "à", "entre", "du", "au", "versus", "than", "not", "ssp", "years", "jours", "degrees", "km", "percent",
         "January", "janvier", "2050", "1st", "north of", "except", "since", "jusqu'à", "over", "plus de", "last", "Sentinel-2", "tas", "level", "near", "par rapport à")  # fmt: skip


def questions() -> list[str]:
    """The questions that are mutated."""
    return [str(json.loads(line)["question"]) for line in OWN.read_text(encoding="utf-8").splitlines()]


def inputs(count: int, *, seed: int, longest: int = 90) -> Iterator[str]:
    """`count` texts of about `longest` characters at most."""
    random, real = Random(seed), questions()
    for _ in range(count):
        yield random.choice(KINDS)(random, real)[:longest]


def _piece(random: Random, text: str, *, most: int = 70) -> str:
    start = random.randrange(max(1, len(text) - 5))
    return text[start : start + random.randint(3, most)]


def _torn(random: Random, real: list[str]) -> str:
    """A piece of a question with characters dropped, doubled, swapped, or something odd put in."""
    letters = list(_piece(random, random.choice(real)))
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(letters) + 1)
        match random.randrange(4):
            case 0:
                letters[at : at + 1] = []
            case 1:
                letters[at:at] = letters[at : at + 2] * 2
            case 2:
                letters[at : at + 2] = reversed(letters[at : at + 2])
            case _:
                letters.insert(at, random.choice(ODD))
    return "".join(letters)


def _spliced(random: Random, real: list[str]) -> str:
    return " ".join(_piece(random, random.choice(real), most=30) for _ in range(3))


def _repeated(random: Random, real: list[str]) -> str:
    """What makes a pattern go back and forth: a short piece over and over, with a last character that fits nothing."""
    piece = random.choice(
        (random.choice(WORDS) + " ", _piece(random, random.choice(real), most=9), random.choice(NESTED))
    )
    return piece * random.randint(2, 30) + random.choice(("", "!", "\x00", "¤"))


def _shuffled(random: Random, real: list[str]) -> str:
    words = random.choice(real).split()
    random.shuffle(words)
    return " ".join(words)


def _worded(random: Random, _: list[str]) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 14)))


def _numbered(random: Random, _: list[str]) -> str:
    """Giant and odd numbers where years, bounds, distances and coordinates stand."""
    number = random.choice(("9" * random.randint(1, 60), f"-{random.random()}", f"{random.randint(0, 99)}/{random.randint(0, 99)}/{random.randint(0, 99999)}",
                            f"1e{random.randint(0, 999)}", "0" * 40, f"{random.randint(-400, 400)}°N", f"{random.randint(0, 9999)}-{random.randint(0, 99)}-{random.randint(0, 99)}"))  # fmt: skip
    return random.choice(
        (
            "days over {} C in {}",
            "within {} km of Paris in {}",
            "between {} and {}",
            "entre {} et {}",
            "last {} years {}",
            "{}, {}",
            "T{}ABC cloud under {} %",
            "SSP{}-{}",
        )
    ).format(number, number)


def _random(random: Random, _: list[str]) -> str:
    return "".join(
        chr(random.choice((random.randrange(32, 127), random.randrange(0x250), random.randrange(0x11000))))
        for _ in range(random.randint(1, 40))
    )


KINDS: tuple[Callable[[Random, list[str]], str], ...] = (
    _torn,
    _torn,
    _spliced,
    _repeated,
    _shuffled,
    _worded,
    _numbered,
    _random,
)
