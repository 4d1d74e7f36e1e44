package dev.truce.engine.legality;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels.Reason;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.orders.Verdict.Rejected;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Judges a submission as a whole. Each check looks at every order before the next check begins, so the code that is told is
 * the first in order of precedence, whatever the order of the faults.
 */
public final class OrderCheck {
    private final Scenario scenario;
    private final Legality legality;
    private final MatchSetup setup;
    private final MatchState state;
    private final Side side;
    private final List<Instrument> held;
    private final List<RequestedOrder> requested;
    private final boolean pauses;
    /** Levels of the orders that were compared with each other, by instrument. */
    private final int[] ordered = new int[Instrument.COUNT];

    public OrderCheck(
            Scenario scenario,
            Legality legality,
            MatchSetup setup,
            MatchState state,
            Side side,
            List<Instrument> held,
            List<RequestedOrder> requested) {
        this.scenario = scenario;
        this.legality = legality;
        this.setup = setup;
        this.state = state;
        this.side = side;
        this.held = List.copyOf(held);
        this.requested = List.copyOf(requested);
        this.pauses = pauses(this.requested);
    }

    public Verdict verdict() {
        @Nullable Rejected rejected = tooMany();
        rejected = rejected != null ? rejected : unknownInstrument();
        rejected = rejected != null ? rejected : notHeld();
        rejected = rejected != null ? rejected : offLadder();
        rejected = rejected != null ? rejected : notYetLegal();
        rejected = rejected != null ? rejected : conflicting();
        return rejected != null ? rejected : new Verdict.Accepted(Orders.ofLevels(ordered));
    }

    private @Nullable Rejected tooMany() {
        int most = Instrument.of(side).size();
        if (requested.size() <= most) {
            return null;
        }
        return new Rejected(
                RefusalCode.TOO_MANY_ORDERS,
                "orders",
                requested.size() + " orders were sent, but " + most + " instruments are held",
                "at most " + most + " orders");
    }

    private @Nullable Rejected unknownInstrument() {
        for (int i = 0; i < requested.size(); i++) {
            int index = requested.get(i).instrument();
            if (index < 0 || index >= Instrument.COUNT) {
                return new Rejected(
                        RefusalCode.UNKNOWN_INSTRUMENT,
                        field(i, "instrument"),
                        "no instrument has the index " + index,
                        heldWords());
            }
        }
        return null;
    }

    private @Nullable Rejected notHeld() {
        for (int i = 0; i < requested.size(); i++) {
            Instrument instrument = instrument(i);
            if (!held.contains(instrument)) {
                return new Rejected(
                        RefusalCode.NOT_YOUR_INSTRUMENT,
                        field(i, "instrument"),
                        instrument.id() + " is not held by this seat",
                        heldWords());
            }
        }
        return null;
    }

    private @Nullable Rejected offLadder() {
        for (int i = 0; i < requested.size(); i++) {
            InstrumentSpec spec = scenario.spec(instrument(i));
            int level = requested.get(i).level();
            if (level < 0 || level >= spec.ladder().size()) {
                return new Rejected(
                        RefusalCode.LEVEL_NOT_ON_LADDER,
                        field(i, "level"),
                        spec.instrument().id() + " has no level with the index " + level,
                        legalTokens(spec));
            }
        }
        return null;
    }

    private @Nullable Rejected notYetLegal() {
        for (int i = 0; i < requested.size(); i++) {
            InstrumentSpec spec = scenario.spec(instrument(i));
            int level = requested.get(i).level();
            Reason reason = legality.withheld(setup, state, spec.instrument(), level, pauses);
            if (reason != null) {
                String what = spec.instrument().id() + " " + spec.rung(level).token();
                return new Rejected(
                        RefusalCode.NOT_YET_LEGAL, field(i, "level"), what + explain(reason), legalTokens(spec));
            }
        }
        return null;
    }

    private @Nullable Rejected conflicting() {
        Arrays.fill(ordered, Orders.NONE);
        for (int i = 0; i < requested.size(); i++) {
            RequestedOrder order = requested.get(i);
            int one = ordered[order.instrument()];
            if (one != Orders.NONE && one != order.level()) {
                InstrumentSpec spec = scenario.spec(instrument(i));
                return new Rejected(
                        RefusalCode.CONFLICTING_ORDERS,
                        field(i, "level"),
                        spec.instrument().id() + " is ordered to "
                                + spec.rung(one).token() + " and to "
                                + spec.rung(order.level()).token(),
                        "one order an instrument");
            }
            ordered[order.instrument()] = order.level();
        }
        return null;
    }

    private static boolean pauses(List<RequestedOrder> requested) {
        for (RequestedOrder order : requested) {
            if (order.instrument() == Instrument.US_SECTION301_INVESTIGATION.ordinal()
                    && order.level() == Legality.PAUSED) {
                return true;
            }
        }
        return false;
    }

    private Instrument instrument(int i) {
        return Instrument.all().get(requested.get(i).instrument());
    }

    private String heldWords() {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : held) {
            words.add(instrument.word());
        }
        return words.toString();
    }

    private String legalTokens(InstrumentSpec spec) {
        StringJoiner tokens = new StringJoiner(" ");
        for (int level = 0; level < spec.ladder().size(); level++) {
            if (legality.withheld(setup, state, spec.instrument(), level, pauses) == null) {
                tokens.add(spec.rung(level).token());
            }
        }
        return tokens.toString();
    }

    private static String field(int i, String part) {
        return "orders[" + i + "]." + part;
    }

    private static String explain(Reason reason) {
        return switch (reason) {
            case INVESTIGATION_NOT_CONCLUDED -> " needs a 301 investigation that is concluded in this round";
            case CONCLUDES_BY_ITSELF ->
                " cannot be ordered: an active investigation concludes by itself in its third round";
            case NO_TECHNOLOGY_CHAPTER -> " needs an agreement with a technology chapter in force in this round";
        };
    }
}
