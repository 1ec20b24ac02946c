"""Methods whose body has several media types: an overload for each, with arguments of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.naming.methods import Method
from codegen.standard.media_types import is_range
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument, body_view
from codegen.views.prose import in_series
from codegen.views.requests import spread_bodies
from codegen.views.text.quoting import EMPTY, Code, code_span, join, literal, name, splice

_TEXT = "The media type of the body. The other arguments determine it if none is given."


class Way(Struct, frozen=True):
    """A media type of a body, or several that take the same arguments."""

    media_types: tuple[str, ...]
    arguments: tuple[Argument, ...]
    content_type: Argument
    """The argument that chooses this way. It is required if the other arguments do not determine it."""

    @property
    def taken(self) -> tuple[Argument, ...]:
        """All arguments."""
        return (*self.arguments, self.content_type)


class RequestView(Struct, frozen=True):
    """A request: the constant of the operation, and the arguments of its ``request``."""

    constant: Code
    values: tuple[Code, ...]


class CaseView(RequestView, frozen=True):
    """The request with a body of one media type."""

    pattern: Code
    """The media type as a pattern of ``match``; anything for the last one."""


class ChoiceView(Struct, frozen=True):
    """How the function that builds a request chooses among the media types of a body."""

    constant: Code
    """The constant with the arguments of each media type."""
    entries: tuple[Code, ...]
    """The entries of that constant."""
    media_type: Code
    """The expression for the chosen media type."""
    cases: tuple[CaseView, ...]


def ways(method: Method, api: Api, annotations: Annotations, imports: Imports) -> tuple[Way, ...]:
    """The ways to pass a body of several media types; empty if all take the same arguments."""
    found: list[Way] = []
    for one, alternative in zip(method.each, method.alternatives, strict=True):
        media = alternative.body.media[0]
        arguments = body_view(one, api, annotations, imports, is_chosen=True).arguments
        same = next((way for way in found if _silent(way.arguments) == _silent(arguments)), None)
        if same is None:
            found.append(Way((media.media_type,), arguments, _UNDECIDED))
        else:
            found[found.index(same)] = replace(same, media_types=(*same.media_types, media.media_type))
    return tuple(
        replace(way, content_type=_content_type(way, found[:index], imports))
        for index, way in enumerate(found)
    )


def _silent(arguments: Iterable[Argument]) -> list[Argument]:
    """The arguments without their texts."""
    return [replace(one, text="") for one in arguments]


_UNDECIDED = Argument("content_type", EMPTY, required=True, text=_TEXT)


def _content_type(way: Way, earlier: Iterable[Way], imports: Imports) -> Argument:
    required = all(map(is_range, way.media_types)) or not all(_differs(way, one) for one in earlier)
    default = next((one for one in way.media_types if not is_range(one)), None)
    return replace(
        _UNDECIDED,
        annotation=_one_of(way.media_types, imports),
        required=required,
        default=None if required or default is None else literal(default),
    )


def _one_of(media_types: Sequence[str], imports: Imports) -> Code:
    if any(map(is_range, media_types)):
        return imports.use("str")
    return splice("{}[{}]", imports.use("Literal"), join(", ", list(map(literal, media_types))))


def _differs(way: Way, earlier: Way) -> bool:
    """Whether the arguments that an earlier way lacks are enough to choose a way.

    The runtime looks only at their names, and at whether they are files.
    """
    others = {one.name: one for one in earlier.arguments}
    own = {one.name for one in way.arguments}
    if any(one.required and one.name not in others for one in way.arguments):
        return True
    if any(one.required and one.name not in own for one in earlier.arguments):
        return True
    differing = [one for one in way.arguments if _chooses(one, others.get(one.name))]
    shared = [one for one in way.arguments if one not in differing]
    return bool(differing) and all(one.members == others[one.name].members for one in shared)


def _chooses(argument: Argument, earlier: Argument | None) -> bool:
    """Whether an argument that an earlier way also takes is a file only for this way."""
    if earlier is None:
        return True
    is_file = argument.takes_files and not earlier.takes_files
    return is_file and set(earlier.members).issuperset(argument.others)


def merged_ways(several: Sequence[Way], annotations: Annotations, imports: Imports) -> tuple[Argument, ...]:
    """The arguments of all ways. Their types are those of any way, and none has a default."""
    found: dict[str, list[tuple[Way, Argument]]] = {}
    for way in several:
        for one in way.arguments:
            found.setdefault(one.name, []).append((way, one))
    media_types = [one for way in several for one in way.media_types]
    content_type = replace(
        _UNDECIDED,
        annotation=annotations.union([_one_of(media_types, imports)], optional=True),
        required=False,
    )
    return (*(_merged(several, uses, annotations) for uses in found.values()), content_type)


def _merged(
    several: Sequence[Way], uses: Sequence[tuple[Way, Argument]], annotations: Annotations
) -> Argument:
    members = tuple(member for _, one in uses for member in one.members)
    text = " Or: ".join(dict.fromkeys(one.text for _, one in uses if one.text))
    if len(uses) < len(several):
        media_types = [code_span(one) for way, _ in uses for one in way.media_types]
        text = f"{text} For {in_series(media_types)} only.".strip()
    return replace(
        uses[0][1],
        annotation=annotations.union(members, optional=True),
        required=False,
        text=text,
        default=None,
        members=members,
    )


def choice_view(
    method: Method,
    several: Sequence[Way],
    values: Callable[[Method], tuple[Code, ...]],
    imports: Imports,
) -> ChoiceView:
    """Describe how the media type is chosen.

    Args:
        method: The method.
        several: Its ways.
        values: Returns the arguments of ``request`` for the method with one media type.
        imports: Collects the imports of the module.
    """
    imports.use("Bodies")
    constant = name(f"{method.constant}__BODIES")
    arguments = dict.fromkeys(one.name for way in several for one in way.arguments)
    given = join(", ", [splice("{}: {}", literal(one), name(one)) for one in arguments])
    patterns = [literal(one.body.media[0].media_type) for one in method.alternatives]
    may_be_omitted = any(not body.required for body in spread_bodies(method))

    def passed(one: Method) -> tuple[Code, ...]:
        is_whole = may_be_omitted and one.keywords is None
        return (*values(one), *([Code("is_whole=True")] if is_whole else []))

    return ChoiceView(
        constant=constant,
        entries=tuple(_entries(several, imports)),
        media_type=splice("{}.chosen(content_type, {{{}}})", constant, given),
        cases=tuple(
            CaseView(name(method.constant), passed(one), pattern)
            for one, pattern in zip(method.each, [*patterns[:-1], Code("_")], strict=True)
        ),
    )


def _entries(several: Sequence[Way], imports: Imports) -> Iterator[Code]:
    for way in several:
        for media_type in way.media_types:
            taken = splice("{}({})", imports.use("Taken"), join(", ", [*_taken(way.arguments)]))
            yield splice("{}: {}", literal(media_type), taken)


def _taken(arguments: Sequence[Argument]) -> Iterator[Code]:
    kinds = {
        "required": [one for one in arguments if one.required],
        "optional": [one for one in arguments if not one.required],
        "files": [one for one in arguments if one.takes_files],
    }
    for keyword, some in kinds.items():
        if some:
            yield splice("{}=({},)", Code(keyword), join(", ", [literal(one.name) for one in some]))
