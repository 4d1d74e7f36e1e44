package dev.truce.tournament.attack;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.response.Cheat;
import java.util.ArrayList;
import java.util.List;

/** The attackers that were tried: a grid of tastes of the bot that bargains in steps, and the two best bots with every cheat. */
public final class Attackers {
    private static final double[] ACCEPT_SHARES = {.3, .6, .9, 1.1};
    private static final double[] MARGINS = {0, .05, .1, .2};
    private static final double[] FAIRNESS = {.7, .8, .95};
    private static final int[] EVE_ROUNDS = {0, 1, 3};
    /** The best bots, which cheat. */
    public static final List<String> CHEATERS = List.of("step", "negotiator");

    /** The strongest bots of the pool, which attackers are measured on. */
    public static final List<String> VICTIMS = List.of("negotiator", "step", "match", "gtft", "tft", "audit");

    private Attackers() {}

    /** Returns all of them, families together. */
    public static List<Attacker> all() {
        List<Attacker> all = new ArrayList<>(grid());
        all.addAll(cheats());
        return all;
    }

    /** Returns the grid of tastes. */
    public static List<StepTaste> tastes() {
        List<StepTaste> grid = new ArrayList<>();
        for (double share : ACCEPT_SHARES) {
            for (double margin : MARGINS) {
                for (double fairness : FAIRNESS) {
                    for (int eve : EVE_ROUNDS) {
                        grid.add(new StepTaste(share, margin, fairness, eve));
                    }
                }
            }
        }
        return grid;
    }

    /** Returns the attackers of all tastes. */
    public static List<Attacker> grid() {
        return tastes().stream().map(Attackers::taste).toList();
    }

    /** Returns the attacker of one taste. */
    public static Attacker taste(StepTaste taste) {
        String name = "step-" + hundredths(taste.acceptShare()) + "-" + hundredths(taste.margin()) + "-"
                + hundredths(taste.fairness()) + "-" + taste.eveRounds();
        return new Attacker("step-grid", Roster.step(name, taste));
    }

    private static long hundredths(double value) {
        return Math.round(value * 100);
    }

    /** Returns a bot of the roster that negotiates, with a cheat. */
    public static BotFactory cheating(String name, Cheat cheat) {
        return cheat.of(Roster.find(name).orElseThrow());
    }

    /** Returns each of the two best bots with every cheat. */
    public static List<Attacker> cheats() {
        List<Attacker> cheats = new ArrayList<>();
        for (String name : CHEATERS) {
            BotFactory bot = Roster.find(name).orElseThrow();
            for (Cheat cheat : Cheat.values()) {
                cheats.add(new Attacker(cheat.word(), cheat.of(bot), cheat == Cheat.NOTHING_LAST));
            }
        }
        return cheats;
    }

    /**
     * A bot that was made to exploit others.
     *
     * @param family attackers of a kind, lower case with hyphens
     * @param bot the bot
     * @param needsKnownEnd whether it can attack only where it knows which round is the last; all of its family do or do not
     */
    public record Attacker(String family, BotFactory bot, boolean needsKnownEnd) {
        /** An attacker for matches that end as their scenario says. */
        public Attacker(String family, BotFactory bot) {
            this(family, bot, false);
        }
    }
}
