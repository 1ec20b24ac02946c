"""Parses arguments, and suggests what a wrong one may have meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose errors name the argument that was probably meant."""

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse the arguments of a command. Wrong ones end the program with a message and exit code 2."""
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            chosen = next(self._commands(options.command), self)
            chosen.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options

    def error(self, message: str) -> NoReturn:
        """Print the usage and the message, and end the program with exit code 2."""
        super().error(message + self._suggestion(message))

    def _suggestion(self, message: str) -> str:
        if match := re.search(r"unrecognized arguments: (?:.* )??(--?[\w-]+)", message):
            known = [option for action in self._actions for option in action.option_strings]
        elif match := re.search(r"invalid choice: '(.*?)' ", message):
            known = [str(one) for one in self._choices(message)]
        else:
            return ""
        from difflib import get_close_matches

        likely = get_close_matches(match[1], known, n=1)
        return f"; did you mean {likely[0]}?" if likely else ""

    def _choices(self, message: str) -> Iterator[object]:
        """The choices of the argument that an error is about."""
        for action in self._actions:
            names = [*action.option_strings, str(action.metavar)]
            if action.choices and any(
                f"argument {name}" in message for name in ("/".join(names[:-1]), *names)
            ):
                yield from action.choices

    def _commands(self, name: str) -> Iterator[Parser]:
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - it has no public name
                yield action.choices[name]
