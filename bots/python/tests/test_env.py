"""The contract of a parallel environment, over full episodes of the real game."""

import sys
import unittest
import unittest.mock

from tests import support
from truce_bot import EnvError, parallel_env

ROUNDS = 12


def make(rounds=ROUNDS):
    return parallel_env(command=support.TRUCE + ["env"], rounds=rounds)


def episode(env, seed, dice):
    """Returns the whole trajectory of one episode of legal actions by chance."""
    observations, infos = env.reset(seed=seed)
    for agent in env.possible_agents:
        env.action_space(agent).seed("%s %s" % (dice, agent))
    steps = [(observations, None, None, None, infos)]
    while env.agents:
        actions = {agent: env.action_space(agent).sample(infos[agent]["action_mask"]) for agent in env.agents}
        step = env.step(actions)
        infos = step[4]
        steps.append(step)
    return steps


class ParallelEnvTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.env = make()

    @classmethod
    def tearDownClass(cls):
        cls.env.close()

    def test_every_call_keeps_the_contract_over_full_episodes(self):
        env = self.env
        self.assertEqual(env.possible_agents, ["US", "CN"])
        self.assertEqual(env.max_num_agents, 2)
        for seed in range(3):
            steps = episode(env, seed, seed)
            self.assertEqual(len(steps), ROUNDS + 1)
            self.assertEqual(env.agents, [])
            for number, (observations, rewards, terminations, truncations, infos) in enumerate(steps):
                self.assertEqual(set(observations), set(env.possible_agents))
                self.assertEqual(set(infos), set(env.possible_agents))
                for agent in env.possible_agents:
                    self.assertTrue(env.observation_space(agent).contains(observations[agent]))
                    self.assertEqual(observations[agent]["round"], number + 1)
                    # The mask looks at one instrument at a time; two orders exclude each other.
                    self.assertTrue(all("pause the investigation" in each for each in infos[agent]["illegal"]))
                    self.assertEqual("final_score" in infos[agent], number == ROUNDS)
                if number:
                    for each in (rewards, terminations, truncations):
                        self.assertEqual(set(each), set(env.possible_agents))
                    self.assertTrue(all(isinstance(reward, float) for reward in rewards.values()))
                    self.assertEqual(set(terminations.values()), {number == ROUNDS})
                    self.assertEqual(set(truncations.values()), {False})

    def test_the_same_seed_gives_the_same_trajectory_over_its_full_length(self):
        first = episode(self.env, 11, 1)
        self.assertEqual(episode(self.env, 11, 1), first)
        with make() as other:
            self.assertEqual(episode(other, 11, 1), first)
        self.assertNotEqual(episode(self.env, 12, 1), first)
        self.assertNotEqual(episode(self.env, 11, 2), first)

    def test_spaces_are_the_same_objects_at_each_call_and_fit_the_ladders(self):
        env = self.env
        for agent in env.possible_agents:
            space = env.action_space(agent)
            self.assertIs(space, env.action_space(agent))
            self.assertIs(env.observation_space(agent), env.observation_space(agent))
            self.assertEqual(space.shape, (9,))
            self.assertTrue(space.contains(space.sample()))
            self.assertFalse(space.contains([0] * 8))
            self.assertFalse(space.contains([99] * 9))
            self.assertFalse(space.contains(None))

    def test_the_mask_allows_what_is_legal_and_nothing_else(self):
        observations, infos = self.env.reset(seed=1)
        for agent in self.env.agents:
            space, mask = self.env.action_space(agent), infos[agent]["action_mask"]
            for word, ladder, row in zip(space.words, space.ladders, mask):
                self.assertEqual(len(row), len(ladder) + 1)
                self.assertEqual(row[0], 1)
                self.assertEqual([level for level, ok in zip(ladder, row[1:]) if ok], observations[agent]["legal"][word])

    def test_neither_side_sees_what_the_other_keeps_covert(self):
        for observations, _, _, _, _ in episode(self.env, 3, 3):
            for agent, other in (("US", "CN"), ("CN", "US")):
                self.assertIsNone(observations[agent]["levels"][other + ".PACE"])
                self.assertIsNotNone(observations[agent]["levels"][agent + ".PACE"])

    def test_an_action_may_be_orders_or_a_line_with_an_offer(self):
        env = self.env
        env.reset(seed=1)
        observations, _, _, _, infos = env.step({"US": {"PORT": "80"}, "CN": "OFFER o {RENEW; for 4}"})
        self.assertEqual(observations["CN"]["levels"]["US.PORT"], "80")
        self.assertEqual(observations["US"]["offers"][0]["id"], "CN-1")
        _, _, _, _, infos = env.step({"US": "ACCEPT CN-1; PORT=81", "CN": None})
        self.assertIn("LEVEL_NOT_ON_LADDER", infos["US"]["illegal"][0])

    def test_wrong_calls_are_refused_and_harm_nothing(self):
        env = self.env
        env.reset(seed=1)
        for actions in ({}, {"US": "HOLD"}, {"US": "HOLD", "CN": "HOLD", "EU": "HOLD"}, {"US": [99] * 9, "CN": "HOLD"}):
            with self.assertRaises(EnvError):
                env.step(actions)
        self.assertEqual(env.agents, ["US", "CN"])
        env.step({"US": "HOLD", "CN": "HOLD"})
        with self.assertRaises(NotImplementedError):
            env.state()
        for _ in range(ROUNDS - 1):
            env.step({"US": "HOLD", "CN": "HOLD"})
        with self.assertRaises(EnvError):
            env.step({"US": "HOLD", "CN": "HOLD"})

    def test_a_closed_environment_leaves_no_program(self):
        env = make(2)
        process = env._program.process
        env.close()
        env.close()
        self.assertIsNotNone(process.returncode)
        with self.assertRaises(EnvError):
            env.reset(seed=1)


class SeedsTest(unittest.TestCase):
    """Against a program that only tells the seeds that it is given."""

    PROGRAM = """
import json, sys
print(json.dumps({"scenario": {"instruments": []}}), flush=True)
for line in sys.stdin:
    told = {"seed": json.loads(line)["seed"]}
    print(json.dumps({"observations": {"US": {}, "CN": {}}, "infos": {"US": told, "CN": told}}), flush=True)
"""

    def seeds(self, *wanted):
        with parallel_env(command=[sys.executable, "-c", self.PROGRAM]) as env:
            return [env.reset(seed=seed)[1]["US"]["seed"] for seed in wanted]

    def test_matches_after_a_seed_follow_from_it(self):
        first = self.seeds(7, None, None)
        self.assertEqual(first[0], 7)
        self.assertEqual(len(set(first)), 3)
        self.assertEqual(self.seeds(7, None, None), first)
        self.assertEqual(self.seeds(3, None, 7, None, None)[2:], first)
        self.assertNotEqual(self.seeds(8, None)[1:], first[1:2])

    def test_without_any_seed_they_are_by_chance(self):
        self.assertNotEqual(self.seeds(None), self.seeds(None))


class InterruptedTest(unittest.TestCase):
    """Against a program that answers with what it was asked, and refuses a step if it is told to."""

    PROGRAM = """
import json, sys
print(json.dumps({"scenario": {"instruments": []}}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    seen = {"asked": asked["do"]}
    if asked.get("actions", {}).get("US") == "refuse":
        print(json.dumps({"error": "refused"}), flush=True)
    else:
        both = {"US": seen, "CN": seen}
        print(json.dumps({"observations": both, "infos": both, "rewards": {}, "over": False}), flush=True)
"""

    def env(self):
        return parallel_env(command=[sys.executable, "-c", self.PROGRAM])

    def test_an_answer_that_nobody_has_read_is_not_that_to_the_next_call(self):
        for interruption in (KeyboardInterrupt, TimeoutError, ValueError):
            with self.subTest(interruption=interruption), self.env() as env:
                env.reset(seed=1)
                waits = unittest.mock.Mock()
                waits.readline.side_effect = interruption
                with unittest.mock.patch.object(env._program.process, "stdout", waits), self.assertRaises(interruption):
                    env.step({"US": None, "CN": None})
                for _ in range(2):
                    with self.assertRaises(EnvError):
                        env.reset(seed=7)
                self.assertIsNotNone(env._program.process.returncode)

    def test_a_refusal_ends_nothing(self):
        with self.env() as env:
            env.reset(seed=1)
            with self.assertRaisesRegex(EnvError, "refused"):
                env.step({"US": "refuse", "CN": None})
            self.assertEqual(env.reset(seed=7)[0]["US"], {"asked": "reset"})

    def test_a_request_that_cannot_be_written_ends_nothing(self):
        with self.env() as env:
            with self.assertRaises(TypeError):
                env.reset(seed=object())
            self.assertEqual(env.reset(seed=7)[0]["US"], {"asked": "reset"})


if __name__ == "__main__":
    unittest.main()
