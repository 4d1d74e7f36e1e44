package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No byte that the chain covers changes unnoticed, and the first round that it touches is named. */
class FlippedByteTest {
    private static final MatchRecord MATCH = Records.small();

    /** What a byte is replaced by: each of its bits flipped, and what a text could pass for. */
    private static Set<Byte> others(byte original) {
        Set<Byte> others = new TreeSet<>();
        for (int bit = 0; bit < 8; bit++) {
            others.add((byte) (original ^ 1 << bit));
        }
        for (char c : " \n\t\"{}()[]|#;=.-*09afAFxX\\".toCharArray()) {
            others.add((byte) c);
        }
        others.remove(original);
        return others;
    }

    private static Verification verify(byte[] file) {
        RecordReading reading = RecordReader.read(file, Records.SHELF);
        return reading instanceof RecordReading.Read read
                ? Verification.verify(read.match(), Table.RULES)
                : new Verification.Unreadable(((RecordReading.Unreadable) reading).fault());
    }

    @Test
    void inTheTextFormEveryFlippedByteIsFoundAndNamedWithItsRound() {
        List<String> unnoticed = new ArrayList<>();
        List<String> misnamed = new ArrayList<>();
        int flips = 0;
        byte[] file = Records.text(MATCH).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < file.length; at++) {
            for (byte other : others(file[at])) {
                flips++;
                byte[] flipped = file.clone();
                flipped[at] = other;
                Verification verification = verify(flipped);
                String where = "byte " + at + " in '" + lineAt(file, at) + "' to " + (char) other + ": " + verification;
                if (verification instanceof Verification.Verified) {
                    if (!isFree(file, at)) {
                        unnoticed.add(where);
                    }
                } else if (!isNamed(verification, file, at)) {
                    misnamed.add(where);
                }
            }
        }
        assertThat(flips).isGreaterThan(25 * file.length);
        assertThat(unnoticed).isEmpty();
        assertThat(misnamed).isEmpty();
    }

    @Test
    void everyLinkThatIsExchangedIsNamedWithItsRound() {
        MatchRecord match = Records.atRandom(8, 5);
        for (int round = 1; round <= 8; round++) {
            String link = match.rounds().get(round - 1).link();
            String text = Records.text(match).replace("#" + link, "#" + new StringBuilder(link).reverse());
            assertThat(Verification.verify(Records.read(text), Table.RULES))
                    .isInstanceOf(Verification.Differs.class)
                    .extracting("round", "what")
                    .containsExactly(round, "hash");
        }
    }

    /** Whether a byte belongs to an event, a date, a name, a comment or a variation. */
    private static boolean isFree(byte[] file, int at) {
        String line = lineAt(file, at);
        if (line.startsWith("[Event ")
                || line.startsWith("[Date ")
                || line.startsWith("[US ")
                || line.startsWith("[China ")) {
            return true;
        }
        int column = column(file, at);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        boolean inside = false;
        for (int i = 0; i <= column && i < bytes.length; i++) {
            inside = bytes[i] == '{'
                    || bytes[i] == '('
                    || (inside && !(i > 0 && (bytes[i - 1] == '}' || bytes[i - 1] == ')')));
        }
        return inside;
    }

    /** Whether a verification names the line, or the round of the line, in which a byte stands. */
    private static boolean isNamed(Verification verification, byte[] file, int at) {
        int line = lineNumber(file, at);
        int round = roundAt(file, at);
        if (verification instanceof Verification.Differs differs) {
            boolean head = round == 0
                    && (differs.round() == 0 || Set.of("ending", "result").contains(differs.what()));
            boolean trailer = round == -1 && differs.what().equals("trailer");
            return head || trailer || (round > 0 && differs.round() == round);
        }
        RecordFault fault = ((Verification.Unreadable) verification).fault();
        // A header that is missing is found where the headers end, a count where it stands, a broken line end in the
        // next line.
        return round == 0 ? fault.line() <= 18 : fault.line() == line || fault.line() == line + 1;
    }

    /** The round in whose line a byte stands, 0 for the headers, -1 for the last line. */
    private static int roundAt(byte[] file, int at) {
        String line = lineAt(file, at);
        if (line.startsWith("hash")) {
            return -1;
        }
        return line.matches("\\d+\\. US .*") ? Integer.parseInt(line.substring(0, line.indexOf('.'))) : 0;
    }

    private static String lineAt(byte[] file, int at) {
        int from = at - column(file, at);
        int to = at;
        while (file[to] != '\n') {
            to++;
        }
        return new String(file, from, to - from, StandardCharsets.UTF_8);
    }

    private static int column(byte[] file, int at) {
        int from = at;
        while (from > 0 && file[from - 1] != '\n') {
            from--;
        }
        return at - from;
    }

    private static int lineNumber(byte[] file, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
