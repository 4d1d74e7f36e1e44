"""Measures the processor time of a joint step, one round of one match with both sides: python3 -m truce_lab.speed [--quiet] [COMMAND]

It plays by chance from the masks: over JSON with one match, and in frames with 1 and with 256 matches. It prints microseconds of the program and of Python a step,
after it has run warm. With --quiet neither side offers, signs or gives notice in frames, and JSON is left out. Linux alone tells what another process has used.
"""

import os
import shlex
import sys
import time

import numpy

from truce_bot import parallel_env
from truce_bot.program import program

from .frames import SIDES, Frames

WARM_SECONDS, SECONDS = 60, 20


def used(process):
    """Returns the seconds of processor time that a process has used."""
    with open("/proc/%d/stat" % process.pid, encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(process, play):
    """Returns microseconds a step of the program and of Python, after it has run warm."""
    for seconds in (WARM_SECONDS, SECONDS):
        end, theirs, ours, steps = time.monotonic() + seconds, used(process), time.process_time(), 0
        while time.monotonic() < end:
            steps += play()
    return 1e6 * (used(process) - theirs) / steps, 1e6 * (time.process_time() - ours) / steps, steps


def over_json(words):
    """Measures the environment of JSON."""
    with parallel_env(command=words + ["env"]) as env:
        state = {}

        def play():
            if not env.agents:
                _, state["infos"] = env.reset(seed=1)
            actions = {agent: env.action_space(agent).sample(state["infos"][agent]["action_mask"]) for agent in env.agents}
            _, _, _, _, state["infos"] = env.step(actions)
            return 1

        return measured(env._program.process, play)


def in_frames(words, matches, quiet):
    """Measures frames."""
    with Frames(matches, command=words + ["env"]) as frames:
        generator = numpy.random.default_rng(1)
        state = {"sights": frames.reset(generator.integers(2**62, size=matches))}

        def play():
            acts = frames.sample(state["sights"].masks, generator)
            for i, side in enumerate(SIDES if quiet else ()):
                acts[:, i, frames.header["parts"][side].index("deal")] = 0
            sights = frames.step(acts)
            if sights.over.any():
                sights = frames.reset(generator.integers(2**62, size=matches), sights.over)
            state["sights"] = sights
            return matches

        return measured(frames._program.process, play)


def main(arguments):
    """Measures all three."""
    quiet = arguments[:1] == ["--quiet"]
    arguments = arguments[1:] if quiet else arguments
    words = shlex.split(" ".join(arguments)) or program()
    print("%-22s %12s %12s %10s" % ("us of processor a step", "program", "Python", "steps"))
    for name, figures in (
        ("JSON, 1 match", lambda: over_json(words)),
        ("frames, 1 match", lambda: in_frames(words, 1, quiet)),
        ("frames, 256 matches", lambda: in_frames(words, 256, quiet)),
    )[quiet:]:
        print("%-22s %12.1f %12.1f %10d" % ((name,) + figures()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
