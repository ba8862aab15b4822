"""`conductor cite`: whom to credit for ESGF datasets, by their ids, PIDs or the tracking ids of their files."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from conductor.interfaces.cli import exits

if TYPE_CHECKING:
    from conductor.settings import Settings
    from connectors.esgf.credits import Credit
    from connectors.items import Caveat


def cite(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="A dataset's id, its PID or a file's tracking id.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="JSON alone on stdout.")] = False,
    online: Annotated[bool | None, typer.Option("--online/--offline", help="Ask live sources too, or never.")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")] = False,
) -> None:
    """Give the citation, DOI, licence, versions and known errors of ESGF datasets."""
    from conductor.interfaces.cli.asking import dump
    from conductor.settings import from_environment

    with exits.explained(debug=debug):
        settings = from_environment()
        settings = replace(settings, online=settings.online if online is None else online)
        found = asyncio.run(_cited(names, settings))
        if as_json:
            documents = [
                asdict(credit) | {"errata": [dict(c.parameters) for c in caveats]} for credit, caveats in found
            ]
            sys.stdout.write(dump({"citations": documents}) + "\n")
        else:
            sys.stdout.write("\n\n".join("\n".join(_lines(*one)) for one in found) + "\n")
    raise SystemExit(exits.PARTIAL if any(credit.missing for credit, _ in found) else exits.ANSWERED)


async def _cited(names: list[str], settings: Settings) -> list[tuple[Credit, tuple[Caveat, ...]]]:
    from conductor.interfaces.cli.sources import outside_of

    outside = outside_of(settings)
    try:
        return [await outside.cite(name) for name in names]
    finally:
        await outside.aclose()


def _lines(credit: Credit, caveats: tuple[Caveat, ...]) -> list[str]:
    from conductor.narrator.caveats import words

    said = credit.citation
    facts = [credit.name, said.licence, f"hdl:{credit.pid}" if credit.pid else "", ", ".join(credit.nodes)]
    lines = [said.text, "    " + " · ".join(filter(None, facts))]
    if said.doi and said.doi not in said.text:
        lines.append(f"    https://doi.org/{said.doi}")
    if credit.replaced_by:
        lines.append("    ! replaced by " + ", ".join(f"hdl:{pid}" for pid in credit.replaced_by))
    lines += [f"    ! {words(caveat, 'en')}" for caveat in caveats]
    return [*lines, *(f"    ! {missing}" for missing in credit.missing)]
