package dev.truce.bot;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.function.Function;

/** Bots that misbehave in one way each, and observations to ask them with. */
public final class Bots {
    public static final Scenario BUSAN = Scenarios.busan2025();

    /** A level that is on no ladder. */
    private static final int OFF_THE_LADDER = 99;

    private Bots() {}

    public static BotFactory named(String name, Function<BotSeat, Bot> maker) {
        return BotFactory.of(name, maker);
    }

    /** Orders its own port fee to a level drawn from its stream. */
    public static BotFactory gambler() {
        return named("gambler", seat -> {
            Instrument fee = BySide.pick(seat.side(), Instrument.US_PORT_FEE, Instrument.CN_PORT_FEE);
            return seen -> new Decision(Orders.of(new Order(fee, seat.random().nextInt(5))));
        });
    }

    /** Throws in odd rounds. */
    public static BotFactory crasher() {
        return named("crasher", seat -> seen -> {
            if (seen.openRound() % 2 == 1) {
                throw new IllegalStateException("the bot is broken");
            }
            return Decision.HOLD;
        });
    }

    /** Orders a level that is on no ladder in odd rounds. */
    public static BotFactory cheat() {
        return named("cheat", seat -> {
            Instrument own = Instrument.of(seat.side()).get(0);
            return seen ->
                    seen.openRound() % 2 == 1 ? new Decision(Orders.of(new Order(own, OFF_THE_LADDER))) : Decision.HOLD;
        });
    }

    /** Returns a bare observation of an open round: start levels, no treaty, nothing resolved. */
    public static Observation opened(Viewer viewer, int round) {
        return new Observation(
                viewer,
                round,
                false,
                BUSAN.calendar().quarter(round),
                false,
                0,
                BUSAN.startLevels(),
                Treaty.NONE,
                Observation.Climate.quiet(0, new BySide<>(800, 800), 10),
                List.of(),
                List.of(),
                null);
    }
}
