package dev.truce.tournament.result;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.line.model.PairAsked;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Small tournaments. */
final class Fairs {
    static final Rules RULES = Rules.of(Scenarios.busan2025());

    private Fairs() {}

    static BotFactory crasher() {
        return BotFactory.of("crasher", seat -> seen -> {
            throw new IllegalStateException("on purpose");
        });
    }

    static BotFactory cheat() {
        return BotFactory.of(
                "cheat",
                seat -> seen -> new Decision(
                        Orders.of(new Order(Instrument.of(seat.side().other()).get(0), 0))));
    }

    static List<Contestant> bots(String... names) {
        List<BotFactory> factories = new ArrayList<>();
        for (String name : names) {
            factories.add(
                    switch (name) {
                        case "crasher" -> crasher();
                        case "cheat" -> cheat();
                        default -> Roster.find(name).orElseThrow();
                    });
        }
        return Contestant.of(factories);
    }

    static TournamentSettings settings(Format format, int pairs, List<Contestant> bots) {
        List<String> names = bots.stream().map(Contestant::name).toList();
        return new TournamentSettings(
                names,
                format,
                pairs,
                false,
                11,
                "busan-2025",
                10_000,
                RecordChoice.ALL,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                0,
                "",
                false,
                TournamentPart.WHOLE);
    }

    static TournamentRun run(TournamentSettings settings, List<Contestant> bots, int threads) {
        return run(settings, bots, threads, all -> new PairPlayer(RULES, all, settings.steps())::play);
    }

    static TournamentRun run(
            TournamentSettings settings,
            List<Contestant> bots,
            int threads,
            Function<List<Contestant>, Function<PairSpec, PlayedPair>> players) {
        PairPlayers pairPlayers = new LocalPairPlayers(
                threads,
                Duration.ofMinutes(5),
                settings.seed(),
                () -> new PairMaker(RULES, settings, bots, players.apply(bots), pair -> PairAsked.NOTHING));
        return new TournamentRun(settings, bots.stream().map(Contestant::name).toList(), pairPlayers);
    }

    /** Returns the bytes of all files but those of logs, by their path. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("logs")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
