"""Changes a document that one does not own, as OpenAPI Overlays 1.0 and 1.1 and configurations ask.

`reading` reads an overlay, `editing` changes the document and keeps the places of its parts, and `applying`
applies actions to it. Whatever an action brings into the document has its place in the file of the action, so
a problem with it is reported there.
"""
