"""Orders one of its instruments by its own dice in each round."""

from truce_bot import Bot, run


class RandomLevels(Bot):
    name = "random-levels"

    def orders(self, seen):
        word = self.random.choice(sorted(seen.legal()))
        return {word: self.random.choice(seen.legal(word))}


if __name__ == "__main__":
    run(RandomLevels())
