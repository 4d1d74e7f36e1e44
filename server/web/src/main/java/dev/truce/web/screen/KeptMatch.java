package dev.truce.web.screen;

import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * A match against a bot that the browser keeps, as the first screen tells it.
 *
 * @param scenario id of its scenario
 * @param side of the person
 * @param bot name of the bot
 * @param round the round that is open, or the number of rounds once it is over
 * @param over whether it is
 */
public record KeptMatch(String scenario, Side side, String bot, int round, boolean over) {
    /**
     * Reads matches from a line each, {@code SCENARIO SIDE BOT ROUND over}, or {@code open} at the end.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    public static List<KeptMatch> read(String lines) {
        List<KeptMatch> matches = new ArrayList<>();
        for (String line : lines.isEmpty() ? new String[0] : lines.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length != 5) {
                throw new IllegalArgumentException("not a kept match: " + line);
            }
            matches.add(new KeptMatch(
                    words[0], Side.valueOf(words[1]), words[2], Integer.parseInt(words[3]), words[4].equals("over")));
        }
        return matches;
    }
}
