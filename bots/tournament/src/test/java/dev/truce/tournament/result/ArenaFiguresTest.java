package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.row.ArenaRow.Counted;
import dev.truce.tournament.row.ArenaRow.WordsKept;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.ClauseRow;
import dev.truce.tournament.row.ForecastRow;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.table.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bots say is counted by the words that the table of statements has. */
class ArenaFiguresTest {
    @TempDir
    private Path folder = Path.of("");

    /** Threatens in each round with what it never does, and reassures of what it keeps. */
    private static BotFactory talker() {
        return BotFactory.of("talker", seat -> seen -> {
            Instrument lever = Instrument.of(seat.side()).get(0);
            int level = seen.levels().get(lever) + 1;
            List<Deed> said = List.of(
                    new Deed.Say(Channel.PUBLIC, "", new Statement.Threaten(lever, level, seen.openRound(), null)),
                    new Deed.Say(Channel.PUBLIC, "", new Statement.Reassure()));
            return new Decision(Orders.HOLD, null, null, Decision.HOLD.acceptance(), said);
        });
    }

    @Test
    void threatsAndAssurancesAreCountedForWhoMadeThem() throws Exception {
        List<Contestant> bots =
                Contestant.of(List.of(talker(), Roster.find("hold").orElseThrow()));
        TournamentSettings settings = Fairs.settings(Format.RR, 6, bots);
        Fairs.run(settings, bots, 1).play(folder, (played, board) -> {});
        for (ResultTable<?> table : List.of(CallRow.TABLE, ForecastRow.TABLE, ClauseRow.TABLE)) {
            Files.writeString(folder.resolve(table.file()), table.header());
        }
        ArenaFigures figures = ArenaFigures.read(folder, List.of("talker", "hold"));
        List<String> said = Files.readAllLines(folder.resolve("statements.csv"));
        WordsKept words = figures.words("talker");
        isCounted(words.threats(), said, ",threaten,");
        isCounted(words.assurances(), said, ",reassure,");
        // What falls back as the truce ends makes a few threats true; not keeping what one signed makes no assurance
        // true.
        assertThat(words.threats().mean().mean())
                .isLessThan(words.assurances().mean().mean());
        assertThat(figures.words("hold").threats().count()).isZero();
    }

    private static void isCounted(Counted counted, List<String> said, String kind) {
        List<String> decided = said.stream()
                .filter(row -> row.contains(kind) && !row.endsWith(","))
                .toList();
        long cameTrue = decided.stream().filter(row -> row.endsWith(",1")).count();
        assertThat(counted.count()).isPositive().isEqualTo(decided.size());
        assertThat(counted.mean().mean()).isCloseTo(100.0 * cameTrue / decided.size(), Offset.offset(1e-9));
    }
}
