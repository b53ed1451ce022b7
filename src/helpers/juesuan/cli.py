"""The command `juesuan`: audit many sources into a folder, check one on the terminal, list rules and forms."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from juesuan import __version__
from juesuan.errors import JuesuanError
from juesuan.terminal import visible

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
MEGABYTE = 2**20
SEVERITIES = ("error", "notice", "review", "rounding")  # weightiest first


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all went well, 1 when something could not be done, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a character shows its code
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        done = command(options)
        sys.stdout.flush()
        return done
    except JuesuanError as error:
        print(f"juesuan: {visible(str(error))}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("juesuan: interrupted; departments that were done are whole, run again to go on", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # the reader of our output has gone, as `| head` does
            print(f"juesuan: the output cannot be written: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _audit(options: argparse.Namespace) -> int:
    from juesuan.additions import gathered
    from juesuan.batch import run
    from juesuan.batch.child import Limits

    if not _names_anything():
        raise JuesuanError("this locale cannot name files in Chinese: set PYTHONUTF8=1, or LC_ALL=C.UTF-8")
    settings = run.Settings(
        out=options.out,
        language=options.language,
        jobs=options.jobs,
        limits=Limits(options.timeout, options.memory * MEGABYTE),
        force=options.force,
        scheduler=options.scheduler,
        additions=gathered(options.rules, options.identities, options.settings),
    )
    tally = run.audit(options.source, settings)
    print(
        f"{tally.audited} audited, {tally.unchanged} unchanged, {len(tally.failed)} failed: {visible(str(options.out))}"
    )
    for line in tally.failed:
        print(f"juesuan: {visible(line)}", file=sys.stderr)
    return FAILED if tally.failed else DONE


def _check(options: argparse.Namespace) -> int:
    from juesuan import terminal
    from juesuan.additions import gathered
    from juesuan.batch import check

    gathered(options.rules, options.identities, options.settings)
    found = check.findings(options.source, options.language, options.timeout, options.memory * MEGABYTE)
    findings = found.findings
    for remark in found.remarks:
        print(f"juesuan: {visible(remark)}", file=sys.stderr)
    if options.json:
        print(json.dumps(findings, ensure_ascii=False, indent=1))
    else:
        terminal.show(findings, options.source.name, options.language, options.verbose)
    if options.fail_on is None:
        return DONE
    grave = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return FAILED if any(finding["severity"] in grave for finding in findings) else DONE


def _panel(options: argparse.Namespace) -> int:
    from juesuan.batch import panels

    pages = panels.write(options.folder, options.out or options.folder, options.ledger, options.language)
    for line in (*map(str, pages.made), *pages.told):
        print(visible(line))
    return DONE


def _rules(options: argparse.Namespace) -> int:
    from juesuan.rules import RULES

    for rule in RULES.values():
        print(f"{rule.name}\n    {rule.family}; {rule.basis}\n    {rule.zh}\n    {rule.claim}")
    print(f"{len(RULES)} rules")
    return DONE


def _forms(options: argparse.Namespace) -> int:
    from juesuan.forms import listing

    listed = (row[2:] for row in listing.rows(options.form)) if options.form else listing.forms()
    for row in listed:
        print("\t".join(row).rstrip())
    return DONE


def _codes(options: argparse.Namespace) -> int:
    from juesuan.forms.classification import book

    listed = book().below(options.code)
    for account in listed:
        years = f"{account.first}–{account.last}" if account.first or account.last else ""
        complete = "all below are listed" if account.complete else ""
        print("\t".join((account.code, account.name, years, account.sureness, complete)).rstrip())
    if not listed:
        print(f"juesuan: the code book has no code that begins with {visible(options.code)}", file=sys.stderr)
    return DONE if listed else FAILED


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="juesuan", description="Audit published departmental final accounts.")
    parser.add_argument("--version", action="version", version=f"juesuan {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    audit = commands.add_parser("audit", help="audit files and folders, write a folder for each department")
    audit.add_argument(
        "source", nargs="+", type=_source, metavar="SOURCE", help="a file, an archive or a folder of them"
    )
    audit.add_argument("--out", type=Path, default=Path("data/processed"), help="folder of outputs (%(default)s)")
    audit.add_argument("--jobs", type=_count, default=_processors(), help="how many at once (%(default)s)")
    audit.add_argument("--scheduler", default="", metavar="ADDRESS", help="work on a dask cluster instead")
    audit.add_argument("--force", action="store_true", help="audit again what is unchanged")
    audit.set_defaults(command=_audit)

    check = commands.add_parser("check", help="show the findings of one source at once")
    check.add_argument("source", type=_source, metavar="SOURCE", help="a file")
    check.add_argument("--json", action="store_true", help="print the list of findings.json and nothing else")
    check.add_argument("--verbose", action="store_true", help="show rounding and every place that bears a finding out")
    check.add_argument("--fail-on", choices=SEVERITIES, help="exit 1 where there are findings of this weight or more")
    check.set_defaults(command=_check)

    for command in (audit, check):
        added = command.add_argument_group("rules and settings of one's own")
        for name, of in (("--rules", "Python files of rules"), ("--identities", "CSV tables of identities")):
            more = f"{of}; may be given again"
            added.add_argument(name, action="append", type=Path, default=[], metavar="FILE", help=more)
        added.add_argument("--settings", type=Path, metavar="FILE", help="instead of the nearest juesuan.toml")
        command.add_argument("--language", choices=("zh", "en"), default="zh", help="of reports (%(default)s)")
        command.add_argument("--timeout", type=_seconds, default=300.0, help="seconds for a source (%(default)g)")
        command.add_argument("--memory", type=_count, default=2048, help="MB for a source (%(default)s)")

    panel = commands.add_parser(
        "panel", help="make the pages of many bodies: the city's, and one a body over its years"
    )
    panel.add_argument("folder", type=_source, metavar="FOLDER", help="what audit wrote, or a folder of documents")
    panel.add_argument("--ledger", type=Path, metavar="FILE", help="CSV or XLSX of the bodies that owe a disclosure")
    panel.add_argument("--out", type=Path, help="folder of the pages (FOLDER)")
    panel.add_argument("--language", choices=("zh", "en"), default="zh", help="of the pages (%(default)s)")
    panel.set_defaults(command=_panel)

    rules = commands.add_parser("rules", help="list what is checked")
    rules.set_defaults(command=_rules)

    forms = commands.add_parser("forms", help="list the forms, or the keys, headings and names of a form's columns")
    forms.add_argument("form", nargs="*", metavar="FORM", help="the number of a form (05)")
    forms.set_defaults(command=_forms)

    codes = commands.add_parser("codes", help="show names and years of an account and of all below it")
    codes.add_argument("code", metavar="CODE", help="a functional or economic code, or how it begins (20805)")
    codes.set_defaults(command=_codes)
    return parser


def _names_anything() -> bool:
    """Whether names of files may hold Chinese; under an old locale (`LC_ALL=POSIX PYTHONUTF8=0`) they may not."""
    try:
        os.fsencode("决算")
    except UnicodeEncodeError:
        return False
    return True


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _source(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("no file is named: give the path of a file or folder")
    if re.match(r"[a-z][a-z0-9+.-]+://", text, re.IGNORECASE):
        raise argparse.ArgumentTypeError(f"{visible(text)} is an address: download the file and name it")
    return Path(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{visible(text)}: a whole number from 1 up is wanted")
    return int(text)


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < float(text) < float("inf"):
            return float(text)
    raise argparse.ArgumentTypeError(f"{visible(text)}: a number of seconds above 0 is wanted")


if __name__ == "__main__":
    sys.exit(main())
