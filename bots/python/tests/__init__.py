"""Tests of the kit: python3 -m unittest discover -s tests -t . (in bots/python)."""
