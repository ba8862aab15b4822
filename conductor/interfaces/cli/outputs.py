"""Results of a process for the terminal: values as sentences, tables as tables, arrays as where they lie."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from connectors.items import Output, Processed


def show(done: Processed, *, as_json: bool) -> None:
    """Print the outputs, and what must be said about them."""
    from conductor.interfaces.cli.asking import dump
    from connectors.compute import encoding

    outputs = {name: encoding.encode(value) for name, value in done.outputs.items()}
    if as_json:
        sys.stdout.write(dump({"outputs": outputs, "caveats": encoding.encode(done.caveats)}) + "\n")
        return
    for name, value in done.outputs.items():
        sys.stdout.write(f"{name}: {_words(value)}\n")
    for caveat in done.caveats:
        told = ", ".join(f"{key} {value}" for key, value in caveat.parameters.items())
        sys.stdout.write(f"note: {caveat.code}{f' ({told})' if told else ''}\n")


async def saved(done: Processed, folder: Path, *, read: Callable[[str], Awaitable[bytes]]) -> Processed:
    """The results with their arrays written into a folder, each under the name of its output."""
    from connectors.items import Cube

    folder.mkdir(parents=True, exist_ok=True)
    outputs: dict[str, Output] = dict(done.outputs)
    for name, value in done.outputs.items():
        if isinstance(value, Cube):
            paths = [folder / (f"{name}.nc" if n == 0 else f"{name}-{n + 1}.nc") for n in range(len(value.hrefs))]
            for href, path in zip(value.hrefs, paths, strict=True):
                path.write_bytes(await read(href))
            outputs[name] = replace(value, hrefs=tuple(map(str, paths)))
    return replace(done, outputs=outputs)


def _words(value: Output) -> str:
    from connectors.items import Cube, Series, Table, Value

    match value:
        case Value():
            spread = "" if value.low is None or value.high is None else f" ({value.low:g} to {value.high:g})"
            return f"{value.value:g} {value.units}{spread}"
        case Cube():
            return " ".join(value.hrefs)
        case Series():
            return f"{len(value.x)} values from {value.x[0]} to {value.x[-1]} in {value.units}" if value.x else "empty"
        case Table():
            rows = "\n".join("  " + "\t".join(str(cell) for cell in row) for row in value.rows)
            return "\t".join(value.columns) + ("\n" + rows if rows else "")
        case _:
            return str(value)
