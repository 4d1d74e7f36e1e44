"""One seat of a match against a bot, as Gymnasium wants it: one at a time, or many as a vector. Needs Gymnasium."""

import gymnasium
import numpy
from gymnasium.utils import seeding
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from truce_bot import EnvError

from . import spaces
from .frames import SIDES, Frames


def _frames(matches, opponent, role, settings):
    if role not in SIDES:
        raise EnvError("the role is %r, expected US or CN" % (role,))
    return Frames(matches, **{"cn" if role == "US" else "us": opponent}, **settings)


def _seed(dice):
    return int(dice.integers(2**62))


class MatchEnv(gymnasium.Env):
    """One match after the other."""

    metadata = {"render_modes": []}

    def __init__(self, opponent="tft", role="US", render_mode=None, **settings):
        """The settings are those of Frames: command, scenario, rounds."""
        self.render_mode = render_mode
        self.role = role
        self._frames = _frames(1, opponent, role, settings)
        self._index = SIDES.index(role)
        self.observation_space = spaces.observation_space(self._frames, role)
        self.action_space = spaces.action_space(self._frames, role)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        return self._seen(self._frames.reset([_seed(self.np_random)]))

    def step(self, action):
        acts = numpy.zeros((1, 2, self._frames.acts), dtype="i1")
        acts[0, self._index, : len(action)] = action
        sights = self._frames.step(acts)
        seen, told = self._seen(sights)
        return seen, float(sights.rewards[0, self._index]), bool(sights.over[0]), False, told

    def action_masks(self):
        """Returns the mask of the open round as one row, as learners that mask their logits want it."""
        return self._mask.astype(bool)

    def close(self):
        self._frames.close()

    def _seen(self, sights):
        self._mask = sights.masks[0, self._index, : self._frames.starts[self.role][-1]]
        return spaces.observation(self._frames, sights, self.role, 0), spaces.info(sights, self.role)


class MatchVectorEnv(VectorEnv):
    """Many matches in one program; the same as so many MatchEnv, and much faster."""

    def __init__(self, num_envs=64, opponent="tft", role="US", autoreset=AutoresetMode.NEXT_STEP, threads=1, **settings):
        """The settings are those of Frames: command, scenario, rounds."""
        super().__init__()
        self.num_envs = num_envs
        self.autoreset_mode = AutoresetMode(autoreset)
        self.metadata = {"render_modes": [], "autoreset_mode": self.autoreset_mode}
        self.render_mode = None
        self.role = role
        self._frames = _frames(num_envs, opponent, role, dict(settings, threads=threads))
        self._index = SIDES.index(role)
        self.single_observation_space = spaces.observation_space(self._frames, role)
        self.single_action_space = spaces.action_space(self._frames, role)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._dice = [None] * num_envs
        self._over = numpy.zeros(num_envs, dtype=bool)

    def reset(self, *, seed=None, options=None):
        chosen = numpy.ones(self.num_envs, dtype=bool)
        if options is not None and "reset_mask" in options:
            chosen = options["reset_mask"]
            if not isinstance(chosen, numpy.ndarray) or chosen.shape != (self.num_envs,) or chosen.dtype != bool or not chosen.any():
                raise EnvError("reset_mask is to be %d booleans, one of them true" % self.num_envs)
        seeds = [seed + i if isinstance(seed, int) else None for i in range(self.num_envs)] if seed is None or isinstance(seed, int) else list(seed)
        if len(seeds) != self.num_envs:
            raise EnvError("%d seeds, expected %d" % (len(seeds), self.num_envs))
        for i in numpy.flatnonzero(chosen):
            if seeds[i] is not None or self._dice[i] is None:
                self._dice[i], _ = seeding.np_random(seeds[i])
        sights = self._begin(chosen)
        self._over[chosen] = False
        return spaces.observation(self._frames, sights, self.role), self._told(sights, chosen)

    def step(self, actions):
        acts = numpy.zeros((self.num_envs, 2, self._frames.acts), dtype="i1")
        acts[:, self._index, : actions.shape[1]] = actions
        begin = self._over.copy()
        if self.autoreset_mode == AutoresetMode.DISABLED and begin.any():
            raise EnvError("matches %s are over: reset them" % numpy.flatnonzero(begin))
        sights = self._frames.step(acts)
        rewards = sights.rewards[:, self._index].copy()
        if begin.any():
            sights = self._begin(begin)._replace(illegal=sights.illegal, crossed=sights.crossed)
        over = sights.over.copy()
        infos = {}
        if self.autoreset_mode == AutoresetMode.SAME_STEP and over.any():
            for i in numpy.flatnonzero(over):
                final = {
                    "final_obs": spaces.observation(self._frames, sights, self.role, i),
                    "final_info": spaces.info(sights, self.role, i),
                }
                infos = self._add_info(infos, final, i)
            counts = {name: numpy.where(over[:, None], 0, getattr(sights, name)) for name in ("illegal", "crossed")}
            sights = self._begin(over)._replace(**counts)
        self._over = over if self.autoreset_mode != AutoresetMode.SAME_STEP else numpy.zeros(self.num_envs, dtype=bool)
        infos.update(self._told(sights, numpy.ones(self.num_envs, dtype=bool)))
        return spaces.observation(self._frames, sights, self.role), rewards, over, numpy.zeros(self.num_envs, dtype=bool), infos

    def close_extras(self, **unused):
        self._frames.close()

    def _begin(self, chosen):
        seeds = numpy.zeros(self.num_envs, dtype=numpy.int64)
        for i in numpy.flatnonzero(chosen):
            seeds[i] = _seed(self._dice[i])
        return self._frames.reset(seeds, chosen)

    def _told(self, sights, chosen):
        told = {
            "round": sights.rounds.astype(numpy.int64),
            "illegal": sights.illegal[:, self._index].astype(numpy.int64),
            "crossed": sights.crossed[:, self._index].astype(numpy.int64),
        }
        infos = {}
        for name, values in told.items():
            infos[name], infos["_" + name] = numpy.where(chosen, values, 0), chosen.copy()
        over = sights.over & chosen
        if over.any():
            infos["final_score"], infos["_final_score"] = numpy.where(over, sights.scores[:, self._index], 0.0), over
        return infos


def gym_env(opponent="tft", role="US", **settings):
    """Returns one match after the other against a bot."""
    return MatchEnv(opponent, role, **settings)


def vector_env(num_envs=64, opponent="tft", role="US", autoreset="NextStep", **settings):
    """Returns many matches at a time against a bot; `autoreset` is NextStep, SameStep or Disabled."""
    return MatchVectorEnv(num_envs, opponent, role, autoreset, **settings)
