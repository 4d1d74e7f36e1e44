"""Keeps the truce, answers open pressure with a port fee and a tariff, and takes what the other side offers for peace."""

from truce_bot import Bot, renewal, run


class TitForTat(Bot):
    name = "tit-for-tat"
    options = {"patience": 600}

    def wronged(self, seen):
        return seen.facts().get("public_escalation_milli", 0) > self.patience

    def offers(self, seen):
        return "OFFER o " + renewal(4) if seen.clauses() and not self.wronged(seen) else None

    def orders(self, seen):
        levels = {word: seen.start(word) for word, legal in seen.legal().items() if seen.start(word) in legal}
        if self.wronged(seen):
            for word in (seen.word("PORT"), seen.word("RECIP")):
                levels[word] = seen.legal(word)[-2]
        return levels

    def accepts(self, seen, offer):
        return not self.wronged(seen) and "RENEW" in offer.terms


if __name__ == "__main__":
    run(TitForTat())
