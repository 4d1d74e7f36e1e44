package dev.truce.engine.legality;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels.Reason;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
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
    /** Level that the 301 investigation is ordered to. */
    private final int investigation;

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
        this.investigation = investigation(this.requested);
        this.pauses = legality.pauses(state, investigation);
    }

    public Verdict verdict() {
        @Nullable Refusal refusal = tooMany();
        refusal = refusal != null ? refusal : unknownInstrument();
        refusal = refusal != null ? refusal : notHeld();
        refusal = refusal != null ? refusal : offLadder();
        refusal = refusal != null ? refusal : notYetLegal();
        refusal = refusal != null ? refusal : conflicting();
        return refusal != null ? new Verdict.Rejected(refusal) : new Verdict.Accepted(Orders.ofLevels(ordered));
    }

    private @Nullable Refusal tooMany() {
        int most = scenario.instruments().of(side).size();
        if (requested.size() <= most) {
            return null;
        }
        return Refusal.of(RefusalCode.TOO_MANY_ORDERS, "orders")
                .naming(requested.size(), most)
                .legal(most);
    }

    private @Nullable Refusal unknownInstrument() {
        for (int i = 0; i < requested.size(); i++) {
            int index = requested.get(i).instrument();
            if (index < 0
                    || index >= Instrument.COUNT
                    || !scenario.instruments().has(instrument(i))) {
                return Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, field(i, "instrument"))
                        .naming(index)
                        .legal(heldWords());
            }
        }
        return null;
    }

    private @Nullable Refusal notHeld() {
        for (int i = 0; i < requested.size(); i++) {
            Instrument instrument = instrument(i);
            if (!holds(instrument)) {
                return Refusal.of(RefusalCode.NOT_YOUR_INSTRUMENT, field(i, "instrument"))
                        .naming(instrument.id())
                        .legal(heldWords());
            }
        }
        return null;
    }

    private boolean holds(Instrument instrument) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i) == instrument) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Refusal offLadder() {
        for (int i = 0; i < requested.size(); i++) {
            InstrumentSpec spec = scenario.spec(instrument(i));
            int level = requested.get(i).level();
            if (!scenario.instruments().isOnLadder(spec.instrument(), level)) {
                return Refusal.of(RefusalCode.LEVEL_NOT_ON_LADDER, field(i, "level"))
                        .naming(spec.instrument().id(), level)
                        .legal(legalTokens(spec));
            }
        }
        return null;
    }

    private @Nullable Refusal notYetLegal() {
        for (int i = 0; i < requested.size(); i++) {
            InstrumentSpec spec = scenario.spec(instrument(i));
            int level = requested.get(i).level();
            Reason reason = legality.withheld(setup, state, spec.instrument(), level, pauses);
            if (reason != null) {
                return Refusal.of(RefusalCode.NOT_YET_LEGAL, field(i, "level"))
                        .because(
                                sentence(reason),
                                spec.instrument().id(),
                                spec.rung(level).token())
                        .legal(legalTokens(spec));
            }
        }
        return null;
    }

    private @Nullable Refusal conflicting() {
        Arrays.fill(ordered, Orders.NONE);
        for (int i = 0; i < requested.size(); i++) {
            RequestedOrder order = requested.get(i);
            int one = ordered[order.instrument()];
            if (one != Orders.NONE && one != order.level()) {
                InstrumentSpec spec = scenario.spec(instrument(i));
                String first = spec.rung(one).token();
                String second = spec.rung(order.level()).token();
                return Refusal.of(RefusalCode.CONFLICTING_ORDERS, field(i, "level"))
                        .naming(spec.instrument().id(), first, second)
                        .legal(first + " " + second);
            }
            ordered[order.instrument()] = order.level();
        }
        return null;
    }

    /** A pause counts, whatever else is ordered; orders that contradict each other are refused later. */
    private static int investigation(List<RequestedOrder> requested) {
        int level = Orders.NONE;
        for (RequestedOrder order : requested) {
            if (order.instrument() == Instrument.US_SECTION301_INVESTIGATION.ordinal() && level != Legality.PAUSED) {
                level = order.level();
            }
        }
        return level;
    }

    private Instrument instrument(int i) {
        return Instrument.all().get(requested.get(i).instrument());
    }

    private String heldWords() {
        StringJoiner words = new StringJoiner(" ");
        for (Instrument instrument : scenario.instruments().among(held)) {
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

    private String sentence(Reason reason) {
        return switch (reason) {
            case INVESTIGATION_NOT_CONCLUDED ->
                pauses && investigation == Orders.NONE
                        ? "refused.not_yet_legal.clause-pauses"
                        : "refused.not_yet_legal.not-concluded";
            case CONCLUDES_BY_ITSELF -> "refused.not_yet_legal.by-itself";
            case NO_TECHNOLOGY_CHAPTER -> "refused.not_yet_legal.no-chapter";
        };
    }
}
