package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.negotiation.Act;
import dev.truce.match.notation.OrderText;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The written form of a draft with the votes on it, as in {@code US.1 drafts PORT=80: for US.0 US.2, against US.3}. */
final class DraftText {
    private static final Pattern DRAFTS =
            Pattern.compile("(US|CN)\\.([0-4]) drafts ([^:]+)(?:: (?:for ([^,]+))?(?:, )?(?:against ([^,]+))?)?");

    private DraftText() {}

    static String write(Act.Drafts drafts, Scenario scenario) {
        StringJoiner votes = new StringJoiner(", ", ": ", "").setEmptyValue("");
        if (!drafts.yes().isEmpty()) {
            votes.add("for " + seats(drafts.side(), drafts.yes()));
        }
        if (!drafts.no().isEmpty()) {
            votes.add("against " + seats(drafts.side(), drafts.no()));
        }
        return drafts.side() + "." + drafts.seat() + " drafts " + OrderText.of(drafts.orders(), scenario) + votes;
    }

    private static String seats(Side side, List<Integer> numbers) {
        StringJoiner seats = new StringJoiner(" ");
        numbers.forEach(number -> seats.add(side + "." + number));
        return seats.toString();
    }

    /**
     * Reads a draft, or returns null if the text is something else. Whether it is written as {@link #write} does is for the caller to
     * compare.
     *
     * @throws IllegalArgumentException if it is a draft of something that cannot be ordered or voted
     */
    static Act.@Nullable Drafts read(String text, Scenario scenario) {
        Matcher drafts = DRAFTS.matcher(text);
        if (!drafts.matches()) {
            return null;
        }
        Side side = Side.valueOf(drafts.group(1));
        return new Act.Drafts(
                side,
                Integer.parseInt(drafts.group(2)),
                Orders.of(ActText.levels(drafts.group(3), side, scenario)),
                numbers(drafts.group(4), side),
                numbers(drafts.group(5), side));
    }

    private static List<Integer> numbers(@Nullable String seats, Side side) {
        List<Integer> numbers = new ArrayList<>();
        if (seats != null) {
            for (String seat : seats.split(" ", -1)) {
                if (!seat.matches(side + "\\.[0-4]")) {
                    throw new IllegalArgumentException("'" + seat + "' is no seat of " + side);
                }
                numbers.add(seat.charAt(seat.length() - 1) - '0');
            }
        }
        return numbers;
    }
}
