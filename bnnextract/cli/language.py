"""The language that the program speaks: Indonesian where `--lang` or the user's locale asks for it, else English.

Texts are translated by gettext, as click's own are, from `locale/id/LC_MESSAGES/bnnextract.po` and the `.mo` compiled of
it (`tests/translations.py`). What is written to standard output is the same in every language, and so is what the reading
of articles and patterns tells, which knows of no language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from gettext import bindtextdomain, gettext, textdomain
from inspect import cleandoc
from pathlib import Path

import click

LANGUAGES = ("en", "id")
DOMAIN = "bnnextract"
FOLDER = Path(__file__).parent / "locale"

# gettext's own order, but that the program's variable comes first.
_VARIABLES = ("BNNEXTRACT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give the language that a command line and an environment ask for: `--lang`, else the first variable that is set."""
    asked = _asked(arguments) or next((value for name in _VARIABLES if (value := environment.get(name))), "")
    return "id" if asked.lower().startswith("id") else "en"


def speak(chosen: str, commands: click.Group) -> None:
    """Speak a language from now on in this process and those that it starts."""
    if chosen == "en":
        return
    os.environ["LANGUAGE"] = chosen
    bindtextdomain(DOMAIN, str(FOLDER))
    textdomain(DOMAIN)
    _translate(commands)


def texts(command: click.Command) -> list[str]:
    """Give all texts of a command's help, and of the commands in it, as they are written."""
    own = [cleandoc(command.help or "")]
    own += [parameter.help or "" for parameter in command.params if isinstance(parameter, click.Option)]
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return [text for text in own if text] + [text for one in inner for text in texts(one)]


def _asked(arguments: Sequence[str]) -> str | None:
    """Give what `--lang` is followed by; click tells of it when it is no language."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for at, word in enumerate(before):
        if word == "--lang":
            return "".join(before[at + 1 : at + 2])
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _translate(command: click.Command) -> None:
    """Put the texts of a command's help, and of the commands in it, into the language that is spoken."""
    command.help = command.help and gettext(cleandoc(command.help))
    command.epilog = command.epilog and command.epilog.replace("Examples:", gettext("Examples:"))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = parameter.help and gettext(parameter.help)
        if isinstance(parameter.type, click.Path):
            # click translates the word for what a path is when the command is made, which is before the language is known.
            parameter.type.name = gettext(parameter.type.name)
    if isinstance(command, click.Group):
        for one in command.commands.values():
            _translate(one)
