"""Settings: what the options of `extract` are where the command line does not give them.

An option is looked for on the command line, in the file of `--config`, in the environment (`BNNEXTRACT_NO_EVENTS`), in
`bnnextract.toml` of the working folder or else the table `tool.bnnextract` of its `pyproject.toml`, and in
`bnnextract/config.toml` of the user's configuration folder ($XDG_CONFIG_HOME, else `~/.config`). The first that has it
counts. A setting goes by the option's name without the dashes before it. Other commands heed those that they share.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click

from bnnextract.cli.shared import BRIEFLY, StoppedError

F = TypeVar("F", bound=Callable[..., Any])

NOTES = "bnnextract.notes"
"""Where a context keeps what is to be told of the settings, by how much `-v` has to ask for it."""

_NO_SETTINGS = frozenset({"help", "config", "lang", "debug"})
_PREFIX = "BNNEXTRACT_"


@dataclass(frozen=True, slots=True)
class _Source:
    """Where settings were found: a name, none for the environment, the folder that paths run from, the text, its table."""

    name: str
    folder: Path
    text: str = ""
    table: str = ""

    def place(self, key: str) -> str:
        """Give the place where a key is set."""
        begin = self.text.find(f"[{self.table}]") if self.table else 0
        found = re.compile(rf"^[ \t]*([\"']?){re.escape(key)}\1[ \t]*=", re.MULTILINE).search(self.text, max(begin, 0))
        return self.name if found is None else f"{self.name}:{self.text.count(chr(10), 0, found.start()) + 1}"


def config_option(*, but: Collection[str] = ()) -> Callable[[F], F]:
    """Give a command `--config` and the settings; `but` are options of its own that only share a setting's name."""

    def set_defaults(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if not context.resilient_parsing:
            _set_defaults(context, value, but)

    return click.option(
        "--config",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        is_eager=True,
        expose_value=False,
        callback=set_defaults,
        help="Take the options that are not given here from this TOML file.",
    )


def _set_defaults(context: click.Context, config: str | None, but: Collection[str]) -> None:
    root = context.find_root().command
    known = settings_of(root.commands["extract"]) if isinstance(root, click.Group) else {}
    found: dict[str, Any] = {}
    sources = [*_files(), _environment(known), *([_file(Path(config), "")] if config else [])]
    notes = context.meta.setdefault(NOTES, [])
    for source, values in sources:
        found |= _checked(source, values, known, context)
        if values:
            message = _("settings of {place}: {keys}").format(place=source.name or _("the environment"), keys=", ".join(values))
            notes.append((BRIEFLY, message))
    mine = {key: option for key, option in settings_of(context.command).items() if key not in but}
    context.default_map = {option.name: found[key] for key, option in mine.items() if key in found and option.name}


def settings_of(command: click.Command) -> dict[str, click.Option]:
    """Give the options of a command that can be set otherwise, by name."""
    named = {max(option.opts, key=len).lstrip("-"): option for option in command.params if isinstance(option, click.Option)}
    return {name: option for name, option in named.items() if name not in _NO_SETTINGS}


def _files() -> list[tuple[_Source, Mapping[str, Any]]]:
    """Give the settings of the files that are looked for, those that count less first."""
    home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    user = Path(home).expanduser() / "bnnextract" / "config.toml"
    found = [_file(user, "")] if user.is_file() else []
    own, project = Path("bnnextract.toml"), Path("pyproject.toml")
    if own.is_file():
        found.append(_file(own, ""))
    elif project.is_file():
        found.append(_file(project, "tool.bnnextract"))
    return found


def _file(path: Path, table: str) -> tuple[_Source, Mapping[str, Any]]:
    """Read the settings of a file, from a table of it where one is told."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise StoppedError(_("{path}: {reason}").format(path=path, reason=error.strerror or error)) from None
    except UnicodeDecodeError:
        raise StoppedError(_("{path}: not in UTF-8; save it so").format(path=path)) from None
    source = _Source(str(path), path.parent, text, table)
    if table not in text:
        return source, {}
    import tomllib

    try:
        values: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, line, column = _fault(str(error))
        place = f"{path}:{line}:{column}" if line else f"{path}:{text.count(chr(10)) + 1}"
        raise StoppedError(_("{place}: no valid TOML: {message}").format(place=place, message=message)) from None
    for part in filter(None, table.split(".")):
        values = values.get(part, {}) if isinstance(values, dict) else {}
    return source, values if isinstance(values, dict) else {}


def _fault(told: str) -> tuple[str, str | None, str | None]:
    """Take apart what tomllib tells: the fault, its line and its column, which are None at the file's end."""
    found = re.fullmatch(r"(.*?)(?: \(at (?:line (\d+), column (\d+)|end of document)\))?", told, re.DOTALL)
    return (found[1], found[2], found[3]) if found else (told, None, None)


def _environment(known: Mapping[str, click.Option]) -> tuple[_Source, Mapping[str, Any]]:
    values: dict[str, Any] = {}
    for key, option in known.items():
        text = os.environ.get(_variable(key))
        if text:
            values[key] = _listed(text, option) if option.multiple else _scalar(text, option)
    return _Source("", Path()), values


def _variable(key: str) -> str:
    return _PREFIX + key.upper().replace("-", "_")


def _listed(text: str, option: click.Option) -> list[str]:
    """Split a variable: paths as the system's PATH is, other values at commas."""
    parts = text.split(os.pathsep if isinstance(option.type, click.Path) else ",")
    return [part.strip() for part in parts if part.strip()]


def _scalar(text: str, option: click.Option) -> Any:
    """Give a variable's value as TOML would have it, as far as it can be told."""
    if option.is_flag:
        return {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}.get(
            text.lower(), text
        )
    return int(text) if _is_number(option) and text.isdecimal() else text


def _checked(
    source: _Source, values: Mapping[str, Any], known: Mapping[str, click.Option], context: click.Context
) -> dict[str, Any]:
    """Give the values of settings, each of the type of its option; stops with all that is wrong in a source."""
    good: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in values.items():
        place = source.place(key) if source.name else _variable(key)
        name = key.replace("_", "-")
        if name not in known:
            wrong.append(f"{place}: {_unknown(key, known)}")
            continue
        option = known[name]
        if (wanted := _wanted(option, value)) is not None:
            wrong.append(_("{place}: '{key}' is {wanted}").format(place=place, key=key, wanted=wanted))
            continue
        try:
            good[name] = option.type_cast_value(context, _raw(option, value, source.folder))
            if option.callback is not None:
                option.callback(context, option, good[name])
        except click.BadParameter as error:
            wrong.append(_("{place}: '{key}': {message}").format(place=place, key=key, message=error.message))
    if wrong:
        raise StoppedError("\n".join(wrong))
    return good


def _raw(option: click.Option, value: Any, folder: Path) -> Any:
    """Give a value as the command line would; a path runs from the folder of the file that tells it."""
    if option.multiple:
        return [_from(option, folder, str(one)) for one in _list(value)]
    return _from(option, folder, value)


def _from(option: click.Option, folder: Path, value: Any) -> Any:
    return str(folder / value) if isinstance(option.type, click.Path) and value != "-" else value


def _unknown(key: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1)
    advice = _("did you mean '{near}'?").format(near=near[0]) if near else _("known are: {keys}").format(keys=", ".join(known))
    return _("unknown key '{key}'; {advice}").format(key=key, advice=advice)


def _wanted(option: click.Option, value: Any) -> str | None:
    """Tell what a setting has to be where a value is something else."""
    if option.multiple:
        right = isinstance(value, str | int | list) and all(isinstance(one, str | int) for one in _list(value))
        return None if right and not isinstance(value, bool) else _("a list of texts")
    if option.is_flag:
        return None if isinstance(value, bool) else _("true or false")
    if _is_number(option):
        return None if isinstance(value, int) and not isinstance(value, bool) else _("a whole number")
    return None if isinstance(value, str) else _("a text")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_number(option: click.Option) -> bool:
    return option.count or isinstance(option.type, click.IntRange)
