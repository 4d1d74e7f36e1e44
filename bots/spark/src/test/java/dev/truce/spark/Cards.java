package dev.truce.spark;

import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.FileHash;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.table.TableForm;
import java.util.ArrayList;
import java.util.List;

/** Tournaments as a command would begin them. */
final class Cards {
    private static final Scenario SCENARIO = Scenarios.busan2025();

    private Cards() {}

    static RunCard card(int pairs, String... bots) {
        TournamentSettings settings = new TournamentSettings(
                List.of(bots),
                Format.RR,
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
        List<RunCard.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < bots.length; i++) {
            boolean isRoster = Roster.find(bots[i]).isPresent();
            entrants.add(new RunCard.Entrant(
                    isRoster ? bots[i] : "bot-" + i,
                    bots[i],
                    isRoster ? "roster" : "command",
                    FileHash.ofCommand(bots[i])));
        }
        return new RunCard(
                settings,
                entrants,
                new RunCard.Edition(SCENARIO.ruleset(), SCENARIO.id(), SCENARIO.hash(), SCENARIO.dataVersion()),
                new RunCard.Program("v", "unknown", "unknown", "unknown"),
                new RunCard.Machine("j", "v", "s", "a", "c", 2),
                List.of(),
                2,
                "spark local[2]",
                RunCard.State.RUNNING,
                settings.plan().pairsInAll(),
                0,
                0,
                "2026-01-01T00:00:00Z",
                "");
    }

    /** Returns what plays a tournament of bots of the roster in this process. */
    static PairMaker maker(RunCard card) {
        List<Contestant> contestants = card.names().stream()
                .map(name -> new Contestant(name, Roster.find(name).orElseThrow()))
                .toList();
        return new PairMaker(Rules.of(SCENARIO), card.settings(), contestants);
    }
}
