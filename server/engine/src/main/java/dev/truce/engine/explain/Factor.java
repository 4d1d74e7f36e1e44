package dev.truce.engine.explain;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Cause.Circumstance;
import dev.truce.engine.redaction.Basis;
import dev.truce.engine.redline.RedLineCharge;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cause that differs between two bases, with how to take it from one of them.
 *
 * @param cause the cause
 * @param estimated whether the viewer reads it from signals
 * @param piece takes the piece from a basis
 */
record Factor(Cause cause, boolean estimated, Piece piece) {

    /** Takes one piece out of a basis. */
    interface Piece {
        void take(Worksheet into, Basis from);
    }

    /**
     * Returns all causes that differ, in the documented order: what was carried in (economy, tension, pressure,
     * reputations), mood, luck, events, summit, agreement, instruments in the order of the rulebook, red lines, the court, breaches,
     * notices, catches, accusations, own texts.
     *
     * @param now the round
     * @param reference what it is compared with
     * @param viewer who looks
     * @param fellIn by instrument, the round in which it fell back by itself, or 0
     */
    static List<Factor> between(Basis now, Basis reference, Viewer viewer, int[] fellIn) {
        List<Factor> factors = new ArrayList<>();
        carried(factors, now, reference);
        happened(factors, now, reference);
        add(
                factors,
                now,
                reference,
                Circumstance.AGREEMENT,
                null,
                b -> List.<Object>of(b.us().depth(), b.cn().depth(), b.communique(), b.entersCommunique()),
                (into, from) -> {
                    into.us.depth = from.us().depth();
                    into.cn.depth = from.cn().depth();
                    into.communique = from.communique();
                    into.entersCommunique = from.entersCommunique();
                });
        for (Instrument instrument : Instrument.all()) {
            if (!Worksheet.isSame(instrument, now, reference)) {
                int to = now.levels().get(instrument);
                Cause cause = new Cause.OfInstrument(
                        instrument, reference.levels().get(instrument), to, fellIn[instrument.ordinal()]);
                factors.add(new Factor(
                        cause,
                        to == Levels.UNSEEN && !viewer.sees(instrument),
                        (into, from) -> into.take(instrument, from)));
            }
        }
        for (Instrument line : guarded(now, reference)) {
            if (!charges(now, line).equals(charges(reference, line))) {
                factors.add(new Factor(
                        new Cause.OfRedLine(line),
                        false,
                        (into, from) -> into.half(line.holder()).take(line, from.half(line.holder()))));
            }
        }
        if (now.courtCap() != reference.courtCap()) {
            factors.add(new Factor(
                    new Cause.OfEvent(RoundEvent.COURT_RULING),
                    false,
                    (into, from) -> into.courtCap = from.courtCap()));
        }
        for (Side side : Side.values()) {
            broken(factors, now, reference, side);
        }
        return factors;
    }

    /** The lines of either basis, in the order of the rulebook. */
    private static Set<Instrument> guarded(Basis now, Basis reference) {
        Set<Instrument> lines = EnumSet.noneOf(Instrument.class);
        for (Side side : Side.values()) {
            now.half(side).redLines().forEach(charge -> lines.add(charge.line()));
            reference.half(side).redLines().forEach(charge -> lines.add(charge.line()));
        }
        return lines;
    }

    private static List<RedLineCharge> charges(Basis basis, Instrument line) {
        return basis.half(line.holder()).redLines().stream()
                .filter(charge -> charge.line() == line && charge.points() != 0)
                .toList();
    }

    private static void carried(List<Factor> factors, Basis now, Basis reference) {
        add(
                factors,
                now,
                reference,
                Circumstance.ECONOMY,
                null,
                b -> List.<Object>of(b.economy(), b.technology(), b.us().held(), b.cn().held()),
                (into, from) -> {
                    into.round = from.round();
                    into.economy = from.economy();
                    into.technology = from.technology();
                    into.us.held = from.us().held();
                    into.cn.held = from.cn().held();
                });
        add(
                factors,
                now,
                reference,
                Circumstance.TENSION,
                null,
                b -> List.<Object>of(b.tension()),
                (into, from) -> into.tension = from.tension());
        add(
                factors,
                now,
                reference,
                Circumstance.PRESSURE,
                null,
                b -> List.<Object>of(
                        b.us().escalationBefore(),
                        b.cn().escalationBefore(),
                        b.us().streakBefore(),
                        b.cn().streakBefore()),
                (into, from) -> {
                    into.us.escalationBefore = from.us().escalationBefore();
                    into.cn.escalationBefore = from.cn().escalationBefore();
                    into.us.streakBefore = from.us().streakBefore();
                    into.cn.streakBefore = from.cn().streakBefore();
                });
        for (Side side : Side.values()) {
            add(
                    factors,
                    now,
                    reference,
                    Circumstance.REPUTATION,
                    side,
                    b -> List.<Object>of(b.half(side).reputation()),
                    (into, from) -> into.half(side).reputation = from.half(side).reputation());
        }
    }

    private static void happened(List<Factor> factors, Basis now, Basis reference) {
        for (Side side : Side.values()) {
            add(
                    factors,
                    now,
                    reference,
                    Circumstance.MOOD,
                    side,
                    b -> List.<Object>of(b.half(side).type()),
                    (into, from) -> into.half(side).type = from.half(side).type());
        }
        add(
                factors,
                now,
                reference,
                Circumstance.LUCK,
                null,
                b -> List.<Object>of(b.us().chanceMicro(), b.cn().chanceMicro()),
                (into, from) -> {
                    into.us.chanceMicro = from.us().chanceMicro();
                    into.cn.chanceMicro = from.cn().chanceMicro();
                });
        for (RoundEvent event : RoundEvent.values()) {
            if (movesPoints(event)
                    && now.events().contains(event) != reference.events().contains(event)) {
                factors.add(new Factor(
                        new Cause.OfEvent(event),
                        false,
                        (into, from) ->
                                into.events[event.ordinal()] = from.events().contains(event)));
            }
        }
        add(
                factors,
                now,
                reference,
                Circumstance.SUMMIT,
                null,
                b -> List.<Object>of(b.summit()),
                (into, from) -> into.summit = from.summit());
    }

    private static void broken(List<Factor> factors, Basis now, Basis reference, Side side) {
        add(
                factors,
                now,
                reference,
                Circumstance.BREACH,
                side,
                b -> List.<Object>of(b.half(side).lost(), b.half(side).severity()),
                (into, from) -> {
                    into.half(side).lost = from.half(side).lost();
                    into.half(side).severity = from.half(side).severity();
                });
        add(
                factors,
                now,
                reference,
                Circumstance.NOTICE,
                side,
                b -> List.<Object>of(b.half(side).notice()),
                (into, from) -> into.half(side).notice = from.half(side).notice());
        add(
                factors,
                now,
                reference,
                Circumstance.CATCH,
                side,
                b -> List.<Object>of(b.half(side).reallyCaught()),
                (into, from) -> into.half(side).reallyCaught = from.half(side).reallyCaught());
        add(
                factors,
                now,
                reference,
                Circumstance.ACCUSATION,
                side,
                b -> List.<Object>of(b.half(side).accusations()),
                (into, from) -> into.half(side).accusations = from.half(side).accusations());
        add(
                factors,
                now,
                reference,
                Circumstance.OWN_TEXT,
                side,
                b -> List.<Object>of(b.half(side).ownText()),
                (into, from) -> into.half(side).ownText = from.half(side).ownText());
    }

    /** Adds a circumstance if what it consists of differs. */
    private static void add(
            List<Factor> factors,
            Basis now,
            Basis reference,
            Circumstance circumstance,
            @Nullable Side side,
            Function<Basis, List<?>> consists,
            Piece piece) {
        if (!consists.apply(now).equals(consists.apply(reference))) {
            factors.add(new Factor(new Cause.OfCircumstance(circumstance, side), false, piece));
        }
    }

    /** A court counts by its cap, a summit by the calendar; what else is news only, like a leak, moves no points. */
    private static boolean movesPoints(RoundEvent event) {
        return switch (event) {
            case CHIP_BREAKTHROUGH,
                    RARE_EARTH_SUPPLY,
                    HARVEST_FAILURE,
                    MINE_OPENING,
                    PORT_STRIKE,
                    ELECTION_SWING_US,
                    ELECTION_SWING_CN,
                    MARKET_PANIC -> true;
            case SUMMIT,
                    COURT_RULING,
                    COURT_CAP_HOLDS,
                    INVESTIGATION_CONCLUDED,
                    LEAK_US_LICENCE_PACE,
                    LEAK_CN_SOY_PURCHASES,
                    LEAK_CN_LICENCE_PACE,
                    LEAK_CN_FENTANYL_ENFORCEMENT -> false;
        };
    }
}
