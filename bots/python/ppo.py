"""Learns to play one seat against a bot by proximal policy optimization, with numpy alone.

    python3 ppo.py --role US --opponent tft --seconds 900 --out policy.npz

Prints the mean score on seeds that it has not learnt from, with an interval of 95 percent, beside that of a policy that orders nothing.
"""

import argparse
import time

import numpy as np

from truce_lab.frames import SIDES, Frames

HIDDEN, GAMMA, LAMBDA, CLIP, RATE, EPOCHS, MINIBATCHES, ENTROPY = 128, 1.0, 0.95, 0.2, 1e-3, 3, 4, 0.003
SCALE = 20.0  # Rewards are divided by it: a match is worth about 80 points.


class Policy:
    """A layer of tanh, logits for each part of an action, and a value."""

    def __init__(self, columns, choices, generator):
        self.starts = np.concatenate(([0], np.cumsum(choices)))
        self.choices = np.asarray(choices)
        outputs = int(self.starts[-1])
        self.weights = {
            "w1": generator.normal(0, columns**-0.5, (columns, HIDDEN)),
            "b1": np.zeros(HIDDEN),
            "wp": generator.normal(0, 0.01, (HIDDEN, outputs)),
            "bp": np.zeros(outputs),
            "wv": generator.normal(0, 0.1, (HIDDEN, 1)),
            "bv": np.zeros(1),
        }
        # To begin with, most parts order nothing: a policy that moves all levels at once is at war.
        self.weights["bp"][self.starts[:-1]] = 4.0
        self.moments = {name: (np.zeros_like(w), np.zeros_like(w)) for name, w in self.weights.items()}
        self.steps = 0

    def forward(self, seen, mask):
        """Returns the hidden layer, the probabilities of all choices, those of a part adding up to 1, and the values."""
        w = self.weights
        hidden = np.tanh(seen @ w["w1"] + w["b1"])
        logits = np.where(mask > 0, hidden @ w["wp"] + w["bp"], -1e9)
        logits -= np.repeat(np.maximum.reduceat(logits, self.starts[:-1], axis=1), self.choices, axis=1)
        odds = np.exp(logits)
        odds /= np.repeat(np.add.reduceat(odds, self.starts[:-1], axis=1), self.choices, axis=1)
        return hidden, odds, (hidden @ w["wv"] + w["bv"])[:, 0]

    def draw(self, odds, generator):
        """Draws a choice of each part; returns them, where they stand among all choices, and the logarithm of their probability."""
        sums = np.cumsum(odds, axis=1)
        before = np.concatenate((np.zeros((len(odds), 1)), sums[:, self.starts[1:-1] - 1]), axis=1)
        target = np.repeat(before + generator.random(before.shape) * 0.999999, self.choices, axis=1)
        acts = np.minimum(np.add.reduceat(sums <= target, self.starts[:-1], axis=1), self.choices - 1)
        at = acts + self.starts[:-1]
        chosen = np.take_along_axis(odds, at, axis=1)
        # Rounding may fall upon a choice that is not legal: then the part does nothing, which always is.
        acts, at = np.where(chosen > 0, acts, 0), np.where(chosen > 0, at, self.starts[:-1])
        return acts, at, np.log(np.take_along_axis(odds, at, axis=1) + 1e-12).sum(axis=1)

    def learn(self, seen, mask, at, old, gains, returns):
        """Takes one step of Adam on a batch."""
        hidden, odds, values = self.forward(seen, mask)
        ratio = np.exp(np.clip(np.log(np.take_along_axis(odds, at, axis=1) + 1e-12).sum(axis=1) - old, -20, 20))
        active = np.where(gains > 0, ratio < 1 + CLIP, ratio > 1 - CLIP)
        pull = (active * ratio * gains)[:, None] / len(seen)
        ones = np.zeros_like(odds)
        np.put_along_axis(ones, at, 1.0, axis=1)
        logs = np.log(odds + 1e-12)
        spread = np.repeat(np.add.reduceat(odds * logs, self.starts[:-1], axis=1), self.choices, axis=1)
        slope = pull * (ones - odds) - ENTROPY / len(seen) * odds * (logs - spread)
        error = (values - returns)[:, None] / len(seen)
        back = (-slope @ self.weights["wp"].T + error @ self.weights["wv"].T) * (1 - hidden**2)
        slopes = {
            "w1": seen.T @ back,
            "b1": back.sum(axis=0),
            "wp": hidden.T @ -slope,
            "bp": -slope.sum(axis=0),
            "wv": hidden.T @ error,
            "bv": error.sum(axis=0),
        }
        norm = sum((s**2).sum() for s in slopes.values()) ** 0.5
        self.steps += 1
        for name, s in slopes.items():
            s = s * min(1.0, 0.5 / (norm + 1e-9))
            first, second = self.moments[name]
            first += 0.1 * (s - first)
            second += 0.001 * (s * s - second)
            step = first / (1 - 0.9**self.steps) / (np.sqrt(second / (1 - 0.999**self.steps)) + 1e-8)
            self.weights[name] -= RATE * step


def seen(sights, index, policy):
    """Returns observations and masks of a seat."""
    return sights.observations[:, index].astype(np.float64), sights.masks[:, index, : policy.starts[-1]]


def rollout(frames, index, policy, generator):
    """Plays a match in each place to its end; returns lists of rounds, and the matches that were open in each."""
    sights = frames.reset(generator.integers(2**62, size=frames.matches))
    rounds = []
    while not sights.over.all():
        going = ~sights.over
        view, mask = seen(sights, index, policy)
        _, odds, values = policy.forward(view, mask)
        acts, at, old = policy.draw(odds, generator)
        both = np.zeros((frames.matches, 2, frames.acts), dtype="i1")
        both[:, index, : acts.shape[1]] = acts
        sights = frames.step(both)
        rounds.append((view, mask, at, old, values, sights.rewards[:, index] / SCALE, going))
    return rounds


def train(frames, index, policy, generator, seconds):
    """Learns for so many seconds of processor time; returns how many rounds it has played."""
    end, played, told = time.process_time() + seconds, 0, 0.0
    while time.process_time() < end:
        rounds = rollout(frames, index, policy, generator)
        after, gain, batches = np.zeros(frames.matches), np.zeros(frames.matches), []
        for view, mask, at, old, values, rewards, going in reversed(rounds):
            gain = np.where(going, rewards + GAMMA * after - values + GAMMA * LAMBDA * gain, 0.0)
            after = np.where(going, values, 0.0)
            batches.append([each[going] for each in (view, mask, at, old, gain, gain + values)])
        batch = [np.concatenate(parts) for parts in zip(*batches)]
        batch[4] = (batch[4] - batch[4].mean()) / (batch[4].std() + 1e-8)
        played += len(batch[0])
        for _ in range(EPOCHS):
            for part in np.array_split(generator.permutation(len(batch[0])), MINIBATCHES):
                policy.learn(*(each[part] for each in batch))
        if time.process_time() - told > 30:
            told = time.process_time()
            print("%9d rounds, %6.1f" % (played, SCALE * sum(r[5] for r in rounds).mean()), flush=True)
    return played


def score(frames, index, policy, generator):
    """Returns the mean score of many matches on fresh seeds, and half of its interval."""
    scores = np.concatenate([SCALE * sum(r[5] for r in rollout(frames, index, policy, generator)) for _ in range(4)])
    return scores.mean(), 1.96 * scores.std(ddof=1) / len(scores) ** 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--role", choices=SIDES, default="US")
    parser.add_argument("--opponent", default="tft")
    parser.add_argument("--scenario")
    parser.add_argument("--seconds", type=float, default=900, help="processor time of Python")
    parser.add_argument("--matches", type=int, default=256)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    wanted = parser.parse_args()
    index = SIDES.index(wanted.role)
    generator = np.random.default_rng(wanted.seed)
    bots = {SIDES[1 - index].lower(): wanted.opponent}
    with Frames(wanted.matches, scenario=wanted.scenario, **bots) as frames:
        policy = Policy(len(frames.columns), frames.choices[wanted.role], generator)
        still = Policy(len(frames.columns), frames.choices[wanted.role], generator)
        still.weights["bp"][still.starts[:-1]] = 40.0
        played = train(frames, index, policy, generator, wanted.seconds)
        fresh = np.random.default_rng([wanted.seed, 2])
        for name, each in (("orders nothing", still), ("learnt", policy)):
            print("%s: %.1f +- %.1f" % ((name,) + score(frames, index, each, fresh)))
        print("%d rounds, %s against %s" % (played, wanted.role, wanted.opponent))
        if wanted.out:
            np.savez(wanted.out, **policy.weights)


if __name__ == "__main__":
    main()
