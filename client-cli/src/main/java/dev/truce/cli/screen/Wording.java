package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;

/** How the things of a scenario are written: levels, orders, changes and clauses. */
public final class Wording {
    private final Scenario scenario;

    /** @param scenario whose ladders and titles are used */
    public Wording(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns the order word of a level, or {@code ?} if it is unseen. */
    public String level(Instrument instrument, int level) {
        return level == Levels.UNSEEN
                ? "?"
                : scenario.spec(instrument).rung(level).token();
    }

    /** Returns a level as people read it. */
    public String levelTitle(Instrument instrument, int level) {
        return level == Levels.UNSEEN
                ? Texts.of("level.unseen")
                : scenario.spec(instrument).rung(level).titles().english();
    }

    /** Returns the instrument's name for people. */
    public String title(Instrument instrument) {
        return scenario.spec(instrument).titles().english();
    }

    /** Returns an order, for example {@code PORT=80}. */
    public String order(Order order) {
        return order.instrument().word() + "=" + level(order.instrument(), order.level());
    }

    /** Returns a change, for example {@code RECIP 10->20}, marked if it is covert. */
    public String change(LevelChange change) {
        return (bareChange(change) + covert(change.instrument())).replace(' ', TextWidth.HARD_BLANK);
    }

    /** Returns a change without the mark. */
    public String bareChange(LevelChange change) {
        Instrument instrument = change.instrument();
        return instrument.word() + " " + level(instrument, change.from()) + "->" + level(instrument, change.to());
    }

    /** Returns the mark of a covert instrument, with a blank before it, or nothing. */
    public String covert(Instrument instrument) {
        return instrument.isCovert() ? " " + Texts.of("round.covert") : "";
    }

    /** Returns a clause, for example {@code US.RECIP<=10}. */
    public String clause(Clause clause) {
        Instrument instrument = clause.instrument();
        return instrument.qualifiedWord() + bound(clause);
    }

    /** Returns the bound of a clause, for example {@code <=10}. */
    public String bound(Clause clause) {
        return (clause.instrument().isCovert() ? ">=" : "<=") + level(clause.instrument(), clause.bound());
    }

    /** Returns how a side is called in a sentence. */
    public static String side(Side side) {
        return BySide.pick(side, Texts.of("side.US"), Texts.of("side.CN"));
    }

    /** Returns whether a move from one level to another presses the partner harder. */
    public static boolean isHarder(Instrument instrument, int from, int to) {
        return instrument.isCovert() ? to < from : to > from;
    }
}
