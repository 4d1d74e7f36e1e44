"""Bots for truce in Python, with the standard library alone: subclass Bot and run it. See README.md."""

from .bot import Bot, Match, run
from .env import LevelSpace, ParallelEnv, parallel_env
from .notation import clauses, items, package, renewal, words
from .program import EnvError
from .seen import Offer, Seen

__all__ = [
    "Bot",
    "EnvError",
    "LevelSpace",
    "Match",
    "Offer",
    "ParallelEnv",
    "Seen",
    "clauses",
    "items",
    "package",
    "parallel_env",
    "renewal",
    "run",
    "words",
]
