package dev.truce.match.record;

import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The head of a record while it is read: header values by name, checked and put together. */
final class RecordHead {
    private static final Pattern RESULT = Pattern.compile("US (-?\\d{1,5})\\.(\\d) CN (-?\\d{1,5})\\.(\\d)");
    private static final Pattern LINK = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{64}");
    private static final int MOST_NAME_CHARACTERS = 200;

    private final Map<Header, String> values = new EnumMap<>(Header.class);
    private final Map<Header, Integer> lines = new EnumMap<>(Header.class);

    void put(Header header, String value, int line) {
        if (values.putIfAbsent(header, value) != null) {
            throw syntax(line, header.word() + " stands twice");
        }
        lines.put(header, line);
    }

    /** Finds the scenario that the head names, among those that are here. */
    Scenario scenario(Function<String, Optional<Scenario>> shelf, int lastLine) {
        for (Header header : Header.values()) {
            if (!values.containsKey(header)) {
                throw syntax(lastLine, "the header " + header.word() + " is missing");
            }
        }
        String id = value(Header.SCENARIO);
        Scenario scenario = shelf.apply(id)
                .orElseThrow(() -> new RecordSyntax(
                        RecordFault.Code.RECORD_UNKNOWN_SCENARIO,
                        line(Header.SCENARIO),
                        1,
                        "there is no scenario '" + id + "' here"));
        require(Header.RULESET, scenario.ruleset(), RecordFault.Code.RECORD_UNKNOWN_RULESET);
        require(Header.SCENARIO_HASH, scenario.hash(), RecordFault.Code.RECORD_OTHER_SCENARIO);
        require(Header.DATA, scenario.dataVersion(), RecordFault.Code.RECORD_OTHER_SCENARIO);
        return scenario;
    }

    MatchRecord with(Scenario scenario, List<RecordedRound> rounds) {
        MatchSetup setup = new MatchSetup(
                number(Header.SEED, value(Header.SEED)),
                part(Header.HORIZON, (Function<String, Horizon>) SetupText::horizon),
                scenario.calendar()
                        .withSummits(part(Header.SUMMITS, (Function<String, List<Integer>>) SetupText::summits)),
                part(Header.CONDITIONS, (Function<String, MatchSetup.Conditions>) SetupText::conditions));
        String start = value(Header.START);
        if (!LINK.matcher(start).matches()) {
            throw syntax(line(Header.START), "Start must be 16 or 64 hex digits");
        }
        Ending ending = ending();
        MatchRecord.Result result = result();
        if ((ending == null) != (result == null)) {
            throw syntax(line(Header.RESULT), "a match has both a result and an ending, or neither");
        }
        return new MatchRecord(
                scenario.id(),
                scenario.hash(),
                scenario.ruleset(),
                scenario.dataVersion(),
                setup,
                name(Header.US),
                name(Header.CHINA),
                start,
                rounds,
                ending,
                result);
    }

    private String name(Header header) {
        String name = value(header);
        if (name.length() > MOST_NAME_CHARACTERS) {
            throw syntax(line(header), header.word() + " is longer than " + MOST_NAME_CHARACTERS + " characters");
        }
        return name;
    }

    private @Nullable Ending ending() {
        String text = value(Header.ENDING);
        if (text.equals("*")) {
            return null;
        }
        for (Ending ending : Ending.values()) {
            if (ending.name().toLowerCase(Locale.ROOT).equals(text)) {
                return ending;
            }
        }
        throw syntax(line(Header.ENDING), "Ending must be horizon, abandoned or *");
    }

    private MatchRecord.@Nullable Result result() {
        String text = value(Header.RESULT);
        if (text.equals("*")) {
            return null;
        }
        Matcher matcher = RESULT.matcher(text);
        if (!matcher.matches()) {
            throw syntax(line(Header.RESULT), "Result must be 'US n.n CN n.n' or *");
        }
        MatchRecord.Result result = new MatchRecord.Result(
                tenths(matcher.group(1), matcher.group(2)), tenths(matcher.group(3), matcher.group(4)));
        return result;
    }

    private static int tenths(String whole, String tenth) {
        int abs = Math.abs(Integer.parseInt(whole)) * 10 + Integer.parseInt(tenth);
        return whole.startsWith("-") ? -abs : abs;
    }

    private long number(Header header, String text) {
        try {
            long number = Long.parseLong(text);
            if (Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw syntax(line(header), header.word() + " must be a whole number of 64 bits");
        }
        throw syntax(line(header), header.word() + " must be written without leading zeros or signs");
    }

    private <T> T part(Header header, Function<String, T> reader) {
        try {
            return reader.apply(value(header));
        } catch (IllegalArgumentException e) {
            throw syntax(line(header), header.word() + ": " + e.getMessage());
        }
    }

    private void require(Header header, String expected, RecordFault.Code code) {
        if (!value(header).equals(expected)) {
            throw new RecordSyntax(
                    code,
                    line(header),
                    1,
                    header.word() + " is '" + value(header) + "', and here it is '" + expected + "'");
        }
    }

    private String value(Header header) {
        String value = values.get(header);
        if (value == null) {
            throw syntax(1, "the header " + header.word() + " is missing");
        }
        return value;
    }

    private int line(Header header) {
        return lines.getOrDefault(header, 1);
    }

    static RecordSyntax syntax(int line, String detail) {
        return new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, 1, detail);
    }
}
