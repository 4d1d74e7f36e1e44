"""What several tests need."""

import io
import json
import os
import shlex
import subprocess
import sys
import unittest.mock

HERE = os.path.dirname(os.path.abspath(__file__))
KIT = os.path.dirname(HERE)
ROOT = os.path.dirname(os.path.dirname(KIT))
#: The program; CI names the jar directly, which starts faster than the launcher.
TRUCE = shlex.split(os.environ.get("TRUCE_COMMAND", os.path.join(ROOT, "truce")))


def conversation():
    """Returns the lines that truce sent to a bot in a real match of three rounds."""
    with open(os.path.join(HERE, "match.txt"), encoding="utf-8") as lines:
        return lines.read().splitlines()


def played(bot, commands=None):
    """Returns the lines that a bot of the kit answers, and what it logs."""
    from truce_bot import run

    out, log = io.StringIO(), io.StringIO()
    with unittest.mock.patch.object(sys, "stderr", log):
        run(bot, commands if commands is not None else conversation(), out)
    return out.getvalue().splitlines(), log.getvalue()


def positions():
    """Returns the observations of that match."""
    return [json.loads(line.split(" ", 3)[3]) for line in conversation() if line.startswith("position")]


def scenario():
    """Returns the scenario of that match."""
    return next(json.loads(line.split(" ", 1)[1]) for line in conversation() if line.startswith("scenario"))


def truce(*arguments, seconds=120):
    """Runs the program and returns what it printed; its exit code is in `returncode`."""
    return subprocess.run(
        TRUCE + list(arguments), cwd=KIT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=seconds
    )


def python(script, *arguments):
    """Returns the command of a bot in the folder of the kit."""
    return " ".join("'%s'" % word for word in (sys.executable, os.path.join(KIT, script)) + arguments)
