"""`changes --accept`: writes former names into the document, so that the client keeps them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from codegen.commands.client_version import Pair
from codegen.commands.edited_files import files_of, real_path, write_edits
from codegen.commands.reading import read_options
from codegen.commands.settings import Settings, is_file
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.load import parse
from codegen.document.node import Plain, plain
from codegen.document.problems import Refused
from codegen.document.rewriting import ParsedText
from codegen.document.source import read_source
from codegen.document.spelling import did_you_mean
from codegen.drift.changes.comparison import Comparison, Version
from codegen.drift.changes.printing import conclusion
from codegen.drift.editing import EditedFile, Editor
from codegen.drift.renames.declarations import Declaration, is_dropped
from codegen.drift.renames.detection import Rename, renames
from codegen.drift.renames.overlays import overlay_actions, overlay_text, toml_text
from codegen.drift.renames.printing import place, sentence, source_of
from codegen.drift.renames.supposing import Supposed, supposed
from codegen.output.files import replace_files
from codegen.pipeline import generate
from codegen.prepare.config.configuration import PROJECT, read_configuration
from codegen.views.text.printable import counted, printable


def _until(chosen: Settings, new: Version) -> str | None:
    """The version that drops the former names, if the user has chosen one."""
    given: str | None = chosen.arguments.until
    if given is None or given == "never":
        return None if given is None else ""
    if not re.search(r"[0-9]", given):
        raise Unusable(f"--until {given!r} is no version; write a version such as 3.0.0, or never")
    version = new.read.api.version
    if is_dropped(given, version):
        raise Unusable(
            f"--until {given}: info.version is {version}, so the client would drop the names at once;"
            " name a later version, or never"
        )
    return given


def command(chosen: Settings, since: str | None) -> str:
    """The command that writes all former names."""
    options = chosen.arguments
    revision = ["--since", since] if options.since and since else []
    old = ["--old", str(options.old)] if options.old else revision
    return f"{chosen.again('changes', *old)} --accept"


def accept(chosen: Settings, pair: Pair, found: Comparison, terminal: Terminal) -> int:
    """Write former names, and return the exit code: 1 if a requested name could not be kept."""
    all_renames = renames(pair.old, pair.new, found.matches)
    wanted = _named(chosen, all_renames, found)
    if not wanted:
        doubts = found.matches.doubts
        more = (
            f". {counted(len(doubts), 'part')} may be renamed; `changes` lists what is in doubt"
            if doubts
            else ""
        )
        terminal.info(f"{printable(chosen.document)}: no name to keep; nothing was written{more}\n")
        return 0

    with terminal.progress("checking the document with the former names"):
        until, is_pinning = _until(chosen, pair.new), chosen.arguments.pin
        result = supposed(wanted, until, found, is_pinning=is_pinning)
        left = [f"{sentence(one)}\n  {why[:1].upper()}{why[1:]}." for one, why in result.impossible]
        done = _write(chosen, pair.new, result, terminal, left) if result.declarations else []
    if done:
        lines: list[str] = []
        for one in done:
            line = one.line(source_of(one, pair.new.read.source))
            lines += [printable(sentence(one.rename)), f"    {printable(line)}"]
        terminal.info("\n".join([*lines, "", *_verdicts(found, result), ""]))
    if left:
        listed = "\n".join(map(printable, "\n".join(left).splitlines()))
        terminal.error(f"No line can keep these names:\n{listed}\n")
    return 1 if left else 0


def _verdicts(found: Comparison, result: Supposed) -> list[str]:
    was, then = found.report.verdict, result.report.verdict
    changed = f"This was a {was} release" + (
        f"; now it is a {then} one." if was != then else ", and still is."
    )
    return [changed, *conclusion(result.report)[1:]]


def _named(chosen: Settings, found: Sequence[Rename], comparison: Comparison) -> list[Rename]:
    """The renames that the user names; all if none.

    Raises:
        Unusable: No rename has one of the names.
    """
    names: list[str] = chosen.arguments.accept
    wanted: list[Rename] = []
    for name in names:
        fitting = [one for one in found if name in one.names]
        if not fitting:
            raise Unusable(_unknown(name, found, comparison, chosen))
        wanted += [one for one in fitting if one not in wanted]
    return wanted if names else [*found]


def _unknown(name: str, found: Sequence[Rename], comparison: Comparison, chosen: Settings) -> str:
    if is_file(name) and Path(name).is_file() and name != chosen.document:
        return f"{name} is a file; name the document before --accept"
    for owner, doubt in comparison.matches.doubts:
        if name == doubt.name or name in doubt.candidates:
            fitting = " or ".join(map(repr, doubt.candidates))
            return (
                f"{doubt.name!r} of {owner} may be {fitting} now: nothing is guessed."
                f"\nWrite `x-renamed-from: {doubt.name}` beside the right one"
            )
    symbols = [one.old_symbol for one in found]
    listed = "\n".join(f"  {one.old_symbol}, now {one.new_symbol}" for one in found[:_MOST])
    more = f"\n  and {len(found) - _MOST} more" if len(found) > _MOST else ""
    known = f"; these are:\n{listed}{more}" if found else "; there are none"
    return f"{name!r} is none of the names that can be kept{did_you_mean(name, symbols)}{known}"


_MOST = 20


def _write(
    chosen: Settings, new: Version, result: Supposed, terminal: Terminal, left: list[str]
) -> list[Declaration]:
    """Write the declarations, or print them if they cannot be written. Return those that were written."""
    declarations = [*result.declarations]
    into: Path | None = chosen.arguments.into or (chosen.overlays[-1] if chosen.overlays else None)
    actions = overlay_actions(declarations, new.read.root)
    if into is not None:
        _into_overlay(chosen, into, actions, new)
        terminal.info(f"{into}: {counted(len(actions), 'action')} added\n")
        return declarations
    if not is_file(chosen.document):
        terminal.output(overlay_text(actions, new.read.api.title))
        what = "the standard input" if chosen.document == "-" else chosen.document
        terminal.error(
            f"{what} cannot be written: put the lines above into an overlay, and give it with --overlay."
            " --into FILE writes them there\n"
        )
        return []
    if chosen.configuration is not None and chosen.configuration.values.get("actions"):
        path = _into_configuration(chosen, actions)
        terminal.info(f"{path}: {counted(len(actions), 'action')} added\n")
        return declarations
    return _into_document(chosen, new, declarations, terminal, left)


def _into_document(
    chosen: Settings,
    new: Version,
    declarations: Sequence[Declaration],
    terminal: Terminal,
    left: list[str],
) -> list[Declaration]:
    def check(files: Sequence[EditedFile]) -> None:
        _check(chosen, {real_path(file): file.text for file in files})

    editor = Editor(new.read.source, files_of(new.read.source, chosen), check)
    files, reasons = editor.edited([one.changes for one in declarations])
    for index, reason in reasons.items():
        one = declarations[index]
        line = one.line(source_of(one, new.read.source))
        left.append(
            f"{sentence(one.rename)}\n  It cannot be written: {reason}. Write at {place(one, new)}: {line}"
        )
    write_edits(files)
    for file in files:
        terminal.info(f"{file.source.name}: edited\n")
    return [one for index, one in enumerate(declarations) if index not in reasons]


def _into_overlay(chosen: Settings, into: Path, actions: Sequence[Plain], new: Version) -> None:
    """Add actions to an overlay. Create it if it does not exist."""
    if into.exists():
        source = read_source(into)
        written = ParsedText(source)
        data = {**written.data, "actions": [*written.data.get("actions", []), *actions]}
        text = EditedFile(source, written.edits(data)).text
        if plain(parse(source.with_text(text))) != data:
            raise Unusable(f"{into} is written in a way that is not edited, such as with an alias of YAML")
        mark = source.mark
    else:
        text, mark = overlay_text(actions, new.read.api.title), ""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, into.name)
        copy.write_text(text, encoding="utf-8")
        used = [copy if one == into else one for one in chosen.overlays]
        tried = replace(chosen, overlays=tuple(used if into in chosen.overlays else [*used, copy]))
        _check(tried, {})
    replace_files({into: (mark + text).encode()})


def _into_configuration(chosen: Settings, actions: Sequence[Plain]) -> Path:
    """Add actions at the end of the configuration."""
    configuration = chosen.configuration
    assert configuration is not None  # noqa: S101 - the caller has looked
    path = Path(configuration.source.name)
    table = ".".join([*map(str, configuration.under), "actions"])
    text = configuration.source.text.rstrip("\n") + "\n" + toml_text(actions, table)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, PROJECT if path.name == PROJECT else path.name)
        copy.write_text(text, encoding="utf-8")
        try:
            tried = replace(read_configuration(copy), folder=configuration.folder)
        except Refused as refused:
            lines = toml_text(actions, table)
            raise Unusable(
                f"{path}: these lines cannot be added at its end: {refused.problems[0].message}"
                f"\nAdd them to its `actions`:\n{lines}"
            ) from refused
        _check(replace(chosen, configuration=tried), {})
    replace_files({path: text.encode("utf-8", "surrogateescape")})
    return path


def _check(chosen: Settings, instead: dict[Path, str]) -> None:
    """Generate the client without writing it.

    Raises:
        Refused: A build would refuse the document.
    """
    generate(chosen.spec, read_options(chosen, instead), templates=chosen.templates)
