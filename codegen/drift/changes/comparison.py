"""Compares two versions of an API: the differences on the wire, and their effects on programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.document.problems import Refused
from codegen.drift.changes.classes import class_effects
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.differences import Aspect, Difference, Differences, Part, definite
from codegen.drift.changes.effects import Effect
from codegen.drift.changes.matches import Matches, all_matches
from codegen.drift.changes.methods import method_effects
from codegen.drift.changes.operations import Operations
from codegen.drift.changes.other_names import as_recorded, keeping
from codegen.drift.changes.package import error_effects, package_effects
from codegen.drift.changes.report import Entry, Report, by_severity
from codegen.drift.changes.rules import RULES, Shift
from codegen.drift.changes.schemas import Schemas, Side
from codegen.drift.changes.surface import Surface, surface
from codegen.drift.formats import Spot
from codegen.model.api import Api
from codegen.naming.names import name_client
from codegen.output.record import Record
from codegen.pipeline import Understood


class Version(Struct, frozen=True):
    """One version of an API, with the surface of its client."""

    read: Understood
    surface: Surface
    shown: Mapping[str, str] = field(default_factory=dict)
    """The replacements for prefixes of file names: ``v1.0:`` instead of a temporary folder."""

    @classmethod
    def of(cls, read: Understood, shown: Mapping[str, str]) -> Version:
        """Name the client of a document.

        Raises:
            Refused: Two parts of the document would have the same name in Python.
        """
        with _placed(read):
            names = name_client(read.api)
            return cls(read, keeping(surface(read.api, names), names), shown)

    def with_former(self, api: Api) -> Version:
        """The same version with the former names of another model.

        Raises:
            Refused: The client cannot keep one.
        """
        with _placed(self.read):
            return replace(self, surface=keeping(self.surface, name_client(api)))

    def as_made(self, made: Record | None) -> Version:
        """The version with the names in the record of its client, if the record is of the same document."""
        if made is None or not made.is_of(self.read.written):
            return self
        return replace(self, surface=as_recorded(self.surface, made.names))

    def located(self, part: Pointer | None) -> Spot | None:
        """The place of a part."""
        if part is None:
            return None
        place = self.read.source.place(part, "key")
        return Spot(renamed(self.read.source.file(place).name, self.shown), place.line, place.column)


@contextmanager
def _placed(read: Understood) -> Iterator[None]:
    """Add the source of a document to its problems."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.problems, read.source) from refused


def renamed(text: str, shown: Mapping[str, str]) -> str:
    """A text with the names of files replaced."""
    for beginning, name in shown.items():
        text = text.replace(f"{beginning}/", name)
    return text


class Comparison(Struct, frozen=True):
    """The report of the changes between two versions, and their corresponding parts."""

    old: Version
    new: Version
    report: Report
    matches: Matches
    differences: tuple[Difference, ...]
    """On the wire."""

    def with_new(self, new: Version, matches: Matches) -> Comparison:
        """The comparison with another client of the new document, without comparing the documents again."""
        effects = _effects(self.old, new, matches)
        return _concluded(self.old, new, self.differences, effects, matches)


def comparison(old: Version, new: Version) -> Comparison:
    """Compare two versions, and match their parts."""
    return _concluded(old, new, *findings(old, new))


def _concluded(
    old: Version,
    new: Version,
    differences: Sequence[Difference],
    effects: Sequence[Effect],
    matches: Matches,
) -> Comparison:
    entries = _entries(differences, effects, old, new)
    report = Report(
        entries=tuple(sorted(entries, key=by_severity)),
        old_version=old.read.api.version,
        new_version=new.read.api.version,
        title=new.read.api.title,
    )
    return Comparison(old, new, report, matches, tuple(differences))


def findings(old: Version, new: Version) -> tuple[list[Difference], list[Effect], Matches]:
    """Find the differences on the wire, the effects on programs, and the parts that match."""
    into: Differences = {}
    schemas = Schemas(_side(old), _side(new))
    operations = Operations(old.read.api, new.read.api, schemas, into)
    operations.compare()
    matches = all_matches(old.surface, new.surface, operations, schemas)
    return [*into.values()], _effects(old, new, matches), matches


def _effects(old: Version, new: Version, matches: Matches) -> list[Effect]:
    clients = Clients(old.surface, new.surface, matches)
    kinds = (package_effects, class_effects, error_effects, method_effects)
    return [one for effects in kinds for one in effects(clients)]


def _side(version: Version) -> Side:
    return Side(version.read.root, version.read.simplified, version.surface.keys)


def _entries(
    differences: Iterable[Difference], effects: Iterable[Effect], old: Version, new: Version
) -> Iterator[Entry]:
    """Make one entry of all differences and effects of one aspect of one part."""
    groups: dict[tuple[Part, Aspect], tuple[list[Difference], list[Effect]]] = {}
    for difference in differences:
        key = difference.part, RULES[difference.rule].aspect
        groups.setdefault(key, ([], []))[0].append(difference)
    halves: dict[tuple[Part, Aspect], Part] = {}
    for part, aspect in groups:
        halves[(part[0], None), aspect] = halves[(None, part[1]), aspect] = part
    for effect in effects:
        # An argument is removed although its property remains if the property became read-only.
        part = halves.get((effect.part, effect.aspect), effect.part)
        groups.setdefault((part, effect.aspect), ([], []))[1].append(effect)
    for (part, _), (found, noticed) in groups.items():
        yield _entry(part, found, noticed, old, new)


def _entry(
    part: Part, differences: Sequence[Difference], effects: Sequence[Effect], old: Version, new: Version
) -> Entry:
    sentences = list(dict.fromkeys([*_sentences(differences), *(one.text for one in effects)]))
    broken = [one for one in differences if RULES[one.rule].breaks(one.direction)]
    reasons = [RULES[one.rule].reason(one.direction) for one in broken or differences]
    worst = next((one for one in effects if one.callers), None) or next(
        (one for one in effects if one.readers), None
    )
    shown = worst or next(iter(effects), None)
    place = (broken or [*differences])[0].place if differences else part
    return Entry(
        rules=tuple(
            dict.fromkeys([*(_id(one) for one in differences), *(f"python-{one.rule}" for one in effects)])
        ),
        sentences=tuple(sentences),
        why=tuple(dict.fromkeys(filter(None, reasons))),
        old=old.located(place[0]),
        new=new.located(place[1]),
        wire=bool(broken),
        callers=any(one.callers for one in effects),
        readers=any(one.readers for one in effects),
        is_addition=any(RULES[one.rule].shift in {Shift.ADDED, Shift.WIDENED} for one in differences)
        or any(one.adds or one.rule.endswith("added") for one in effects),
        symbols=tuple(dict.fromkeys(one.symbol for one in effects)),
        before=shown.before if shown else "",
        after=shown.after if shown else "",
    )


def _id(one: Difference) -> str:
    return f"{one.direction}-{one.rule}" if one.direction else one.rule


def _sentences(differences: Sequence[Difference]) -> Iterator[str]:
    """A sentence for each difference. Equal differences of requests and responses share one."""
    same: dict[tuple[str, str], list[Difference]] = {}
    for one in differences:
        said = RULES[one.rule].says.format(subject=definite(one.subject), was=one.was, now=one.now)
        same.setdefault((said[0].upper(), said[1:]), []).append(one)
    for (first, rest), found in same.items():
        one_way = len({one.direction for one in found}) == 1 and found[0].is_shared
        yield f"{first}{rest}{f', in {found[0].direction}s' if one_way else ''}."
