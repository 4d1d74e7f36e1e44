"""Many matches at a time over `truce env --frames`, whose frames docs/look-up/env-frames.md describes. Needs numpy and nothing else.

    with Frames(matches=256) as frames:
        sights = frames.reset(range(256))
        while not sights.over.all():
            sights = frames.step(frames.sample(sights.masks, numpy.random.default_rng(1)))
"""

import json
import struct
from collections import namedtuple

import numpy

from truce_bot.program import EnvError, Program, program

SIDES = ("US", "CN")
RESET, STEP, SAVE, LOAD, HASH = range(1, 6)
NOT_BEGUN = "refused: not-begun"
#: The version of the frames that this module reads.
VERSION = 1

#: What both sides see of all matches; the first two axes of each array are matches and sides, of `rounds` and `over` matches alone.
Sights = namedtuple("Sights", "observations masks rewards scores rounds over illegal crossed")


class Frames:
    """The program, with so many matches. Pickled and copied, it goes on with the same matches in a program of its own."""

    def __init__(self, matches=1, command=None, scenario=None, rounds=None, us=None, cn=None, reward="score", threads=1):
        """Starts the program.

        `us` and `cn` name bots that play a side in all matches; `pool` draws one of the pool for each match. `rounds` fixes their number, else the scenario
        decides. `reward` is `score`, `points` or `shown`.
        """
        self._made = dict(matches=matches, command=command, scenario=scenario, rounds=rounds, us=us, cn=cn, reward=reward, threads=threads)
        words = (list(command) if command else program() + ["env"]) + ["--frames", str(matches), "--threads", str(threads)]
        for option, value in (("--scenario", scenario), ("--rounds", rounds), ("--us", us), ("--cn", cn), ("--reward", reward)):
            words += [option, str(value)] if value else []
        self._program = Program(words)
        try:
            self.header = self._header(words)
        except EnvError:
            self.close()
            raise
        self.matches = matches
        self.acts = self.header["acts"]
        self.columns = self.header["columns"]
        self.low = numpy.array(self.header["low"], dtype=numpy.float32)
        self.high = numpy.array(self.header["high"], dtype=numpy.float32)
        self.choices = {side: numpy.array(self.header["choices"][side]) for side in SIDES}
        #: Where the choices of each part begin in a mask, and where the last ends.
        self.starts = {side: numpy.concatenate(([0], numpy.cumsum(self.choices[side]))) for side in SIDES}
        shape = (matches, 2)
        parts = (
            ("<f4", shape + (len(self.columns),)),
            ("i1", shape + (self.header["mask"],)),
            ("<f8", shape),
            ("<f8", shape),
            ("<u4", (matches,)),
            ("?", (matches,)),
            ("u1", shape),
            ("u1", shape),
        )
        self._layout = []
        at = 0
        for kind, dimensions in parts:
            size = int(numpy.prod(dimensions))
            self._layout.append((kind, size, at, dimensions))
            at += size * numpy.dtype(kind).itemsize

    def reset(self, seeds, chosen=None):
        """Begins matches, all or those that are chosen, from whole numbers below 2^63; returns what both sides see of all matches."""
        chosen = numpy.ones(self.matches, dtype="u1") if chosen is None else numpy.asarray(chosen, dtype="u1")
        seeds = numpy.asarray(seeds, dtype="<i8")
        return self._sights(self._ask(RESET, chosen.tobytes() + seeds.tobytes()))

    def step(self, acts):
        """Plays a round of each match that is not over: an array of matches, sides and parts."""
        return self._sights(self._ask(STEP, numpy.ascontiguousarray(acts, dtype="i1").tobytes()))

    def save(self, match=0):
        """Returns the bytes from which a match goes on."""
        return self._ask(SAVE, struct.pack("<I", match))

    def load(self, saved, match=0):
        """Goes on with a match that was saved; `look()` shows it."""
        self._ask(LOAD, struct.pack("<I", match) + saved)

    def look(self):
        """Returns what both sides see of all matches, all of which have begun."""
        return self.reset(numpy.zeros(self.matches), numpy.zeros(self.matches))

    def hashes(self):
        """Returns the hash of the true state of each match, 32 bytes each."""
        all_of_them = self._ask(HASH, b"")
        return [all_of_them[i : i + 32] for i in range(0, len(all_of_them), 32)]

    def sample(self, masks, generator):
        """Returns an action for each side of each match, drawn evenly from what the masks allow."""
        acts = numpy.zeros((self.matches, 2, self.acts), dtype="i1")
        for i, side in enumerate(SIDES):
            starts, width = self.starts[side][:-1], self.starts[side][-1]
            mask = masks[:, i, :width]
            counts = numpy.add.reduceat(mask, starts, axis=1, dtype=numpy.int16)
            wanted = (generator.random(counts.shape, dtype=numpy.float32) * counts).astype(numpy.int16)
            # All legal choices of all matches in order: those of a part follow those of the parts before it.
            legal = numpy.flatnonzero(mask.view(bool))
            before = numpy.cumsum(counts) - counts.ravel()
            chosen = legal.take(before + wanted.ravel(), mode="clip").reshape(counts.shape) if legal.size else 0
            first = numpy.arange(self.matches)[:, None] * width + starts
            acts[:, i, : len(starts)] = numpy.where(counts > 0, chosen - first, 0)
        return acts

    def close(self):
        """Ends the program; a second call does nothing."""
        self._program.close()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def __getstate__(self):
        saved = []
        for match in range(self.matches):
            try:
                saved.append(self.save(match))
            except EnvError as refused:
                if str(refused) != NOT_BEGUN:
                    raise
                saved.append(None)
        return {"made": self._made, "saved": saved}

    def __setstate__(self, state):
        self.__init__(**state["made"])
        for match, saved in enumerate(state["saved"]):
            if saved is not None:
                self.load(saved, match)

    def _header(self, words):
        if self._program.process.stdout.read(8) != b"TRUCEENV":
            raise EnvError("the program sends no frames: %s" % " ".join(words))
        header = json.loads(self._program.read(struct.unpack("<I", self._program.read(4))[0]))
        if header["version"] != VERSION:
            raise EnvError("the program sends frames of version %s and this kit reads version %d: install those of one version" % (header["version"], VERSION))
        return header

    def _sights(self, answer):
        return Sights(*(numpy.frombuffer(answer, kind, size, at).reshape(shape) for kind, size, at, shape in self._layout))

    def _ask(self, command, payload):
        status, answer = self._program.ask(struct.pack("<II", command, len(payload)) + payload, self._answer)
        if status:
            raise EnvError("refused: %s" % answer.decode("utf-8"))
        return answer

    def _answer(self):
        status, length = struct.unpack("<II", self._program.read(8))
        return status, self._program.read(length)
