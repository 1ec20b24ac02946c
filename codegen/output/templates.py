"""The templates of a client: those of the generator, and a folder of the user's that replaces some of them.

- ``X.jinja`` is rendered with its view.
- ``_x.jinja``, without another extension, is a part of other templates.
- A file next to a template with the same name is a stand-in, for testing the runtime in place. It is not
  copied.
- Any other file of the package, and the license, is copied byte for byte.

In the user's folder, a file replaces the file or the template of the same path. Others are copied, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
)

from codegen.document.failures import Unusable
from codegen.output.compiled_templates import compiled_templates
from codegen.views.text.quoting import Code

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


@dataclass(frozen=True)
class Templates:
    """The templates of the generator, and those that replace them."""

    own: Path | None = None
    """The folder of the user's templates."""

    def rendered(self, path: str, view: object) -> str:
        """Return the text of the file that has this path in the templates.

        Raises:
            Unusable: A template of the user's is wrong. The message names file and line.
        """
        if path in self._own_files:
            return self._own_files[path]
        try:
            return self._environment.get_template(f"{path}.jinja").render(view=view)
        except TemplateSyntaxError as error:
            if self.own and error.filename and Path(error.filename).is_relative_to(self.own):
                raise Unusable(f"{error.filename}:{error.lineno}: {error.message}") from error
            raise
        except (TemplateError, TypeError) as error:
            raise self._blamed(error) from error

    def replaces(self, path: str) -> bool:
        """Whether the user has a file of this path."""
        return path in self._own_files

    @property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 of each template of the generator that is not replaced, by its path.

        Files that are copied unchanged are not here: their copies have digests of their own in the record.
        """
        return {
            path: digest for path, digest in _digests() if not self.own or not (self.own / path).is_file()
        }

    @property
    def own_digests(self) -> Mapping[str, str]:
        """The SHA-256 of each template and each file of the user's, by its path."""
        files = [] if self.own is None else [(self.own, file) for file in sorted(self.own.rglob("*"))]
        return {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for folder, file in files
            if file.is_file() and not {"__pycache__", ".git"} & {*file.parts}
        }

    def copied(self) -> Mapping[str, str]:
        """The files that are the same for every API, by path."""
        return {**_real_files(), **self._own_files}

    @cached_property
    def _environment(self) -> Environment:
        if self.own is None:
            return _environment_of_generator()
        return template_environment(self.own, TEMPLATES)

    @cached_property
    def _own_files(self) -> dict[str, str]:
        """The text of the user's files that are not templates.

        Raises:
            Unusable: A template replaces nothing, or a file cannot be read.
        """
        if self.own is None:
            return {}
        if not self.own.is_dir():
            raise Unusable(f"{self.own}: there is no such folder of templates")
        files: dict[str, str] = {}
        for file in sorted(self.own.rglob("*")):
            path = file.relative_to(self.own).as_posix()
            if not file.is_file() or {"__pycache__", ".git"} & {*file.parts}:
                continue
            if file.suffix == ".jinja":
                _must_replace(path, file)
                continue
            try:
                files[path] = file.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise Unusable(f"{file}: templates are text in UTF-8") from error
        return files

    def _blamed(self, error: Exception) -> Exception:
        """The error with the place in a template of the user's; itself if it comes from another."""
        places = [
            f"{frame.f_code.co_filename}:{line}"
            for frame, line in walk_tb(error.__traceback__)
            if self.own and Path(frame.f_code.co_filename).is_relative_to(self.own)
        ]
        return Unusable(f"{places[-1]}: {error}") if places else error


def _must_replace(path: str, file: Path) -> None:
    is_part = file.name.startswith("_") and "." not in file.stem
    if is_part or (TEMPLATES / path).exists():
        return
    known = [one.relative_to(TEMPLATES).as_posix() for one in TEMPLATES.rglob("*.jinja")]
    near = get_close_matches(path, known, 1)
    advice = f"did you mean {near[0]}?" if near else "parts of other templates are named _x.jinja"
    raise Unusable(f"{file}: the generator has no template {path}; {advice}")


@cache
def _environment_of_generator() -> Environment:
    return template_environment(TEMPLATES, compiled=compiled_templates(TEMPLATES, Path(__file__)))


def template_environment(*folders: Path, compiled: BytecodeCache | None = None) -> Environment:
    """The environment for templates in these folders. Each is taken from the first that has it."""
    return Environment(  # noqa: S701 - the output is not HTML; `Code` replaces escaping
        loader=FileSystemLoader([*folders]),
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        finalize=_only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _only_code(value: object) -> object:
    if isinstance(value, Undefined):
        str(value)  # raises the error that names what is missing
    if type(value) is not Code:
        raise TypeError(f"a template received unquoted text: {value!r}")
    return value


@cache
def _real_files() -> Mapping[str, str]:
    """The text of each file of the generator that is copied, by its path."""
    found: dict[str, str] = {}
    for file in (TEMPLATES / "LICENSE", *sorted((TEMPLATES / "package").rglob("*"))):
        rendered = file.suffix == ".jinja" or file.with_name(f"{file.name}.jinja").exists()
        if file.is_file() and not rendered and "__pycache__" not in file.parts:
            found[file.relative_to(TEMPLATES).as_posix()] = file.read_text(encoding="utf-8")
    return found


@cache
def _digests() -> tuple[tuple[str, str], ...]:
    """The SHA-256 of each template of the generator, by its path."""
    files = sorted(TEMPLATES.rglob("*.jinja"))
    return tuple(
        (file.relative_to(TEMPLATES).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in files
    )
