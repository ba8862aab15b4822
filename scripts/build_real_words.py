"""Write conductor/composer/real_words.txt: the real words, English and French, that lie within a misspelling of a word of the field.

    pip install pyspellchecker rapidfuzz && python scripts/build_real_words.py

Source: the word lists of pyspellchecker (MIT), which rest on OpenSubtitles frequencies and the hunspell dictionaries.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.spelling import LEXICON, SHORTEST, distance_allowed

TARGET = Path(__file__).resolve().parents[1] / "conductor" / "composer" / "real_words.txt"


def main() -> None:
    """Compare every dictionary word with the lexicon and keep the near ones."""
    near: set[str] = set()
    for language in ("en", "fr"):
        words = json.loads(gzip.decompress((files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()))
        for word in {fold(w) for w in words if w.isalpha()} - set(LEXICON):
            if len(word) < SHORTEST:
                continue
            hits = process.extract(
                word, LEXICON, scorer=OSA.distance, score_cutoff=distance_allowed(len(word)), limit=None
            )
            if any(hit[0][0] == word[0] or sorted(hit[0]) == sorted(word) for hit in hits):
                near.add(word)
    header = (
        "# Source: word lists of pyspellchecker (MIT: OpenSubtitles, hunspell); written by scripts/build_real_words.py"
    )
    TARGET.write_text("\n".join([header, *sorted(near)]) + "\n", encoding="utf-8")
    print(f"{len(near)} words written to {TARGET.name}")


if __name__ == "__main__":
    main()
