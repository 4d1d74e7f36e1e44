package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.ClosedRound;
import dev.truce.match.Manner;
import dev.truce.match.notation.OrderText;

/** Writes the text form of a record, {@code .twg}; docs/playing.md describes it, {@link RecordTextReader} reads it. */
public final class RecordText {
    /** Digits of a link that a round's line shows; the last link stands in full at the end. */
    static final int SHOWN_DIGITS = 16;

    private RecordText() {}

    /** Returns the record as text; lines end with a line feed. */
    public static String write(MatchRecord match, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        header(text, Header.US, match.usName());
        header(text, Header.CHINA, match.cnName());
        header(text, Header.RULESET, match.ruleset());
        header(text, Header.SCENARIO, match.scenarioId());
        header(text, Header.SCENARIO_HASH, match.scenarioHash());
        header(text, Header.DATA, match.dataVersion());
        MatchSetup setup = match.setup();
        header(text, Header.SEED, Long.toString(setup.seed()));
        header(text, Header.HORIZON, SetupText.horizon(setup.horizon()));
        header(text, Header.SUMMITS, SetupText.summits(setup.calendar().summits()));
        header(text, Header.CONDITIONS, SetupText.conditions(setup.conditions()));
        header(text, Header.START, shown(match.start()));
        header(text, Header.RESULT, match.resultText());
        header(text, Header.ENDING, match.endingText());
        text.append('\n');
        for (RecordedRound round : match.rounds()) {
            round(text, round, scenario);
        }
        return text.append("hash sha256:").append(match.lastLink()).append('\n').toString();
    }

    static String shown(String link) {
        return link.substring(0, SHOWN_DIGITS);
    }

    private static void round(StringBuilder text, RecordedRound round, Scenario scenario) {
        text.append(round.closed().round()).append(". ");
        side(text, round.closed(), Side.US, scenario);
        text.append(" | ");
        side(text, round.closed(), Side.CN, scenario);
        text.append(" #").append(shown(round.link())).append('\n');
    }

    private static void side(StringBuilder text, ClosedRound round, Side side, Scenario scenario) {
        text.append(side).append(' ').append(OrderText.of(round.orders().of(side), scenario));
        Manner manner = round.manner(side);
        if (manner != Manner.SEALED) {
            text.append(' ').append(manner.word());
        }
    }

    private static void header(StringBuilder text, Header header, String value) {
        text.append('[').append(header.word()).append(" \"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append("\"]\n");
    }
}
