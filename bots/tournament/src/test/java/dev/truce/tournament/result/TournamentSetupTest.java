package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.BotName;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.table.TableForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TournamentSetupTest {
    private static final int MOST_THREADS = 1_024;

    @TempDir
    private Path folder = Path.of("");

    private BotName model(String name) throws Exception {
        Path file = Files.writeString(
                folder.resolve(name + ".json"),
                "{\"name\": \"" + name
                        + "\", \"model\": \"small\", \"url\": \"http://127.0.0.1:1/\", \"seconds\": 3600,"
                        + " \"retries\": 10, \"at_a_time\": 1}");
        return BotName.known("model:" + file);
    }

    private TournamentSetup setup(List<BotName> bots) {
        List<String> names = bots.stream().map(BotName::text).toList();
        return TournamentSetup.of(
                new TournamentSettings(
                        names,
                        Format.RR,
                        1,
                        false,
                        11,
                        "busan-2025",
                        10_000,
                        RecordChoice.ALL,
                        TableChoice.of(TableForm.CSV, TableForm.JSONL),
                        0,
                        "",
                        false,
                        TournamentPart.WHOLE),
                Fairs.RULES,
                "",
                bots,
                folder,
                false);
    }

    /** The first pair comes when the thread that takes it has begun to wait for it. */
    @Test
    void aPairIsWaitedForWhateverTheLargestSettingsAllow() throws Exception {
        Thread taking = Thread.currentThread();
        IntFunction<Integer> maker = index -> {
            while (taking.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return index;
        };
        try (TournamentSetup setup = setup(List.of(model("slow"), BotName.known("tft")))) {
            Duration patience = setup.patience(MOST_THREADS);
            assertThat(patience).isGreaterThan(Duration.ofDays(3_000_000));
            List<Integer> taken = new ArrayList<>();
            new OrderedParallel<>(1, patience, () -> maker).run(0, 1, taken::add);
            assertThat(taken).containsExactly(0);
        }
    }
}
