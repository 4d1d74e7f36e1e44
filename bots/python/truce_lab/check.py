"""Looks whether this kit can play: python3 -m truce_lab.check [COMMAND]

It starts the program and plays a match of two rounds twice, with both seats. COMMAND is the program, such as "java -jar truce.jar"; without one it is what
TRUCE_COMMAND names, else ./truce, else truce on the PATH. Exit code 0: all is well; 1: what is wrong stands on standard error.
"""

import hashlib
import json
import shlex
import subprocess
import sys

from truce_bot import parallel_env
from truce_bot.program import EnvError, program

from . import VERSION

SEED = 7
ROUNDS = 2


def version(words):
    """Returns the version that a program says it has, or raises EnvError."""
    try:
        asked = subprocess.run(words + ["--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
    except (OSError, subprocess.TimeoutExpired) as gone:
        raise EnvError("%s cannot be started (%s). Name the program: python3 -m truce_lab.check COMMAND" % (shlex.join(words), gone)) from gone
    said = asked.stdout.split()
    if asked.returncode != 0 or len(said) < 2 or said[0] != "truce":
        raise EnvError("%s does not say that it is truce: %s" % (shlex.join(words), (asked.stdout + asked.stderr).strip()[:200]))
    return said[1]


def played(words):
    """Returns the digest of all that both seats see in a match of chance moves."""
    digest = hashlib.sha256()
    with parallel_env(command=words + ["env"], rounds=ROUNDS) as env:
        observations, infos = env.reset(seed=SEED)
        for agent in env.possible_agents:
            env.action_space(agent).seed(SEED)
        while env.agents:
            actions = {agent: env.action_space(agent).sample(infos[agent]["action_mask"]) for agent in env.agents}
            observations, rewards, _, _, infos = env.step(actions)
            digest.update(json.dumps([observations, rewards], sort_keys=True).encode("utf-8"))
    return digest.hexdigest()


def main(arguments):
    """Checks; returns the exit code."""
    try:
        words = shlex.split(" ".join(arguments)) or program()
        theirs = version(words)
        if theirs != VERSION:
            raise EnvError("the kit is of version %s and the program of version %s: install those of one version" % (VERSION, theirs))
        first, second = played(words), played(words)
        if first != second:
            raise EnvError("the same seed and moves gave two matches: %s and %s" % (first, second))
    except (EnvError, ValueError) as fault:
        print("truce_lab.check: %s" % fault, file=sys.stderr)
        return 1
    print("truce_lab %s with Python %s and truce %s: two matches of %d rounds are the same, %s" % (VERSION, sys.version.split()[0], theirs, ROUNDS, first[:16]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
