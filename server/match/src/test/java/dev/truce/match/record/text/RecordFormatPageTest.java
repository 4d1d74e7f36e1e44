package dev.truce.match.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.state.Canonical;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.Records;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.referee.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that describes records is true: its examples are real, and the chain can be computed from what it says. */
class RecordFormatPageTest {
    private static final Path PAGE = Path.of("../../docs/look-up/record-format.md");
    private static final String END = "<!-- end -->";

    @ParameterizedTest
    @CsvSource({"text", "json"})
    void theExampleIsWhatTheProgramWrites(String form) throws IOException {
        MatchRecord match = Records.small();
        String example = form.equals("text") ? Records.text(match) : Records.json(match);
        String block = "\n\n```" + form + "\n" + example + "```\n\n";
        String page = Files.readString(PAGE);
        String begin = "<!-- example: " + form + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(END, from);
        if ("refresh".equals(System.getProperty("truce.golden"))) {
            page = page.substring(0, from) + block + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(END, from);
        }
        assertThat(page.substring(from, to))
                .as("a change that is meant is written into the page with -Dtruce.golden=refresh")
                .isEqualTo(block);
    }

    @Test
    void theHeadersStandInTheirOrder() throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.matches("\\| `[A-Z][A-Za-z]+`.*\\| (no|yes|it .*|see .*) \\|")) {
                headers.addAll(Arrays.asList(
                        line.substring(2, line.indexOf(" |")).replace("`", "").split(", ")));
            }
        }
        assertThat(headers)
                .containsExactlyElementsOf(
                        Arrays.stream(Header.values()).map(Header::word).toList());
    }

    @Test
    void everyFaultIsExplained() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `RECORD_")) {
                codes.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        assertThat(codes)
                .containsExactlyElementsOf(
                        Arrays.stream(RecordFault.Code.values()).map(Enum::name).toList());
    }

    /** Written from the page alone, but for the state, for which the page names the code. */
    @Test
    void theChainIsWhatThePageSays() throws IOException, NoSuchAlgorithmException {
        for (MatchRecord match : List.of(Records.small(), Records.atRandom(12, 3))) {
            List<MatchState> states = RecordReplay.of(match, Table.RULES).states();
            List<Integer> draws = new ArrayList<>(List.of(0));
            RecordReplay.of(match, Table.RULES).reports().forEach(report -> draws.add(report.draws()));
            byte[] link = sha256(
                    new byte[32],
                    head(match),
                    Canonical.state(states.get(0), 0, Table.RULES.scenario().instruments()));
            assertThat(hex(link)).startsWith(match.start());
            for (RecordedRound round : match.rounds()) {
                int number = round.round();
                link = sha256(
                        link,
                        text(match, number),
                        Canonical.state(
                                states.get(number),
                                draws.get(number),
                                Table.RULES.scenario().instruments()));
                assertThat(hex(link)).startsWith(round.link());
            }
            assertThat(hex(link)).isEqualTo(match.hash());
        }
    }

    private static byte[] head(MatchRecord match) throws IOException {
        MatchSetup setup = match.setup();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write((match.rulesStamp().scenarioHash() + "\n" + match.rulesStamp().ruleset() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeLong(setup.seed());
        out.writeByte(2);
        out.writeByte(2);
        out.writeInt(match.rounds().size());
        out.writeInt(setup.calendar().summits().size());
        for (int summit : setup.calendar().summits()) {
            out.writeInt(summit);
        }
        out.writeBoolean(true);
        out.writeBoolean(false);
        out.writeBoolean(false);
        return bytes.toByteArray();
    }

    /** The text of a round, taken from the text form of the record. */
    private static byte[] text(MatchRecord match, int round) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (String line : Records.text(match).split("\n")) {
            if (line.matches("\\d+\\. .*")) {
                inside = line.startsWith(round + ". ");
                line = line.replaceAll(" \\{\"[^\"]*\"}| \\([^()]*\\)", "").replaceFirst(" #[0-9a-f]{16}$", "");
            } else if (!line.startsWith("- ")) {
                inside = false;
            }
            text.append(inside ? line + "\n" : "");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
