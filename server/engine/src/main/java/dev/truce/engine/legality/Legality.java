package dev.truce.engine.legality;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.LegalLevels.Overruled;
import dev.truce.engine.orders.LegalLevels.Overruler;
import dev.truce.engine.orders.LegalLevels.Reason;
import dev.truce.engine.orders.LegalLevels.Withheld;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which levels the open round allows, judged as its legality phase will find them: with the progress of the 301
 * investigation and the clauses that bind in it.
 */
public final class Legality {
    /** Levels of the 301 investigation. */
    public static final int PAUSED = 0;

    public static final int ACTIVE = 1;
    public static final int CONCLUDED = 2;
    /** Level of the 301 tariff that needs no concluded investigation. */
    public static final int NO_TARIFF = 0;
    /** The investigation concludes in its third round without a pause. */
    public static final int CONCLUDES_IN = 3;
    /** Levels of chip control. */
    public static final int OPEN = 0;

    public static final int LICENSED = 1;

    /** The investigation concludes or not, there is a technology chapter or not. */
    private static final int THERE = 4;

    private final Tables tables;
    /** What a side may order by what is there: every round asks, and there are few answers. */
    private final List<List<LegalLevels>> answers = new ArrayList<>();

    public Legality(Tables tables) {
        this.tables = tables;
        for (Side side : Side.values()) {
            for (int there = 0; there < THERE; there++) {
                answers.add(legal(side, (there & 1) != 0, (there & 2) != 0));
            }
        }
    }

    /** Returns for how many rounds the investigation has been going on in a round in which it stands at a level. */
    public static int investigationRounds(int before, int level) {
        return level == PAUSED ? 0 : Math.min(CONCLUDES_IN, before + 1);
    }

    /**
     * Returns for how many rounds it has been going on by the end of a round: where holding keeps a treaty, a clause that allows an active
     * investigation and no concluded one keeps it from concluding, since nobody orders that it concludes.
     */
    public static int investigationRounds(Tables tables, Treaty treaty, int round, int before, int level) {
        int rounds = investigationRounds(before, level);
        return isHeld(tables, treaty, round) ? Math.min(CONCLUDES_IN - 1, rounds) : rounds;
    }

    /**
     * Returns whether the open round finds the investigation paused: by an order, or, where holding keeps a treaty, by a clause, since
     * without an order the investigation goes to its bound.
     *
     * @param ordered the level that it is ordered to, or {@link Orders#NONE}
     */
    boolean pauses(MatchState state, int ordered) {
        if (ordered != Orders.NONE) {
            return ordered == PAUSED;
        }
        Clause clause = state.treaty().binding(Instrument.US_SECTION301_INVESTIGATION, state.openRound());
        return tables.scenario.agreements().complyByDefault() && clause != null && clause.bound() == PAUSED;
    }

    private static boolean isHeld(Tables tables, Treaty treaty, int round) {
        Clause clause = treaty.binding(Instrument.US_SECTION301_INVESTIGATION, round);
        return tables.scenario.agreements().complyByDefault() && clause != null && clause.bound() == ACTIVE;
    }

    /** Returns whether a technology chapter binds in a round. */
    public static boolean hasChapter(MatchSetup setup, Treaty treaty, int round) {
        return setup.conditions().openChapter() || treaty.hasChapter(round);
    }

    /**
     * Returns why a level on the ladder may not be ordered in the open round, or null if it may.
     *
     * @param pauses whether the investigation is paused, see {@link #pauses}
     */
    @Nullable
    Reason withheld(MatchSetup setup, MatchState state, Instrument instrument, int level, boolean pauses) {
        return withheld(
                instrument, level, concludes(state, pauses), hasChapter(setup, state.treaty(), state.openRound()));
    }

    private static @Nullable Reason withheld(Instrument instrument, int level, boolean concludes, boolean chapter) {
        return switch (instrument) {
            case US_SECTION301_INVESTIGATION -> level == CONCLUDED ? Reason.CONCLUDES_BY_ITSELF : null;
            case US_SECTION301_TARIFF -> level == NO_TARIFF || concludes ? null : Reason.INVESTIGATION_NOT_CONCLUDED;
            case US_CHIP_CONTROL -> level != OPEN || chapter ? null : Reason.NO_TECHNOLOGY_CHAPTER;
            default -> null;
        };
    }

    /** Returns the level at which the rules let the investigation stand that is ordered to a level, or stands there. */
    public static int investigated(int rounds, int level) {
        return level == PAUSED ? PAUSED : rounds == CONCLUDES_IN ? CONCLUDED : ACTIVE;
    }

    /** Returns the level to which a court that caps the US add-on lowers the reciprocal tariff. */
    public static int capped(Tables tables, int fentanyl, int reciprocal) {
        double other = tables.mapping.value(Instrument.US_FENTANYL_TARIFF, fentanyl);
        int level = reciprocal;
        while (level > 0
                && other + tables.mapping.value(Instrument.US_RECIPROCAL_TARIFF, level) > tables.knobs.courtCap()) {
            level--;
        }
        return level;
    }

    /** Returns the level at which an instrument without an order stands as far as the end of its clause goes. */
    public static int released(Tables tables, MatchState state, Instrument instrument) {
        int level = state.levels().get(instrument);
        return tables.layers.released(
                state.treaty(), state.openRound(), instrument, level, tables.fallback(instrument));
    }

    /** Returns what a side may order, instrument by instrument, if neither it nor a clause pauses the investigation. */
    public List<LegalLevels> legal(MatchSetup setup, MatchState state, Side side) {
        int there = (concludes(state, false) ? 1 : 0) + (hasChapter(setup, state.treaty(), state.openRound()) ? 2 : 0);
        List<LegalLevels> may = answers.get(side.ordinal() * THERE + there);
        List<LegalLevels> told = may;
        for (int i = 0; i < may.size(); i++) {
            List<Overruled> overruled = overruled(state, may.get(i));
            if (!overruled.isEmpty()) {
                told = told == may ? new ArrayList<>(may) : told;
                LegalLevels all = may.get(i);
                told.set(i, new LegalLevels(all.instrument(), all.legal(), all.withheld(), overruled));
            }
        }
        return told == may ? may : List.copyOf(told);
    }

    /** The levels that the phases of the round would not let stand; most rounds have none. */
    private List<Overruled> overruled(MatchState state, LegalLevels may) {
        Instrument instrument = may.instrument();
        boolean court = instrument == Instrument.US_RECIPROCAL_TARIFF && state.courtRoundsLeft() > 0;
        boolean concludes =
                instrument == Instrument.US_SECTION301_INVESTIGATION && state.investigationRounds() >= CONCLUDES_IN - 1;
        boolean tariff = instrument == Instrument.US_SECTION301_TARIFF && pauses(state, Orders.NONE);
        boolean law = tables.scenario.law().atMost(instrument, state.openRound()) != Law.NONE;
        if (!court && !concludes && !tariff && !law) {
            return List.of();
        }
        List<Overruled> overruled = new ArrayList<>();
        for (int level : may.legal()) {
            Overruled one = new Overruled(level, level, Overruler.LAW);
            if (concludes) {
                one = moved(one, concluded(state, level), Overruler.CONCLUSION);
            }
            if (tariff) {
                one = moved(one, NO_TARIFF, Overruler.CLAUSE);
            }
            one = moved(one, tables.scenario.law().lawful(instrument, one.to(), state.openRound()), Overruler.LAW);
            if (court) {
                int fentanyl = unordered(state, Instrument.US_FENTANYL_TARIFF);
                one = moved(one, capped(tables, fentanyl, one.to()), Overruler.COURT);
            }
            if (one.to() != level) {
                overruled.add(one);
            }
        }
        return overruled;
    }

    private static Overruled moved(Overruled one, int to, Overruler by) {
        return to == one.to() ? one : new Overruled(one.level(), to, by);
    }

    private int concluded(MatchState state, int level) {
        int round = state.openRound();
        return investigated(
                investigationRounds(tables, state.treaty(), round, state.investigationRounds(), level), level);
    }

    /** Returns where a public instrument without an order stands when the court rules: after the second and the third phase. */
    private int unordered(MatchState state, Instrument instrument) {
        int before = state.levels().get(instrument);
        int level = released(tables, state, instrument);
        int round = state.openRound();
        Clause clause = state.treaty().binding(instrument, round);
        for (Law.Statute statute : tables.scenario.law().of(round)) {
            if (statute.instrument() == instrument
                    && statute.level() != Law.NONE
                    && level == before
                    && (clause == null || !clause.isBrokenBy(statute.level()))) {
                level = statute.level();
            }
        }
        if (clause != null && Duty.moves(tables.scenario.agreements(), clause, level, Orders.HOLD)) {
            level = clause.bound();
        }
        return tables.scenario.law().lawful(instrument, level, round);
    }

    private List<LegalLevels> legal(Side side, boolean concludes, boolean chapter) {
        List<LegalLevels> all = new ArrayList<>();
        for (Instrument instrument : tables.scenario.instruments().of(side)) {
            List<Integer> legal = new ArrayList<>();
            List<Withheld> withheld = new ArrayList<>();
            for (int level = 0; level < tables.mapping.size(instrument); level++) {
                Reason reason = withheld(instrument, level, concludes, chapter);
                if (reason == null) {
                    legal.add(level);
                } else {
                    withheld.add(new Withheld(level, reason));
                }
            }
            all.add(LegalLevels.lasting(instrument, legal, withheld));
        }
        return List.copyOf(all);
    }

    /**
     * Insists on legal orders.
     *
     * @throws IllegalArgumentException if an order is not legal in the open round
     */
    public void require(MatchSetup setup, MatchState state, JointOrders orders) {
        require(setup, state, Side.US, orders.us());
        require(setup, state, Side.CN, orders.cn());
    }

    private void require(MatchSetup setup, MatchState state, Side side, Orders orders) {
        Instrument wrong = firstIllegal(setup, state, side, orders);
        if (wrong != null) {
            throw new IllegalArgumentException(side + " may not order " + wrong.id() + " to level "
                    + orders.level(wrong) + " in round " + state.openRound());
        }
    }

    /** Returns the first instrument that a side may not order as it does, or null if all orders are legal. */
    @Nullable
    public Instrument firstIllegal(MatchSetup setup, MatchState state, Side side, Orders orders) {
        if (orders.isHold()) {
            return null;
        }
        boolean concludes = concludes(state, pauses(state, orders.level(Instrument.US_SECTION301_INVESTIGATION)));
        boolean chapter = hasChapter(setup, state.treaty(), state.openRound());
        for (Instrument instrument : Instrument.all()) {
            int level = orders.level(instrument);
            if (level == Orders.NONE) {
                continue;
            }
            if (instrument.holder() != side
                    || !tables.scenario.instruments().isOnLadder(instrument, level)
                    || withheld(instrument, level, concludes, chapter) != null) {
                return instrument;
            }
        }
        return null;
    }

    private boolean concludes(MatchState state, boolean pauses) {
        return !pauses
                && state.investigationRounds() >= CONCLUDES_IN - 1
                && !isHeld(tables, state.treaty(), state.openRound());
    }
}
