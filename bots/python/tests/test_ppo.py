"""Tests of ppo.py, which learns with numpy alone."""

import importlib.util
import os
import subprocess
import sys
import unittest

from .support import KIT, TRUCE

HAS_NUMPY = importlib.util.find_spec("numpy") is not None
if HAS_NUMPY:
    import numpy

    import ppo
    from truce_lab.frames import Frames


@unittest.skipUnless(HAS_NUMPY, "numpy cannot be imported")
class PpoTest(unittest.TestCase):
    def test_a_step_goes_where_the_gain_is(self):
        generator = numpy.random.default_rng(1)
        policy = ppo.Policy(3, [2, 3], generator)
        seen = generator.normal(size=(64, 3))
        mask = numpy.ones((64, 5), dtype="i1")
        mask[:, 4] = 0
        for _ in range(600):
            _, odds, values = policy.forward(seen, mask)
            acts, at, old = policy.draw(odds, generator)
            self.assertTrue((acts[:, 1] < 2).all())
            # The first part is right to choose 1, the second to choose 1 where the first column is above 0.
            gains = 1.0 * (acts[:, 0] == 1) + (acts[:, 1] == (seen[:, 0] > 0)) - 1
            policy.learn(seen, mask, at, old, gains, numpy.full(64, 3.0))
        _, odds, values = policy.forward(seen, mask)
        self.assertGreater(odds[:, 1].mean(), 0.9)
        self.assertGreater(odds[seen[:, 0] > 0.5, 3].mean(), 0.8)
        self.assertLess(odds[seen[:, 0] < -0.5, 3].mean(), 0.2)
        self.assertTrue((odds[:, 4] < 1e-9).all())
        self.assertLess(abs(values.mean() - 3), 0.5)

    def test_it_learns_to_play_better_than_it_begins(self):
        generator = numpy.random.default_rng(1)
        with Frames(64, command=TRUCE + ["env"], rounds=4, cn="tft") as frames:
            policy = ppo.Policy(len(frames.columns), frames.choices["US"], generator)
            before, _ = ppo.score(frames, 0, policy, numpy.random.default_rng(2))
            ppo.train(frames, 0, policy, generator, 6)
            after, width = ppo.score(frames, 0, policy, numpy.random.default_rng(2))
            self.assertGreater(after - width, before)

    def test_the_program_prints_what_it_has_reached(self):
        ran = subprocess.run(
            [sys.executable, os.path.join(KIT, "ppo.py"), "--seconds", "0", "--matches", "4", "--role", "CN"],
            cwd=KIT,
            env=dict(os.environ, TRUCE_COMMAND=" ".join("'%s'" % word for word in TRUCE)),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
        )
        self.assertEqual(ran.returncode, 0)
        self.assertRegex(ran.stdout, "orders nothing: .*\nlearnt: .*\n0 rounds, CN against tft\n")


if __name__ == "__main__":
    unittest.main()
