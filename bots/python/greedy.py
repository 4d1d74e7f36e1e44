"""Moves one instrument by one level at a time, keeps what raised its own score, and takes back what lowered it."""

from truce_bot import Bot, run


class Greedy(Bot):
    name = "greedy"

    def new_match(self, match):
        self.levels, self.tried, self.best = {}, None, None

    def orders(self, seen):
        score = seen.score()
        self.levels = self.levels or {word: seen.level(word) for word in seen.legal()}
        if self.tried and score < self.best:
            word, before = self.tried
            self.levels[word] = before
        self.best = score if self.best is None or score > self.best else self.best
        if score is not None:
            word = self.random.choice(sorted(seen.legal()))
            legal, now = seen.legal(word), self.levels[word]
            step = (legal.index(now) if now in legal else 0) + self.random.choice((-1, 1))
            self.tried = (word, now)
            self.levels[word] = legal[min(max(step, 0), len(legal) - 1)]
        return {word: level for word, level in self.levels.items() if level in seen.legal(word)}


if __name__ == "__main__":
    run(Greedy())
