package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuestStudyTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final long FIRST = 300;
    private static final int PAIRS = 3;
    private static final List<String> SMALL = List.of("tft", "hawk", "dove", "random");

    private static Games pool;

    @BeforeAll
    static void play() throws InterruptedException {
        List<BotFactory> bots = SMALL.stream().map(GuestStudyTest::bot).toList();
        pool = new RoundRobin(RULES, bots, 2).play(FIRST, SMALL.size() * PAIRS);
    }

    @Test
    void aGuestThatPlaysLikeOneOfThePoolIsExactlyAsGood() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        GuestStudy tft = GuestStudy.run(RULES, bot("tft"), pool, FIRST, PAIRS, 2, told::incrementAndGet);
        assertThat(told.get()).isEqualTo(SMALL.size() * PAIRS);
        Comparison same = tft.comparisons().get(0);
        assertThat(same.other()).isEqualTo("tft");
        assertThat(same.difference()).isEqualTo(new Interval(0, 0, 0, 0));
        assertThat(same.isSeparable()).isFalse();
        Comparison hawk = tft.comparisons().get(1);
        assertThat(hawk.difference().mean()).isGreaterThan(20);
        assertThat(hawk.isSeparable()).isTrue();
        assertThat(tft.better()).isLessThan(SMALL.size());
    }

    @Test
    void everyOpponentIsMetOnSeedsOfItsOwn() throws InterruptedException {
        GuestStudy hawk = GuestStudy.run(RULES, bot("hawk"), pool, FIRST, PAIRS, 1, () -> {});
        Duel duel = new Duel(RULES);
        double againstDove = 0;
        for (int k = 0; k < PAIRS; k++) {
            againstDove += duel.play(FIRST + 2 * PAIRS + k, bot("hawk"), bot("dove"))
                            .us()
                            .score()
                    / PAIRS;
        }
        assertThat(hawk.meetings().get(2).opponent()).isEqualTo("dove");
        assertThat(hawk.meetings().get(2).asUs()).isEqualTo(againstDove);
    }

    @Test
    void moreOrFewerPairsThanTheSeedsAllowAreRefused() {
        assertThatThrownBy(() -> GuestStudy.run(RULES, bot("tft"), pool, FIRST, PAIRS + 1, 1, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2 to 3");
        assertThatThrownBy(() -> GuestStudy.run(RULES, bot("tft"), pool, FIRST, 1, 1, () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }
}
