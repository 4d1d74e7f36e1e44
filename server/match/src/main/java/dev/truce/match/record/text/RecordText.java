package dev.truce.match.record.text;

import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.RoundText;
import java.util.List;

/** Writes the text form of a record, {@code .twg}, for people; {@link RecordReader} reads it. */
public final class RecordText {
    /** What the last line begins with. */
    static final String TRAILER = "hash sha256:";

    /** What the line of a signature begins with; it stands after the last line. */
    static final String SIGNED = "signed ed25519:";

    /** Headers that a signature does not cover: names can be erased, and people file records under other dates and events. */
    private static final List<Header> UNSIGNED = List.of(Header.EVENT, Header.DATE, Header.US, Header.CHINA);

    /** What the text that is signed begins with, so that it is a signature of nothing else. */
    private static final String CLAIMS = "truce-record-claims\n";

    /**
     * Longest text of a record, in bytes of UTF-8: offers, talk and orders of a match are bounded so that it fits into one message of a
     * server and, with what comes before it, into the queue of a connection.
     */
    public static final int MAX_BYTES = 360 * 1024;

    private RecordText() {}

    /**
     * Returns the record as text; lines end with a line feed.
     *
     * @param match the record
     * @param scenario the scenario of its rulesStamp, whose words it uses
     */
    public static String write(MatchRecord match, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        RecordTitle recordTitle = match.recordTitle();
        RulesStamp rulesStamp = match.rulesStamp();
        MatchSetup setup = match.setup();
        for (Header header : Header.values()) {
            String value = switch (header) {
                case RECORD -> Integer.toString(MatchRecord.VERSION);
                case EVENT -> recordTitle.event();
                case DATE -> recordTitle.date();
                case US -> recordTitle.usName();
                case CHINA -> recordTitle.cnName();
                case SEED -> Long.toString(setup.seed());
                case SEED_OF_TABLE -> SeedWords.ofTable(setup);
                case SEED_BY, MATCH, SEED_SALT, SEED_HASH -> SeedWords.value(match.seedOrigin(), header);
                case LOSS -> match.lossAccepted() ? RecordWords.ACCEPTED : "";
                case RULESET -> rulesStamp.ruleset();
                case DATA -> rulesStamp.data();
                case SCENARIO -> rulesStamp.scenario();
                case SCENARIO_HASH -> rulesStamp.scenarioHash();
                case HORIZON -> SetupText.horizon(setup.horizon());
                case SUMMITS -> SetupText.summits(setup.calendar().summits());
                case CONDITIONS -> SetupText.conditions(setup.conditions());
                case DELEGATIONS -> DelegationText.write(match.delegations());
                case ROUNDS -> Integer.toString(match.rounds().size());
                case START -> match.start();
                case RESULT -> RecordWords.result(match.result());
                case ENDING -> RecordWords.ending(match.ending());
            };
            if (!header.isOptional() || !value.isEmpty()) {
                header(text, header, value);
            }
        }
        text.append('\n');
        for (RecordedRound round : match.rounds()) {
            RoundText.append(round, scenario, text);
        }
        text.append(TRAILER).append(match.hash()).append('\n');
        RecordSignature signature = match.signature();
        return signature == null ? text.toString() : signed(text.toString(), signature);
    }

    /** Returns the text of an unsigned record with a signature of its {@link #claims}. */
    public static String signed(String recordText, RecordSignature signature) {
        return recordText + SIGNED + signature.key() + ' ' + signature.value() + '\n';
    }

    /**
     * Returns what a signature of a record covers: all its headers but event, date and names, and its last link, which covers all
     * rounds. Comments are left out.
     *
     * @param recordText the text of a record, signed or not
     */
    public static String claims(String recordText) {
        StringBuilder claims = new StringBuilder(CLAIMS);
        boolean head = true;
        for (String line : recordText.split("\n", -1)) {
            head = head && !line.isEmpty();
            boolean isSigned = UNSIGNED.stream().noneMatch(header -> line.startsWith('[' + header.word() + ' '));
            if ((head && isSigned) || line.startsWith(TRAILER)) {
                claims.append(line).append('\n');
            }
        }
        return claims.toString();
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
