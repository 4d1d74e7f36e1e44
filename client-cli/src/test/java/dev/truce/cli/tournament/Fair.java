package dev.truce.cli.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Small tournaments with one pair for every two bots that meet. */
final class Fair {
    private static final int STEPS = 200;
    private static final Duration LONG = Duration.ofMinutes(4);

    private Fair() {}

    /**
     * Plays one into a folder.
     *
     * @param threads pairs at a time
     * @param players makes what plays pairs of the contestants
     */
    static void play(
            Path out,
            Rules rules,
            Format format,
            List<Contestant> contestants,
            int threads,
            Function<List<Contestant>, Function<PairSpec, PlayedPair>> players)
            throws Exception {
        List<String> names = contestants.stream().map(Contestant::name).toList();
        TournamentSettings settings = new TournamentSettings(
                names,
                format,
                1,
                false,
                11,
                rules.scenario().id(),
                STEPS,
                RecordChoice.ALL,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                0,
                "",
                false,
                TournamentPart.WHOLE);
        LocalPairPlayers pairPlayers = new LocalPairPlayers(
                threads,
                LONG,
                settings.seed(),
                () -> new PairMaker(
                        rules, settings, contestants, players.apply(contestants), pair -> PairAsked.NOTHING));
        assertThat(new TournamentRun(settings, names, pairPlayers).play(out, (played, board) -> {}))
                .isTrue();
    }

    /** Steps that bots have in each round. */
    static long steps() {
        return STEPS;
    }

    /** Returns all files but those of logs, by their path. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("logs")) {
                    // Byte for byte, whatever the file is.
                    files.put(name, Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
