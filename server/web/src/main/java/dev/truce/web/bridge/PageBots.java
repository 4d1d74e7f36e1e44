package dev.truce.web.bridge;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bots against which a program of the page plays.
 *
 * @param bots those that it has
 * @param later names of those that only the program has which comes when it is wanted
 */
record PageBots(List<BotFactory> bots, List<String> later) {
    PageBots {
        bots = List.copyOf(bots);
        later = List.copyOf(later);
    }

    /** Returns the names of all, in the order in which lists show them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        bots.forEach(bot -> names.add(bot.name()));
        names.addAll(later);
        return names;
    }

    @Nullable
    BotFactory find(String name) {
        return Roster.find(bots, name).orElse(null);
    }
}
