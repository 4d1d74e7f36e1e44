"""The package of the kit: what it says of itself, and its check."""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
import unittest
import unittest.mock

from tests import support
from truce_bot.program import program
from truce_lab import VERSION, check


def checked(*arguments):
    """Returns exit code, output and errors of the check."""
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        code = check.main(list(arguments))
    return code, out.getvalue(), errors.getvalue()


class CheckTest(unittest.TestCase):
    def test_the_kit_has_the_version_of_the_program(self):
        with open(os.path.join(support.ROOT, "pom.xml"), encoding="utf-8") as pom:
            self.assertEqual(re.search("<version>(.*?)</version>", pom.read()).group(1), VERSION)

    def test_a_program_that_fits_passes(self):
        code, out, errors = checked(shlex.join(support.TRUCE))
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("two matches of 2 rounds are the same", out)

    def test_what_does_not_fit_is_named(self):
        for command, said in (
            ("/no/such/truce", "cannot be started"),
            ("%s --version" % sys.executable, "does not say that it is truce"),
            ("'not closed", "No closing quotation"),
        ):
            code, out, errors = checked(command)
            self.assertEqual((code, out), (1, ""), command)
            self.assertIn(said, errors)

    def test_another_version_is_refused_and_both_are_named(self):
        with unittest.mock.patch.object(check, "VERSION", "1.9.0"):
            code, _, errors = checked(shlex.join(support.TRUCE))
        self.assertEqual(code, 1)
        self.assertIn("1.9.0", errors)
        self.assertIn(VERSION, errors)

    def test_a_program_that_plays_two_ways_is_found_out(self):
        with unittest.mock.patch.object(check, "played", side_effect=["a", "b"]):
            code, _, errors = checked(shlex.join(support.TRUCE))
        self.assertEqual(code, 1)
        self.assertIn("gave two matches", errors)

    def test_the_program_is_the_one_that_is_named_then_the_one_here_then_the_one_on_the_path(self):
        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                with unittest.mock.patch.dict(os.environ):
                    os.environ.pop("TRUCE_COMMAND", None)
                    self.assertEqual(program(), ["truce"])
                    os.mkdir("truce")
                    self.assertEqual(program(), ["truce"])
                    os.rmdir("truce")
                    with open("truce", "w", encoding="utf-8"):
                        os.chmod("truce", 0o755)
                    self.assertEqual(program(), ["./truce"])
                    os.environ["TRUCE_COMMAND"] = "java -jar 'a b.jar'"
                    self.assertEqual(program(), ["java", "-jar", "a b.jar"])
            finally:
                os.chdir(before)


if __name__ == "__main__":
    unittest.main()
