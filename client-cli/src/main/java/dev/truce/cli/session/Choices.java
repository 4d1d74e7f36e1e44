package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Candidates;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may be chosen by its number. In accessible mode a question and whatever lists something to choose from are followed by
 * numbered lines; a number typed next stands for such a line. Numbers count only where they were shown, and for one line.
 */
final class Choices {
    /** More than that nobody keeps in mind who hears them. */
    static final int MOST = 12;

    private final boolean numbered;
    private final Board board;
    private final Candidates candidates;

    /** By the word of a command: what may be typed after it was done, from what was typed after its word. */
    private final Map<String, Function<String, List<String>>> after;

    private List<String> standing = List.of();

    /**
     * @param numbered whether numbers are shown
     * @param topics what help may be asked for first
     */
    Choices(boolean numbered, Board board, List<String> topics) {
        this.numbered = numbered;
        this.board = board;
        this.candidates = new Candidates(board);
        after = Map.ofEntries(
                Map.entry("set", rest -> List.of("try", "commit", "undo")),
                Map.entry("keep", rest -> List.of("try", "commit", "undo")),
                Map.entry("commit", rest -> List.of("ready", "undo")),
                Map.entry("pacts", rest -> offers()),
                Map.entry("accept", rest -> unless(rest, "accept ", theirs())),
                Map.entry("refuse", rest -> unless(rest, "refuse ", theirs())),
                Map.entry("withdraw", rest -> unless(rest, "withdraw ", ours())),
                Map.entry("legal", this::levels),
                Map.entry("drafts", rest -> begun("adopt ", candidates.drafters())),
                Map.entry("adopt", rest -> unless(rest, "adopt ", candidates.drafters())),
                Map.entry("history", rest -> begun("show round ", candidates.rounds())),
                Map.entry("help", rest -> unless(rest, "help ", topics)));
    }

    private List<String> theirs() {
        return candidates.offers(board.side().other());
    }

    private List<String> ours() {
        return candidates.offers(board.side());
    }

    private static List<String> begun(String begin, List<String> words) {
        return words.stream().map(word -> begin + word).toList();
    }

    /** Nothing where something was chosen already. */
    private static List<String> unless(String chosen, String begin, List<String> words) {
        return chosen.isEmpty() ? begun(begin, words) : List.of();
    }

    /** Instruments, or the levels of one. */
    private List<String> levels(String word) {
        return word.isEmpty() ? begun("legal ", candidates.words(false)) : candidates.orders(word + "=");
    }

    /** What may be done with the offers that are open. */
    private List<String> offers() {
        return Stream.of(begun("accept ", theirs()), begun("refuse ", theirs()), begun("withdraw ", ours()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the lines that show what may follow a command; none where nothing is chosen. */
    List<String> after(String command, String rest) {
        Function<String, List<String>> row = after.get(command.toLowerCase(Locale.ROOT));
        return row == null ? List.of() : of(row.apply(rest));
    }

    /** Returns the lines that show what may be done with an offer that comes in; none while another choice stands. */
    List<String> ofOffers() {
        return standing.isEmpty() ? of(offers()) : List.of();
    }

    /** Returns the lines that show a question which wants certain words typed: the first number is no. */
    List<String> ofQuestion(String expected) {
        return show(List.of("", expected), List.of(Texts.of("choice.no"), expected));
    }

    /**
     * Returns the lines that show what an error names as next.
     *
     * @param isCommand whether a word is one of a command
     */
    List<String> ofHints(UsageFault fault, Predicate<String> isCommand) {
        return of(hints(fault, isCommand));
    }

    /** Returns the lines that can be typed of what an error names as next. */
    static List<String> hints(UsageFault fault, Predicate<String> isCommand) {
        return fault.hints().stream()
                .filter(hint ->
                        hint.indexOf('=') > 0 || isCommand.test(hint.strip().split("\\s+", 2)[0]))
                .toList();
    }

    /** Returns the lines that show what may be typed, each with its number. */
    List<String> of(List<String> typed) {
        List<String> most = typed.size() > MOST ? typed.subList(typed.size() - MOST, typed.size()) : typed;
        return show(most, most);
    }

    private List<String> show(List<String> typed, List<String> words) {
        if (!numbered || typed.isEmpty()) {
            return List.of();
        }
        standing = List.copyOf(typed);
        List<String> lines = new ArrayList<>(List.of(Texts.of("choice.head")));
        for (int i = 0; i < words.size(); i++) {
            lines.add(Texts.of("choice.line", i + 1, words.get(i)));
        }
        return lines;
    }

    /** Returns what a typed line stands for: itself, if it is no number that was shown. Whatever is typed, the numbers do not count after it. */
    Optional<String> chosen(String typed) {
        List<String> known = standing;
        clear();
        if (!typed.matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= known.size() ? Optional.of(known.get(number - 1)) : Optional.empty();
    }

    /** The numbers do not count any more. */
    void clear() {
        standing = List.of();
    }
}
