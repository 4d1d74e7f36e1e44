package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoffsTest {
    private static final List<String> NAMES = List.of("a", "b");
    /** Two seeds. Row: bot in the US seat, column: bot in the Chinese seat. */
    private static final Games GAMES = Tables.games(
            NAMES,
            new double[][] {{10, 20}, {30, 40}},
            new double[][] {{50, 60}, {70, 80}},
            new double[][] {{14, 20}, {30, 40}},
            new double[][] {{50, 60}, {74, 80}});

    private final Payoffs payoffs = new Payoffs(GAMES);

    @Test
    void aBotIsCreditedWithTheSeatItHeld() {
        assertThat(payoffs.of(Side.US, 0, 0)).isEqualTo(12);
        assertThat(payoffs.of(Side.US, 0, 1)).isEqualTo(20);
        assertThat(payoffs.of(Side.US, 1, 0)).isEqualTo(30);
        assertThat(payoffs.of(Side.CN, 0, 1)).as("a as China against b as US").isEqualTo(72);
        assertThat(payoffs.of(Side.CN, 1, 0)).as("b as China against a as US").isEqualTo(60);
        assertThat(payoffs.ofBothSeats(0, 1)).isEqualTo(46);
    }

    @Test
    void meansOfABotAreOverThePoolItselfIncluded() {
        assertThat(payoffs.of(Side.US, 0)).isEqualTo(16);
        assertThat(payoffs.of(Side.CN, 0)).isEqualTo(61);
        assertThat(payoffs.of(Side.US)).isEqualTo(25.5);
        assertThat(payoffs.of(Side.CN)).isEqualTo(65.5);
    }

    @Test
    void differencesArePairedBySeed() {
        assertThat(payoffs.bySeed(0)).containsExactly((10 + 50 + 20 + 70) / 4.0, (14 + 50 + 20 + 74) / 4.0);
        assertThat(payoffs.bySeed(1)).containsExactly((30 + 60 + 40 + 80) / 4.0, (30 + 60 + 40 + 80) / 4.0);
        assertThat(payoffs.difference(1, 0).mean()).isCloseTo(52.5 - 38.5, within(1e-12));
    }

    @Test
    void theBestReplyIsTheRowThatScoresMostInThatSeat() {
        assertThat(payoffs.bestReply(Side.US, 0)).isEqualTo(1);
        assertThat(payoffs.bestReply(Side.CN, 0)).isEqualTo(1);
        assertThat(new Payoffs(Tables.symmetric(NAMES, new double[][] {{5, 5}, {5, 5}})).bestReply(Side.US, 1))
                .as("the first of equals")
                .isZero();
    }

    @Test
    void aGapOfFiveIsNoVictory() {
        Games games = Tables.games(NAMES, new double[][] {{10, 10}, {10, 10}}, new double[][] {{15, 15.1}, {5, 4.9}});
        assertThat(Standing.outscored(games.game(0, 0, 0), Side.US)).isEqualTo(.5);
        assertThat(Standing.outscored(games.game(0, 1, 0), Side.US)).isZero();
        assertThat(Standing.outscored(games.game(0, 1, 0), Side.CN)).isEqualTo(1);
        assertThat(Standing.outscored(games.game(1, 1, 0), Side.US)).isEqualTo(1);
    }

    @Test
    void theTableIsOrderedByMeanAndCountsByHand() {
        List<Standing> table = Standing.table(GAMES, payoffs);
        assertThat(table).extracting(Standing::name).containsExactly("b", "a");
        Standing a = table.get(1);
        assertThat(a.score().mean()).isEqualTo(38.5);
        assertThat(a.asUs()).isEqualTo(16);
        assertThat(a.asCn()).isEqualTo(61);
        assertThat(a.selfUs()).isEqualTo(12);
        assertThat(a.selfCn()).isEqualTo(50);
        assertThat(a.selfBand()).isZero();
        assertThat(a.outscores()).as("all four as China, none as US").isEqualTo(.5);
        assertThat(a.joint()).isEqualTo((30 + 40 + 50 + 30 + 32 + 40 + 52 + 32) / 8.0);
        assertThat(a.breaches()).as("one in each ten rounds").isEqualTo(10);
        assertThat(a.catches()).isEqualTo(20);
    }
}
