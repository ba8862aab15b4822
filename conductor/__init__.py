"""Ask a question about climate or Earth observation; get a ranked series of answers. The public names, imported when used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conductor.answer import Answer, Clarification, Response, Understanding
    from conductor.ask import Conductor
    from conductor.errors import BadQuestion, ConductorError, NothingUsable, OverBudget
    from conductor.question import Question, Turn
    from conductor.settings import Settings

__all__ = [
    "Answer",
    "BadQuestion",
    "Clarification",
    "Conductor",
    "ConductorError",
    "NothingUsable",
    "OverBudget",
    "Question",
    "Response",
    "Settings",
    "Turn",
    "Understanding",
]

_HOMES = {
    "conductor.answer": ("Answer", "Clarification", "Response", "Understanding"),
    "conductor.ask": ("Conductor",),
    "conductor.errors": ("BadQuestion", "ConductorError", "NothingUsable", "OverBudget"),
    "conductor.question": ("Question", "Turn"),
    "conductor.settings": ("Settings",),
}


def __getattr__(name: str) -> Any:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'conductor' has no attribute {name!r}")
    return getattr(import_module(home), name)
