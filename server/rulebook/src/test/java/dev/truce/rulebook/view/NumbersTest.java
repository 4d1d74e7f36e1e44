package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.ViewFigures;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers are worked out when first asked for; when and by whom makes no difference. */
class NumbersTest {
    private static final int ROUNDS = 10;

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void readAtOnceOrFromTheLastRoundBackwardsTheyAreTheSame(Viewer viewer) {
        List<ViewFigures> atOnce = new ArrayList<>();
        Play attentive = Play.of(11);
        play(attentive, () -> atOnce.add(told(attentive.last(viewer))));

        Play inattentive = Play.of(11);
        play(inattentive, () -> {});
        List<RoundView> views = inattentive.views(viewer);
        for (int i = ROUNDS - 1; i >= 0; i--) {
            assertThat(told(views.get(i))).isEqualTo(atOnce.get(i));
        }
    }

    @Test
    void readByManyThreadsAtOnceTheyAreTheSame() {
        List<ViewFigures> atOnce = new ArrayList<>();
        Play attentive = Play.of(12);
        play(attentive, () -> atOnce.add(told(attentive.last(Viewer.CN))));

        Play shared = Play.of(12);
        play(shared, () -> {});
        List<RoundView> views = shared.views(Viewer.CN);
        CyclicBarrier start = new CyclicBarrier(4);
        List<CompletableFuture<List<ViewFigures>>> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            int first = reader * 3;
            readers.add(CompletableFuture.supplyAsync(
                    () -> {
                        List<ViewFigures> read = new ArrayList<>();
                        await(start);
                        for (int i = 0; i < ROUNDS; i++) {
                            read.add(told(views.get((first + i) % ROUNDS)));
                        }
                        return read;
                    },
                    task -> new Thread(task).start()));
        }
        for (int reader = 0; reader < 4; reader++) {
            List<ViewFigures> read = readers.get(reader).join();
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(read.get(i)).isEqualTo(atOnce.get((reader * 3 + i) % ROUNDS));
            }
        }
    }

    @Test
    void theyAreEqualIfTheySayTheSame() {
        Play play = Play.of(13);
        play(play, () -> {});
        RoundView view = play.last(Viewer.US);
        assertThat(told(view)).isEqualTo(view.numbers()).hasSameHashCodeAs(view.numbers());
        assertThat(view.numbers()).isNotEqualTo(play.last(Viewer.CN).numbers());
        assertThat(view.numbers()).hasToString(told(view).toString());
    }

    @Test
    void theModelIsAskedOnceAndThenLetGo() {
        List<ViewFigures> answers = new ArrayList<>();
        Play play = Play.of(13);
        play(play, () -> {});
        ViewFigures known = told(play.last(Viewer.US));
        ViewFigures waiting = new ViewFigures(() -> {
            answers.add(known);
            return known;
        });
        assertThat(answers).isEmpty();
        assertThat(waiting.figures()).isEqualTo(known.figures());
        assertThat(waiting.scores()).isEqualTo(known.scores());
        assertThat(waiting).isEqualTo(known);
        assertThat(answers).hasSize(1);
    }

    /** Returns what a view says, as numbers that wait for nothing. */
    private static ViewFigures told(RoundView view) {
        Figures figures = view.figures();
        List<ScoreCard> scores = view.scores();
        return new ViewFigures(figures, scores);
    }

    private static void play(Play play, Runnable afterEachRound) {
        SplitMix64 random = new SplitMix64(99);
        for (int round = 0; round < ROUNDS; round++) {
            Orders us = play.random(random, Side.US, .4, instrument -> true);
            Orders cn = play.random(random, Side.CN, .4, instrument -> true);
            play.round(new JointOrders(us, cn));
            afterEachRound.run();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
