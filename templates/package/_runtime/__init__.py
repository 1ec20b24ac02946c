"""What is the same for every API: building requests, sending them, reading answers.

How a call flows: `_operation` builds a request of the arguments; a driver in `_client` sends it for
as many attempts as `_call` says, which asks `_retry` what follows each; `_reading` makes a value or
an error of the last answer, and `_watch` looks at it before, for clients that are made so.
"""

from ._operation import Operation, Request
from ._resource import AsyncResource, Resource

__all__ = ["AsyncResource", "Operation", "Request", "Resource"]
