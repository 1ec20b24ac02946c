"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations
