"""A parallel environment in the style of PettingZoo, over the program `truce env`. Needs nothing but the standard library.

    env = parallel_env()
    observations, infos = env.reset(seed=7)
    while env.agents:
        actions = {agent: env.action_space(agent).sample(infos[agent]["action_mask"]) for agent in env.agents}
        observations, rewards, terminations, truncations, infos = env.step(actions)
    env.close()
"""

import json
import random

from .notation import items
from .program import EnvError, Program, program

MOST_ANSWER_BYTES = 4_000_000


class LevelSpace:
    """All orders of one side: one number an instrument, 0 for no order and k for level k - 1 of its ladder."""

    def __init__(self, instruments, seed=None):
        self.words = [each["word"] for each in instruments]
        self.ladders = [each["ladder"] for each in instruments]
        self.nvec = tuple(len(ladder) + 1 for ladder in self.ladders)
        self.shape = (len(self.nvec),)
        self.seed(seed)

    def seed(self, seed=None):
        """Starts the dice of sample() again from a seed."""
        self._random = random.Random(seed)

    def sample(self, mask=None):
        """Returns one action by chance; with a mask, one that is legal."""
        action = []
        for i, size in enumerate(self.nvec):
            allowed = [k for k in range(size) if mask is None or mask[i][k]]
            action.append(self._random.choice(allowed))
        return action

    def contains(self, action):
        """Returns whether an action has the form of this space, legal or not."""
        try:
            return len(action) == len(self.nvec) and all(
                isinstance(k, int) and 0 <= k < size for k, size in zip(action, self.nvec)
            )
        except TypeError:
            return False

    def orders(self, action):
        """Returns an action as orders: a dict from words to levels."""
        return {
            word: ladder[k - 1] for word, ladder, k in zip(self.words, self.ladders, action) if k > 0
        }

    def mask(self, legal):
        """Returns what is allowed: for each instrument a list of 0 and 1; no order always is."""
        return [
            [1] + [1 if level in legal.get(word, []) else 0 for level in ladder]
            for word, ladder in zip(self.words, self.ladders)
        ]

    def __repr__(self):
        return "LevelSpace(%s)" % (self.nvec,)


class ObservationSpace:
    """All observations: JSON objects as docs/look-up/observation.schema.json describes them, for one role."""

    FIELDS = ("round", "role", "levels", "treaty", "legal", "offers", "last")

    def __init__(self, role):
        self.role = role

    def contains(self, observation):
        """Returns whether a value can be an observation of this role."""
        return (
            isinstance(observation, dict)
            and observation.get("role") == self.role
            and all(field in observation for field in self.FIELDS)
        )

    def __repr__(self):
        return "ObservationSpace(%s)" % self.role


class ParallelEnv:
    """Both seats of a match. `agents` is empty before reset() and after the end, as in PettingZoo."""

    metadata = {"name": "truce_v1", "is_parallelizable": True, "render_modes": []}
    render_mode = None

    def __init__(self, command=None, scenario=None, rounds=None):
        """Starts the program, by default the one of program(); `rounds` fixes the number of rounds, else the scenario decides."""
        words = list(command or program() + ["env"]) + (["--scenario", scenario] if scenario else []) + (["--rounds", str(rounds)] if rounds else [])
        self.possible_agents = ["US", "CN"]
        self.agents = []
        self._program = Program(words)
        try:
            self.scenario = self._checked(self._program.line(MOST_ANSWER_BYTES))["scenario"]
        except EnvError:
            self._program.close()
            raise
        instruments = self.scenario["instruments"]
        self._actions = {
            agent: LevelSpace([each for each in instruments if each["word"].startswith(agent)])
            for agent in self.possible_agents
        }
        self._observations = {agent: ObservationSpace(agent) for agent in self.possible_agents}
        self._chance = random.SystemRandom()

    @property
    def num_agents(self):
        """How many agents are playing."""
        return len(self.agents)

    @property
    def max_num_agents(self):
        """How many agents may play."""
        return len(self.possible_agents)

    def observation_space(self, agent):
        """Returns the observations of an agent; the same object at each call."""
        return self._observations[agent]

    def action_space(self, agent):
        """Returns the actions of an agent; the same object at each call."""
        return self._actions[agent]

    def reset(self, seed=None, options=None):
        """Begins a match and returns (observations, infos). The same seed and actions give the same match.

        None draws a seed: by the dice of the last seed that was given, or by chance if none ever was.
        """
        if seed is None:
            seed = self._chance.randrange(2**48)
        else:
            self._chance = random.Random(seed)
        answer = self._ask({"do": "reset", "seed": seed})
        self.agents = list(self.possible_agents)
        return answer["observations"], self._infos(answer)

    def step(self, actions):
        """Plays one round: an action an agent, as numbers of its space, as a dict of orders, or as a line of the notation with offers.

        Returns (observations, rewards, terminations, truncations, infos). A reward is the score of the round as the seat is shown it; the
        final info has the true scores.
        """
        if not self.agents:
            raise EnvError("no match is under way: call reset()")
        if set(actions) != set(self.agents):
            raise EnvError("expected one action for each of %s, got %s" % (self.agents, sorted(actions)))
        lines = {agent: self._line(agent, action) for agent, action in actions.items()}
        answer = self._ask({"do": "step", "actions": lines})
        over = answer["over"]
        agents = list(self.agents)
        infos = self._infos(answer)
        if over:
            self.agents = []
        return (
            answer["observations"],
            answer["rewards"],
            {agent: over for agent in agents},
            {agent: False for agent in agents},
            infos,
        )

    def render(self):
        """Shows nothing: `truce replay` shows a match."""

    def state(self):
        """There is none that agents may share: each side keeps secrets."""
        raise NotImplementedError("the two sides see different things")

    def close(self):
        """Ends the program."""
        self.agents = []
        self._program.close()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def _line(self, agent, action):
        if isinstance(action, (str, dict)) or action is None:
            return items(action)
        action = [int(k) for k in action]
        if not self._actions[agent].contains(action):
            raise EnvError("%s is no action of %s: %s" % (action, agent, self._actions[agent]))
        return items(self._actions[agent].orders(action))

    def _infos(self, answer):
        infos = {}
        for agent in self.possible_agents:
            info = dict(answer["infos"][agent])
            info["action_mask"] = self._actions[agent].mask(answer["observations"][agent].get("legal", {}))
            infos[agent] = info
        return infos

    def _ask(self, request):
        question = (json.dumps(request) + "\n").encode("utf-8")
        return self._checked(self._program.ask(question, lambda: self._program.line(MOST_ANSWER_BYTES)))

    @staticmethod
    def _checked(line):
        answer = json.loads(line)
        if "error" in answer:
            raise EnvError(answer["error"])
        return answer


def parallel_env(command=None, scenario=None, rounds=None):
    """Returns an environment with both seats of a match."""
    return ParallelEnv(command, scenario, rounds)
