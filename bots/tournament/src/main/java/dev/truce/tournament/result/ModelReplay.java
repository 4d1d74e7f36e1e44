package dev.truce.tournament.result;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.model.Cassette;
import dev.truce.bot.line.model.ModelBots;
import dev.truce.bot.line.model.ModelFile;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.ResultTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays the matches of models again from their cassettes, without network or key, and compares all rows and records byte by byte. Left out are
 * matches against commands, which may not be there.
 */
public final class ModelReplay implements Closeable {
    private final Path folder;
    private final RunCard card;
    private final List<ResultTable<?>> tables;
    private final List<TableLines> files = new ArrayList<>();
    private final long[] rows;
    /** By the indices of the plan. */
    private final Map<Integer, ModelBots> models = new TreeMap<>();
    /** By the indices of the plan; nothing for commands and for what is not there. */
    private final List<Optional<BotFactory>> players = new ArrayList<>();

    private final PairMaker maker;
    private final KeptRecords source;
    private int pairs;
    private int leftOut;
    private long calls;

    /**
     * What was played again.
     *
     * @param pairs pairs in which a model played
     * @param leftOut pairs of models that were not, as a command played in them
     * @param calls calls of models
     */
    public record Replayed(int pairs, int leftOut, long calls) {}

    private ModelReplay(Path folder, RunCard card, Rules rules) throws IOException, ResultException {
        this.folder = folder;
        this.card = card;
        this.tables = PairFiles.tables(card.settings());
        this.rows = new long[tables.size()];
        for (int i = 0; i < card.bots().size(); i++) {
            players.add(player(i));
        }
        List<Contestant> contestants = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            contestants.add(new Contestant(
                    card.names().get(i),
                    players.get(i).orElse(BotFactory.of("absent", seat -> seen -> Decision.HOLD))));
        }
        boolean hasRecords = card.settings().records() != RecordChoice.NONE;
        this.source = KeptRecords.open(folder, card.settings());
        this.maker = new PairMaker(
                rules,
                hasRecords ? card.settings().with(RecordChoice.ALL) : card.settings(),
                contestants,
                new PairPlayer(rules, contestants, card.settings().steps())::play,
                pair -> PairAsked.take(models.values(), pair));
    }

    private Optional<BotFactory> player(int bot) throws IOException, ResultException {
        String given = card.bots().get(bot).given();
        if (BotName.isModel(given)) {
            return Optional.of(model(bot));
        }
        if (BotName.isCommand(given)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BotName.known(given).bot(ChildLimits.USUAL));
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    private ModelBots model(int bot) throws IOException, ResultException {
        Path file = CassetteFiles.model(folder, bot);
        String name = folder.relativize(file).toString();
        try {
            ModelFile read = ModelFile.read(file.toString());
            if (!read.sha256().equals(card.bots().get(bot).sha256())) {
                throw new ResultException(name, 0, "cassette-lost");
            }
            ModelBots model = ModelBots.replayed(
                    card.names().get(bot), read, Cassette.replaying(CassetteFiles.tape(folder, bot)));
            models.put(bot, model);
            CassetteFiles.open(folder, bot, model);
            return model;
        } catch (ModelFileException unreadable) {
            throw new ResultException(name, 0, "cassette-lost");
        }
    }

    /**
     * Plays again what can be.
     *
     * @throws ResultException if something differs; names the file and the row, or the call
     */
    public static Replayed of(Path folder, RunCard card, Rules rules) throws IOException, ResultException {
        if (!card.settings().hasModel()) {
            return new Replayed(0, 0, 0);
        }
        try (ModelReplay replay = new ModelReplay(folder, card, rules)) {
            return replay.play();
        }
    }

    private Replayed play() throws IOException, ResultException {
        for (ResultTable<?> table : tables) {
            files.add(TableLines.open(folder, table));
        }
        List<PairSpec> specs = new ArrayList<>();
        List<Boolean> plays = new ArrayList<>();
        MatchReader.read(folder, card.names(), (one, two, scored) -> {
            specs.add(spec(one, scored));
            plays.add(!scored.isVoid());
        });
        for (int i = 0; i < specs.size(); i++) {
            pair(specs.get(i), plays.get(i));
        }
        return new Replayed(pairs, leftOut, calls);
    }

    private static PairSpec spec(MatchRow row, ScoredPair scored) {
        return new PairSpec(row.pair(), row.stage(), scored.first(), scored.second(), row.seed());
    }

    private void pair(PairSpec spec, boolean isPlayed) throws IOException, ResultException {
        List<List<String>> lines = new ArrayList<>();
        for (TableLines file : files) {
            lines.add(lines(file, spec.index()));
        }
        boolean hasModel = isModel(spec.first()) || isModel(spec.second());
        boolean isThere = players.get(spec.first()).isPresent()
                && players.get(spec.second()).isPresent();
        if (isPlayed && hasModel && isThere) {
            compare(spec, lines);
            pairs++;
        } else {
            leftOut += isPlayed && hasModel ? 1 : 0;
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] += lines.get(i).size();
        }
    }

    private boolean isModel(int bot) {
        return BotName.isModel(card.bots().get(bot).given());
    }

    private void compare(PairSpec spec, List<List<String>> lines) throws IOException, ResultException {
        PairFiles made = maker.make(spec);
        for (Map.Entry<Integer, ModelBots> asked : models.entrySet()) {
            ModelBots model = asked.getValue();
            if (model.unknownQuestion().isPresent()) {
                throw new ResultException(
                        CassetteFiles.named(asked.getKey()),
                        0,
                        "cassette-question",
                        model.unknownQuestion().get());
            }
            if (model.broken().isPresent()) {
                throw model.broken().get();
            }
        }
        for (int i = 0; i < tables.size(); i++) {
            List<String> wanted = new String(
                            made.parts()
                                    .get(i * card.settings().tables().grown().size()),
                            StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> found = lines.get(i);
            for (int row = 0; row < Math.max(wanted.size(), found.size()); row++) {
                String there = row < found.size() ? found.get(row) : "";
                String right = row < wanted.size() ? wanted.get(row) : "";
                if (!there.equals(right)) {
                    throw new ResultException(files.get(i).file(), rows[i] + row + 1, "row", right, there);
                }
            }
        }
        calls += lines.get(tables.indexOf(CallRow.TABLE)).size();
        for (int match = 1; match <= made.records().size(); match++) {
            byte[] kept = source.read(spec.index(), match);
            if (!Arrays.equals(kept, made.records().get(match - 1))) {
                throw new ResultException(source.name(spec.index(), match), 0, "cassette-record");
            }
        }
    }

    /** Returns the rows of a pair, which follow each other. */
    private static List<String> lines(TableLines file, int pair) throws IOException, ResultException {
        List<String> lines = new ArrayList<>();
        while (file.isNextOf(pair)) {
            lines.add(String.valueOf(file.next()));
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        source.close();
        for (TableLines file : files) {
            file.close();
        }
        for (ModelBots model : models.values()) {
            model.close();
        }
    }
}
