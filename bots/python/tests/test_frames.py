"""Tests of truce_lab.frames: many matches at a time. They need numpy."""

import copy
import hashlib
import importlib.util
import pickle
import struct
import sys
import unittest
import unittest.mock

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

    def test_matches_that_have_not_begun_are_copied_as_they_are(self):
        frames = self.frames(3)
        frames.reset([7, 8, 9])
        saved = frames.save(1)
        begun = self.frames(3)
        begun.load(saved, 1)
        again = pickle.loads(pickle.dumps(begun))
        self.addCleanup(again.close)
        self.assertEqual(again.save(1), saved)
        for match in (0, 2):
            with self.assertRaisesRegex(EnvError, "not-begun"):
                again.save(match)
        self.assertEqual(again.reset([7, 0, 9], [1, 0, 1]).rounds.tolist(), [0, 0, 0])
        self.assertEqual(again.hashes(), frames.hashes())
        self.assertEqual(self.digest([again.look()]), self.digest([frames.look()]))

    def test_an_opponent_of_the_pool_goes_on_in_a_copy(self):
        frames = self.frames(12, cn="pool", rounds=4, reward="shown")
        frames.reset(range(12))
        quiet = numpy.zeros((12, 2, frames.acts))
        frames.step(quiet)
        again = pickle.loads(pickle.dumps(frames))
        self.addCleanup(again.close)
        self.assertEqual(self.digest([again.step(quiet)]), self.digest([frames.step(quiet)]))
        self.assertEqual(again.hashes(), frames.hashes())

    def test_what_is_refused_ends_nothing(self):
        frames = self.frames(1)
        with self.assertRaisesRegex(EnvError, "not-begun"):
            frames.step(numpy.zeros((1, 2, frames.acts)))
        frames.reset([7])
        with self.assertRaisesRegex(EnvError, "wrong-length"):
            frames.step(numpy.zeros((1, 1, frames.acts)))
        with self.assertRaisesRegex(EnvError, "unknown-match"):
            frames.save(3)
        with self.assertRaisesRegex(EnvError, "saved-settings"):
            frames.load(b"nonsense")
        self.assertEqual(frames.step(numpy.zeros((1, 2, frames.acts))).rounds[0], 1)

    def test_a_program_of_another_version_is_refused(self):
        header = b'{"version": 2}'
        speaks = "import sys; sys.stdout.buffer.write(b'TRUCEENV' + %r)" % (struct.pack("<I", len(header)) + header)
        with self.assertRaisesRegex(EnvError, "version 2 and this kit reads version 1"):
            Frames(1, command=[sys.executable, "-c", speaks])

    def test_an_answer_that_nobody_has_read_is_not_that_to_the_next_call(self):
        for interruption in (KeyboardInterrupt, TimeoutError, ValueError):
            with self.subTest(interruption=interruption):
                frames = self.frames(1)
                frames.reset([7])
                waits = unittest.mock.Mock()
                waits.read.side_effect = interruption
                with unittest.mock.patch.object(frames._program.process, "stdout", waits), self.assertRaises(interruption):
                    frames.step(numpy.zeros((1, 2, frames.acts)))
                with self.assertRaisesRegex(EnvError, "ended"):
                    frames.reset([7])

    def test_a_program_that_ends_is_told(self):
        for command in (["true"], ["/nonexistent/truce"]):
            with self.assertRaises(EnvError):
                Frames(1, command=command)
        frames = self.frames(1)
        frames.reset([7])
        frames.close()
        with self.assertRaises(EnvError):
            frames.reset([7])


if __name__ == "__main__":
    unittest.main()
