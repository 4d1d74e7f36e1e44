package dev.truce.story.board;

import dev.truce.engine.view.PublicRound;
import java.util.List;

/**
 * A table of a class, as everybody may see it.
 *
 * @param number its number in the class
 * @param rounds what everybody saw of its resolved rounds, in order
 * @param stopped whether a fault of the server has stopped it
 */
public record SeenTable(int number, List<PublicRound> rounds, boolean stopped) {
    public SeenTable {
        rounds = List.copyOf(rounds);
    }
}
