package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeatedBotTest {
    static List<Supplier<Throwable>> thrown() {
        return List.of(
                () -> new IllegalStateException("state"),
                () -> new ArithmeticException("/ by zero"),
                StackOverflowError::new,
                () -> new AssertionError("assertion"),
                () -> new NoClassDefFoundError("missing"),
                () -> new Error("no kind that anybody knows"),
                () -> new Throwable("neither error nor exception"),
                () -> new InterruptedException("checked, thrown sneakily"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverABotThrowsCountsAsACrashAndHolds(Supplier<Throwable> made) {
        Throwable cause = made.get();
        SeatedBot bot = seat(Bots.named("thrower", seat -> seen -> {
            throw SeatedBotTest.<RuntimeException>sneaky(cause);
        }));

        assertThat(bot.decide(Bots.opened(Viewer.US, 4))).isEqualTo(Orders.HOLD);
        assertThat(bot.conduct().faults())
                .containsExactly(new BotFault(BotFault.Kind.CRASH, 4, "threw " + cause, cause, null));
    }

    @Test
    void runningOutOfMemoryIsNotTheBotsFault() {
        SeatedBot bot = seat(Bots.named("hog", seat -> seen -> {
            throw new OutOfMemoryError("made by the test");
        }));
        assertThatThrownBy(() -> bot.decide(Bots.opened(Viewer.US, 1))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aBotThatReturnsNothingHasCrashed() {
        SeatedBot bot = seat(Bots.named("mute", seat -> seen -> nothing()));
        assertThat(bot.decide(Bots.opened(Viewer.US, 1))).isEqualTo(Orders.HOLD);
        assertThat(bot.conduct().count(BotFault.Kind.CRASH)).isOne();
    }

    @Test
    void aBotThatCannotBeMadeCrashesInEveryRound() {
        SeatedBot bot = seat(Bots.named("stillborn", seat -> {
            throw new IllegalStateException("no file");
        }));
        bot.decide(Bots.opened(Viewer.US, 1));
        bot.decide(Bots.opened(Viewer.US, 2));
        assertThat(bot.conduct().count(BotFault.Kind.CRASH)).isEqualTo(2);
        assertThat(bot.conduct().decisions()).isEqualTo(2);
    }

    @Test
    void aCrashIsForgottenInTheNextRound() {
        SeatedBot bot = seat(Bots.crasher());
        for (int round = 1; round <= 6; round++) {
            bot.decide(Bots.opened(Viewer.US, round));
        }
        assertThat(bot.conduct().faults()).extracting(BotFault::round).containsExactly(1, 3, 5);
        assertThat(bot.conduct().isClean()).isFalse();
    }

    @Test
    void oneFaultOfAKindIsKeptForARound() {
        SeatedBot bot = seat(Bots.gambler());
        bot.report(BotFault.illegal(2, "NOT_YET_LEGAL", "first"));
        bot.report(BotFault.illegal(2, "NOT_YET_LEGAL", "again"));
        bot.report(BotFault.late(2, Refusal.of(RefusalCode.STALE_ROUND, "").saying("another kind")));
        assertThat(bot.conduct().faults())
                .extracting(BotFault::detail)
                .containsExactly("NOT_YET_LEGAL: first", "STALE_ROUND: another kind");
    }

    @Test
    void theBudgetIsFullWhenARoundOpens() {
        List<Long> left = new ArrayList<>();
        SeatedBot bot = seat(Bots.named("spender", seat -> seen -> {
            left.add(seat.budget().left());
            while (seat.budget().take()) {
                // Spends all it has.
            }
            left.add(seat.budget().left());
            return Decision.HOLD;
        }));
        bot.decide(Bots.opened(Viewer.US, 1));
        bot.decide(Bots.opened(Viewer.US, 2));
        assertThat(left).containsExactly(3L, 0L, 3L, 0L);
    }

    private static SeatedBot seat(BotFactory factory) {
        return new SeatedBot(factory, BotSeat.seeded(Side.US, Bots.BUSAN, 5, 3));
    }

    /** What a careless author returns; the checks of this build would not let us write it. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static Decision nothing() {
        return null;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaky(Throwable cause) throws T {
        throw (T) cause;
    }
}
