package dev.truce.bots;

import dev.truce.bot.BotFactory;
import dev.truce.bots.minds.Bargainer;
import dev.truce.bots.minds.Searcher;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.strategy.Matcher;
import dev.truce.bots.strategy.Strategies;
import dev.truce.engine.board.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bots that ship, by name. */
public final class Roster {
    private static final List<BotFactory> REFERENCE = Strategies.REFERENCE;
    private static final List<BotFactory> ALL = all(REFERENCE);

    /** More changed letters than this are another word, not a slip. */
    private static final int MAX_SLIPS = 2;

    private Roster() {}

    /** Returns all bots in the order in which lists show them. */
    public static List<BotFactory> all() {
        return ALL;
    }

    /** Returns the sixteen strategies of the reference pool (agreements E), by which the balance of the game is measured. */
    public static List<BotFactory> reference() {
        return REFERENCE;
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

    /** Returns the names of all bots, in the same order. */
    public static List<String> names() {
        return ALL.stream().map(BotFactory::name).toList();
    }

    /**
     * Finds a bot.
     *
     * @param name any case
     */
    public static Optional<BotFactory> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(bot -> bot.name().equals(wanted)).findFirst();
    }

    /** Returns the name that somebody most likely meant who wrote a name that is none; empty if nothing is near. */
    public static Optional<String> suggestion(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String nearest = "";
        int fewest = MAX_SLIPS + 1;
        for (BotFactory bot : ALL) {
            // A slip in every letter of a short name would make any word near.
            int slips = slips(wanted, bot.name());
            if (slips < fewest && slips < bot.name().length()) {
                fewest = slips;
                nearest = bot.name();
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    private static List<BotFactory> all(List<BotFactory> reference) {
        List<BotFactory> all = new ArrayList<>();
        all.add(Hold.FACTORY);
        all.addAll(reference);
        all.add(Strategies.STEPPER);
        all.add(Bargainer.factory(Matcher.FACTORY));
        BotFactory learner = Policy.shipped().factory(Policy.LEARNER);
        all.add(learner);
        all.add(Searcher.factory(reference, learner, Matcher.FACTORY));
        return List.copyOf(all);
    }

    /** Counts letters to insert, drop, change or swap (optimal string alignment); anything much longer counts as far. */
    private static int slips(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_SLIPS) {
            return MAX_SLIPS + 1;
        }
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int fewest = Math.min(table[i - 1][j - 1] + changed, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    fewest = Math.min(fewest, table[i - 2][j - 2] + 1);
                }
                table[i][j] = fewest;
            }
        }
        return table[from.length()][to.length()];
    }
}
