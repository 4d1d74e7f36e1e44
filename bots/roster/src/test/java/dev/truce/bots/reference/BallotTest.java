package dev.truce.bots.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bots.Roster;
import dev.truce.bots.SecondRuleset;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a minister votes on a draft that ends the fentanyl tariff, which helps prices. */
class BallotTest {
    private static final Rules RULES = SecondRuleset.RULES;
    private static final Instrument TARIFF = Instrument.US_FENTANYL_TARIFF;
    private static final Orders GIFT = Orders.of(new Order(TARIFF, 0));

    /** A minister who is out for low prices, and for what agreements bring as much as the number says. */
    private static Brief brief(int percentOfAgreement) {
        List<Integer> weights = new ArrayList<>(Collections.nCopies(Component.COUNT, 0));
        weights.set(Component.PRICES.ordinal(), 300);
        weights.set(Component.AGREEMENT.ordinal(), percentOfAgreement);
        return new Brief(weights);
    }

    /** Seats a minister in a match in which the tariff is a red line, or is none. */
    private static Bot minister(boolean guarded) {
        MatchSetup setup = LongStream.range(1, 100)
                .mapToObj(RULES::setup)
                .filter(each -> RULES.start(each).redLines().us().contains(TARIFF) == guarded)
                .findFirst()
                .orElseThrow();
        MatchState start = RULES.start(setup);
        Observation seen = new Redaction(RULES, setup, Viewer.US).observe(start);
        Bot bot = Roster.find("truce").orElseThrow().create(BotSeat.seeded(Side.US, RULES.scenario(), 1, 0));
        bot.decide(seen);
        return bot;
    }

    @Test
    void aBriefThatGuardsARedLineVotesAgainstGivingItAway() {
        assertThat(minister(true).isFor(GIFT, Orders.HOLD, brief(200))).isFalse();
        assertThat(minister(false).isFor(GIFT, Orders.HOLD, brief(200))).isTrue();
    }

    @Test
    void aBriefToWhichAgreementsAreNothingDoesNot() {
        assertThat(minister(true).isFor(GIFT, Orders.HOLD, brief(0))).isTrue();
    }

    @Test
    void whatHarmsWhatHeIsOutForHasNoVoteOfHis() {
        Orders raised = Orders.of(new Order(TARIFF, 5));
        assertThat(minister(false).isFor(raised, Orders.HOLD, brief(0))).isFalse();
        assertThat(minister(false).isFor(Orders.HOLD, raised, brief(0))).isTrue();
    }

    @Test
    void whoHasNotSeenTheMatchFromItsStartIsForHisOwnOrdersOnly() {
        Bot late = Roster.find("truce").orElseThrow().create(BotSeat.seeded(Side.US, RULES.scenario(), 1, 0));
        assertThat(late.isFor(GIFT, Orders.HOLD, brief(0))).isFalse();
        assertThat(late.isFor(GIFT, GIFT, brief(0))).isTrue();
    }
}
