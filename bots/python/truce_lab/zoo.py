"""Both seats of a match in the hands of a program, as PettingZoo wants it: parallel_env() and env(). Needs PettingZoo and Gymnasium."""

import numpy
from gymnasium.utils import seeding
from pettingzoo import AECEnv, ParallelEnv

from truce_bot import EnvError

from . import spaces
from .frames import SIDES, Frames

NAME = "truce_v1"


class _Match:
    """One match, with the dice that draw the seed of the next."""

    def __init__(self, max_cycles, settings):
        self.frames = Frames(1, **settings)
        self.max_cycles = max_cycles
        self.action_spaces = {side: spaces.action_space(self.frames, side) for side in SIDES}
        self.observation_spaces = {side: spaces.observation_space(self.frames, side) for side in SIDES}
        self.dice = None
        self.sights = None

    def reset(self, seed):
        """Begins a match: from a seed, or from the dice that the last seed has thrown."""
        if seed is not None or self.dice is None:
            self.dice, _ = seeding.np_random(seed)
        self.sights = self.frames.reset([int(self.dice.integers(2**62))])

    def step(self, actions):
        """Plays a round; returns whether the match is over, and whether it is cut off."""
        acts = numpy.zeros((1, 2, self.frames.acts), dtype="i1")
        for i, side in enumerate(SIDES):
            if side not in actions or numpy.shape(actions[side]) != self.action_spaces[side].shape:
                raise EnvError("expected %d numbers for %s" % (self.action_spaces[side].shape[0], side))
            acts[0, i, : len(actions[side])] = actions[side]
        self.sights = self.frames.step(acts)
        over = bool(self.sights.over[0])
        return over, not over and self.max_cycles is not None and int(self.sights.rounds[0]) >= self.max_cycles

    def observe(self, side):
        return spaces.observation(self.frames, self.sights, side, 0)

    def info(self, side):
        return spaces.info(self.sights, side)

    def reward(self, side):
        return float(self.sights.rewards[0, SIDES.index(side)])


class TruceParallel(ParallelEnv):
    """Both sides act at once. `max_cycles` cuts a match off after so many rounds."""

    metadata = {"name": NAME, "is_parallelizable": True, "render_modes": []}
    render_mode = None

    def __init__(self, max_cycles=None, **settings):
        """The settings are those of Frames: command, scenario, rounds, us, cn."""
        self.possible_agents = list(SIDES)
        self.agents = []
        self._match = _Match(max_cycles, settings)

    @property
    def max_cycles(self):
        """After how many rounds a match is cut off, or None."""
        return self._match.max_cycles

    @max_cycles.setter
    def max_cycles(self, cycles):
        self._match.max_cycles = cycles

    def observation_space(self, agent):
        return self._match.observation_spaces[agent]

    def action_space(self, agent):
        return self._match.action_spaces[agent]

    def reset(self, seed=None, options=None):
        self._match.reset(seed)
        self.agents = list(self.possible_agents)
        return self._seen(), self._told()

    def step(self, actions):
        if not self.agents:
            raise EnvError("no match is under way: call reset()")
        over, cut = self._match.step(actions)
        agents = self.agents
        if over or cut:
            self.agents = []
        rewards = {agent: self._match.reward(agent) for agent in agents}
        return self._seen(), rewards, dict.fromkeys(agents, over), dict.fromkeys(agents, cut), self._told()

    def close(self):
        self.agents = []
        self._match.frames.close()

    def _seen(self):
        return {agent: self._match.observe(agent) for agent in self.possible_agents}

    def _told(self):
        return {agent: self._match.info(agent) for agent in self.possible_agents}


class TruceAEC(AECEnv):
    """The sides act one after the other, and neither sees what the other did before the round is over."""

    metadata = {"name": NAME, "is_parallelizable": True, "render_modes": []}
    render_mode = None

    def __init__(self, max_cycles=None, **settings):
        """The settings are those of Frames: command, scenario, rounds, us, cn."""
        super().__init__()
        self.possible_agents = list(SIDES)
        self.agents = []
        self._match = _Match(max_cycles, settings)

    def observation_space(self, agent):
        return self._match.observation_spaces[agent]

    def action_space(self, agent):
        return self._match.action_spaces[agent]

    def observe(self, agent):
        return self._match.observe(agent)

    def reset(self, seed=None, options=None):
        self._match.reset(seed)
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos = {agent: self._match.info(agent) for agent in self.agents}
        self.agent_selection = self.agents[0]
        self._actions = {}

    def step(self, action):
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        self._cumulative_rewards[agent] = 0.0
        self._actions[agent] = action
        if agent == self.agents[0]:
            self._clear_rewards()
            self.agent_selection = self.agents[1]
            return
        over, cut = self._match.step(self._actions)
        self._actions = {}
        self.rewards = {each: self._match.reward(each) for each in self.agents}
        self.terminations = dict.fromkeys(self.agents, over)
        self.truncations = dict.fromkeys(self.agents, cut)
        self.infos = {each: self._match.info(each) for each in self.agents}
        self._accumulate_rewards()
        self.agent_selection = self.agents[0]

    def close(self):
        self.agents = []
        self._match.frames.close()


def parallel_env(max_cycles=None, **settings):
    """Returns the environment in which both sides act at once."""
    return TruceParallel(max_cycles, **settings)


def env(max_cycles=None, **settings):
    """Returns the environment in which the sides act one after the other."""
    return TruceAEC(max_cycles, **settings)


raw_env = env
