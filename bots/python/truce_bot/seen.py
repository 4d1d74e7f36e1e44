"""What a bot sees when a round opens."""

from .notation import clauses

#: Instruments whose level its holder alone sees: agreements hold them up by floors, and all others down by caps.
COVERT = ("US.PACE", "CN.SOY", "CN.PACE", "CN.ENFORCE")


class Offer:
    """An open offer: its id, terms in the notation of offers, and the rounds in which it was made and can still be accepted."""

    def __init__(self, raw):
        self.id = raw["id"]
        self.side = self.id[:2]
        self.terms = raw["terms"]
        self.made = raw["made"]
        self.last = raw["last"]
        self.answers = raw.get("answers")

    def clauses(self):
        """Returns the clauses: {'US.FENT': ('<=', '5')}; empty for a renewal."""
        return clauses(self.terms)

    def __repr__(self):
        return "Offer(%s %s)" % (self.id, self.terms)


class Seen:
    """The observation of one round. Every field of docs/look-up/observation.schema.json stands in `raw`; the usual ones have names here."""

    def __init__(self, raw, scenario=None):
        self.raw = raw
        self.round = raw["round"]
        self.role = raw["role"]
        self.other = "CN" if self.role == "US" else "US"
        self.levels = raw["levels"]
        self.last = raw.get("last")
        self.offers = [Offer(each) for each in raw.get("offers", [])]
        self.said = raw.get("said", [])
        self._scenario = scenario or {}

    def word(self, instrument):
        """Returns the qualified word of an instrument of the own side: 'PORT' is 'US.PORT' for the US."""
        return instrument if "." in instrument else self.role + "." + instrument

    def level(self, instrument):
        """Returns the level of an instrument now, or None if it is not seen or the scenario leaves it out."""
        return self.levels.get(self.word(instrument))

    def legal(self, instrument=None):
        """Returns the legal levels of an own instrument, mildest or least compliant first, or of all as a dict."""
        legal = self.raw.get("legal", {})
        return legal if instrument is None else legal.get(self.word(instrument), [])

    def ladder(self, instrument):
        """Returns all levels of an instrument in order, legal or not."""
        return self._spec(instrument).get("ladder", [])

    def start(self, instrument):
        """Returns the level of an instrument at the start of the match."""
        return self._spec(instrument).get("start")

    def theirs(self):
        """Returns the open offers of the other side."""
        return [offer for offer in self.offers if offer.side == self.other]

    def clauses(self):
        """Returns the clauses that bind in the open round, as an offer's: {'US.FENT': ('<=', '5'), 'CN.SOY': ('>=', '8')}."""
        bounds = {}
        for group in self.raw["treaty"]["clauses"]:
            if group["first"] <= self.round <= group["last"]:
                for word, level in group["bounds"].items():
                    bounds[word] = (">=" if word in COVERT else "<=", level)
        return bounds

    def red_lines(self):
        """Returns the own red lines of the open round; giving on one costs points at home. Empty in scenarios without."""
        return list(self.raw.get("red_lines", []))

    def covert(self, side=None):
        """Returns the instruments of a side, the other one if none is named, whose level its holder alone sees."""
        return [word for word in COVERT if word.startswith(side or self.other)]

    def signals(self):
        """Returns the last reading of each covert level of the other side: {'CN.SOY': (1, 1.58)}, the round and notches."""
        readings = self.last["signals"] if self.last else []
        return {each["on"]: (each["about_round"], each["notch_milli"] / 1000) for each in readings}

    def caught(self, side=None):
        """Returns the covert clause on which the news of the round before accuses a side, truly or falsely, or None."""
        return self.facts(side).get("caught_on")

    def breached(self, side=None):
        """Returns the public clauses that a side did not keep in the round before: {'CN.AGRI': ('<=', '0')}."""
        return {each["on"]: ("<=", each["bound"]) for each in self.facts(side).get("broken", [])}

    def facts(self, side=None):
        """Returns the public facts about a side, the other one if none is named, in the round before; {} in round 1."""
        return self.last["sides"][side or self.other] if self.last else {}

    def score(self):
        """Returns the own score of the round before, or None in round 1."""
        return self.last["score"]["score_milli"] / 1000 if self.last else None

    def _spec(self, instrument):
        word = self.word(instrument)
        for each in self._scenario.get("instruments", []):
            if each["word"] == word:
                return each
        return {}
