package dev.truce.tournament.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.line.model.PairAsked;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairText;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.table.TableForm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Small tournaments with a card that is the same everywhere. */
public final class SampleRun {
    static final String SCENARIO = "class-8";

    private SampleRun() {}

    /** Returns a bot of the roster; any other command stands for one named {@code cheat} that orders what is not its own. */
    private static BotFactory bot(String given) {
        return Roster.find(given)
                .orElseGet(() -> BotFactory.of(
                        "cheat",
                        seat -> seen -> new Decision(Orders.of(
                                new Order(Instrument.of(seat.side().other()).get(0), 0)))));
    }

    /** Plays into a folder and returns what a report needs. */
    public static Results play(Path folder, Format format, boolean self, int pairs, String... names) throws Exception {
        return play(folder, settings(format, self, pairs, 0, "", names), false);
    }

    /** Returns settings; see {@link TournamentSettings}. */
    static TournamentSettings settings(
            Format format, boolean self, int pairs, long movetimeMillis, String sprt, String... names) {
        return new TournamentSettings(
                List.of(names),
                format,
                pairs,
                self || format.needsSelf(),
                7,
                SCENARIO,
                10_000,
                RecordChoice.NONE,
                TableChoice.of(TableForm.CSV, TableForm.JSONL),
                movetimeMillis,
                sprt,
                false,
                TournamentPart.WHOLE);
    }

    /**
     * Plays into a folder.
     *
     * @param isBroken whether the program fails in every pair, so that all are void
     */
    static Results play(Path folder, TournamentSettings settings, boolean isBroken) throws Exception {
        Scenario scenario = Scenarios.named(SCENARIO);
        List<Contestant> contestants =
                Contestant.of(settings.bots().stream().map(SampleRun::bot).toList());
        List<RunCard.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            String given = settings.bots().get(i);
            String kind = Roster.find(given).isPresent() ? "roster" : "command";
            entrants.add(new RunCard.Entrant(contestants.get(i).name(), given, kind, "0".repeat(64)));
        }
        List<String> own = contestants.stream().map(Contestant::name).toList();
        Rules rules = Rules.of(scenario);
        PairPlayers players = isBroken
                ? new BrokenPlayers(rules, own, settings)
                : new LocalPairPlayers(
                        1, Duration.ofMinutes(5), settings.seed(), () -> new PairMaker(rules, settings, contestants));
        boolean done = new TournamentRun(settings, own, players).play(folder, (played, board) -> {});
        assertThat(done).isTrue();
        RunCard card = new RunCard(
                settings,
                entrants,
                new RunCard.Edition(scenario.ruleset(), scenario.id(), "f".repeat(64), scenario.dataVersion()),
                new RunCard.Program("1.0.0", "unknown", "unknown", "unknown"),
                new RunCard.Machine("17", "a VM", "a system", "a processor", "a kind of it", 2),
                List.of("tournament"),
                1,
                RunCard.THREADS,
                RunCard.State.FINISHED,
                settings.pairs(),
                settings.pairs(),
                0,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z");
        ResultFolder.write(folder.resolve(RunCard.FILE), card.json());
        return Results.read(folder, card);
    }

    /** Hands over void pairs. */
    private record BrokenPlayers(Rules rules, List<String> names, TournamentSettings settings) implements PairPlayers {
        @Override
        public void play(Stage stage, int from, OrderedParallel.Taker<PairFiles> taker) {
            for (int pair = from; pair < stage.end(); pair++) {
                PlayedPair failed = new PlayedPair(stage.pairSpec(pair, 7), List.of(), "on purpose");
                taker.take(new PairText(rules, names, settings).write(failed, PairAsked.NOTHING));
            }
        }

        @Override
        public void stop() {}
    }
}
