"""The commands, found by walking this folder; a command is imported only when it runs."""

import copy
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

import planwright
from planwright import __version__
from planwright.cli._session import AsAt, Debug, Directory, NoColor, Quiet, Session
from planwright.diagnostic import PlanwrightError

Command = TyperCommand | TyperGroup
_HERE = Path(__file__).parent
_BELOW_ZERO = re.compile(r"-[\d.,]+", re.ASCII)


def _modules() -> dict[str, Path]:
    """Return the module behind each command name; the name drops the underscore that avoids a Python keyword."""
    files = sorted(_HERE.glob("[!_]*.py"))
    return {file.stem.rstrip("_").replace("_", "-"): file for file in files}


def summary(module: Path) -> str:
    """Return the first line of a module's docstring, read without running the module."""
    with module.open(encoding="utf-8") as lines:
        return next(lines, "").strip().strip('"')


def _epilogue(examples: tuple[str, ...]) -> str:
    """Return the examples as the last paragraph of a command's help; the mark keeps each on its own line."""
    return "\n".join(["\b", "Examples:", *(f"  {example}" for example in examples)])


def new_group(module_doc: str | None) -> typer.Typer:
    """Return an empty group, for a module that holds several commands and exposes it as `app`."""
    app = typer.Typer(help=module_doc, rich_markup_mode=None, add_completion=False, invoke_without_command=True)
    app.callback()(_help_without_command)
    return app


def _help_without_command(context: typer.Context) -> None:
    """Print the help of a group, on standard error, where none of its commands is named."""
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(2)


def add(app: typer.Typer, name: str, *examples: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds a command with its examples to a group."""
    return app.command(name, cls=OneCommand, epilog=_epilogue(examples))


def _load(name: str, file: Path) -> Command:
    """Import one command: a module's `run` function with its EXAMPLES, or the group it exposes as `app`."""
    module = import_module(f"{__package__}.{file.stem}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name, cls=OneCommand, help=module.__doc__, epilog=_epilogue(module.EXAMPLES))(module.run)
    command = cast("Command", get_command(app))
    command.name = name
    _hide_types(command)
    return command


def _hide_types(command: Command) -> None:
    """Leave the names that Python has for types out of the help; a metavar says what to write."""
    params: list[Any] = [*command.params]
    for param in params:
        if param.param_type_name == "argument":
            param.display_type = lambda _context: ""
    for inner in getattr(command, "commands", {}).values():
        _hide_types(inner)


def _refuse_repeats(command: Command, context: Any, arguments: Sequence[str]) -> None:
    """Raise PlanwrightError for an option given twice that takes one value, of which one would go unheard."""
    _, _, given = command.make_parser(context).parse_args(list(arguments))
    for param, times in Counter(given).items():
        if times > 1 and isinstance(param, TyperOption) and not (param.multiple or param.is_flag):
            raise PlanwrightError(f"{param.opts[-1]} is given {times} times; give it once")


class OneCommand(TyperCommand):
    """A command that listens to all it is told."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the command line apart; raises PlanwrightError where an option contradicts itself."""
        if any(_BELOW_ZERO.fullmatch(arg) for arg in args):  # a figure, though it begins as options do
            ctx.ignore_unknown_options = True
        if not ctx.resilient_parsing:
            _refuse_repeats(self, ctx, args)
        return super().parse_args(ctx, args)


class Commands(TyperGroup):
    """The top of the command line; global options may stand before or after the command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the command line apart up to the command; raises PlanwrightError where an option contradicts itself."""
        if not ctx.resilient_parsing:
            _refuse_repeats(self, ctx, args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(_modules())

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """Return a command's name and summary only: what --help and completion list, without importing it."""
        del ctx
        file = _modules().get(cmd_name)
        return TyperCommand(cmd_name, short_help=summary(file)) if file else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Return name, command and the rest of the line; raises PlanwrightError with the nearest command."""
        name, *rest = args
        file = _modules().get(name)
        if file:
            command = _load(name, file)
            self._accept_global_options(command)
            return name, command, rest
        if ctx.resilient_parsing:  # completing a line that is not finished yet
            return None, None, rest
        from planwright.nearest import did_you_mean

        hint = did_you_mean(name, _modules()) or "`planwright --help` lists the commands"
        raise PlanwrightError(f"there is no command '{name}'; {hint}")

    def _accept_global_options(self, command: Command) -> None:
        """Let a command, and those inside it, take the global options that it does not declare itself."""
        taken = {option for param in command.params for option in param.opts}
        params: list[Any] = [*self.params]
        for param in params:
            if param.name in Session.__dataclass_fields__ and not taken & set(param.opts):
                twin = copy.copy(param)
                twin.hidden = True
                twin.expose_value = False
                twin.default = None
                twin.callback = _remember
                command.params.append(twin)
        for inner in getattr(command, "commands", {}).values():
            self._accept_global_options(inner)


def _remember(context: typer.Context, param: Any, value: Any) -> None:
    """Take over a global option that was given after the command; what was not given changes nothing."""
    if value:
        context.obj = replace(context.ensure_object(Session), **{param.name: value})


def _print_version(asked: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if asked:
        print(f"planwright {__version__}")
        raise typer.Exit


def _start(
    context: typer.Context,
    *,
    directory: Directory = Path(),
    as_at: AsAt = None,
    no_color: NoColor = False,
    quiet: Quiet = False,
    debug: Debug = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version
    context.obj = Session(directory, as_at, no_color, quiet, debug)
    _help_without_command(context)


def application() -> TyperGroup:
    """Return the whole command line, with no command imported yet."""
    app = typer.Typer(cls=Commands, rich_markup_mode=None, invoke_without_command=True, help=planwright.__doc__)
    app.callback()(_start)
    return cast("TyperGroup", get_command(app))
