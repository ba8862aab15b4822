"""A language model in a GGUF file, run in this process by llama.cpp (`xllamacpp`, the extra `llm`) behind a loopback address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from connectors.errors import MissingHolding, Refused, Unavailable, Unsupported

CONTEXT = 8192  # tokens: the prompt has some 1,200, an answer at most 1,024, a long mail 1,500


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalServer:
    """A running model: it speaks chat-completions at `url` for as long as this object lives."""

    url: str
    engine: Any = field(repr=False)


def serve(path: Path, *, sha256: str, threads: int = 2) -> LocalServer:
    """Start the model of a file whose SHA-256 is known; raises MissingHolding, Refused, Unsupported or Unavailable.

    Weights are a program that strangers wrote: a file without a hash to hold it against is not run.
    """
    if not path.is_file():
        raise MissingHolding(
            f"there is no model file {str(path)!r}; set CONDUCTOR_LLM_MODEL to the path of a GGUF file"
        )
    if not sha256:
        raise Refused(
            f"the model {path.name!r} is not run without its SHA-256; set CONDUCTOR_LLM_SHA256 to the publisher's"
        )
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != sha256.strip().lower():
        raise Refused(f"the model {path.name!r} has SHA-256 {found}, not {sha256}; fetch it again from its publisher")
    try:
        import xllamacpp
    except ImportError as error:
        raise Unsupported("a GGUF file needs llama.cpp; run `pip install 'earth-conductor[llm]'`") from error
    try:
        engine = xllamacpp.Server(_parameters(xllamacpp.CommonParams(), path, threads=threads))
    except RuntimeError as error:
        raise Unavailable(f"llama.cpp could not start {path.name!r} ({error}); is it a GGUF model?") from error
    return LocalServer(url=f"{engine.listening_address}/v1", engine=engine)


def _parameters(parameters: Any, path: Path, *, threads: int) -> Any:
    """llama.cpp's parameters: this machine only, quiet, and waiting threads asleep, since spinning ones starve each other."""
    parameters.model.path = str(path)
    parameters.n_ctx = CONTEXT
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = threads
    parameters.cpuparams.poll = 0
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.ui = False
    parameters.endpoint_slots = False
    parameters.verbosity = 0
    return parameters
