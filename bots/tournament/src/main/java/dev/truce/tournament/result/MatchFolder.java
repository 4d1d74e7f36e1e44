package dev.truce.tournament.result;

import dev.truce.bot.local.Played;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.SeatConduct;
import dev.truce.tournament.table.TableForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder of matches that somebody plays one by one, as they come: the tables and records of a tournament, whose pairs have one match each.
 * Thread-safe.
 */
public final class MatchFolder implements Closeable {
    /** Says what is played in the folder; a folder without it is of something else. */
    public static final String FILE = "tools.json";

    private final Path folder;
    private final PairText text;
    private final ResultFolder files;

    private MatchFolder(Path folder, Rules rules, TournamentSettings settings) throws IOException {
        this.folder = folder;
        this.files = ResultFolder.open(folder, settings);
        this.text = new PairText(rules, List.of(), settings);
    }

    /** What is kept of the matches: all records, and all tables as text. Of bots and pairs there is no plan. */
    private static TournamentSettings settings(Rules rules) {
        return new TournamentSettings(
                List.of(),
                Format.RR,
                0,
                false,
                0,
                rules.scenario().id(),
                0,
                RecordChoice.ALL,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                0,
                "",
                false,
                TournamentPart.WHOLE);
    }

    /**
     * A match that is in the folder.
     *
     * @param number from 0, in the order in which matches ended
     * @param file of its record
     * @param chain last link of its record
     */
    public record Kept(int number, Path file, String chain) {}

    /**
     * Returns whether matches may go into a folder: it is not there, is empty, or has matches of the same kind.
     *
     * @param card what is played
     */
    public static boolean fits(Path folder, String card) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        Path file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            return Files.readString(file, StandardCharsets.UTF_8).equals(card);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /**
     * Opens a folder into which matches may go.
     *
     * @param rules by which they are played
     * @param card what is played
     * @throws IOException if it cannot be written, or another program writes it
     */
    public static MatchFolder open(Path folder, Rules rules, String card) throws IOException {
        Files.createDirectories(folder);
        ResultFolder.write(folder.resolve(FILE), card);
        return new MatchFolder(folder, rules, settings(rules));
    }

    /** Returns how many matches are in it. */
    public synchronized int matches() {
        return files.pairs();
    }

    /**
     * Adds a match that is over; it survives the end of this program.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized Kept add(long seed, Played played) throws IOException {
        int number = files.pairs();
        PlayedMatch match = new PlayedMatch(
                new PairSpec(number, 0, 0, 1, seed),
                1,
                Objects.requireNonNull(played.record(), "a record"),
                played.end(),
                played.reports(),
                played.result().us(),
                played.result().cn(),
                SeatConduct.of(played.us()),
                SeatConduct.of(played.cn()));
        files.append(number, text.write(match), List.of(text.record(match)));
        files.checkpoint();
        return new Kept(
                number, ResultFolder.record(folder, number, 1), match.record().hash());
    }

    @Override
    public synchronized void close() throws IOException {
        files.close();
    }
}
