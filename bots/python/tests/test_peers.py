"""Others' own tests of environments, unchanged, where PettingZoo and Gymnasium can be imported. docs/evidence/peers.md says from where."""

import importlib.util
import types
import unittest
import warnings

from .support import TRUCE

HAS_GYMNASIUM = importlib.util.find_spec("gymnasium") is not None
HAS_PETTINGZOO = HAS_GYMNASIUM and importlib.util.find_spec("pettingzoo") is not None
COMMAND = TRUCE + ["env"]


@unittest.skipUnless(HAS_PETTINGZOO, "pettingzoo cannot be imported")
class PettingZooTest(unittest.TestCase):
    def setUp(self):
        from truce_lab import zoo

        self.zoo = zoo
        # Their words on style, such as names of agents that end in a number, are no faults.
        warnings.simplefilter("ignore")
        self.addCleanup(warnings.resetwarnings)

    def settings(self):
        return ({}, {"rounds": 3}, {"scenario": "busan-2025-r2"}, {"scenario": "geneva-2025"})

    def test_parallel_api(self):
        from pettingzoo.test import parallel_api_test

        for settings in self.settings():
            env = self.zoo.parallel_env(command=COMMAND, **settings)
            self.addCleanup(env.close)
            parallel_api_test(env, num_cycles=1000)

    def test_parallel_seed(self):
        from pettingzoo.test import parallel_seed_test

        for settings in self.settings():
            parallel_seed_test(lambda settings=settings: self.zoo.parallel_env(command=COMMAND, **settings), num_cycles=500)

    def test_aec_api(self):
        from pettingzoo.test import api_test

        for settings in self.settings():
            env = self.zoo.env(command=COMMAND, **settings)
            self.addCleanup(env.close)
            api_test(env, num_cycles=1000)

    def test_aec_seed(self):
        from pettingzoo.test import seed_test

        for settings in self.settings():
            seed_test(lambda settings=settings: self.zoo.env(command=COMMAND, **settings), num_cycles=500)

    def test_max_cycles(self):
        from pettingzoo.test import max_cycles_test

        made = []

        def of(make):
            def with_command(**settings):
                made.append(make(command=COMMAND, **settings))
                return made[-1]

            return with_command

        max_cycles_test(types.SimpleNamespace(parallel_env=of(self.zoo.parallel_env), env=of(self.zoo.env)))
        for env in made:
            env.close()

    def test_both_turns_give_one_match(self):
        parallel, aec = self.zoo.parallel_env(command=COMMAND), self.zoo.env(command=COMMAND)
        self.addCleanup(parallel.close)
        self.addCleanup(aec.close)
        seen, _ = parallel.reset(seed=7)
        aec.reset(seed=7)
        sums = dict.fromkeys(parallel.agents, 0.0)
        while parallel.agents:
            actions = {agent: parallel.action_space(agent).sample(seen[agent]["action_mask"]) for agent in parallel.agents}
            seen, rewards, _, _, infos = parallel.step(actions)
            for agent, action in actions.items():
                aec.step(action)
                sums[agent] += rewards[agent]
            for agent in actions:
                self.assertEqual(seen[agent]["observation"].tobytes(), aec.observe(agent)["observation"].tobytes())
                self.assertEqual(aec.rewards[agent], rewards[agent])
        for agent, total in sums.items():
            self.assertEqual(total, infos[agent]["final_score"])


@unittest.skipUnless(HAS_GYMNASIUM, "gymnasium cannot be imported")
class GymnasiumTest(unittest.TestCase):
    def setUp(self):
        import gymnasium
        import numpy

        from truce_lab import gym

        self.gymnasium, self.gym, self.numpy = gymnasium, gym, numpy
        gymnasium.register("truce/Match-v1", entry_point="truce_lab.gym:MatchEnv", kwargs={"command": COMMAND})
        self.addCleanup(gymnasium.registry.pop, "truce/Match-v1")

    def test_check_env(self):
        from gymnasium.utils.env_checker import check_env

        for settings in ({}, {"role": "CN"}, {"opponent": "hawk", "scenario": "busan-2025-r2"}):
            env = self.gymnasium.make("truce/Match-v1", **settings).unwrapped
            self.addCleanup(env.close)
            check_env(env)

    def test_environments_match(self):
        from gymnasium.utils.env_match import check_environments_match

        first, second = self.gym.gym_env(command=COMMAND), self.gym.gym_env(command=COMMAND)
        check_environments_match(first, second, num_steps=100, seed=7)

    def test_the_vector_is_so_many_environments(self):
        from gymnasium.utils.env_checker import data_equivalence
        from gymnasium.vector import AutoresetMode, SyncVectorEnv

        for mode in AutoresetMode:
            ours = self.gym.vector_env(3, autoreset=mode, command=COMMAND, rounds=4)
            theirs = SyncVectorEnv([lambda: self.gym.gym_env(command=COMMAND, rounds=4)] * 3, autoreset_mode=mode)
            self.assertEqual(ours.observation_space, theirs.observation_space)
            self.assertEqual(ours.action_space, theirs.action_space)
            self.assertTrue(data_equivalence(ours.reset(seed=5), theirs.reset(seed=5), exact=True))
            theirs.action_space.seed(1)
            for step in range(15):
                acts = theirs.action_space.sample()
                one, other = ours.step(acts), theirs.step(acts)
                for mine, their in zip(one[:4], other[:4]):
                    self.assertTrue(data_equivalence(mine, their, exact=True), (mode, step))
                self.assertEqual(set(one[4]), set(other[4]))
                for name in ("round", "illegal", "crossed"):
                    self.assertEqual(list(one[4][name]), list(other[4][name]), (mode, step, name))
                if "final_obs" in other[4]:
                    self.assertTrue(data_equivalence(list(one[4]["final_obs"]), list(other[4]["final_obs"]), exact=True))
                if mode == AutoresetMode.DISABLED and one[2].any():
                    options = {"reset_mask": one[2].copy()}
                    self.assertTrue(
                        data_equivalence(ours.reset(options=dict(options))[0], theirs.reset(options=dict(options))[0], exact=True)
                    )
            ours.close()
            theirs.close()


if __name__ == "__main__":
    unittest.main()
