"""The program, asked over its standard streams."""

import os
import shlex
import subprocess

try:
    import fcntl
except ImportError:
    fcntl = None

PIPE_BYTES = 1 << 20


def program():
    """Returns the words that start truce: what TRUCE_COMMAND says, else the launcher in this folder, else `truce` of the PATH."""
    named = os.environ.get("TRUCE_COMMAND")
    if named:
        return shlex.split(named)
    return ["./truce"] if os.access("truce", os.X_OK) and os.path.isfile("truce") else ["truce"]


class EnvError(Exception):
    """The environment refused a call, or its program has ended."""


class Program:
    """A program that answers each question once, in order. A question whose answer was not read to its end ends it: the rest would be taken for the next answer."""

    def __init__(self, words):
        """Starts it."""
        try:
            self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as gone:
            raise EnvError("%s cannot be started: %s" % (words[0], gone)) from gone
        try:
            # Long answers need fewer turns: Linux alone has this.
            fcntl.fcntl(self.process.stdout.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        except (AttributeError, OSError):
            pass

    def ask(self, question, answer):
        """Sends bytes and returns what `answer()`, which reads the answer to its end, makes of it."""
        try:
            self._write(question)
            return answer()
        except BaseException:
            self._kill()
            raise

    def line(self, most):
        """Reads a line of so many bytes at most."""
        line = self.process.stdout.readline(most)
        if not line.endswith(b"\n"):
            raise EnvError("the program has ended")
        return line

    def read(self, length):
        """Reads so many bytes."""
        read = self.process.stdout.read(length)
        if len(read) != length:
            raise EnvError("the program has ended")
        return read

    def close(self):
        """Ends it; a second call does nothing."""
        if self.process.poll() is None:
            try:
                self.process.stdin.close()
                self.process.wait(timeout=5)
            except (OSError, subprocess.TimeoutExpired):
                self._kill()
        self.process.stdout.close()

    def __del__(self):
        if hasattr(self, "process"):
            self.close()

    def _write(self, question):
        try:
            self.process.stdin.write(question)
            self.process.stdin.flush()
        except TimeoutError:
            # An alarm of the caller, though its type is that of a fault of the pipe.
            raise
        except (OSError, ValueError) as gone:
            raise EnvError("the program has ended") from gone

    def _kill(self):
        self.process.kill()
        try:
            self.process.stdin.close()
        except OSError:
            pass
        self.process.wait()
