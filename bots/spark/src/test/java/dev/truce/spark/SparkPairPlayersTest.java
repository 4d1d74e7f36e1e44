package dev.truce.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.tournament.cluster.Cluster;
import dev.truce.tournament.cluster.ClusterService;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.result.RunCard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays on two threads of Spark in this process; a cluster is the business of .ci/tournaments-on-spark. */
@Timeout(120)
class SparkPairPlayersTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static Cluster cluster;

    @BeforeAll
    static void open() throws PairPlayersException {
        cluster = ServiceLoader.load(ClusterService.class)
                .findFirst()
                .orElseThrow()
                .open("local[2]");
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private static Stage stage(RunCard card) {
        return card.settings()
                .plan()
                .stage(0, 0, new Scoreboard(card.names().size()))
                .orElseThrow();
    }

    private static List<String> text(List<PairFiles> pairs) {
        List<String> text = new ArrayList<>();
        for (PairFiles pair : pairs) {
            text.add(pair.pair() + " " + pair.scored());
            pair.parts().forEach(part -> text.add(new String(part, StandardCharsets.UTF_8)));
            pair.records().forEach(record -> text.add(new String(record, StandardCharsets.UTF_8)));
        }
        return text;
    }

    private static List<PairFiles> play(PairPlayers players, Stage stage, int from) throws Exception {
        List<PairFiles> taken = new ArrayList<>();
        players.play(stage, from, taken::add);
        return taken;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 29, 30, 31})
    void itHandsOverTheSameBytesInTheSameOrderAsThreadsDo(int from) throws Exception {
        RunCard card = Cards.card(10, "tft", "random", "dealer");
        Stage stage = stage(card);
        PairPlayers threads = new LocalPairPlayers(2, LONG, card.settings().seed(), () -> Cards.maker(card));

        List<PairFiles> played = play(cluster.players(card, ""), stage, from);

        assertThat(played).extracting(PairFiles::pair).isSorted().hasSize(Math.max(0, 30 - from));
        assertThat(text(played)).isEqualTo(text(play(threads, stage, from)));
    }

    @Test
    void whoHasEnoughGetsNoMore() throws Exception {
        RunCard card = Cards.card(200, "tft", "hawk");
        List<Integer> taken = new ArrayList<>();

        cluster.players(card, "").play(stage(card), 0, pair -> {
            taken.add(pair.pair());
            return taken.size() < 7;
        });

        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void aClusterThatIsStoppedWhileItPlaysHandsOverNothingMore() throws Exception {
        RunCard card = Cards.card(200, "tft", "hawk");
        PairPlayers players = cluster.players(card, "");
        List<Integer> taken = new ArrayList<>();

        players.play(stage(card), 0, pair -> {
            taken.add(pair.pair());
            players.stop();
            return true;
        });
        players.play(stage(card), 1, pair -> taken.add(pair.pair()));

        assertThat(taken).containsExactly(0);
    }

    @Test
    void whatWasHandedOverIsCountedForTheProcessThatPlayedIt() throws Exception {
        RunCard card = Cards.card(12, "tft", "hawk");
        int before = cluster.shares().getOrDefault("this program", 0);

        play(cluster.players(card, ""), stage(card), 0);

        assertThat(cluster.shares()).containsOnlyKeys("this program").containsEntry("this program", before + 12);
    }

    @Test
    void aBotThatIsNotThereIsRefusedWithItsPlace() {
        RunCard card = Cards.card(3, "tft", "/no/such/bot --quick");

        assertThatThrownBy(() -> play(cluster.players(card, ""), stage(card), 0))
                .isInstanceOfSatisfying(
                        PairPlayersException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PairPlayersException.Reason.BOT_ELSEWHERE))
                .hasMessageStartingWith("this program: cannot play '/no/such/bot --quick'");
    }

    @Test
    void itSaysWhereItPlays() {
        assertThat(cluster.name()).isEqualTo("spark local[2]");
        assertThat(cluster.slots()).isEqualTo(2);
    }
}
