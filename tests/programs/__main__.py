"""The command ``python -m tests.programs``."""

from __future__ import annotations

import sys

from tests.programs.checking import main

sys.exit(main())
