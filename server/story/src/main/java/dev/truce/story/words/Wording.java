package dev.truce.story.words;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the things of a scenario are written: levels, orders, changes and clauses. */
public final class Wording {
    private final Scenario scenario;
    private final Phrases phrases;
    private final UnaryOperator<String> safe;

    /**
     * @param scenario whose ladders and titles are used
     * @param phrases the texts of the language
     * @param safe makes text of strangers fit to be shown, on one line and not too long
     */
    public Wording(Scenario scenario, Phrases phrases, UnaryOperator<String> safe) {
        this.scenario = scenario;
        this.phrases = phrases;
        this.safe = safe;
    }

    /** The texts of the language, for topics that need no scenario. */
    public Phrases phrases() {
        return phrases;
    }

    /** Returns a text of the language, as {@link Phrases#of} does. */
    public String text(String key, Object... arguments) {
        return phrases.of(key, arguments);
    }

    /** Returns text of a stranger, fit to be shown. */
    public String safe(String text) {
        return safe.apply(text);
    }

    /** Returns a text of the scenario in the language. */
    public String of(Titles titles) {
        return phrases.language().of(titles);
    }

    /** The scenario whose ladders and titles are used. */
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
                ? phrases.of("level.unseen")
                : percent(of(scenario.spec(instrument).rung(level).titles()));
    }

    /** Scenarios write 5 %, and their texts are part of their hash; people read 5%. */
    private static String percent(String title) {
        return title.replaceFirst("(?<=\\d) %$", "%");
    }

    /** Returns what an instrument is measured in; a scenario with units of its own has them in its own language only. */
    public String unit(String unit) {
        return named("measure.", unit, unit);
    }

    /** Returns the instrument's name for people. */
    public String title(Instrument instrument) {
        return named(instrument, scenario.spec(instrument).titles());
    }

    /** Returns the instrument's name for people in at most 11 columns. */
    public String shortTitle(Instrument instrument) {
        return named(instrument, scenario.spec(instrument).shortTitles());
    }

    /** Returns the instrument's name within a sentence; a scenario with names of its own has no other. */
    public String running(Instrument instrument) {
        Titles titles = scenario.spec(instrument).titles();
        return named("lever." + instrument.qualifiedWord() + ".", titles.english(), of(titles));
    }

    /** A name in a scenario is part of its hash, so what people read stands in the bundles; a scenario with names of its own keeps them. */
    private String named(Instrument instrument, Titles titles) {
        return named("name." + instrument.qualifiedWord() + ".", titles.english(), of(titles));
    }

    private String named(String family, String english, String otherwise) {
        String key = family + slug(english);
        return phrases.has(key) ? phrases.of(key) : otherwise;
    }

    private static String slug(String english) {
        return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Returns an order, for example {@code PORT=80}. */
    public String order(Order order) {
        return order.instrument().word() + "=" + level(order.instrument(), order.level());
    }

    /** Returns orders in a row, for example {@code RECIP=20, PORT=80}. */
    public String orders(List<Order> orders) {
        return phrases.row(orders.stream().map(this::order).toList());
    }

    /**
     * Returns how orders change the board, for example {@code RECIP 10->20; AFFIL=suspended}.
     *
     * @param levels the levels now
     */
    public String orders(Orders orders, ToIntFunction<Instrument> levels) {
        List<String> parts = new ArrayList<>();
        for (Order order : orders.list()) {
            Instrument instrument = order.instrument();
            int now = levels.applyAsInt(instrument);
            parts.add(
                    now == order.level()
                            ? order(order)
                            : instrument.word() + " " + level(instrument, now) + "->"
                                    + level(instrument, order.level()));
        }
        return parts.isEmpty() ? phrases.of("round.hold") : phrases.clauses(parts);
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

    /** Returns a change that names whose lever moves, for example {@code US.RECIP 0->10}, in one piece. */
    public String heldChange(LevelChange change) {
        return (change.instrument().holder() + "." + bareChange(change)).replace(' ', TextWidth.HARD_BLANK);
    }

    /** Returns the mark of a covert instrument, with a blank before it, or nothing. */
    public String covert(Instrument instrument) {
        return instrument.isCovert() ? " " + phrases.of("round.covert") : "";
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

    /** Returns a number of clauses, for example {@code 3 clauses}. */
    public String clauses(int number) {
        return phrases.count("clauses.one", "clauses.many", number);
    }

    /** Returns how a side is called in a sentence. */
    public String side(Side side) {
        return phrases.of("side." + side);
    }

    /** Returns how a component of a score is called in running text. */
    public String component(Component component) {
        return phrases.of("component." + component.name());
    }

    /** Returns why signed terms did not enter into force, or that they did. */
    public String ratification(Ratification.Outcome outcome, @Nullable Side side) {
        String key = "ratified." + outcome.name();
        return side == null ? phrases.of(key) : phrases.of(key, side);
    }

    /** Returns whether a move from one level to another presses the partner harder. */
    public static boolean isHarder(Instrument instrument, int from, int to) {
        return instrument.isCovert() ? to < from : to > from;
    }
}
