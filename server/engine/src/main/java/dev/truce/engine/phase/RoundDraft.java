package dev.truce.engine.phase;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.Signals;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.HorizonDraw;
import dev.truce.engine.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working paper of one resolution: the only thing that a phase writes to, confined to one call of
 * {@code Resolver.resolve}. Fields start as the round finds them.
 */
final class RoundDraft {
    /** An agreement that is kept to almost nothing for so many rounds ends. */
    private static final int HOLLOW_ROUNDS = 2;

    final Tables tables;
    final MatchSetup setup;
    final MatchState state;
    final RoundInputs inputs;
    final JointOrders orders;
    final int round;
    final boolean summit;
    final boolean noise;
    final Draws draws;
    /** Kernel and policy of the resolver, void outside the phase 'economy' and the phases that read its outputs. */
    final Economy economy;

    final QuarterPolicy policy;

    final SideDraft us;
    final SideDraft cn;

    /** Levels as the phases move them. */
    Levels levels;
    /** The same, but with the earlier level of what fell back by itself in this round. */
    Levels graced;

    final List<LevelChange> fallbacks = new ArrayList<>();
    final List<Instrument> prevented = new ArrayList<>();
    final List<LevelChange> corrected = new ArrayList<>();
    final List<RoundEvent> events = new ArrayList<>();
    final List<Clause> expired = new ArrayList<>();

    /** Treaty that binds in this round. */
    Treaty treaty;
    /** Treaty as the end of the round leaves it. */
    Treaty treatyAfter;

    TreatyChange change = TreatyChange.NONE;
    int investigationRounds;
    int courtRoundsLeft;
    boolean courtHasRuled;
    int shallowRounds;
    RedLines redLines;
    Ratification ratification = Ratification.NOTHING;
    /** The treaty that signed terms lead to, if they passed ratification. */
    @Nullable
    Treaty entering;

    /** Agreed depth D and depth kept Dk of this round. */
    double depth;

    double depthKept;
    double technology;
    double tension;
    Covert covert;
    Signals signals = new Signals(0, 0, 0, 0);
    EconomyState economyBefore;
    EconomyState economyAfter;

    @Nullable
    EconomyReport economyReport;

    @Nullable
    Ending ending;

    private final SideDraft first;
    private final SideDraft second;

    RoundDraft(
            Tables tables,
            MatchSetup setup,
            MatchState state,
            RoundInputs inputs,
            Side settledFirst,
            Economy economy,
            QuarterPolicy policy) {
        this.tables = tables;
        this.setup = setup;
        this.state = state;
        this.inputs = inputs;
        this.orders = inputs.orders();
        this.economy = economy;
        this.policy = policy;
        round = state.openRound();
        summit = setup.calendar().isSummit(round);
        noise = setup.conditions().noise();
        draws = setup.draws();
        us = new SideDraft(Side.US, state.us(), state.cn(), inputs);
        cn = new SideDraft(Side.CN, state.cn(), state.us(), inputs);
        first = of(settledFirst);
        second = of(settledFirst.other());
        levels = state.levels();
        graced = state.levels();
        treaty = state.treaty();
        treatyAfter = state.treaty();
        investigationRounds = state.investigationRounds();
        courtRoundsLeft = state.courtRoundsLeft();
        courtHasRuled = state.courtHasRuled();
        shallowRounds = state.shallowRounds();
        redLines = state.redLines();
        technology = state.technology();
        tension = state.tension();
        covert = tables.mapping.covert(state.levels());
        economyBefore = state.economy();
        economyAfter = state.economy();
    }

    /** Whether the treaty has been hollow for as long as it takes to end it. */
    boolean isHollow() {
        return shallowRounds >= HOLLOW_ROUNDS;
    }

    /** Whether an accuser suspends. */
    boolean isSuspended() {
        return us.choice == AccusationChoice.SUSPEND || cn.choice == AccusationChoice.SUSPEND;
    }

    /** Whether the round is the last of the match. */
    boolean isLast() {
        return HorizonDraw.isLast(setup.horizon(), round, draws);
    }

    /** Whether a communique enters into force with this round; its mark costs each side something once. */
    boolean entersCommunique() {
        return entering != null && entering.isCommunique() && !treaty.isCommunique();
    }

    SideDraft of(Side side) {
        return BySide.pick(side, us, cn);
    }

    SideDraft other(SideDraft one) {
        return one == us ? cn : us;
    }

    /** The side that is settled first; no bit of a result depends on which it is. */
    SideDraft first() {
        return first;
    }

    SideDraft second() {
        return second;
    }

    /** Lets the rules move an instrument after the orders. */
    void correct(Instrument instrument, int to) {
        int from = levels.get(instrument);
        if (from != to) {
            corrected.add(new LevelChange(instrument, from, to));
            // What fell back by itself keeps its grace: its earlier level counts, whatever the court makes of the new
            // one.
            if (graced.get(instrument) == from) {
                graced = graced.with(instrument, to);
            }
            levels = levels.with(instrument, to);
        }
    }
}
