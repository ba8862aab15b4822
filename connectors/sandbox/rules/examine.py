"""Examine: one file of unknown intent against all rules; what passes may be read."""

from __future__ import annotations

from pathlib import Path

from connectors.sandbox.rules import archive, classic, hdf5, raster, references, signature


def examine(path: Path) -> None:
    """Raise Refused for a file that attacks, BadReply for one that is damaged or something else than it says."""
    match signature.checked(path):
        case "hdf5":
            hdf5.examine(path)
        case "classic":
            classic.examine(path)
        case "tiff" | "jp2" as kind:
            raster.examine(path, kind)
        case "zip" | "tar" | "gzip" as kind:
            archive.examine(path, kind)
        case "json":
            references.examine(path)
