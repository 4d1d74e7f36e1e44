package dev.truce.tournament.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PairPlayerTest {
    private static final Rules RULES = Rules.of(Scenarios.named("class-8"));
    private static final PairSpec PAIR = new PairSpec(0, 0, 0, 1, 77);

    private static BotFactory roster(String name) {
        return Roster.find(name).orElseThrow();
    }

    @Test
    void aFailureOfTheProgramIsTriedAgainAndVoidsThePairTheThirdTime() {
        List<Contestant> bots = Contestant.of(List.of(roster("tft"), roster("hawk")));
        for (int failures = 0; failures <= 3; failures++) {
            AtomicInteger left = new AtomicInteger(failures);
            LocalMatchPlayer works = new LocalMatchPlayer(RULES, 100);
            // It fails in the second match, so that the first is played in vain.
            MatchPlayer fails = (pairSpec, number, us, cn) -> {
                if (number == 2 && left.getAndDecrement() > 0) {
                    throw new IllegalStateException("the program is broken");
                }
                return works.play(pairSpec, number, us, cn);
            };
            PlayedPair pair = new PairPlayer(bots, () -> fails).play(PAIR);
            assertThat(pair.isVoid()).isEqualTo(failures == 3);
            assertThat(pair.fault())
                    .isEqualTo(failures == 3 ? "java.lang.IllegalStateException: the program is broken" : "");
        }
    }

    @Test
    void memoryThatIsOutIsNoFaultOfABot() {
        BotFactory hog = BotFactory.of("hog", seat -> seen -> {
            throw new OutOfMemoryError("made by the test");
        });
        List<Contestant> bots = Contestant.of(List.of(hog, roster("tft")));
        PlayedPair pair = new PairPlayer(RULES, bots, 100).play(PAIR);
        assertThat(pair.isVoid()).isTrue();
        assertThat(pair.fault()).contains("OutOfMemoryError");
    }

    /** Its economy has a value that is below zero while the currency rises, which a law of the referee once took for a fault. */
    @Test
    void matchesInWhichTheCurrencyRisesAgainAreNoFault() {
        Rules open = Rules.of(Scenarios.load("""
                base: busan-2025
                id: open
                titles: {en: "Open", zh: "开放"}
                about: {en: "For a study.", zh: "研究用。"}
                economy:
                  connectors: 0.45
                  exchange_rate: {answer: 0.9, free: 0.05, most: 0.1, speed: 0.1, dollar_pricing: 0.85}
                anchors: computed
                """, "open.yaml"));
        List<Contestant> bots = Contestant.of(List.of(roster("negotiator"), roster("match")));
        boolean rises = false;
        for (int seed = 1; seed <= 2; seed++) {
            PlayedPair pair = new PairPlayer(open, bots, 100).play(new PairSpec(0, 0, 0, 1, seed));
            assertThat(pair.fault()).isEmpty();
            for (PlayedMatch match : pair.matches()) {
                EconomyState last = match.end().economy();
                rises |= last.at(last.size() - 1) < 0;
            }
        }
        assertThat(rises).as("the currency rises in one of the matches").isTrue();
    }
}
