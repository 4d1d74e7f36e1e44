package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.explain.Cause;
import dev.truce.engine.explain.Explainer;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.explain.Share;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shock cards in what seats see: their effects are known, are given as causes, and a leak tells one level and no more. */
class CardViewTest {
    private static final int MATCHES = 30;

    /** A match with random orders and random cards. */
    static Play random(long seed) {
        Play play = Play.of(seed);
        SplitMix64 random = new SplitMix64(~seed);
        for (int i = 0; i < 8 && !play.state.isOver(); i++) {
            play.round(play.randomInputs(random).with(hand(random)));
        }
        return play;
    }

    private static List<Card> hand(SplitMix64 random) {
        List<Card> cards = new ArrayList<>();
        for (CardKind kind : CardKind.values()) {
            if (random.nextInt(3) == 0) {
                switch (kind.target()) {
                    case NOTHING -> cards.add(Card.of(kind));
                    case SIDE -> cards.add(Card.swing(Side.at(random.nextInt(2))));
                    case COVERT_INSTRUMENT -> {
                        List<Instrument> covert = Instrument.all().stream()
                                .filter(Instrument::isCovert)
                                .toList();
                        cards.add(Card.leak(covert.get(random.nextInt(covert.size()))));
                    }
                }
            }
        }
        return cards;
    }

    @Test
    void whoKnowsEverythingComputesTheTruthFromTheCards() {
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = random(seed);
            Belief belief = Belief.start(Play.RULES, play.setup.calendar(), Viewer.OMNISCIENT);
            for (RoundView view : play.views(Viewer.OMNISCIENT)) {
                belief = belief.absorb(view);
                for (int i = 0; i < 2; i++) {
                    List<Long> modelled = belief.scores().get(i).pointsMicro();
                    List<Long> truth = view.scores().get(i).pointsMicro();
                    for (int c = 0; c < Component.COUNT; c++) {
                        // The private type is told in millionths.
                        assertThat(modelled.get(c))
                                .as("seed %d round %d %s", seed, view.round(), Component.values()[c])
                                .isBetween(truth.get(c) - 12, truth.get(c) + 12);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"US", "CN", "OMNISCIENT"})
    void causesWithCardsAddUpToTheLastDigit(Viewer viewer) {
        int byCards = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            Play play = random(seed);
            Explainer explainer = new Explainer(Play.RULES, play.setup.calendar(), viewer);
            for (RoundView view : play.views(viewer)) {
                explainer.absorb(view);
                for (ScoreCard card : view.scores()) {
                    Explanation why =
                            explainer.explain(card.side(), Reference.TRUCE_PATH).orElseThrow();
                    for (int c = 0; c < Component.COUNT; c++) {
                        long sum = 0;
                        for (Share share : why.shares()) {
                            sum += share.pointsMicro().get(c);
                        }
                        assertThat(sum)
                                .isEqualTo(card.pointsMicro().get(c)
                                        - card.truceMicro().get(c));
                    }
                    byCards += (int) why.shares().stream()
                            .filter(share ->
                                    share.cause() instanceof Cause.OfEvent of && of.event() == RoundEvent.MARKET_PANIC)
                            .count();
                }
            }
        }
        assertThat(byCards).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = CardKind.class,
            names = {"HARVEST_FAILURE", "MINE_OPENING", "PORT_STRIKE", "MARKET_PANIC"})
    void whatOneCardAloneChangesIsItsOwnShare(CardKind kind) {
        Play play = calm();
        play.round(RoundInputs.of(JointOrders.HOLD).with(List.of(Card.of(kind))));
        Explainer explainer = new Explainer(Play.RULES, play.setup.calendar(), Viewer.US);
        explainer.absorb(play.last(Viewer.US));
        List<Share> shares =
                explainer.explain(Side.US, Reference.TRUCE_PATH).orElseThrow().shares();
        assertThat(shares).extracting(Share::cause).containsExactly(new Cause.OfEvent(RoundEvent.of(Card.of(kind))));
        assertThat(shares.get(0).pointsMicro()).anyMatch(micro -> Math.abs(micro) > 1000);
    }

    @Test
    void anElectionIsACauseOfItsOwnBesideTheMood() {
        Play play = calm();
        Orders firm = Orders.of(new Order(Instrument.US_PORT_FEE, 1));
        play.round(
                new RoundInputs(new JointOrders(firm, Orders.HOLD), null, false, false, List.of(Card.swing(Side.US))));
        Explainer explainer = new Explainer(Play.RULES, play.setup.calendar(), Viewer.US);
        explainer.absorb(play.last(Viewer.US));
        double expected = Play.RULES.scenario().cards().electionSwing();
        long firmness = explainer.explain(Side.US, Reference.TRUCE_PATH).orElseThrow().shares().stream()
                .filter(share -> share.cause().equals(new Cause.OfEvent(RoundEvent.ELECTION_SWING_US)))
                .mapToLong(share -> share.pointsMicro().get(Component.FIRMNESS.ordinal()))
                .sum();
        long all = play.last(Viewer.US).scores().get(0).pointsMicro().get(Component.FIRMNESS.ordinal());
        // Firmness is type times a term that is 0 on the truce path: the card has half of the swing alone, half with
        // the deed.
        assertThat(firmness).isBetween((long) (all * expected / (1 + expected) / 2) - 2, (long) (all * expected) + 2);
    }

    @Test
    void aLeakTellsEverybodyOneLevelUntilTheNextRoundIsResolved() {
        for (Instrument leaked : Instrument.all()) {
            if (!leaked.isCovert()) {
                continue;
            }
            Play play = calm();
            play.round(RoundInputs.of(moved(leaked)).with(List.of(Card.leak(leaked))));
            for (Viewer viewer : Viewer.values()) {
                assertThat(play.last(viewer).levels().get(leaked)).isEqualTo(1);
                assertThat(play.observe(viewer).levels().get(leaked)).isEqualTo(1);
                for (Instrument other : Instrument.all()) {
                    if (other.isCovert() && other != leaked && !viewer.sees(other)) {
                        assertThat(play.last(viewer).levels().get(other)).isEqualTo(Levels.UNSEEN);
                    }
                }
                if (!viewer.sees(leaked)) {
                    assertThat(play.last(viewer).orders())
                            .extracting(Order::instrument)
                            .doesNotContain(leaked);
                }
                assertThat(play.last(viewer).publicPart())
                        .isEqualTo(play.last(Viewer.PUBLIC).publicPart());
            }
            play.round(JointOrders.HOLD);
            for (Viewer viewer : Viewer.values()) {
                boolean seen = play.last(viewer).levels().get(leaked) != Levels.UNSEEN;
                assertThat(seen).isEqualTo(viewer.sees(leaked));
                assertThat(play.observe(viewer).levels().get(leaked) != Levels.UNSEEN)
                        .isEqualTo(viewer.sees(leaked));
            }
        }
    }

    private static JointOrders moved(Instrument instrument) {
        Orders orders = Orders.of(new Order(instrument, 1));
        return instrument.holder() == Side.US
                ? new JointOrders(orders, Orders.HOLD)
                : new JointOrders(Orders.HOLD, orders);
    }

    private static Play calm() {
        MatchSetup usual = Play.RULES.setup(1);
        return new Play(new MatchSetup(1, usual.horizon(), usual.calendar(), Conditions.NOISE_FREE));
    }
}
