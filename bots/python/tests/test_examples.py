"""The bots that ship with the kit, played by the real program."""

import glob
import os
import re
import sys
import tempfile
import unittest

from tests import support

EXAMPLES = ("random_levels.py", "tit_for_tat.py", "greedy.py")


class ExamplesTest(unittest.TestCase):
    def test_a_bot_is_a_file_of_at_most_thirty_lines(self):
        for example in EXAMPLES:
            with open(os.path.join(support.KIT, example), encoding="utf-8") as lines:
                self.assertLessEqual(len(lines.readlines()), 30, example)

    def test_each_has_every_property_of_the_protocol(self):
        for example in EXAMPLES:
            checked = support.truce("check-bot", "--cmd", support.python(example))
            self.assertEqual(checked.returncode, 0, checked.stdout)
            self.assertIn("13 of 13", checked.stdout)

    def record(self, *arguments):
        """Plays a match without a fault and returns its record."""
        with tempfile.TemporaryDirectory() as folder:
            record = os.path.join(folder, "match.twg")
            demo = support.truce("demo", "--rounds", "5", "--seed", "8", "--record", record, *arguments)
            self.assertEqual((demo.returncode, demo.stderr), (0, ""), arguments)
            with open(record, encoding="utf-8") as lines:
                return lines.read()

    def test_each_plays_without_a_fault_and_the_same_again(self):
        first = [self.record("--us", support.python(example), "--cn", "negotiator") for example in EXAMPLES]
        self.assertEqual(self.record("--us", support.python(EXAMPLES[0]), "--cn", "negotiator"), first[0])
        self.record("--us", support.python("greedy.py"), "--cn", support.python("tit_for_tat.py"))

    def test_tit_for_tat_renews_the_truce_and_answers_pressure(self):
        tit_for_tat = support.python("tit_for_tat.py")
        self.assertIn("US OFFER {", self.record("--us", tit_for_tat, "--cn", "truce"))
        self.assertRegex(self.record("--us", tit_for_tat, "--cn", "hawk"), "3[.] US .*PORT=[1-9]")


class DocumentedBotsTest(unittest.TestCase):
    def test_every_bot_that_a_page_shows_passes_the_examination(self):
        pages = [os.path.join(support.ROOT, "README.md"), os.path.join(support.KIT, "README.md")]
        pages += sorted(glob.glob(os.path.join(support.ROOT, "docs", "**", "*.md"), recursive=True))
        bots = 0
        for page in pages:
            with open(page, encoding="utf-8") as text:
                blocks = re.findall(r"```python\n(.*?)```", text.read(), re.DOTALL)
            for block in blocks:
                if not re.search(r"^run\(", block, re.MULTILINE):
                    continue
                bots += 1
                with self.subTest(page=page), tempfile.TemporaryDirectory() as folder:
                    file = os.path.join(folder, "bot.py")
                    with open(file, "w", encoding="utf-8") as script:
                        script.write("import sys\nsys.path.insert(0, %r)\n" % support.KIT + block)
                    checked = support.truce("check-bot", "--cmd", "'%s' '%s'" % (sys.executable, file))
                    self.assertEqual(checked.returncode, 0, checked.stdout)
        self.assertGreater(bots, 0)


if __name__ == "__main__":
    unittest.main()
