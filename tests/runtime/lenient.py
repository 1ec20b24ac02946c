"""Values that are read leniently."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

from package._runtime._content import json_content
from package._runtime._drift import Deviation
from package._runtime._reading import leniently


def read(kind: Any, body: Any) -> tuple[Any, list[Deviation]]:
    found = leniently(kind, body)
    assert found is not None
    value, deviations = found
    assert json.loads(json_content(value)) == body
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
    return value, [*deviations]
