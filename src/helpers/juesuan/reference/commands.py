"""The commands with their options and exit codes, as a page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from juesuan import cli
from juesuan.reference.markdown import code, table, text, titled

OPENING = "Every command tells its options with `--help`. 各命令的选项。\n"
EXIT_CODES = {
    cli.DONE: "all went well",
    cli.FAILED: "something could not be done, which is said on standard error; or what `--fail-on` names was found",
    cli.WRONG_USAGE: "the command was used wrongly",
    cli.INTERRUPTED: "interrupted; what is done is whole, run again to go on",
}


def page() -> str:
    """All commands."""
    codes = ((code(str(number)), text(words)) for number, words in EXIT_CODES.items())
    return titled(
        "Commands · 命令", OPENING, *_commands(), "## Exit codes · 退出码\n", table(("code", "meaning"), codes)
    )


def _commands() -> Iterator[str]:
    (commands,) = (each for each in cli.parser()._actions if isinstance(each, argparse._SubParsersAction))
    helps = {each.dest: each.help or "" for each in commands._choices_actions}
    for name, parser in commands.choices.items():
        actions = (each for each in parser._actions if not isinstance(each, argparse._HelpAction))
        options = table(("option", "meaning"), (_option(parser, each) for each in actions))
        yield f"## {code(f'juesuan {name}')} {{#{name}}}\n\n{text(helps[name]).capitalize()}.\n\n{options}"


def _option(parser: argparse.ArgumentParser, action: argparse.Action) -> tuple[str, str]:
    shown = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    names = ", ".join(action.option_strings) or shown
    takes_value = bool(action.option_strings) and action.nargs != 0
    values = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else shown
    default = {"default": action.default, "prog": parser.prog}
    return code(f"{names} {values}" if takes_value else names), text((action.help or "") % default)
