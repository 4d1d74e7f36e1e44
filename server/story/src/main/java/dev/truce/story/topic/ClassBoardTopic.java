package dev.truce.story.topic;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.PublicRound;
import dev.truce.story.board.BoardCard;
import dev.truce.story.board.BoardCounts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What everybody may know of the tables of a class, once a round is revealed: for a screen that a whole room sees. */
public final class ClassBoardTopic {
    private static final int NUMBER = 6;
    private static final int TARIFF = 7;
    private static final int EARLIER = 18;

    /** More than fits beside the columns before it, so that long sentences are broken into lines. */
    private static final int SENTENCE = 60;

    /** Earlier tariffs that have room. */
    private static final int MAX_EARLIER = 4;

    private final Phrases phrases;
    private final String title;

    /** @param title what the class is called, fit to be shown */
    public ClassBoardTopic(Phrases phrases, String title) {
        this.phrases = phrases;
        this.title = title;
    }

    /**
     * Returns the board.
     *
     * @param all the tables by number
     * @param shown those of them that have room
     * @param lastRound number of the last round, 0 if nobody may know it
     * @param over whether no match goes on
     */
    public Page page(List<BoardCard> all, List<BoardCard> shown, int lastRound, boolean over) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("type").datum("board"));
        if (!all.isEmpty()) {
            parts.add(heading(all, lastRound));
            parts.add(cards(shown));
            parts.add(counts(all, over));
        }
        parts.add(Part.named("tables")
                .datum(all.stream().map(ClassBoardTopic::object).toList()));
        return Page.of(parts);
    }

    private static IntStream of(List<BoardCard> cards, ToIntFunction<BoardCard> figure) {
        return cards.stream().mapToInt(figure);
    }

    private Part heading(List<BoardCard> all, int lastRound) {
        int first = of(all, card -> card.last().round()).min().orElseThrow();
        int last = of(all, card -> card.last().round()).max().orElseThrow();
        String round = first < last
                ? phrases.of("class-board.rounds", first, last)
                : lastRound > 1
                        ? phrases.of("class-board.round.of", last, lastRound)
                        : phrases.of("class-board.round", last);
        String count = phrases.count("class-board.tables.one", "class-board.tables.many", all.size());
        return Part.named("round")
                .drawn(new Block.Heading(
                        "== " + String.join(" == ", round, title, count, phrases.of("class-board.public")), true))
                .said(phrases.parts(List.of(round, title, count)))
                .datum(last);
    }

    private Part cards(List<BoardCard> shown) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        Part part = Part.named("cards");
        for (BoardCard card : shown) {
            List<Integer> tariffs = card.tariffs();
            int now = tariffs.size() - 1;
            List<Integer> earlier = tariffs.subList(Math.max(0, now - MAX_EARLIER), now);
            String tariff = phrases.of("class-board.tariff", tariffs.get(now));
            StringBuilder before = new StringBuilder();
            earlier.forEach(each -> before.append(String.format(Locale.ROOT, "%4d", each)));
            rows.add(List.of(
                    Block.Cell.number(Integer.toString(card.table())),
                    Block.Cell.number(tariff),
                    Block.Cell.number(before.toString()),
                    Block.Cell.of(card.text(phrases))));
            part = part.said(phrases.of("class-board.card.said", card.table(), tariff, card.text(phrases)));
        }
        return part.drawn(new Block.Captioned(
                phrases.of("class-board.caption", Figures.NORMAL_TARIFF),
                false,
                new Block.Table(
                        List.of(
                                Block.Column.right(phrases.of("class-board.head.table"), NUMBER),
                                Block.Column.right(phrases.of("class-board.head.now"), TARIFF),
                                Block.Column.right(phrases.of("class-board.head.before"), EARLIER),
                                Block.Column.left(phrases.of("class-board.head.binds"), SENTENCE)),
                        rows)));
    }

    private Part counts(List<BoardCard> all, boolean over) {
        BoardCounts counts = BoardCounts.of(all);
        String text = counts.text(phrases) + " " + counts.range(phrases);
        if (!over) {
            text += " " + phrases.of("class-board.secret");
        }
        return Part.named("counts").drawn(Block.Text.of(text)).said(text);
    }

    private static Map<String, Object> object(BoardCard card) {
        PublicRound last = card.last();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("table", card.table());
        object.put("round", last.round());
        object.put(
                "displayed_tariff_percent",
                card.tariffs().subList(1, card.tariffs().size()));
        object.put("broke", words(last.broke()));
        object.put("communique", last.communique());
        object.putAll(new TreeMap<>(Map.of(
                "deal_until",
                last.deal(),
                "truce_until",
                last.truce(),
                "ended",
                card.endedBy().name(),
                "ended_in",
                card.endedIn(),
                "signed",
                last.signed(),
                "accused",
                words(last.accused()),
                "found",
                words(last.found()),
                "cleared",
                words(last.cleared()),
                "returned",
                last.returned())));
        return object;
    }

    private static List<String> words(List<Side> sides) {
        return sides.stream().map(Side::word).toList();
    }
}
