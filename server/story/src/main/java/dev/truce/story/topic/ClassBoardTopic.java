package dev.truce.story.topic;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.PublicRound;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What everybody may know of the tables of a class, once a round is revealed: for a screen that a whole room sees. */
public final class ClassBoardTopic {
    private static final int LABEL = 12;
    private static final int TARIFF = 8;
    private static final int BAR = 22;
    private static final int COUNT = 4;
    private static final int TABLES = 44;
    private static final int ROUND = 5;

    /** Tariffs that are told apart; where there are more, neighbours stand in one line. */
    private static final int MAX_ROWS = 8;

    private static final int TEN = 10;

    /** Rounds that have room beside each other. */
    private static final int MAX_ROUNDS = 12;

    private final Phrases phrases;
    private final String title;
    private final int startTariff;

    /**
     * A table.
     *
     * @param number its number in the class
     * @param rounds what everybody saw of its resolved rounds, in order
     */
    public record SeenTable(int number, List<PublicRound> rounds) {
        public SeenTable {
            rounds = List.copyOf(rounds);
        }

        private PublicRound last() {
            return rounds.get(rounds.size() - 1);
        }
    }

    /**
     * @param title what the class is called, fit to be shown
     * @param startTariff headline US tariff with which every match begins, percent
     */
    public ClassBoardTopic(Phrases phrases, String title, int startTariff) {
        this.phrases = phrases;
        this.title = title;
        this.startTariff = startTariff;
    }

    /**
     * Returns the board.
     *
     * @param tables by number; those without a resolved round are left out
     * @param lastRound number of the last round, 0 if nobody may know it
     */
    public Page page(List<SeenTable> tables, int lastRound) {
        List<SeenTable> seen =
                tables.stream().filter(table -> !table.rounds().isEmpty()).toList();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("type").datum("board"));
        if (!seen.isEmpty()) {
            parts.add(heading(seen, lastRound));
            parts.add(tariffs(seen));
            parts.add(path(seen));
            parts.add(moves(seen));
            parts.add(inPublic(seen));
        }
        parts.add(Part.named("tables")
                .datum(seen.stream().map(ClassBoardTopic::object).toList()));
        return Page.of(parts);
    }

    private static IntStream of(List<SeenTable> tables, ToIntFunction<SeenTable> figure) {
        return tables.stream().mapToInt(figure);
    }

    private Part heading(List<SeenTable> seen, int lastRound) {
        int first = of(seen, table -> table.last().round()).min().orElseThrow();
        int last = of(seen, table -> table.last().round()).max().orElseThrow();
        String round = first < last
                ? phrases.of("class-board.rounds", first, last)
                : lastRound > 1
                        ? phrases.of("class-board.round.of", last, lastRound)
                        : phrases.of("class-board.round", last);
        String count = phrases.count("class-board.tables.one", "class-board.tables.many", seen.size());
        return Part.named("round")
                .drawn(new Block.Heading(
                        "== " + String.join(" == ", round, title, count, phrases.of("class-board.public")), true))
                .said(phrases.parts(List.of(round, title, count)))
                .datum(last);
    }

    // ---- where they stand ----

    private Part tariffs(List<SeenTable> seen) {
        int width = of(seen, table -> table.last().tariff()).distinct().count() > MAX_ROWS ? TEN : 1;
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (SeenTable table : seen) {
            groups.computeIfAbsent(table.last().tariff() / width * width, unused -> new ArrayList<>())
                    .add(Integer.toString(table.number()));
        }
        int most = groups.values().stream().mapToInt(List::size).max().orElse(1);
        int each = Math.max(1, (most + BAR - 3) / (BAR - 2));
        List<List<Block.Cell>> rows = new ArrayList<>();
        Part part = Part.named("tariffs");
        for (Map.Entry<Integer, List<String>> group : groups.entrySet()) {
            int count = group.getValue().size();
            String tariff = width == 1
                    ? phrases.of("class-board.tariff", group.getKey())
                    : phrases.of("class-board.tariff.range", group.getKey(), group.getKey() + width - 1);
            String numbers = String.join(" ", group.getValue());
            rows.add(List.of(
                    Block.Cell.number(tariff),
                    Block.Cell.of("  " + "#".repeat((count + each - 1) / each)),
                    Block.Cell.number(Integer.toString(count)),
                    Block.Cell.of("   " + numbers)));
            part = part.said(phrases.of(
                    "class-board.tariff.said",
                    tariff,
                    phrases.count("class-board.tables.one", "class-board.tables.many", count),
                    numbers));
        }
        return part.drawn(new Block.Table(
                List.of(
                        Block.Column.right(phrases.of("class-board.head.tariff"), TARIFF + 2),
                        Block.Column.left("", BAR),
                        Block.Column.right("", COUNT),
                        Block.Column.left("   " + phrases.of("class-board.head.tables"), TABLES)),
                rows));
    }

    // ---- how they came there ----

    private Part path(List<SeenTable> seen) {
        int last = of(seen, table -> table.last().round()).max().orElseThrow();
        int first = Math.max(0, last - MAX_ROUNDS + 1);
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.left("", LABEL)));
        List<Block.Cell> lowest = new ArrayList<>(List.of(Block.Cell.of(phrases.of("class-board.lowest"))));
        List<Block.Cell> mean = new ArrayList<>(List.of(Block.Cell.of(phrases.of("class-board.mean"))));
        List<Block.Cell> highest = new ArrayList<>(List.of(Block.Cell.of(phrases.of("class-board.highest"))));
        Part part = Part.named("path");
        for (int round = first; round <= last; round++) {
            int at = round;
            int[] tariffs = seen.stream()
                    .filter(table -> at == 0 || table.rounds().size() >= at)
                    .mapToInt(table -> tariff(table, at))
                    .sorted()
                    .toArray();
            long middle = Math.round(IntStream.of(tariffs).average().orElseThrow());
            columns.add(Block.Column.right(round == 0 ? phrases.of("class-board.start") : "r" + round, ROUND));
            lowest.add(Block.Cell.number(Integer.toString(tariffs[0])));
            mean.add(Block.Cell.number(Long.toString(middle)));
            highest.add(Block.Cell.number(Integer.toString(tariffs[tariffs.length - 1])));
            if (round == last) {
                part = part.said(phrases.of("class-board.path.said", tariffs[0], middle, tariffs[tariffs.length - 1]));
            }
        }
        return part.drawn(new Block.Table(columns, List.of(highest, mean, lowest)));
    }

    /** The tariff after a round of a table, with 0 for the start. */
    private int tariff(SeenTable table, int round) {
        return round == 0 ? startTariff : table.rounds().get(round - 1).tariff();
    }

    // ---- what the round did ----

    private Part moves(List<SeenTable> seen) {
        int held = 0;
        int cut = 0;
        int returned = 0;
        for (SeenTable table : seen) {
            int last = table.rounds().size();
            int change = tariff(table, last) - tariff(table, last - 1);
            held += change == 0 ? 1 : 0;
            cut += change < 0 ? 1 : 0;
            returned += change > 0 && table.last().returned() ? 1 : 0;
        }
        String text = phrases.of("class-board.moves.text", held, cut, seen.size() - held - cut - returned);
        if (returned > 0) {
            text += " " + phrases.of("class-board.moves.returned", returned);
        }
        return Part.named("moves")
                .drawn(new Block.Labelled(phrases.of("class-board.moves"), LABEL, text))
                .said(text);
    }

    private Part inPublic(List<SeenTable> seen) {
        String text = phrases.of(
                "class-board.in-public.text",
                numbers(seen, table -> !table.last().broke().isEmpty()),
                numbers(seen, table -> table.last().communique()));
        return Part.named("in_public")
                .drawn(new Block.Labelled(phrases.of("class-board.in-public"), LABEL, text))
                .said(text);
    }

    private String numbers(List<SeenTable> seen, Predicate<SeenTable> wanted) {
        List<String> numbers = seen.stream()
                .filter(wanted)
                .map(table -> Integer.toString(table.number()))
                .toList();
        return switch (numbers.size()) {
            case 0 -> phrases.of("class-board.none");
            case 1 -> phrases.of("class-board.one", numbers.get(0));
            default -> phrases.of("class-board.some", numbers.size(), String.join(" ", numbers));
        };
    }

    private static Map<String, Object> object(SeenTable table) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("table", table.number());
        object.put("round", table.last().round());
        object.put(
                "displayed_tariff_percent",
                table.rounds().stream().map(PublicRound::tariff).toList());
        object.put("broke", table.last().broke().stream().map(Side::word).toList());
        object.put("communique", table.last().communique());
        return object;
    }
}
