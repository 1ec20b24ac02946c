"""The runtime is tested where it stands: `templates/package` is imported as `package`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "templates"))
