package dev.truce.bots.minds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Decision;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DicedBotTest {
    private static final int ROUNDS = 6;
    private static final int KEPT = 3;

    @Test
    void itsLuckCanBeHadAgainUpToARoundAndBeOtherFromThereOn() {
        DicedBot first = diced(List.of(), 1);
        List<Decision> played = play(first);
        assertThat(orders(play(diced(first.numbers(ROUNDS), 2)))).isEqualTo(orders(played));
        Set<List<Orders>> futures = new HashSet<>();
        for (long luck = 2; luck < 12; luck++) {
            List<Orders> again = orders(play(diced(first.numbers(KEPT), luck)));
            assertThat(again.subList(0, KEPT)).isEqualTo(orders(played).subList(0, KEPT));
            futures.add(again.subList(KEPT, again.size()));
        }
        assertThat(futures).hasSizeGreaterThan(5);
    }

    private static DicedBot diced(List<Long> known, long later) {
        return new DicedBot(Thought.bot("random"), Side.US, Thought.RULES.scenario(), known, later);
    }

    private static List<Orders> orders(List<Decision> decisions) {
        return decisions.stream().map(Decision::orders).toList();
    }

    /** Shows a bot in the US seat a match between two others. */
    private static List<Decision> play(DicedBot bot) {
        List<Decision> decisions = new ArrayList<>();
        Thought.play(
                Thought.RULES.setup(3),
                Thought.bot("truce"),
                Thought.bot("truce"),
                0,
                ROUNDS,
                (seen, talks) -> decisions.add(bot.decide(seen, talks)));
        return decisions;
    }
}
