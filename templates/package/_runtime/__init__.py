"""What is the same for every API: building requests, sending them, reading answers.

Read it in this order: `_operation` builds a request, `_client` drives it through the attempts that
`_retry` decides on, `_reading` makes a value or an error of the answer.
"""
