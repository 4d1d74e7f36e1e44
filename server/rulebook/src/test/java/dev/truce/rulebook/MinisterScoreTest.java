package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1: a minister's score is his side's, with each gain and loss against the truce counted by his weight for it. */
class MinisterScoreTest {
    private static final int ROUNDS = 12;
    private static final String QUARREL = "US.FENT=4 US.RECIP=4 CN.SOY=2 CN.REE5=2";

    @ParameterizedTest
    @EnumSource(Side.class)
    void withAllWeightsAtAHundredItIsTheSidesScore(Side side) {
        MinisterScore score = score(quarrel(), side, Brief.LIKE_THE_SIDE);
        assertThat(score.score()).isEqualTo(score.sideScore());
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void whoHoldsTheTruceGivesEveryMinisterWhatItGivesTheSide(Side side) {
        Play play = new Play(Play.setup(0, ROUNDS, new Conditions(false, true, false), 2, 4, 8, 12));
        play.holding(ROUNDS);
        MinisterScore score = score(play, side, single(Component.INCOME, 300));
        assertThat(score.score()).isCloseTo(score.sideScore(), within(1e-9));
        assertThat(score.score()).isCloseTo(play.score(side).truceScore(), within(1e-9));
    }

    @Test
    void aDoubledComponentCountsItsGainOrLossOnceMore() {
        Play play = quarrel();
        Points truce = Play.RULES.trucePoints(play.setup(), ROUNDS, Side.US);
        FinalScore side = play.score(Side.US);
        double lost = side.points().of(Component.TENSION) - truce.of(Component.TENSION);
        double perPoint = Play.RULES.scenario().anchors().score(Side.US, 1)
                - Play.RULES.scenario().anchors().score(Side.US, 0);
        MinisterScore score = score(play, Side.US, single(Component.TENSION, 200));
        assertThat(lost).isNegative();
        assertThat(score.score() - score.sideScore()).isCloseTo(lost / (ROUNDS + 3) * perPoint, within(1e-9));
    }

    @Test
    void weightsAddUp() {
        Play play = quarrel();
        double together = 0;
        double side = score(play, Side.CN, Brief.LIKE_THE_SIDE).score();
        List<Integer> all = new ArrayList<>();
        for (Component component : Component.values()) {
            int percent = 50 + 10 * component.ordinal();
            all.add(percent);
            together += score(play, Side.CN, single(component, percent)).score() - side;
        }
        assertThat(score(play, Side.CN, new Brief(all)).score()).isCloseTo(side + together, within(1e-9));
    }

    @Test
    void duringPlayItIsMadeFromWhatTheSideIsShown() {
        Play play = Play.noiseFree(ROUNDS, 2, 4, 8, 12);
        RoundReport report = play.round(QUARREL);
        ScoreCard card = new Redaction(Play.RULES, play.setup(), Viewer.US)
                .view(report, play.state())
                .scores()
                .get(0);
        int shown = card.ministerScoreMilli(
                single(Component.INCOME, 200), Play.RULES.scenario().anchors());
        assertThat(card.ministerScoreMilli(
                        Brief.LIKE_THE_SIDE, Play.RULES.scenario().anchors()))
                .isEqualTo(card.scoreMilli());
        assertThat(shown).isNotEqualTo(card.scoreMilli());
        assertThat(Integer.signum(shown - card.scoreMilli()))
                .isEqualTo(Long.signum(card.differenceMicro(Component.INCOME)));
    }

    private static Play quarrel() {
        Play play = Play.noiseFree(ROUNDS, 2, 4, 8, 12);
        play.round(QUARREL);
        return play.holding(ROUNDS - 1);
    }

    private static Brief single(Component component, int percent) {
        List<Integer> weights = new ArrayList<>(Collections.nCopies(Component.COUNT, 100));
        weights.set(component.ordinal(), percent);
        return new Brief(weights);
    }

    private static MinisterScore score(Play play, Side side, Brief brief) {
        return MinisterScore.of(
                1,
                brief,
                side,
                ROUNDS,
                play.score(side),
                Play.RULES.trucePoints(play.setup(), ROUNDS, side),
                Play.RULES.scenario());
    }
}
