package dev.truce.tournament.run;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A bot that takes part, under a name of its own in all files.
 *
 * @param name unique in the tournament
 * @param factory makes the bot for each match
 */
public record Contestant(String name, BotFactory factory) {
    /** Returns contestants; those of equal names are numbered from the second on, as in {@code tft-2}. */
    public static List<Contestant> of(List<BotFactory> factories) {
        Map<String, Integer> seen = new HashMap<>();
        for (BotFactory factory : factories) {
            seen.put(factory.name(), 0);
        }
        List<Contestant> contestants = new ArrayList<>();
        for (BotFactory factory : factories) {
            String name = factory.name();
            int number = seen.merge(factory.name(), 1, Integer::sum);
            while (number > 1 && seen.containsKey(name)) {
                name = factory.name() + "-" + number++;
            }
            seen.putIfAbsent(name, 1);
            contestants.add(new Contestant(name, factory));
        }
        return contestants;
    }

    /**
     * Returns who plays a match, under the contestant's name, which is the one that records show.
     *
     * @param pair number of the pair
     * @param match 1 or 2
     */
    public BotFactory seated(int pair, int match) {
        return new Named(name, factory.at(pair, match));
    }

    /** A factory under another name. */
    private record Named(String name, BotFactory factory) implements BotFactory {
        @Override
        public Bot create(BotSeat seat) {
            return factory.create(seat);
        }
    }
}
