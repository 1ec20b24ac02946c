"""Chooses all Python names of a client, one scope at a time, when the whole model is known.

`words` splits and joins text, `strategies` derive one name, `scopes` choose all names of a scope, `reserved`
lists what they must avoid. `hints` reads extensions, `groups` sorts operations into resources. `names` puts
together what `distribution`, `components`, `resources`, `methods`, `arguments` and `credentials` name.
docs/names.md has the rules.
"""
