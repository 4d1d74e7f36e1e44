package dev.truce.match.record.text;

import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.record.Hex;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.Result;
import dev.truce.match.record.SeedOrigin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The head of a record while it is read, in either form: header values as the text form writes them, checked and put together. */
final class RecordHead {
    private static final int FIRST_COLUMN = 1;

    private final Map<Header, Value> values = new EnumMap<>(Header.class);
    private int lastLine = 1;

    private record Value(String text, int line) {}

    /** Takes a header; they stand in the order of {@link Header}. */
    void put(Header header, String text, int line) {
        for (Header other : values.keySet()) {
            if (other.ordinal() >= header.ordinal()) {
                throw other == header
                        ? syntax(line, "header-twice", header.word())
                        : syntax(line, "header-order", header.word(), other.word());
            }
        }
        values.put(header, new Value(text, line));
        lastLine = line;
    }

    /** Insists on the version that this program reads and writes. */
    void requireVersion() {
        // A text without any header is no record of any version.
        Value version = values.isEmpty() ? value(Header.RECORD) : values.get(Header.RECORD);
        if (version == null || !version.text.equals(Integer.toString(MatchRecord.VERSION))) {
            throw RecordSyntax.version(version == null ? "1" : version.text, version == null ? 1 : version.line);
        }
    }

    /** Finds the scenario that the head names among those that are here, and insists on its version. */
    Scenario scenario(Function<RulesStamp, Optional<Scenario>> shelf) {
        for (Header header : Header.values()) {
            if (!header.isOptional()) {
                value(header);
            }
        }
        String id = text(Header.SCENARIO);
        Scenario scenario = shelf.apply(
                        new RulesStamp(id, text(Header.SCENARIO_HASH), text(Header.RULESET), text(Header.DATA)))
                .orElseThrow(() -> new RecordSyntax(
                        RecordFault.Code.RECORD_UNKNOWN_SCENARIO,
                        value(Header.SCENARIO).line,
                        FIRST_COLUMN,
                        "no-scenario",
                        id));
        require(Header.RULESET, scenario.ruleset(), RecordFault.Code.RECORD_UNKNOWN_RULESET);
        require(Header.DATA, scenario.dataVersion(), RecordFault.Code.RECORD_OTHER_SCENARIO);
        require(Header.SCENARIO_HASH, scenario.hash(), RecordFault.Code.RECORD_OTHER_SCENARIO);
        return scenario;
    }

    /** Puts the record together. */
    MatchRecord with(Scenario scenario, List<RecordedRound> rounds, String hash) {
        if (!text(Header.ROUNDS).equals(Integer.toString(rounds.size()))) {
            throw syntax(value(Header.ROUNDS).line, "rounds", text(Header.ROUNDS), rounds.size());
        }
        MatchSetup setup = new MatchSetup(
                part(Header.SEED, RecordHead::seed),
                values.containsKey(Header.SEED_OF_TABLE) ? part(Header.SEED_OF_TABLE, RecordHead::seed) : null,
                part(Header.HORIZON, SetupText::readHorizon),
                scenario.calendar().withSummits(part(Header.SUMMITS, SetupText::readSummits)),
                part(Header.CONDITIONS, SetupText::readConditions));
        String start = part(Header.START, text -> checked(text, it -> Hex.require("it", it, Hex.SHOWN)));
        Optional<Result> result = part(Header.RESULT, RecordWords::readResult);
        Optional<Ending> ending = part(Header.ENDING, RecordWords::readEnding);
        if (result.isPresent() != ending.isPresent()) {
            throw syntax(value(Header.ENDING).line, "ending-and-result");
        }
        return new MatchRecord(
                recordTitle(),
                RulesStamp.of(scenario),
                setup,
                seedOrigin(),
                values.containsKey(Header.LOSS) && part(Header.LOSS, RecordWords::isAccepted),
                values.containsKey(Header.DELEGATIONS) ? part(Header.DELEGATIONS, RecordHead::delegations) : List.of(),
                start,
                rounds,
                ending.orElse(null),
                result.orElse(null),
                hash);
    }

    private @Nullable SeedOrigin seedOrigin() {
        if (!values.containsKey(Header.SEED_BY)) {
            forbidDrawn();
            return null;
        }
        if (part(Header.SEED_BY, SeedWords::isDrawn)) {
            String matchId =
                    part(Header.MATCH, text -> checked(notEmpty(text), it -> RecordTitle.requireName("it", it)));
            String salt = part(
                    Header.SEED_SALT, text -> checked(text, it -> Hex.require("it", it, SeedOrigin.Drawn.SALT_DIGITS)));
            String hash = part(Header.SEED_HASH, text -> checked(text, it -> Hex.require("it", it, Hex.WHOLE)));
            return new SeedOrigin.Drawn(matchId, salt, hash);
        }
        forbidDrawn();
        return new SeedOrigin.Chosen();
    }

    /** Refuses what only a seed has that the server drew. */
    private void forbidDrawn() {
        for (Header header : List.of(Header.MATCH, Header.SEED_SALT, Header.SEED_HASH)) {
            if (values.containsKey(header)) {
                throw syntax(value(header).line, "without", header.word(), Header.SEED_BY.word(), SeedWords.SERVER);
            }
        }
    }

    private RecordTitle recordTitle() {
        return new RecordTitle(
                values.containsKey(Header.EVENT) ? part(Header.EVENT, RecordHead::optionalName) : "",
                values.containsKey(Header.DATE) ? part(Header.DATE, RecordHead::date) : "",
                part(Header.US, RecordHead::name),
                part(Header.CHINA, RecordHead::name));
    }

    private static String name(String text) {
        return checked(text, it -> RecordTitle.requireName("a name", it));
    }

    private static String optionalName(String text) {
        return checked(notEmpty(text), it -> RecordTitle.requireName("an event", it));
    }

    private static String date(String text) {
        return checked(notEmpty(text), RecordTitle::requireDate);
    }

    private static List<Delegation> delegations(String text) {
        return DelegationText.read(notEmpty(text));
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it is empty; leave it out");
        }
        return text;
    }

    private static String checked(String text, Consumer<String> check) {
        check.accept(text);
        return text;
    }

    private static long seed(String text) {
        long seed = Long.parseLong(text);
        if (!Long.toString(seed).equals(text)) {
            throw new IllegalArgumentException("expected '" + seed + "'");
        }
        return seed;
    }

    private <T> T part(Header header, Function<String, T> reader) {
        try {
            return reader.apply(text(header));
        } catch (NumberFormatException wrong) {
            throw syntax(value(header).line, "no-number", header.word(), text(header));
        } catch (IllegalArgumentException wrong) {
            throw syntax(value(header).line, "header", header.word(), String.valueOf(wrong.getMessage()));
        }
    }

    private void require(Header header, String expected, RecordFault.Code code) {
        if (!text(header).equals(expected)) {
            throw new RecordSyntax(
                    code, value(header).line, FIRST_COLUMN, "other-here", header.word(), text(header), expected);
        }
    }

    private String text(Header header) {
        return value(header).text;
    }

    private Value value(Header header) {
        Value value = values.get(header);
        if (value == null) {
            throw syntax(lastLine, "no-header", header.word());
        }
        return value;
    }

    private static RecordSyntax syntax(int line, String sentence, Object... named) {
        return new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, FIRST_COLUMN, sentence, named);
    }
}
