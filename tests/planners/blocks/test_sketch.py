from __future__ import annotations

from planners.blocks.sketch import Sketch
from planners.plan import Ref


def test_the_same_step_asked_twice_is_one_step() -> None:
    sketch = Sketch()
    first, second = (sketch.add("search", "esgf", "search", family="esgf", facets={"a": ["b"]}) for _ in range(2))
    assert first == second == "s1" and len(sketch.steps) == 1


def test_steps_that_differ_are_numbered_in_turn() -> None:
    sketch = Sketch()
    cube = sketch.process("merge_cubes", data=[])
    assert sketch.process("anomaly", data=cube) == Ref(from_step="s2", output="cube")
    assert [s.needs for s in sketch.steps] == [(), ("s1",)]
