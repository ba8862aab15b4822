"""Every kind of step has a few words for people."""

from __future__ import annotations

import pytest

from conductor.interfaces.steps import label_of
from planners.plan import Step


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (Step(id="s1", kind="search", source="esgf", operation="search"), "searching ESGF catalogues"),
        (Step(id="s2", kind="load", source="files", operation="load"), "fetching the files that serve"),
        (
            Step(id="s3", kind="process", source="local-processes", operation="merge_cubes"),
            "merge cubes at local-processes",
        ),
        (Step(id="s4", kind="infer", source="local-models", operation="s2cloudless"), "running the model s2cloudless"),
        (Step(id="s5", kind="fuse", source="conductor", operation="respond"), "weighing the evidence"),
    ],
)
def test_a_step_has_a_label(step: Step, label: str) -> None:
    assert label_of(step) == label
