"""The installed command of the generator: ``wholespec``, or ``python -m wholespec``.

In a wheel, this folder also contains `codegen`, `templates` and `docs`, in the layout of the repository.
"""
