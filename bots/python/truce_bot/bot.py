"""A bot, and the loop that lets it play over standard input and output."""

import json
import random
import sys

from .notation import items
from .seen import Seen

VERSION = 1
MOST_LINE_BYTES = 8192


class Match:
    """What a bot is told when a match begins: its role, the seed of its own dice, and the scenario."""

    def __init__(self, fields):
        self.role = fields.get("role", "US")
        self.seed = int(fields.get("seed", "0"))
        self.ruleset = fields.get("ruleset", "")
        self.scenario_id = fields.get("scenario", "")
        self.scenario = {}


class Bot:
    """Subclass this. `options` maps names to default numbers or texts; set values are attributes of the same names."""

    name = "nameless"
    author = ""
    options = {}

    def __init__(self):
        self.random = random.Random(0)
        self.match = None
        self.unanswered = None
        for option, value in self.options.items():
            setattr(self, option, value)

    def new_match(self, match):
        """A match begins, whose scenario is known: forget the one before. `self.random` has been seeded for it."""

    def offers(self, seen):
        """Returns what to say before the other side's offers of the round are known: None, a text, or a list of items."""
        return None

    def orders(self, seen):
        """Returns the orders: a dict from instruments to levels, a text, or a list of both. None orders nothing."""
        return None

    def accepts(self, seen, offer):
        """Returns whether to accept an open offer of the other side."""
        return False

    def orders_after(self, seen, orders):
        """The other side has made an offer, which `seen` has: returns orders instead of those of this round, the same by default."""
        return orders

    def no_answer(self, why):
        """Tells truce that the model which this bot asks has given no usable answer in this round; it counts as a fault."""
        self.unanswered = " ".join(str(why).split())[:200] or "-"

    def log(self, text):
        """Writes a line to the log; print() does the same, as standard output is for the protocol."""
        print(text, file=sys.stderr, flush=True)


class _Line:
    """The bot's side of the protocol."""

    def __init__(self, bot, out):
        self.bot = bot
        self.out = out
        self.seen = None
        self.ordered = ("0", None)

    def say(self, line):
        text = " ".join(line.split("\n"))
        if len(text.encode("utf-8")) > MOST_LINE_BYTES:
            raise ValueError("an answer of more than %d bytes" % MOST_LINE_BYTES)
        self.out.write(text.rstrip() + "\n")
        self.out.flush()

    def take(self, line):
        command, _, rest = line.partition(" ")
        if command == "twi":
            self.greet()
        elif command == "isready":
            self.say("readyok")
        elif command == "setoption":
            self.set_option(rest)
        elif command == "newmatch":
            fields = rest.split()
            match = Match(dict(zip(fields[::2], fields[1::2])))
            self.bot.random = random.Random(match.seed)
            self.bot.match = match
            self.seen = None
            self.ordered = ("0", None)
        elif command == "scenario" and self.bot.match:
            self.bot.match.scenario = json.loads(rest)
            self.bot.new_match(self.bot.match)
        elif command == "position" and self.bot.match:
            _, _, observation = rest.split(" ", 2)
            self.seen = Seen(json.loads(observation), self.bot.match.scenario)
        elif command == "go" and self.seen:
            self.go(*rest.split()[:2])
        elif command == "error":
            self.bot.log("error " + rest)

    def greet(self):
        author = " author " + self.bot.author if self.bot.author else ""
        self.say("id name %s%s" % (self.bot.name, author))
        for option, value in self.bot.options.items():
            kind = "int" if isinstance(value, int) else "text"
            self.say("option name %s type %s default %s" % (option, kind, value))
        self.say("twiok")

    def set_option(self, rest):
        name, _, value = rest.partition(" value ")
        name = name[len("name "):] if name.startswith("name ") else name
        if name in self.bot.options:
            default = self.bot.options[name]
            kind = int if isinstance(default, int) else float if isinstance(default, float) else str
            try:
                setattr(self.bot, name, kind(value))
            except ValueError:
                self.bot.log("error option %s takes a number, not %s" % (name, value))

    def go(self, what, number):
        if int(number) != self.seen.round:
            return
        if what == "offers":
            self.answer("offers %s %s" % (number, items(self.bot.offers(self.seen))))
        elif what == "round":
            accepted = [offer.id for offer in self.seen.theirs() if self.bot.accepts(self.seen, offer)]
            answer = ["ACCEPT " + accepted[-1]] if accepted else []
            if self.ordered[0] == number:
                orders = self.bot.orders_after(self.seen, self.ordered[1])
            else:
                orders = self.bot.orders(self.seen)
            self.ordered = (number, orders)
            self.answer("orders %s %s" % (number, items(answer + [orders])))

    def answer(self, line):
        """Answers, after saying that the model gave no usable answer, if it did not."""
        if self.bot.unanswered is not None:
            self.say("info no-answer " + self.bot.unanswered)
            self.bot.unanswered = None
        self.say(line)


def _utf8(stream, **settings):
    """Returns a stream in the encoding of the protocol, whatever that of the machine is."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", **settings)
    return stream


def run(bot, commands=None, out=None):
    """Plays until `quit` or the end of the input. What the bot prints goes to the log."""
    if commands is None:
        commands = _utf8(sys.stdin)
    out = out or _utf8(sys.stdout, newline="\n")
    sys.stdout, kept = sys.stderr, sys.stdout
    try:
        line = _Line(bot, out)
        for command in commands:
            command = command.rstrip("\r\n")
            if command == "quit":
                return
            line.take(command)
    finally:
        sys.stdout = kept
