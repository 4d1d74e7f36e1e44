"""The kit by itself, against the lines of a real match."""

import os
import re
import subprocess
import sys
import unittest

from tests import support
from truce_bot import Bot, Seen, clauses, items, package, renewal, words


class Toll(Bot):
    name = "toll"
    author = "tests"
    options = {"level": 80, "mood": "calm"}

    def __init__(self):
        super().__init__()
        self.heard = []

    def offers(self, seen):
        print("this goes to the log")
        return ["OFFER o " + renewal(4), words('a "quote" \\ and\nmore')] if seen.round == 1 else None

    def orders(self, seen):
        self.heard.append(self.random.random())
        return {"PORT": self.level}

    def accepts(self, seen, offer):
        return seen.round == 2


class NotationTest(unittest.TestCase):
    def test_items_take_every_form_of_answer(self):
        self.assertEqual(items(None), "")
        self.assertEqual(items({"PORT": 80, "FENT": None}), "PORT=80")
        self.assertEqual(items(["NOTICE", {"A": 1, "B": 2}, None, ""]), "NOTICE; A=1; B=2")
        self.assertEqual(items("  HOLD "), "HOLD")

    def test_terms_are_written_and_read(self):
        self.assertEqual(package(["US.FENT<=5", "CN.SOY>=8"], 3, True), "{US.FENT<=5; CN.SOY>=8; for 3; communique}")
        self.assertEqual(clauses("{US.FENT<=5; CN.SOY>=6.25; until r8}"), {"US.FENT": ("<=", "5"), "CN.SOY": (">=", "6.25")})
        self.assertEqual(clauses(renewal(4)), {})

    def test_words_stay_on_one_line_and_in_their_quotes(self):
        self.assertEqual(words('a "b"\n\\c', "other"), 'SAY other "a \\"b\\" \\\\c"')
        self.assertLess(len(words("x" * 1000)), 300)


class LoopTest(unittest.TestCase):
    def test_a_match_is_answered_line_by_line(self):
        lines, log = support.played(Toll())
        self.assertEqual(lines[:5], [
            "id name toll author tests",
            "option name level type int default 80",
            "option name mood type text default calm",
            "twiok",
            "readyok",
        ])
        self.assertEqual(lines[5], 'offers 1 OFFER o {RENEW; for 4}; SAY all "a \\"quote\\" \\\\ and more"')
        self.assertEqual(lines[6:8], ["orders 1 PORT=80", "orders 1 PORT=80"])
        self.assertEqual(lines[8], "offers 2")
        self.assertRegex(lines[10], r"^orders 2 ACCEPT CN-\d; PORT=80$")
        self.assertIn("this goes to the log", log)

    def test_the_protocol_is_utf8_wherever_a_bot_runs(self):
        script = """
from truce_bot import Bot, run, words

class Polite(Bot):
    def offers(self, seen):
        return words(self.match.scenario["titles"]["zh"] + " \u2014 caf\u00e9")

run(Polite())
"""
        lines = [line for line in support.conversation() if line.split(" ")[0] in ("newmatch", "position")]
        scenario = 'scenario {"titles": {"zh": "\u91dc\u5c71"}, "instruments": []}'
        asked = "\n".join([lines[0], scenario, lines[1], "go offers 1", "quit", ""]).encode("utf-8")
        for encoding in ("ascii", "cp1252", "utf-8"):
            with self.subTest(encoding):
                environment = dict(os.environ, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
                answer = subprocess.run(
                    [sys.executable, "-c", script], cwd=support.KIT, env=environment, input=asked, stdout=subprocess.PIPE, timeout=60
                )
                self.assertEqual(answer.stdout, 'offers 1 SAY all "\u91dc\u5c71 \u2014 caf\u00e9"\n'.encode("utf-8"))

    def test_a_new_match_is_told_with_its_scenario(self):
        class Reader(Toll):
            def new_match(self, match):
                self.heard.append((match.role, match.scenario.get("id"), self.random.random()))

        bot = Reader()
        support.played(bot, [line for line in support.conversation() if line.split(" ")[0] in ("newmatch", "scenario")])
        self.assertEqual([(role, scenario) for role, scenario, _ in bot.heard], [("US", support.scenario()["id"])])

    def test_a_stateful_bot_is_asked_for_orders_once_a_round(self):
        bot = Toll()
        support.played(bot)
        self.assertEqual(len(bot.heard), 3)

    def test_dice_follow_from_the_seed(self):
        first, second, other = Toll(), Toll(), Toll()
        support.played(first)
        support.played(second)
        support.played(other, [re.sub(" seed -?", " seed 1", line) for line in support.conversation()])
        self.assertEqual(first.heard, second.heard)
        self.assertNotEqual(first.heard, other.heard)

    def test_options_are_set_and_unknown_ones_ignored(self):
        bot = Toll()
        support.played(bot, ["setoption name level value 50", "setoption name mood value wild", "setoption name x value 1"])
        self.assertEqual((bot.level, bot.mood), (50, "wild"))

    def test_an_option_stays_the_kind_of_number_that_it_is(self):
        class Rated(Toll):
            options = {"level": 80, "rate": 0.3}

        bot = Rated()
        lines, log = support.played(bot, ["setoption name level value 50", "setoption name rate value 0.5"])
        self.assertEqual((bot.level + 1, bot.rate * 2, log), (51, 1.0, ""))
        lines, log = support.played(bot, ["setoption name level value much", "setoption name rate value ", "isready"])
        self.assertEqual((bot.level, bot.rate, lines), (50, 0.5, ["readyok"]))
        self.assertEqual(log.splitlines(), ["error option level takes a number, not much", "error option rate takes a number, not "])

    def test_unknown_commands_and_early_questions_are_passed_over(self):
        lines, _ = support.played(Toll(), ["", "weather fair", "go round 1", "go", "position round 1 {}", "isready", "quit", "isready"])
        self.assertEqual(lines, ["readyok"])

    def test_a_question_about_another_round_is_not_answered(self):
        before = [line for line in support.conversation() if line.split(" ")[0] in ("newmatch", "scenario")]
        position = next(line for line in support.conversation() if line.startswith("position"))
        lines, _ = support.played(Toll(), before + [position, "go round 9 steps 1"])
        self.assertEqual(lines, [])

    def test_an_answer_that_is_too_long_is_a_mistake_of_the_bot(self):
        class Talker(Toll):
            def orders(self, seen):
                return "X" * 9000

        with self.assertRaises(ValueError):
            support.played(Talker())


class SeenTest(unittest.TestCase):
    def setUp(self):
        self.seen = [Seen(raw, support.scenario()) for raw in support.positions()]

    def test_levels_are_found_by_short_and_by_long_word(self):
        first = self.seen[0]
        self.assertEqual(first.level("PORT"), first.level("US.PORT"))
        self.assertIsNone(first.level("CN.SOY"))
        self.assertIn(first.level("PORT"), first.legal("PORT"))
        self.assertEqual(set(first.legal()), {word for word in first.levels if word.startswith("US.")})
        self.assertIn(first.start("CN.SOY"), first.ladder("CN.SOY"))

    def test_a_lever_that_the_scenario_leaves_out_has_no_level(self):
        first = support.positions()[0]
        levels = {word: level for word, level in first["levels"].items() if word != "US.PORT"}
        legal = {word: level for word, level in first["legal"].items() if word != "US.PORT"}
        seen = Seen(dict(first, levels=levels, legal=legal))
        self.assertIsNone(seen.level("PORT"))
        self.assertEqual((seen.legal("PORT"), seen.ladder("PORT"), seen.start("PORT")), ([], [], None))

    def test_clauses_in_force_are_those_that_bind_now(self):
        self.assertEqual(self.seen[0].clauses()["CN.SOY"], (">=", self.seen[0].start("CN.SOY")))
        self.assertEqual(self.seen[0].clauses()["US.FENT"], ("<=", "10"))
        late = dict(support.positions()[0], round=99)
        self.assertEqual(Seen(late).clauses(), {})

    def test_the_round_before_is_there_from_round_two_on(self):
        self.assertIsNone(self.seen[0].score())
        self.assertEqual(self.seen[0].facts(), {})
        self.assertIsInstance(self.seen[-1].score(), float)
        self.assertIn("public_escalation_milli", self.seen[-1].facts())

    def test_what_the_game_is_about_has_names(self):
        raw = dict(support.positions()[-1], red_lines=["US.FENT", "US.PACE"])
        raw["last"] = dict(raw["last"], sides=dict(raw["last"]["sides"]))
        raw["last"]["sides"]["CN"] = dict(
            raw["last"]["sides"]["CN"], caught_on="CN.SOY", broken=[{"on": "CN.AGRI", "bound": "0", "level": "10"}]
        )
        seen = Seen(raw, support.scenario())
        self.assertEqual(seen.red_lines(), ["US.FENT", "US.PACE"])
        self.assertEqual(self.seen[0].red_lines(), [])
        self.assertEqual(seen.covert(), ["CN.SOY", "CN.PACE", "CN.ENFORCE"])
        self.assertTrue(all(seen.level(word) is None for word in seen.covert()))
        self.assertEqual(set(seen.signals()), set(seen.covert()))
        self.assertEqual((seen.caught(), seen.caught("US")), ("CN.SOY", None))
        self.assertEqual(seen.breached(), {"CN.AGRI": ("<=", "0")})
        self.assertEqual((self.seen[0].caught(), self.seen[0].signals(), self.seen[0].breached()), (None, {}, {}))

    def test_clauses_of_the_treaty_and_of_an_offer_have_one_form(self):
        offered = next(offer.clauses() for seen in self.seen for offer in seen.theirs() if offer.clauses())
        bound = self.seen[0].clauses()
        self.assertEqual({word: sign for word, (sign, _) in bound.items()}, {word: offered[word][0] for word in bound})

    def test_offers_of_the_other_side_have_their_clauses(self):
        offers = [offer for seen in self.seen for offer in seen.theirs()]
        self.assertTrue(offers)
        self.assertTrue(all(offer.side == "CN" for offer in offers))
        self.assertTrue(any(offer.clauses() for offer in offers))


if __name__ == "__main__":
    unittest.main()
