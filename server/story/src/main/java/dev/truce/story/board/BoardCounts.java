package dev.truce.story.board;

import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many tables of a class are how.
 *
 * @param war where a deed ended all that bound
 * @param ranOut where all that bound has run out
 * @param signed where something signed entered into force in the newest round
 * @param accused where a side stands accused
 * @param lowest the lowest US tariff of a table, percent
 * @param mean the mean of all
 * @param highest the highest
 */
public record BoardCounts(int war, int ranOut, int signed, int accused, int lowest, int mean, int highest) {
    /** Counts cards, of which there is at least one. */
    public static BoardCounts of(List<BoardCard> cards) {
        int war = 0;
        int ranOut = 0;
        int signed = 0;
        int accused = 0;
        for (BoardCard card : cards) {
            war += card.isAtWar() ? 1 : 0;
            ranOut += card.hasRunOut() ? 1 : 0;
            signed += card.last().signed() ? 1 : 0;
            accused += card.last().accused().isEmpty() ? 0 : 1;
        }
        IntSummaryStatistics tariffs =
                cards.stream().mapToInt(card -> card.last().tariff()).summaryStatistics();
        int mean = (int) Math.round(tariffs.getAverage());
        return new BoardCounts(war, ranOut, signed, accused, tariffs.getMin(), mean, tariffs.getMax());
    }

    /** Returns the numbers, each with the words that follow it. */
    public Map<String, Integer> worded(Phrases phrases) {
        Map<String, Integer> worded = new LinkedHashMap<>();
        worded.put(phrases.of("class-board.count.war"), war);
        worded.put(phrases.of("class-board.count.ran-out"), ranOut);
        worded.put(phrases.of("class-board.count.signed"), signed);
        worded.put(phrases.of("class-board.count.accused"), accused);
        return worded;
    }

    /** Returns between what the tariffs lie. */
    public String range(Phrases phrases) {
        return phrases.of("class-board.range", lowest, mean, highest);
    }

    /** Returns how many tables are how, as a sentence. */
    public String text(Phrases phrases) {
        List<String> texts = new ArrayList<>();
        worded(phrases).forEach((words, number) -> texts.add(number + words));
        return phrases.of("class-board.counts", phrases.parts(texts));
    }
}
