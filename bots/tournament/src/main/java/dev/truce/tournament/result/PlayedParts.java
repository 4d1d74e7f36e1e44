package dev.truce.tournament.result;

import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the pairs of a tournament from the folders of its parts, in which they were played before; so what is written from them is what
 * one program alone would have written. It holds one pair at a time.
 */
public final class PlayedParts implements PairPlayers {
    private final TournamentSettings settings;
    private final List<String> names;
    private final List<Path> folders;
    private volatile boolean isStopped;

    /**
     * Prepares the parts.
     *
     * @param settings of the whole tournament
     * @param names of its bots
     * @param folders of all its parts, in their order
     */
    public PlayedParts(TournamentSettings settings, List<String> names, List<Path> folders) {
        this.settings = settings;
        this.names = List.copyOf(names);
        this.folders = List.copyOf(folders);
    }

    @Override
    public void play(Stage stage, int from, OrderedParallel.Taker<PairFiles> taker)
            throws IOException, ResultException {
        for (int i = 0; i < folders.size(); i++) {
            int pairs = settings.plan().pairsInAll();
            int end = part(i).end(pairs);
            if (end > from && !play(folders.get(i), stage, part(i).first(pairs), from, end, taker)) {
                return;
            }
        }
    }

    private TournamentPart part(int index) {
        return new TournamentPart(index + 1, folders.size());
    }

    private boolean play(Path folder, Stage stage, int first, int from, int end, OrderedParallel.Taker<PairFiles> taker)
            throws IOException, ResultException {
        try (OpenPart part = new OpenPart(folder)) {
            for (int pair = first; pair < end; pair++) {
                PairFiles files = part.next(stage.pairSpec(pair, settings.seed()), pair >= from);
                if (isStopped || (pair >= from && !taker.take(files))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    /** One part, read from its first pair on. */
    private final class OpenPart implements Closeable {
        private final Path folder;
        private final KeptRecords source;
        private final List<TableLines> files = new ArrayList<>();
        private final List<RowText<?>> texts = new ArrayList<>();

        OpenPart(Path folder) throws IOException, ResultException {
            this.folder = folder;
            this.source = KeptRecords.open(folder, settings);
            for (ResultTable<?> table : PairFiles.tables(settings)) {
                files.add(TableLines.open(folder, table));
                texts.add(new RowText<>(table, settings.tables().grown()));
            }
        }

        PairFiles next(PairSpec spec, boolean isWanted) throws IOException, ResultException {
            List<MatchRow> rows = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                TableLines file = files.get(i);
                while (file.isNextOf(spec.index())) {
                    List<String> cells = file.cells(String.valueOf(file.next()));
                    texts.get(i).copy(cells);
                    if (i == 0) {
                        rows.add(row(file, cells));
                    }
                }
            }
            List<byte[]> parts = new ArrayList<>();
            for (RowText<?> text : texts) {
                for (TableForm form : settings.tables().grown()) {
                    parts.add(text.take(form));
                }
            }
            ScoredPair scored = scored(spec, rows);
            return PairText.files(
                    spec.index(),
                    scored,
                    settings,
                    parts,
                    isWanted && !scored.isVoid() ? records(spec.index()) : List.of());
        }

        private MatchRow row(TableLines file, List<String> cells) throws ResultException {
            try {
                return MatchReader.row(cells);
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(named(file), file.row(), "no-row", String.valueOf(wrong.getMessage()));
            }
        }

        /** Returns a pair, which has to be the one that the plan has at this place. */
        private ScoredPair scored(PairSpec spec, List<MatchRow> rows) throws ResultException {
            TableLines file = files.get(0);
            if (rows.size() != 2) {
                throw new ResultException(named(file), file.row() + 1, "pair-rows", spec.index(), rows.size());
            }
            try {
                ScoredPair scored = MatchReader.scored(rows.get(0), rows.get(1), names);
                boolean isOfPlan = rows.get(0).seed() == spec.seed()
                        && rows.get(1).seed() == spec.seed()
                        && scored.first() == spec.first()
                        && scored.second() == spec.second();
                if (!isOfPlan) {
                    throw new ResultException(named(file), file.row(), "pair-other", spec.index());
                }
                return scored;
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(named(file), file.row(), "no-row", String.valueOf(wrong.getMessage()));
            }
        }

        private String named(TableLines file) {
            return folder.resolve(file.file()).toString();
        }

        private List<byte[]> records(int pair) throws IOException, ResultException {
            List<byte[]> records = new ArrayList<>();
            if (settings.records() != RecordChoice.NONE) {
                for (int match = 1; match <= 2; match++) {
                    records.add(source.read(pair, match));
                }
            }
            return records;
        }

        @Override
        public void close() throws IOException {
            for (TableLines file : files) {
                file.close();
            }
            source.close();
        }
    }
}
