package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordFault.Code;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is no record is refused with a code and a place. */
class RecordReaderTest {
    private static final String TEXT = Records.text(Records.small());
    private static final String JSON = Records.json(Records.small());

    private static void isRefused(String text, Code code, int line, String detail) {
        RecordFault fault = Records.fault(text);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.why().key() + " " + fault.why().facts()).contains(detail);
    }

    private static String with(String old, String other) {
        assertThat(TEXT).contains(old);
        return TEXT.replace(old, other);
    }

    @Test
    void whatHereIsNotIsNamed() {
        isRefused(
                with("[Ruleset \"busan-2.0.0\"]", "[Ruleset \"busan-9.0.0\"]"),
                Code.RECORD_UNKNOWN_RULESET,
                7,
                "busan-9.0.0");
        isRefused(
                with("[Scenario \"busan-2025-r2\"]", "[Scenario \"geneva\"]"),
                Code.RECORD_UNKNOWN_SCENARIO,
                9,
                "geneva");
        isRefused(with("[ScenarioHash \"", "[ScenarioHash \"0"), Code.RECORD_OTHER_SCENARIO, 10, "other-here");
    }

    @Test
    void headersAreCompleteOnceInOrderAndKnown() {
        isRefused(with("[Seed \"42\"]\n", ""), Code.RECORD_SYNTAX, 16, "no-header RECORD_SYNTAX: Seed");
        isRefused(
                with("[Seed \"42\"]\n", "[Seed \"42\"]\n[Seed \"42\"]\n"),
                Code.RECORD_SYNTAX,
                7,
                "header-twice RECORD_SYNTAX: Seed");
        isRefused(
                with(
                        "[Event \"Seminar 3\"]\n[Date \"2026-03-02\"]\n",
                        "[Date \"2026-03-02\"]\n[Event \"Seminar 3\"]\n"),
                Code.RECORD_SYNTAX,
                3,
                "header-order RECORD_SYNTAX: Event, Date");
        isRefused(with("[Seed ", "[Mood "), Code.RECORD_SYNTAX, 6, "header-name");
        isRefused(with("[Seed \"42\"]", "[Seed \"042\"]"), Code.RECORD_SYNTAX, 6, "expected '42'");
        isRefused(
                with("[Seed \"42\"]", "[Seed \"many\"]"), Code.RECORD_SYNTAX, 6, "no-number RECORD_SYNTAX: Seed, many");
        isRefused(with("[Seed \"42\"]", "[Seed \"99999999999999999999\"]"), Code.RECORD_SYNTAX, 6, "no-number");
        isRefused(with("[Horizon \"fixed 2\"]", "[Horizon \"fixed 99\"]"), Code.RECORD_SYNTAX, 11, "1..64");
        isRefused(with("[Horizon \"fixed 2\"]", "[Horizon \"soon\"]"), Code.RECORD_SYNTAX, 11, "fixed N");
        isRefused(with("[Summits \"2 4 8 12\"]", "[Summits \"4 2\"]"), Code.RECORD_SYNTAX, 12, "ascending");
        isRefused(with("[Conditions \"noise\"]", "[Conditions \"calm\"]"), Code.RECORD_SYNTAX, 13, "noise-free");
        isRefused(with("[Rounds \"2\"]", "[Rounds \"3\"]"), Code.RECORD_SYNTAX, 14, "rounds RECORD_SYNTAX: 3, 2");
        isRefused(with("[Start \"", "[Start \"Z"), Code.RECORD_SYNTAX, 15, "16 lower-case hex digits");
        isRefused(with("[Ending \"horizon\"]", "[Ending \"*\"]"), Code.RECORD_SYNTAX, 17, "ending-and-result");
        isRefused(with("[Ending \"horizon\"]", "[Ending \"sunset\"]"), Code.RECORD_SYNTAX, 17, "expected horizon");
        isRefused(with("[Result \"US ", "[Result \"US 0"), Code.RECORD_SYNTAX, 16, "US 61.2 CN 58.9");
        isRefused(with("[Date \"2026-03-02\"]", "[Date \"today\"]"), Code.RECORD_SYNTAX, 3, "a date must look like");
        isRefused(
                with("[US \"Group A\"]", "[US \"" + "x".repeat(201) + "\"]"), Code.RECORD_SYNTAX, 4, "longer than 200");
        isRefused(with("\\\\ 第", "\\n 第"), Code.RECORD_SYNTAX, 5, "backslash");
    }

    @Test
    void roundsAreWrittenInOneWayOnly() {
        isRefused(with("2. US FENT=15", "3. US FENT=15"), Code.RECORD_SYNTAX, 20, "expected RECORD_SYNTAX: 2. ");
        isRefused(with("FENT=15", "fent=15"), Code.RECORD_SYNTAX, 20, "canonical RECORD_SYNTAX: FENT=15");
        isRefused(with("RECIP=34; PACE=1", "PACE=1; RECIP=34"), Code.RECORD_SYNTAX, 19, "RECIP=34; PACE=1");
        isRefused(with("FENT=15", "FENT=16"), Code.RECORD_SYNTAX, 20, "LEVEL_NOT_ON_LADDER");
        isRefused(with("FENT=15", "FEND=15"), Code.RECORD_SYNTAX, 20, "UNKNOWN_INSTRUMENT");
        isRefused(with("FENT=15", "SOY=3"), Code.RECORD_SYNTAX, 20, "NOT_YOUR_INSTRUMENT");
        isRefused(with("FENT=15", "FENT=15; FENT=20"), Code.RECORD_SYNTAX, 20, "CONFLICTING_ORDERS");
        isRefused(with("FENT=15", "FENT=15 ready"), Code.RECORD_SYNTAX, 20, "holds RECORD_SYNTAX: 2, ready");
        isRefused(with("(CN HOLD)", "(CN HOLD"), Code.RECORD_SYNTAX, 20, "expected RECORD_SYNTAX: )");
        isRefused(with("{\"too early?\"}", "{\"too early?"), Code.RECORD_SYNTAX, 20, "expected RECORD_SYNTAX: \"}");
        isRefused(with("hash sha256:", "hash md5:"), Code.RECORD_SYNTAX, 21, "hash sha256:");
        isRefused(TEXT + "more\n", Code.RECORD_SYNTAX, 22, "after-hash");
        isRefused(TEXT.replace("\n", "\r\n"), Code.RECORD_SYNTAX, 1, "carriage-return");
    }

    @Test
    void theColumnPointsAtTheWrongWord() {
        assertThat(Records.fault(with("FENT=15", "FENT=16")).column()).isEqualTo("2. US FENT=".length() + 1);
        assertThat(Records.fault(with("PACE=1 ", "PACE=9 ")).column()).isEqualTo("1. US RECIP=34; PACE=".length() + 1);
    }

    @Test
    void aRecordOfVersionOneNamesTheProgramThatReadsIt() {
        isRefused(with("[Record \"2\"]\n", ""), Code.RECORD_VERSION, 1, "version-one");
        isRefused(with("[Record \"2\"]", "[Record \"1\"]"), Code.RECORD_VERSION, 1, "version-one");
        isRefused(with("[Record \"2\"]", "[Record \"7\"]"), Code.RECORD_VERSION, 1, "version RECORD_VERSION: 7");
    }

    @Test
    void theMachineFormIsForOtherPrograms() {
        isRefused(JSON, Code.RECORD_MACHINE_FORM, 1, "machine-form");
        isRefused("{", Code.RECORD_MACHINE_FORM, 1, "machine-form");
    }

    @Test
    void whatIsTooLargeIsNotLookedAt() {
        isRefused("x".repeat(RecordReader.MAX_BYTES + 1), Code.RECORD_TOO_LARGE, 1, "1048576");
        isRefused(
                with("Seminar 3", "x".repeat(RecordReader.MAX_LINE_CHARACTERS)),
                Code.RECORD_TOO_LARGE,
                2,
                "line-length");
        byte[] large = new byte[RecordReader.MAX_BYTES + 1];
        assertThat(RecordReader.read(large, Records.SHELF)).isInstanceOf(RecordReading.Unreadable.class);
        String round = TEXT.lines().toList().get(18);
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 65; i++) {
            many.append(round.replaceFirst("1\\.", i + ".")).append('\n');
        }
        isRefused(
                TEXT.replace(round + "\n" + TEXT.lines().toList().get(19) + "\n", many),
                Code.RECORD_SYNTAX,
                83,
                "too-many-rounds RECORD_SYNTAX: 64");
    }

    @Test
    void aFileThatIsNoTextIsNamedWithItsPlace() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        bytes[TEXT.indexOf("[US") + 5] = (byte) 0xFF;
        assertThat(RecordReader.read(bytes, Records.SHELF))
                .isEqualTo(new RecordReading.Unreadable(new RecordFault(
                        Code.RECORD_SYNTAX,
                        4,
                        6,
                        Refusal.of(Code.RECORD_SYNTAX, "").because("refused.record.no-utf8"))));
    }

    @Test
    void everyPartOfARecordIsTruncated() {
        for (int length = 0; length < TEXT.length(); length++) {
            RecordReading reading = RecordReader.read(TEXT.substring(0, length), Records.SHELF);
            assertThat(reading).as("the first %d characters", length).isInstanceOf(RecordReading.Unreadable.class);
        }
        isRefused("", Code.RECORD_TRUNCATED, 1, "truncated");
        isRefused(TEXT.substring(0, TEXT.indexOf("hash ")), Code.RECORD_TRUNCATED, 20, "truncated");
    }

    @Test
    void aRecordWithoutOneOfItsLinesIsNoRecord() {
        List<String> lines = TEXT.lines().toList();
        for (int left = 0; left < lines.size(); left++) {
            if (lines.get(left).startsWith("[Event") || lines.get(left).startsWith("[Date")) {
                continue;
            }
            StringBuilder rest = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                rest.append(i == left ? "" : lines.get(i) + "\n");
            }
            assertThat(RecordReader.read(rest.toString(), Records.SHELF))
                    .as("without %s", lines.get(left))
                    .isInstanceOf(RecordReading.Unreadable.class);
        }
    }

    @Property(tries = 500)
    void anyTextAtAllIsReadOrRefused(@ForAll String text) {
        for (String file : List.of(text, "{" + text, TEXT + text)) {
            assertThat(RecordReader.read(file, Records.SHELF)).isNotNull();
        }
    }
}
