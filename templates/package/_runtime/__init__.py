"""The runtime, which is the same for every API: it builds and sends requests and reads responses.

How a call flows: `_operation` builds a request from the arguments. A driver in `_client` sends it.
`_call` decides how many attempts there are, and asks `_retry` after each. If `on_drift` is used,
`_watch` compares the last response with the document. `_reading` decodes it, or raises an error.
"""

from ._operation import Operation, Request
from ._resource import AsyncResource, Resource

__all__ = ["AsyncResource", "Operation", "Request", "Resource"]
