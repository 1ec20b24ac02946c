"""Whole folders of documents, put through the generator and judged from outside: `python -m corpus FOLDER`.

The generator's own ledger says that nothing is lost. Here its word is checked by means that share nothing
with it but the loader: the parts of each document are counted in its own text (`original`, `count`) and in
the syntax tree of the emitted package (`emitted`), and every operation is called (`call`) against a server
in the same process (`serve`) which reads the request by the standard's own tables (`styles`, `bodies`),
and answers with values that a validator has found to fit the document's schemas (`schemas`, `synthesise`).

Each document has a process, a time and an amount of memory of its own (`processes`, `examine`). Nothing of
the generating path imports this package.
"""
