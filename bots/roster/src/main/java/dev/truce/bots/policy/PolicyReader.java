package dev.truce.bots.policy;

import dev.truce.bots.policy.Maxim.Condition;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a policy, line by line. */
final class PolicyReader {
    static final String FIRST_LINE = "truce-policy 1";
    static final String MATCH = "match";
    static final String ALWAYS = "always";

    /** Longest text, in characters. */
    private static final int MAX_CHARACTERS = 200_000;

    private static final int MAX_SHOWN = 60;
    private static final int MAX_HEADERS = 40;
    private static final Pattern HEADER = Pattern.compile("([a-z][a-z0-9-]{0,31}): (\\P{Cntrl}{1,400})");
    private static final Pattern CONDITION = Pattern.compile("([a-z]+) (>=|<) (-?[0-9]{1,4}(?:\\.[0-9]{1,3})?)");
    private static final Pattern MOVE = Pattern.compile("tariff ([0-9]) choke ([0-9]) compliance ([0-9]) port ([0-9])"
            + " extra ([a-z]+) offer ([0-9]) accept ([0-9])(?: judge ([a-z]+))?");

    private final String text;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<Maxim> us = new ArrayList<>();
    private final List<Maxim> cn = new ArrayList<>();
    private @Nullable Side open;
    private int number;

    PolicyReader(String text) {
        this.text = text;
    }

    /** Returns the line that opens the rules of a seat. */
    static String seat(Side side) {
        return "seat " + side.word();
    }

    Policy read() throws PolicyException {
        if (text.length() > MAX_CHARACTERS) {
            throw refused("large", text.length(), MAX_CHARACTERS);
        }
        for (String written : text.split("\n", -1)) {
            number++;
            String line = written.strip();
            if (number == 1) {
                if (!line.equals(FIRST_LINE)) {
                    throw refused("found", shown(line), FIRST_LINE);
                }
            } else if (line.equals(seat(Side.US))) {
                open(Side.US, null);
            } else if (line.equals(seat(Side.CN))) {
                open(Side.CN, Side.US);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (open == null) {
                    header(line);
                } else {
                    rule(line, BySide.pick(open, us, cn));
                }
            }
        }
        if (open != Side.CN) {
            throw refused("ends", seat(Side.CN));
        }
        return new Policy(header, us, cn);
    }

    /** The seats come in their order, each once. */
    private void open(Side seat, @Nullable Side before) throws PolicyException {
        if (open != before) {
            throw refused("seats", seat(Side.US), seat(Side.CN));
        }
        open = seat;
    }

    private void header(String line) throws PolicyException {
        Matcher parts = HEADER.matcher(line);
        if (!parts.matches()) {
            throw refused("header", shown(line), seat(Side.US));
        }
        if (header.putIfAbsent(parts.group(1), parts.group(2)) != null) {
            throw refused("twice", parts.group(1));
        }
        if (header.size() > MAX_HEADERS) {
            throw refused("headers", MAX_HEADERS, seat(Side.US));
        }
    }

    private void rule(String line, List<Maxim> seat) throws PolicyException {
        int arrow = line.indexOf(" -> ");
        if (arrow < 0) {
            throw refused("found", shown(line), "CONDITION and CONDITION -> MOVE");
        }
        if (seat.size() == Policy.MAX_RULES) {
            throw refused("rules", Policy.MAX_RULES);
        }
        seat.add(new Maxim(conditions(line.substring(0, arrow)), move(line.substring(arrow + 4))));
    }

    private List<Condition> conditions(String written) throws PolicyException {
        List<Condition> conditions = new ArrayList<>();
        if (written.equals(ALWAYS)) {
            return conditions;
        }
        for (String one : written.split(" and ", -1)) {
            conditions.add(condition(one));
        }
        if (conditions.size() > Maxim.MAX_CONDITIONS) {
            throw refused("conditions", conditions.size(), Maxim.MAX_CONDITIONS);
        }
        return conditions;
    }

    private Condition condition(String written) throws PolicyException {
        Matcher parts = CONDITION.matcher(written);
        if (!parts.matches()) {
            throw refused("condition", shown(written));
        }
        for (Feature feature : Feature.values()) {
            if (feature.word().equals(parts.group(1))) {
                int line = new BigDecimal(parts.group(3)).movePointRight(3).intValueExact();
                return new Condition(feature, parts.group(2).equals(">="), line);
            }
        }
        throw refused(
                "feature",
                shown(parts.group(1)),
                Arrays.stream(Feature.values()).map(Feature::word).collect(Collectors.joining(" ")));
    }

    private @Nullable Move move(String written) throws PolicyException {
        if (written.equals(MATCH)) {
            return null;
        }
        Matcher parts = MOVE.matcher(written);
        if (!parts.matches()) {
            throw refused("move", shown(written), MATCH);
        }
        try {
            Posture posture = new Posture(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
            return new Move(
                    posture, extra(parts.group(5)), number(parts, 6), number(parts, 7), judgement(parts.group(8)));
        } catch (IllegalArgumentException outOfRange) {
            throw refused("range", String.valueOf(outOfRange.getMessage()));
        }
    }

    private Extra extra(String written) throws PolicyException {
        for (Extra extra : Extra.values()) {
            if (extra.word().equals(written)) {
                return extra;
            }
        }
        throw refused(
                "extra",
                shown(written),
                Arrays.stream(Extra.values()).map(Extra::word).collect(Collectors.joining(" ")));
    }

    /** A file that says nothing of accusations leaves them to the odds. */
    private Judgement judgement(@Nullable String written) throws PolicyException {
        if (written == null) {
            return Judgement.BY_ODDS;
        }
        List<String> words = new ArrayList<>();
        for (Judgement judgement : Judgement.values()) {
            if (judgement.word().equals(written)) {
                return judgement;
            }
            words.add(judgement.word());
        }
        throw refused("judge", shown(written), String.join(" ", words));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** A file is not to be trusted: what is quoted from it is short and has no control characters. */
    private static String shown(String written) {
        String part = written.length() <= MAX_SHOWN ? written : written.substring(0, MAX_SHOWN) + "...";
        return "'" + part.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private PolicyException refused(String sentence, Object... named) {
        return new PolicyException(Math.max(1, number), sentence, named);
    }
}
