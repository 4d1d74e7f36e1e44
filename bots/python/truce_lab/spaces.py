"""The spaces of Gymnasium for actions and observations, and how sights become observations."""

import numpy
from gymnasium import spaces

from .frames import SIDES


def action_space(frames, side):
    """Returns all actions of a side."""
    return spaces.MultiDiscrete(frames.choices[side])


def observation_space(frames, side):
    """Returns all observations of a side: its columns, and a mask for each part of an action."""
    return spaces.Dict(
        {
            "observation": spaces.Box(frames.low, frames.high, dtype=numpy.float32),
            "action_mask": spaces.Tuple([spaces.MultiBinary(int(size)) for size in frames.choices[side]]),
        }
    )


def observation(frames, sights, side, match=None):
    """Returns what a side sees of a match, or of all matches together."""
    index = SIDES.index(side)
    at = slice(None) if match is None else match
    mask = sights.masks[at, index]
    starts = frames.starts[side]
    return {
        "observation": sights.observations[at, index].copy(),
        "action_mask": tuple(mask[..., starts[i] : starts[i + 1]].copy() for i in range(len(starts) - 1)),
    }


def info(sights, side, match=0):
    """Returns what is told beside the observation: rounds, parts that were not done, deeds that crossed, and at the end the true score."""
    index = SIDES.index(side)
    told = {
        "round": int(sights.rounds[match]),
        "illegal": int(sights.illegal[match, index]),
        "crossed": int(sights.crossed[match, index]),
    }
    if sights.over[match]:
        told["final_score"] = float(sights.scores[match, index])
    return told
