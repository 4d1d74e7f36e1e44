package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.ClosedRound;
import dev.truce.match.Manner;
import dev.truce.match.notation.OrderText;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text form of a record, {@code .twg}; docs/playing.md describes it. */
public final class RecordText {
    private RecordText() {}

    /** Returns the record as text; lines end with a line feed. */
    public static String write(MatchRecord record, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        header(text, "US", record.usName());
        header(text, "China", record.cnName());
        header(text, "Ruleset", record.ruleset());
        header(text, "Scenario", record.scenarioId());
        header(text, "ScenarioHash", record.scenarioHash());
        header(text, "Data", record.dataVersion());
        setup(text, record.setup());
        MatchRecord.Result result = record.result();
        if (result != null) {
            header(text, "Result", "US " + tenths(result.usTenths()) + " CN " + tenths(result.cnTenths()));
        }
        header(
                text,
                "Ending",
                record.ending() == null ? "open" : word(record.ending().name()));
        text.append('\n');
        String link = "";
        for (RecordedRound round : record.rounds()) {
            round(text, round, scenario);
            link = round.link();
        }
        if (!link.isEmpty()) {
            text.append("hash sha256:").append(link).append('\n');
        }
        return text.toString();
    }

    private static void setup(StringBuilder text, MatchSetup setup) {
        header(text, "Seed", Long.toString(setup.seed()));
        header(text, "Horizon", horizon(setup.horizon()));
        header(
                text,
                "Summits",
                setup.calendar().summits().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        MatchSetup.Conditions conditions = setup.conditions();
        if (!conditions.equals(MatchSetup.Conditions.PLAY)) {
            header(
                    text,
                    "Conditions",
                    (conditions.noise() ? "noise" : "noise-free")
                            + (conditions.perpetualTruce() ? " perpetual-truce" : "")
                            + (conditions.openChapter() ? " open-chapter" : ""));
        }
    }

    private static String horizon(Horizon horizon) {
        if (horizon instanceof Horizon.Hidden hidden) {
            return "hidden " + hidden.atLeast() + " " + hidden.goOn() + " " + hidden.atMost();
        }
        return "fixed " + ((Horizon.Fixed) horizon).rounds();
    }

    private static void round(StringBuilder text, RecordedRound round, Scenario scenario) {
        text.append(round.closed().round()).append(". ");
        side(text, round.closed(), Side.US, scenario);
        text.append(" | ");
        side(text, round.closed(), Side.CN, scenario);
        text.append(" #").append(round.link(), 0, 16).append('\n');
    }

    private static void side(StringBuilder text, ClosedRound round, Side side, Scenario scenario) {
        text.append(side).append(' ').append(OrderText.of(round.orders().of(side), scenario));
        if (round.manner(side) == Manner.ABSENT) {
            text.append(" absent");
        } else if (round.manner(side) == Manner.READY) {
            text.append(" ready");
        }
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append('[').append(name).append(" \"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '"' || c == '\\' || c < ' ' ? '\'' : c);
        }
        text.append("\"]\n");
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String tenths(int tenths) {
        int abs = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + abs / 10 + "." + abs % 10;
    }
}
