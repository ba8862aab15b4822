"""Settings: the environment and the user's file, read once at the edge into a frozen object."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

import platformdirs

APP = "earth-conductor"
Place = Literal["local", "named", "nearest"]
UNMEASURED = 0.3  # the share of questions that a small language model reads wholly right


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A language model as one more reader: a name behind an OpenAI-compatible `url`, or the path of a GGUF file without one.

    `reliability` is the share of questions that it reads wholly right, as measured; its readings weigh that much.
    """

    name: str
    url: str = ""
    reliability: float = UNMEASURED
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)  # the key, or the file's SHA-256


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things lie and how patient to be.

    `online`: True asks live sources too, False never, None finds out. `deadline_s` bounds a whole run;
    `place` is where processes run: here alone (local), at the server that a question names (named), or else at one that lies
    beside the data (nearest); `cluster` is where heavy arrays are computed: none (here), local (workers here) or a Dask scheduler (tcp://…).
    `max_seconds` and `max_bytes` are the budget above which a plan is refused (None: no ceiling).
    """

    data_dir: Path
    cache_dir: Path
    config_dir: Path
    online: bool | None = None
    deadline_s: float = 60.0
    max_seconds: float | None = None
    max_bytes: int | None = None
    cluster: str = "none"
    max_cache_bytes: int = 20 * 2**30  # of fetched files; the longest unused go first
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)  # where secrets may lie
    netrc: Path | None = None
    language_model: LanguageModel | None = None  # off unless named
    place: Place = "named"

    @property
    def holdings_dir(self) -> Path:
        return self.data_dir / "holdings"

    @property
    def sources_file(self) -> Path:
        return self.config_dir / "sources.toml"


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """Read `CONDUCTOR_DATA_DIR`, `…_CACHE_DIR`, `…_CONFIG_DIR`, `…_ONLINE` (yes, no, auto), `…_DEADLINE` (seconds), `…_CLUSTER`,
    `…_PLACE` (local, named, nearest),
    `…_CACHE_GIB` (of fetched files),
    and the language model: `…_LLM_MODEL`, `…_LLM_URL`, `…_LLM_RELIABILITY` (a share), `…_LLM_KEY` or `…_LLM_SHA256`."""
    env = os.environ if environ is None else environ
    online = {"yes": True, "no": False}.get(env.get("CONDUCTOR_ONLINE", "auto").lower())
    return Settings(
        data_dir=Path(env.get("CONDUCTOR_DATA_DIR") or platformdirs.user_data_dir(APP)),
        cache_dir=Path(env.get("CONDUCTOR_CACHE_DIR") or platformdirs.user_cache_dir(APP)),
        config_dir=Path(env.get("CONDUCTOR_CONFIG_DIR") or platformdirs.user_config_dir(APP)),
        online=online,
        deadline_s=float(env.get("CONDUCTOR_DEADLINE") or 60.0),
        cluster=cluster_of(env.get("CONDUCTOR_CLUSTER") or "none"),
        max_cache_bytes=int(float(env.get("CONDUCTOR_CACHE_GIB") or 20) * 2**30),
        environ=dict(env),
        netrc=Path(env.get("NETRC") or Path.home() / ".netrc"),
        language_model=_language_model(env),
        place=place_of(env.get("CONDUCTOR_PLACE") or "named"),
    )


def place_of(text: str) -> Place:
    """Where processes run; raises ValueError for anything else."""
    for place in get_args(Place):
        if text == place:
            return cast(Place, place)
    raise ValueError(f"processes run local, named or nearest, got {text!r}")


def _language_model(env: Mapping[str, str]) -> LanguageModel | None:
    name, reliability = env.get("CONDUCTOR_LLM_MODEL"), env.get("CONDUCTOR_LLM_RELIABILITY")
    if not name:
        return None
    return LanguageModel(
        name=name,
        url=env.get("CONDUCTOR_LLM_URL", ""),
        reliability=float(reliability) if reliability else UNMEASURED,
        environ=dict(env),
    )


def cluster_of(text: str) -> str:
    """`none`, `local` or a scheduler's address; raises ValueError for anything else."""
    if text in ("none", "local") or text.startswith(("tcp://", "tls://", "ucx://")):
        return text
    raise ValueError(f"a cluster is none, local or a scheduler such as tcp://host:8786, got {text!r}")
