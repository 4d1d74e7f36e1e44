package dev.truce.bots;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.bargain.Haggler;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.minds.Bargainer;
import dev.truce.bots.minds.Searcher;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.strategy.Matcher;
import dev.truce.bots.strategy.Strategies;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.text.NearWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The bots that ship, by name. */
public final class Roster {
    private static final BotFactory NEGOTIATOR = negotiator();
    private static final BotFactory LIAR = liar();
    private static final BotFactory STEP = step("step", seat -> StepTaste.of(seat.scenario()));
    private static final List<BotFactory> REFERENCE = with(Strategies.SIMPLE, NEGOTIATOR, LIAR);
    private static final List<BotFactory> POOL = with(REFERENCE, STEP);
    private static final BotFactory LEARNER = Policy.learner();
    private static final List<BotFactory> QUICK = quickOnes();

    private Roster() {}

    /** The one that thinks ahead is a program of its own beside the others; who does without it need not carry it. */
    private static final class Thinking {
        static final List<BotFactory> ALL =
                with(QUICK, Searcher.factory(REFERENCE, LEARNER, whereLines(NEGOTIATOR, Matcher.FACTORY)));

        private Thinking() {}
    }

    /** All bots, in the order in which lists show them. */
    public static List<BotFactory> all() {
        return Thinking.ALL;
    }

    /** All bots that answer within milliseconds, in the same order: all but {@code search}. */
    public static List<BotFactory> quick() {
        return QUICK;
    }

    /**
     * The eighteen bots of the reference pool, by which the balance of the game is measured: sixteen simple strategies (agreements E) and
     * the two that bargain about red lines, one honest, one not.
     */
    public static List<BotFactory> reference() {
        return REFERENCE;
    }

    /** Those and the one that bargains in steps: by these the third ruleset is measured. */
    public static List<BotFactory> pool() {
        return POOL;
    }

    /** The sixteen of them that bargain by depth or by a fixed rule; the first ruleset was measured with these. */
    public static List<BotFactory> simple() {
        return Strategies.SIMPLE;
    }

    /**
     * Returns generous tit for tat with one instrument forced to a level in hostile postures: how a level serves as retaliation
     * (agreements F). It is no bot of the roster.
     *
     * @param instrument which one; it matters in its holder's seat only
     * @param level ladder index; one that is not legal when it is ordered becomes the mildest legal one
     */
    public static BotFactory retaliatingWith(Instrument instrument, int level) {
        return Strategies.retaliatingWith(instrument, level);
    }

    /**
     * Returns a bot that bargains in steps. Those of other tastes than the honest one are no bots of the roster: they attack it.
     *
     * @param name 1 to 32 lower-case letters, digits and hyphens, a letter first
     */
    public static BotFactory step(String name, StepTaste taste) {
        return step(name, seat -> taste);
    }

    private static BotFactory step(String name, Function<BotSeat, StepTaste> taste) {
        return BotFactory.of(
                name,
                seat -> seat.scenario().redLines().exist()
                        ? Haggler.step(seat, taste.apply(seat))
                        : Matcher.FACTORY.create(seat));
    }

    /** Returns the names of all bots, in the same order. */
    public static List<String> names() {
        return all().stream().map(BotFactory::name).toList();
    }

    /**
     * Finds a bot.
     *
     * @param name any case
     */
    public static Optional<BotFactory> find(String name) {
        return find(all(), name);
    }

    /**
     * Finds a bot among some.
     *
     * @param name any case
     */
    public static Optional<BotFactory> find(List<BotFactory> bots, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (BotFactory bot : bots) {
            if (bot.name().equals(wanted)) {
                return Optional.of(bot);
            }
        }
        return Optional.empty();
    }

    /** Returns the name that a person probably meant; empty if none is near. */
    public static Optional<String> suggestion(String name) {
        return NearWord.one(name, names());
    }

    /** Where sides have red lines it bargains about them; elsewhere it plays out what packages lead to. */
    private static BotFactory negotiator() {
        BotFactory foresight = Bargainer.factory(Matcher.FACTORY);
        return BotFactory.of(
                foresight.name(),
                seat -> seat.scenario().redLines().exist() ? Haggler.honest(seat) : foresight.create(seat));
    }

    /** Where no side has red lines there is nothing to lie about. */
    private static BotFactory liar() {
        return BotFactory.of(
                "liar", seat -> seat.scenario().redLines().exist() ? Haggler.liar(seat) : Matcher.FACTORY.create(seat));
    }

    /** Returns one bot where sides have red lines, and another where they have none. */
    private static BotFactory whereLines(BotFactory lines, BotFactory none) {
        return BotFactory.of(lines.name(), seat -> (seat.scenario().redLines().exist() ? lines : none).create(seat));
    }

    private static List<BotFactory> with(List<BotFactory> some, BotFactory... more) {
        List<BotFactory> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static List<BotFactory> quickOnes() {
        List<BotFactory> all = new ArrayList<>();
        all.add(Hold.FACTORY);
        all.addAll(Strategies.SIMPLE);
        all.add(Strategies.STEPPER);
        all.add(NEGOTIATOR);
        all.add(LIAR);
        all.add(STEP);
        all.add(LEARNER);
        return List.copyOf(all);
    }
}
