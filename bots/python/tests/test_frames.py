"""Tests of truce_lab.frames: many matches at a time. They need numpy."""

import copy
import hashlib
import importlib.util
import pickle
import unittest

from .support import TRUCE

HAS_NUMPY = importlib.util.find_spec("numpy") is not None
if HAS_NUMPY:
    import numpy

    from truce_bot import EnvError
    from truce_lab.frames import SIDES, Frames

MATCHES = 8


@unittest.skipUnless(HAS_NUMPY, "numpy cannot be imported")
class FramesTest(unittest.TestCase):
    def frames(self, matches=MATCHES, **settings):
        frames = Frames(matches, command=TRUCE + ["env"], **settings)
        self.addCleanup(frames.close)
        return frames

    def played(self, frames, seed, steps=1000):
        """Plays steps by chance and returns the sights of each."""
        generator = numpy.random.default_rng(seed)
        sights = [frames.reset(generator.integers(2**62, size=frames.matches))]
        while len(sights) < steps:
            sights.append(frames.step(frames.sample(sights[-1].masks, generator)))
            if sights[-1].over.any():
                sights.append(frames.reset(generator.integers(2**62, size=frames.matches), sights[-1].over))
        return sights

    def digest(self, sights):
        digest = hashlib.sha256()
        for each in sights:
            for array in each:
                digest.update(array.tobytes())
        return digest.hexdigest()

    def test_what_is_sampled_is_always_legal(self):
        frames = self.frames()
        for sights in self.played(frames, 1, 300):
            self.assertEqual(sights.illegal.sum(), 0)

    def test_samples_are_spread_evenly_over_what_is_legal(self):
        frames = self.frames()
        masks = frames.reset(range(MATCHES)).masks
        generator = numpy.random.default_rng(3)
        drawn = numpy.array([frames.sample(masks, generator) for _ in range(400)])
        for i, side in enumerate(SIDES):
            for part, size in enumerate(frames.choices[side]):
                start = frames.starts[side][part]
                legal = set(numpy.flatnonzero(masks[0, i, start : start + size]))
                counts = numpy.bincount(drawn[:, :, i, part].ravel(), minlength=size)
                self.assertEqual(set(numpy.flatnonzero(counts)), legal)
                even = counts.sum() / len(legal)
                self.assertLess(abs(counts[sorted(legal)] - even).max(), 0.35 * even)

    def test_the_same_seeds_and_actions_give_the_same_bytes(self):
        first = self.digest(self.played(self.frames(), 5, 120))
        self.assertEqual(self.digest(self.played(self.frames(), 5, 120)), first)
        self.assertEqual(self.digest(self.played(self.frames(threads=3), 5, 120)), first)
        self.assertNotEqual(self.digest(self.played(self.frames(), 6, 120)), first)

    def test_the_sum_of_the_rewards_is_the_score(self):
        for settings in ({}, {"rounds": 3}, {"scenario": "busan-2025-r2"}, {"us": "hawk"}):
            frames = self.frames(**settings)
            generator = numpy.random.default_rng(7)
            sights = frames.reset(range(MATCHES))
            sums = numpy.zeros((MATCHES, 2))
            while not sights.over.all():
                self.assertTrue(numpy.isnan(sights.scores[~sights.over]).all())
                sights = frames.step(frames.sample(sights.masks, generator))
                sums += sights.rewards
            self.assertTrue((sums == sights.scores).all())

    def test_a_copy_goes_on_as_the_first_does(self):
        frames = self.frames(2)
        last = self.played(frames, 9, 1000)[-1]
        acts = frames.sample(last.masks, numpy.random.default_rng(1))
        for again in (copy.deepcopy(frames), pickle.loads(pickle.dumps(frames))):
            self.addCleanup(again.close)
            self.assertEqual(again.hashes(), frames.hashes())
            self.assertEqual(self.digest([again.step(acts)]), self.digest([copy.deepcopy(frames).step(acts)]))

    def test_what_is_refused_ends_nothing(self):
        frames = self.frames(1)
        with self.assertRaisesRegex(EnvError, "reset first"):
            frames.step(numpy.zeros((1, 2, frames.acts)))
        frames.reset([7])
        with self.assertRaisesRegex(EnvError, "wrong-length"):
            frames.step(numpy.zeros((1, 1, frames.acts)))
        with self.assertRaisesRegex(EnvError, "unknown-match"):
            frames.save(3)
        with self.assertRaisesRegex(EnvError, "saved-scenario"):
            frames.load(b"nonsense")
        self.assertEqual(frames.step(numpy.zeros((1, 2, frames.acts))).rounds[0], 1)

    def test_a_program_that_ends_is_told(self):
        with self.assertRaises(EnvError):
            Frames(1, command=["true"])
        frames = self.frames(1)
        frames.reset([7])
        frames.close()
        with self.assertRaises(EnvError):
            frames.reset([7])


if __name__ == "__main__":
    unittest.main()
