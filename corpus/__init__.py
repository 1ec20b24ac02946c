"""Generates clients for whole folders of documents and tests them independently: `python -m corpus FOLDER`.

The ledger of the generator claims that nothing is lost. This package verifies the claim. It shares only the
loader with the generator. It counts the parts of each document in the original text (`original`, `count`) and
in the syntax tree of the emitted package (`emitted`). It calls every operation (`call`) against a server in
the same process (`serve`). The server decodes requests according to the tables of the standard (`styles`,
`bodies`), and sends responses that a validator has accepted (`schemas`, `synthesise`).

Each document has its own process, time limit and memory limit (`processes`, `examine`). The generator does
not import this package.
"""
