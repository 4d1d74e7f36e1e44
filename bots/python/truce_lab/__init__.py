"""What comes with the package of the kit: `python3 -m truce_lab.check` says whether kit and program fit. Bots are written with truce_bot."""

#: The version of the kit, the same as the one of the program that it was made with.
VERSION = "2.0.0"
