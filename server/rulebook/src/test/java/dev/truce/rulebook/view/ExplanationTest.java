package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.explain.Cause.Circumstance;
import dev.truce.engine.explain.Explainer;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.explain.Share;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every change of a shown score is a sum of named causes. */
class ExplanationTest {
    private static final int MATCHES = 40;
    private static final int ROUNDS = 12;

    @ParameterizedTest
    @EnumSource(names = {"US", "CN", "OMNISCIENT"})
    void sharesAddUpToTheLastDigitByComponentAndAsPrinted(Viewer viewer) {
        int explained = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = Play.random(seed, ROUNDS);
            Explainer explainer = explainer(play, viewer);
            ScoreCard[] earlier = new ScoreCard[2];
            for (RoundView view : play.views(viewer)) {
                explainer.absorb(view);
                for (ScoreCard card : view.scores()) {
                    Explanation path = explain(explainer, card.side(), Reference.TRUCE_PATH);
                    addsUp(path, card, card.truceMicro(), card.truceScoreMilli());
                    if (view.round() > 1) {
                        Explanation change = explain(explainer, card.side(), Reference.ROUND_BEFORE);
                        ScoreCard before = earlier[card.side().ordinal()];
                        addsUp(change, card, before.pointsMicro(), before.scoreMilli());
                    }
                    earlier[card.side().ordinal()] = card;
                    explained++;
                }
            }
        }
        assertThat(explained).isGreaterThan(MATCHES * 10);
    }

    private static void addsUp(Explanation explanation, ScoreCard card, List<Long> reference, int referenceMilli) {
        for (int c = 0; c < Component.COUNT; c++) {
            long sum = 0;
            for (Share share : explanation.shares()) {
                sum += share.pointsMicro().get(c);
            }
            assertThat(sum)
                    .as("%s of %s in round %d", Component.values()[c], card.side(), explanation.round())
                    .isEqualTo(card.pointsMicro().get(c) - reference.get(c));
        }
        long printed = tenths(card.scoreMilli()) - tenths(referenceMilli);
        assertThat(explanation.tenths()).isEqualTo(printed);
        long sum = 0;
        for (Explanation.Line line : explanation.lines(Play.RULES.scenario().anchors())) {
            sum += line.tenths();
            assertThat(line.byComponent().stream().mapToLong(part -> part).sum())
                    .isEqualTo(line.tenths());
        }
        assertThat(sum).isEqualTo(printed);
    }

    @Test
    void holdingTheTruceWithoutChanceHasNoCauses() {
        Play play = calm();
        Explainer explainer = explainer(play, Viewer.US);
        for (int i = 0; i < 3; i++) {
            play.round(JointOrders.HOLD);
            explainer.absorb(play.last(Viewer.US));
            assertThat(explain(explainer, Side.US, Reference.TRUCE_PATH).shares())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOneInstrumentAloneChangesIsItsShareAndThatOfTheBreach(Instrument instrument) {
        int start = Play.RULES.scenario().spec(instrument).start();
        for (int level = 0; level < Play.RULES.mapping().size(instrument); level++) {
            if (level == start || !mayBeOrdered(instrument, level)) {
                continue;
            }
            Play play = calm();
            Orders orders = Orders.of(new Order(instrument, level));
            play.round(
                    instrument.holder() == Side.US
                            ? new JointOrders(orders, Orders.HOLD)
                            : new JointOrders(Orders.HOLD, orders));
            Explainer explainer = explainer(play, Viewer.OMNISCIENT);
            explainer.absorb(play.last(Viewer.OMNISCIENT));
            for (Side side : Side.values()) {
                for (Share share :
                        explain(explainer, side, Reference.TRUCE_PATH).shares()) {
                    boolean moved = share.cause() instanceof Cause.OfInstrument moves
                            && moves.instrument() == instrument
                            && moves.from() == start
                            && moves.to() == level;
                    boolean broke = share.cause() instanceof Cause.OfCircumstance c
                            && c.side() == instrument.holder()
                            && (c.circumstance() == Circumstance.BREACH || c.circumstance() == Circumstance.CATCH);
                    boolean crossed = share.cause() instanceof Cause.OfRedLine crosses && crosses.line() == instrument;
                    assertThat(moved || broke || crossed)
                            .as("%s=%d: %s", instrument, level, share)
                            .isTrue();
                }
            }
        }
    }

    private static boolean mayBeOrdered(Instrument instrument, int level) {
        Play play = calm();
        return play.observe(Viewer.of(instrument.holder())).legal().stream()
                .anyMatch(legal ->
                        legal.instrument() == instrument && legal.legal().contains(level));
    }

    @Test
    void theOrderInWhichCausesAreMetDoesNotFavourEitherOfTwoEqualOnes() {
        // Fentanyl and reciprocal tariff fall on the same goods but for the exempt ones; both are moved by ten points.
        Play play = calm();
        play.round(new JointOrders(
                Orders.of(new Order(Instrument.US_FENTANYL_TARIFF, 4), new Order(Instrument.US_RECIPROCAL_TARIFF, 3)),
                Orders.HOLD));
        Explainer explainer = explainer(play, Viewer.US);
        explainer.absorb(play.last(Viewer.US));
        Explanation explanation = explain(explainer, Side.US, Reference.TRUCE_PATH);
        long fentanyl = firmness(explanation, Instrument.US_FENTANYL_TARIFF);
        long reciprocal = firmness(explanation, Instrument.US_RECIPROCAL_TARIFF);
        // Shares are whole micropoints that add up, so one of the two may have the odd one.
        assertThat(fentanyl).isCloseTo(reciprocal, within(1L)).isPositive();
    }

    private static long firmness(Explanation explanation, Instrument instrument) {
        return share(explanation, instrument).pointsMicro().get(Component.FIRMNESS.ordinal());
    }

    private static Share share(Explanation explanation, Instrument instrument) {
        return explanation.shares().stream()
                .filter(share -> share.cause() instanceof Cause.OfInstrument of && of.instrument() == instrument)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheOtherSideDoesInSecretIsAnEstimateOfASeatAndAFactOfTheDebrief() {
        Play play = Play.of(4);
        play.round(new JointOrders(Orders.HOLD, Orders.of(new Order(Instrument.CN_FENTANYL_ENFORCEMENT, 0))));
        Explainer seat = explainer(play, Viewer.US);
        seat.absorb(play.last(Viewer.US));
        Share guessed = share(explain(seat, Side.US, Reference.TRUCE_PATH), Instrument.CN_FENTANYL_ENFORCEMENT);
        assertThat(guessed.estimated()).isTrue();
        Explainer debrief = explainer(play, Viewer.OMNISCIENT);
        debrief.absorb(play.last(Viewer.OMNISCIENT));
        Share known = share(explain(debrief, Side.US, Reference.TRUCE_PATH), Instrument.CN_FENTANYL_ENFORCEMENT);
        assertThat(known.estimated()).isFalse();
        assertThat(known.pointsMicro().get(Component.FENTANYL.ordinal())).isEqualTo(-7_000_000L);
    }

    @Test
    void aSnapBackIsToldApartFromAnOrderUntilSomebodyOrdersTheInstrument() {
        Play play = calm();
        for (int i = 0; i < 5; i++) {
            play.round(JointOrders.HOLD);
        }
        play.round(new JointOrders(Orders.of(new Order(Instrument.US_FENTANYL_TARIFF, 4)), Orders.HOLD));
        Explainer explainer = explainer(play, Viewer.US);
        List<Integer> fell = new ArrayList<>();
        for (RoundView view : play.views(Viewer.US)) {
            explainer.absorb(view);
            explain(explainer, Side.US, Reference.TRUCE_PATH).shares().stream()
                    .map(Share::cause)
                    .filter(cause ->
                            cause instanceof Cause.OfInstrument of && of.instrument() == Instrument.US_FENTANYL_TARIFF)
                    .forEach(cause -> fell.add(((Cause.OfInstrument) cause).fellIn()));
        }
        assertThat(fell).containsExactly(4, 4, 0);
    }

    @Test
    void aSeatGetsNoExplanationOfTheOtherSidesScoreAndAnObserverNone() {
        Play play = Play.of(1);
        play.round(JointOrders.HOLD);
        Explainer seat = explainer(play, Viewer.US);
        seat.absorb(play.last(Viewer.US));
        assertThat(seat.explain(Side.CN, Reference.TRUCE_PATH)).isEmpty();
        assertThat(seat.explain(Side.US, Reference.ROUND_BEFORE)).isEmpty();
        Explainer observer = explainer(play, Viewer.PUBLIC);
        observer.absorb(play.last(Viewer.PUBLIC));
        assertThat(observer.explain(Side.US, Reference.TRUCE_PATH)).isEmpty();
    }

    @Test
    void roundsAreToldInOrder() {
        Play play = Play.random(1, 2);
        Explainer explainer = explainer(play, Viewer.US);
        assertThatThrownBy(() -> explainer.explain(Side.US, Reference.TRUCE_PATH))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> explainer.absorb(play.views(Viewer.US).get(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(explainer.round()).isZero();
    }

    private static Play calm() {
        MatchSetup usual = Play.RULES.setup(1);
        return new Play(new MatchSetup(1, usual.horizon(), usual.calendar(), new Conditions(false, false, false)));
    }

    private static Explainer explainer(Play play, Viewer viewer) {
        return new Explainer(Play.RULES, play.setup.calendar(), viewer);
    }

    private static Explanation explain(Explainer explainer, Side side, Reference reference) {
        Optional<Explanation> explanation = explainer.explain(side, reference);
        return explanation.orElseThrow();
    }

    private static long tenths(int milli) {
        return Math.floorDiv(milli + 50, 100);
    }
}
