package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose processes play one match after the other. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(300)
class KeepRunningTest {
    private static final int PAIRS = 6;

    @TempDir
    private Path folder = Path.of("");

    /** A bot that notes each of its starts, and in some rounds ends or orders as its lines say. */
    private String bot(String round) throws IOException {
        Path script = Files.writeString(
                Files.createDirectories(folder.resolve("bot")).resolve("bot.sh"),
                "echo start >> " + folder.resolve("starts") + "\n"
                        + "fee=0\n"
                        + "while read -r line; do set -- $line; n=$3\n"
                        + "case $line in twi*) echo twiok;; isready) echo"
                        + " readyok;;\n"
                        + "newmatch*) fee=80; [ $3 = CN ] && fee=640;; 'go offers"
                        + " '*) echo"
                        + " offers"
                        + " $n;;\n"
                        + "'go round"
                        + " '*) " + round + " echo orders $n PORT=$fee;; quit) exit 0;; esac; done\n");
        return "kept=sh " + script;
    }

    private Typed play(String out, String bot, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "tournament",
                "--bot",
                bot,
                "--bot",
                "tft",
                "--pairs",
                String.valueOf(PAIRS),
                "--seed",
                "5",
                "--tables",
                "csv,jsonl",
                "--concurrency",
                "2",
                "--out",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Typed.line(words.toArray(new String[0]));
    }

    private int starts() throws IOException {
        Path file = folder.resolve("starts");
        int starts = Files.readAllLines(file).size();
        Files.delete(file);
        return starts;
    }

    @Test
    void aProcessPlaysMatchAfterMatchAndTheFilesAreTheSame() throws Exception {
        String bot = bot("");
        assertThat(play("each", bot).exit()).isZero();
        assertThat(starts()).isEqualTo(2 * PAIRS);
        Typed kept = play("kept", bot, "--keep-running");
        assertThat(kept.exit()).as(kept.err()).isZero();
        assertThat(starts()).isBetween(1, 2);
        for (String file : List.of("matches.csv", "moves.csv", "standings.csv", "records/00000/00000003-2.twg")) {
            assertThat(Files.readString(folder.resolve("kept").resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readString(folder.resolve("each").resolve(file)));
        }
    }

    @Test
    void aProcessThatEndsInAMatchIsReplacedForTheNext() throws Exception {
        String bot = bot("[ $n = 2 ] && exit 3;");
        Typed kept = play("crash", bot, "--keep-running");
        assertThat(kept.exit()).as(kept.err()).isZero();
        assertThat(starts()).isEqualTo(2 * PAIRS);
        assertThat(Files.readString(folder.resolve("crash").resolve("standings.csv")))
                .contains("kept");
    }
}
