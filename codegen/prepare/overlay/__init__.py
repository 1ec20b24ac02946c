"""Changes a document that one does not own, as OpenAPI Overlays 1.0 and 1.1 and configurations ask.

`reading` reads an overlay, `editing` changes the document and keeps the places of its parts, and `applying`
applies actions to it. The parts that an action adds have their places in the file of the action, so
a problem with it is reported there.
"""
