package dev.truce.match.record;

import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run in a JVM of its own: verifies a record, then plays the golden match again and prints all that it led to. */
final class PortableMain {
    private PortableMain() {}

    public static void main(String[] files) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : files) {
            out.println(Verification.verify(Files.readAllBytes(Path.of(file)), Records.SHELF));
        }
        Table table = GoldenMatch.play();
        out.print(GoldenMatch.transcript(table));
        out.print(Records.text(table.referee.record()));
        out.print(Records.json(table.referee.record()));
        out.print(Records.text(Records.atRandom(16, 99)));
    }
}
