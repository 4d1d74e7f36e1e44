package dev.truce.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.table.TableForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twelve questions of the page about data sets have answers, and some of them are known otherwise. */
class DataSetQuestionsTest {
    private static final Path PAGE = Path.of("../../docs/use/data-sets.md");
    private static final Pattern QUESTION = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);
    private static final List<String> BOTS = List.of("tft", "hawk", "liar", "negotiator", "dealer");

    @TempDir
    private static Path folder = Path.of("");

    private static Connection duckdb;

    @BeforeAll
    static void play() throws Exception {
        Rules rules = Rules.of(Scenarios.busan2025());
        TournamentSettings settings = new TournamentSettings(
                BOTS,
                Format.RR,
                4,
                true,
                7,
                "busan-2025",
                10_000,
                RecordChoice.PACKED,
                TableChoice.of(TableForm.PARQUET),
                0,
                "",
                false,
                TournamentPart.WHOLE);
        List<Contestant> bots = Contestant.of(
                BOTS.stream().map(name -> Roster.find(name).orElseThrow()).toList());
        LocalPairPlayers players = new LocalPairPlayers(
                2, Duration.ofMinutes(5), settings.seed(), () -> new PairMaker(rules, settings, bots));
        new TournamentRun(settings, BOTS, players).play(folder, (played, board) -> {});
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET file_search_path = '" + folder + "'");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    private static List<String> questions() throws Exception {
        List<String> questions = new ArrayList<>();
        Matcher matcher = QUESTION.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            questions.add(matcher.group(1));
        }
        return questions;
    }

    private static List<List<String>> ask(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Test
    void eachOfTheTwelveQuestionsHasAnAnswer() throws Exception {
        List<String> questions = questions();
        assertThat(questions).hasSize(12);
        for (String question : questions) {
            List<List<String>> rows = ask(question);
            assertThat(rows).as(question).isNotEmpty();
            assertThat(rows.get(0)).as(question).doesNotContain("NaN");
        }
    }

    @Test
    void scoresByRowsAreThePayoffs() throws Exception {
        List<List<String>> both =
                ask("select bot, against, as_us, avg(us_score) from 'payoffs.csv' join 'matches.parquet'"
                        + " on bot = us_bot and against = cn_bot group by all");
        assertThat(both).hasSize(BOTS.size() * BOTS.size());
        for (List<String> row : both) {
            assertThat(Double.parseDouble(row.get(3)))
                    .as(String.join(" ", row))
                    .isCloseTo(Double.parseDouble(row.get(2)), within(1e-4));
        }
    }

    @Test
    void everyOfferIsTheMoveOfItsRoundAndEveryAcceptedOneIsThere() throws Exception {
        assertThat(ask("select count(*) from 'moves.parquet' m where accepted is not null and not exists"
                        + " (select 1 from 'offers.parquet' o where o.pair = m.pair and o.match = m.match"
                        + " and o.id = m.accepted)"))
                .isEqualTo(List.of(List.of("0")));
        assertThat(ask("select count(*) from 'offers.parquet' where outcome = 'entered'"))
                .isEqualTo(ask("select sum(signed)::bigint from 'matches.parquet'"));
        assertThat(ask("select count(*) from 'private.parquet'"))
                .isEqualTo(ask("select count(*) from 'moves.parquet'"));
    }

    @Test
    void recordsSayTheScoresOfTheMatches() throws Exception {
        assertThat(ask("select count(*) from 'matches.parquet' join 'records/00000.parquet' using (pair,"
                        + " match) where contains(record, 'Result \"US ' || printf('%.1f', us_score)) and"
                        + " contains(record, '[US \"' || us_bot)"))
                .isEqualTo(ask("select count(*) from 'matches.parquet'"));
    }
}
