package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.ClosedRound;
import dev.truce.match.Manner;
import dev.truce.match.notation.OrderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text form of a record. Strict: what {@link RecordText} would not write is refused with its place, except comments
 * {@code {"..."}} and variations {@code (...)} in the lines of rounds, and the free headers Event and Date.
 */
public final class RecordTextReader {
    /** Longest text that is looked at, in characters; a match of 64 rounds in which all is ordered has 25,000. */
    public static final int MOST_CHARACTERS = 256 * 1024;

    private static final int MOST_ROUNDS = 64;
    private static final Pattern HEADER = Pattern.compile("\\[([A-Za-z]{1,20}) \"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"]");
    private static final Pattern ASIDE = Pattern.compile("\\{\"[^\"]*\"}|\\([^()]*\\)");
    private static final Pattern ROUND = Pattern.compile("(\\d{1,2})\\. US ([^|#]+) \\| CN ([^|#]+) #([0-9a-f]{16})");
    private static final Pattern TRAILER = Pattern.compile("hash sha256:([0-9a-f]{64})");

    private final Function<String, Optional<Scenario>> shelf;
    private final List<String> lines;

    private RecordTextReader(Function<String, Optional<Scenario>> shelf, List<String> lines) {
        this.shelf = shelf;
        this.lines = lines;
    }

    /**
     * Reads a record.
     *
     * @param text the whole file
     * @param shelf finds a scenario by its id
     */
    public static RecordReading read(String text, Function<String, Optional<Scenario>> shelf) {
        try {
            if (text.length() > MOST_CHARACTERS) {
                throw new RecordSyntax(
                        RecordFault.Code.RECORD_TOO_LARGE,
                        1,
                        1,
                        text.length() + " characters; a record has at most " + MOST_CHARACTERS);
            }
            List<String> lines = List.of(text.split("\n", -1));
            if (!lines.get(lines.size() - 1).isEmpty()) {
                throw truncated(lines.size());
            }
            return new RecordTextReader(shelf, lines.subList(0, lines.size() - 1)).record();
        } catch (RecordSyntax wrong) {
            return new RecordReading.Unreadable(wrong.fault());
        }
    }

    private RecordReading record() {
        RecordHead head = new RecordHead();
        int at = 0;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            header(head, lines.get(at), at + 1);
            at++;
        }
        if (at == lines.size()) {
            throw truncated(at);
        }
        Scenario scenario = head.scenario(shelf, at);
        List<RecordedRound> rounds = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).startsWith("hash "); at++) {
            rounds.add(round(lines.get(at), at + 1, rounds.size() + 1, scenario));
        }
        if (at == lines.size()) {
            throw truncated(at);
        }
        if (at != lines.size() - 1) {
            throw RecordHead.syntax(at + 2, "nothing may follow the hash");
        }
        return new RecordReading.Read(closed(head.with(scenario, rounds), lines.get(at), at + 1), scenario);
    }

    private static void header(RecordHead head, String line, int number) {
        Matcher matcher = HEADER.matcher(line);
        if (!matcher.matches()) {
            throw RecordHead.syntax(number, "expected a header like [US \"name\"], or an empty line after the headers");
        }
        String word = matcher.group(1);
        for (Header header : Header.values()) {
            if (header.word().equals(word)) {
                head.put(header, matcher.group(2).replaceAll("\\\\(.)", "$1"), number);
                return;
            }
        }
        if (!word.equals("Event") && !word.equals("Date")) {
            throw RecordHead.syntax(number, "there is no header '" + word + "'");
        }
    }

    private static RecordedRound round(String line, int number, int expected, Scenario scenario) {
        if (expected > MOST_ROUNDS) {
            throw RecordHead.syntax(number, "a match has at most " + MOST_ROUNDS + " rounds");
        }
        String plain =
                ASIDE.matcher(line).replaceAll("").replaceAll(" {2,}", " ").stripTrailing();
        Matcher matcher = ROUND.matcher(plain);
        if (!matcher.matches() || !matcher.group(1).equals(Integer.toString(expected))) {
            throw RecordHead.syntax(
                    number,
                    "round " + expected + ": expected '" + expected + ". US orders | CN orders #16 hex digits'");
        }
        Half us = half(matcher.group(2), Side.US, scenario, number, expected);
        Half cn = half(matcher.group(3), Side.CN, scenario, number, expected);
        return new RecordedRound(
                new ClosedRound(expected, new JointOrders(us.orders, cn.orders), us.manner, cn.manner),
                matcher.group(4));
    }

    private record Half(Orders orders, Manner manner) {}

    private static Half half(String text, Side side, Scenario scenario, int line, int round) {
        Manner manner = Manner.SEALED;
        String orders = text;
        for (Manner other : List.of(Manner.READY, Manner.ABSENT)) {
            if (text.endsWith(" " + other.word())) {
                manner = other;
                orders = text.substring(0, text.length() - other.word().length() - 1);
            }
        }
        if (manner != Manner.SEALED && !orders.equals("HOLD")) {
            throw RecordHead.syntax(line, "round " + round + ": a seat that is " + manner.word() + " holds");
        }
        OrderReader.Reading reading = OrderReader.read(orders, side, scenario);
        if (reading instanceof OrderReader.Reading.Wrong wrong) {
            throw RecordHead.syntax(line, "round " + round + ": " + wrong.code() + ": " + wrong.detail());
        }
        return new Half(((OrderReader.Reading.Read) reading).orders(), manner);
    }

    /** Puts the whole last link, which stands at the end, in place of its shown digits. */
    private static MatchRecord closed(MatchRecord open, String line, int number) {
        Matcher matcher = TRAILER.matcher(line);
        if (!matcher.matches()) {
            throw RecordHead.syntax(number, "expected 'hash sha256:' with 64 hex digits");
        }
        String link = matcher.group(1);
        if (!link.startsWith(open.lastLink())) {
            throw RecordHead.syntax(number, "the hash does not begin like that of the last round");
        }
        return open.withLastLink(link);
    }

    private static RecordSyntax truncated(int line) {
        return new RecordSyntax(
                RecordFault.Code.RECORD_TRUNCATED, line, 1, "the record ends without its last line, 'hash sha256:...'");
    }
}
