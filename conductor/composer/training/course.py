"""The course: everything from the published encoder to the tagger's files, seeded from the first question to the last."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from conductor.composer.training.batches import Row, encoded
from conductor.composer.training.encoder import encoder, kept, tokenizer
from conductor.composer.training.examples import Example, Said, generated, labelled
from conductor.composer.training.export import export, keep_figures
from conductor.composer.training.fillers import HELD_OUT, Name, is_held_out, linkable
from conductor.composer.training.fitting import Recipe, fit, score
from conductor.composer.training.network import Network, network
from conductor.composer.training.quantised import installed, read
from conductor.composer.training.wordings import templates
from connectors.vocabulary import tables

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LANGUAGES = ("en", "fr")
PIECES = 34_000
UNFINISHED = "epoch.pt"  # the weights after the last whole epoch, gone when the tagger is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a tagger is made: `questions` are generated for training and a sixtieth as many, of other wordings, for checks."""

    questions: int = 40_000
    pieces: int = PIECES
    recipe: Recipe = Recipe(epochs=2)
    threads: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a course works with: the network, its tokenizer and entries, the questions to learn, the sets to measure on."""

    net: Network
    words: Tokenizer
    entries: tuple[str, ...]
    lessons: tuple[Row, ...]
    checks: Mapping[str, tuple[Row, ...]]


def train(course: Course, *, folder: Path, checks: Sequence[Path], told: Callable[[str], None]) -> Mapping[str, Any]:
    """Train, export and measure a tagger; returns its figures, which it leaves beside it too.

    `checks` are labelled sets: no example is learnt from them, the first chooses the epoch that is kept.
    """
    import torch

    torch.set_num_threads(course.threads)
    torch.manual_seed(course.recipe.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    begun = time.monotonic()
    material = gathered(course, checks=checks, told=told)
    deciding = checks[0].name if checks else next(iter(material.checks))
    epochs: list[dict[str, Any]] = []
    losses: list[float] = []

    def after(epoch: int) -> float:
        epochs.append(measured(material.net, material.checks, device=device))
        told(f"epoch {epoch + 1}, {time.monotonic() - begun:.0f} s: {epochs[-1]}")
        keep_weights(material.net, folder)
        return float(epochs[-1][deciding]["action"])

    fit(
        material.net, material.lessons, recipe=course.recipe, device=device, told=told, after=after, losses=losses
    )  # fmt: skip
    export(material.net, material.words, material.entries, folder=folder)
    (folder / UNFINISHED).unlink(missing_ok=True)
    figures = {"course": asdict(course), "device": device, "seconds": round(time.monotonic() - begun), "loss": losses}
    figures |= {"epochs": epochs, "names held out": f"one in {HELD_OUT}"}
    figures["templates"] = {language: len(templates(language)) for language in LANGUAGES}
    figures["wordings"] = {language: sum(t.wordings for t in templates(language)) for language in LANGUAGES}
    keep_figures(figures, folder=folder)
    return figures


def gathered(course: Course, *, checks: Sequence[Path], told: Callable[[str], None]) -> Material:
    """Generate the questions, open the encoder and make all of it numbers."""
    seed = course.recipe.seed
    examples = generated(count=course.questions, seed=seed)
    told(f"{len(examples)} questions generated")
    source = read(installed())
    pieces = kept(source, _texts(examples), most=course.pieces)
    told(f"{len(pieces)} pieces kept of {len(source.pieces)}")
    words, entries = tokenizer(source, pieces), taught_entries()
    numbers = {entry: i for i, entry in enumerate(entries)}
    unseen = generated(count=max(50, course.questions // 60), seed=seed + 1, held_out=True)
    sets = {"generated, wordings held out": unseen, **{path.name: labelled(path) for path in checks}}
    sets["entries, names held out"] = held_out_names()
    return Material(
        net=network(encoder(source, pieces), entries=len(entries)), words=words, entries=entries,
        lessons=encoded(examples, words, numbers), checks={name: encoded(of, words, numbers) for name, of in sets.items()},
    )  # fmt: skip


def keep_weights(net: Network, folder: Path) -> None:
    """Leave the network as it is after an epoch, so that a training cut short is not lost."""
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), folder / UNFINISHED)


def measured(net: Network, rows: Mapping[str, tuple[Row, ...]], *, device: str) -> dict[str, Any]:
    """The scores on every set that is not trained on."""
    return {name: asdict(score(net, of, device=device)) for name, of in rows.items()}


def taught_entries() -> tuple[str, ...]:
    """Every vocabulary entry that spans are linked to: quantities, indicators, spectral indices, phenomena."""
    return tuple(sorted({name.entry for language in LANGUAGES for name in linkable(language)}))


def held_out_names() -> tuple[Example, ...]:
    """The names that training never shows, alone, as examples."""
    return tuple(_named(name, language) for language in LANGUAGES for name in linkable(language) if is_held_out(name))


def _named(name: Name, language: str) -> Example:
    slot = "phenomenon" if name.entry.startswith("phenomenon:") else "quantity"
    return Example(
        text=name.text, language=language, actions=(), flags=frozenset(),
        spans=(Said(start=0, end=len(name.text), slot=slot, entry=name.entry),),
    )  # fmt: skip


def _texts(examples: Sequence[Example]) -> list[str]:
    """What the pieces are chosen for: the frequent words of both languages and the questions themselves."""
    ordinary = [row[0] for language in LANGUAGES for row in tables.rows(f"ordinary_{language}")]
    return [*ordinary, *(example.text for example in examples[::4])]


def quick(course: Course) -> Course:
    """The same course over few questions, to see that it works."""
    return replace(course, questions=400, recipe=replace(course.recipe, epochs=1))
