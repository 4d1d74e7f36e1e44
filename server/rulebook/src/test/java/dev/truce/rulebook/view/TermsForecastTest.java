package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.Forecast;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the preview of terms is what comes if both sides do what the row says: played out to the end of a match without chance. */
class TermsForecastTest {
    /** Opens with the last political date, and the match ends in the last quarter of a preview. */
    private static final int ROUND = 8;

    private static final int LAST = ROUND + Forecast.QUARTERS;
    private static final Terms RENEWAL = new Terms.Renewal(8, false);

    private static Play play(long seed) {
        MatchSetup usual = Play.RULES.setup(seed);
        Play play = new Play(new MatchSetup(seed, new Horizon.Fixed(LAST), usual.calendar(), Conditions.NOISE_FREE));
        play.round(RoundInputs.signing(JointOrders.HOLD, RENEWAL));
        for (int round = 2; round < ROUND; round++) {
            play.round(JointOrders.HOLD);
        }
        return play;
    }

    private static JointOrders of(Side side, Orders own) {
        return BySide.pick(side, new JointOrders(own, Orders.HOLD), new JointOrders(Orders.HOLD, own));
    }

    private static TermsForecast signing(Play play, Side side, Orders draft, Terms terms) {
        Redaction redaction = play.redaction(Viewer.of(side));
        return new Forecast(Play.RULES, play.setup.calendar())
                .signing(redaction.belief(), redaction.observe(play.state), draft, terms);
    }

    /** Gives on both red lines of a side as much as is legal, in the round in which terms are signed that do not ask for it. */
    private static Orders gift(Play play, Side side) {
        List<Order> orders = new ArrayList<>();
        for (Instrument line : play.state.redLines().of(side)) {
            orders.add(new Order(
                    line,
                    line == Instrument.US_CHIP_CONTROL
                            ? 1
                            : Play.RULES.scenario().spec(line).deepest()));
        }
        return Orders.of(orders);
    }

    /** Plays the open round and the quarters after it, and compares with a row. */
    private static void comes(Play play, Side side, RoundInputs open, Orders then, TermsForecast.Future row) {
        play.round(open);
        play.round(of(side, then));
        ScoreCard next = card(play, side);
        while (!play.state.isOver()) {
            play.round(JointOrders.HOLD);
        }
        assertThat(play.state.round()).isEqualTo(LAST);
        assertThat(next).isEqualTo(row.next().score(side));
        ScoreCard last = row.later().score(side);
        if (play.observe(Viewer.of(side)).treaty().clauses().isEmpty()) {
            // Where clauses have ended, covert levels of the other side are supposed, and no longer known from what it
            // promised.
            assertThat(card(play, side).scoreMilli()).isCloseTo(last.scoreMilli(), Offset.offset(500));
        } else {
            assertThat(card(play, side)).isEqualTo(last);
        }
    }

    private static ScoreCard card(Play play, Side side) {
        return play.last(Viewer.of(side)).scores().get(0);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void whatIsTakenBackScoresWhatTheRowSays(Side side) {
        int worth = 0;
        for (long seed = 0; seed < 12; seed++) {
            Play play = play(seed);
            Orders gift = gift(play, side);
            TermsForecast forecast = signing(play, side, gift, RENEWAL);
            if (forecast.takesBack().isEmpty()) {
                continue;
            }
            TermsForecast.Future row = Objects.requireNonNull(forecast.takenBack());
            worth += row.next().score(side).scoreMilli()
                            > forecast.kept().next().score(side).scoreMilli() + 5_000
                    ? 1
                    : 0;
            comes(play, side, RoundInputs.signing(of(side, gift), RENEWAL), Orders.of(forecast.takesBack()), row);
        }
        assertThat(worth).as("matches in which taking back is worth much").isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theOtherRowsAreWhatComesToo(Side side) {
        for (long seed = 0; seed < 4; seed++) {
            Orders gift = gift(play(seed), side);
            TermsForecast forecast = signing(play(seed), side, gift, RENEWAL);
            comes(play(seed), side, RoundInputs.signing(of(side, gift), RENEWAL), Orders.HOLD, forecast.kept());
            comes(play(seed), side, RoundInputs.of(of(side, gift)), Orders.HOLD, forecast.without());
            comes(
                    play(seed),
                    side,
                    RoundInputs.of(JointOrders.HOLD),
                    Orders.HOLD,
                    Objects.requireNonNull(forecast.held()));
        }
    }

    @Test
    void whereNothingIsGivenForNothingThereIsNothingToTakeBack() {
        for (Side side : Side.values()) {
            TermsForecast forecast = signing(play(3), side, Orders.HOLD, RENEWAL);
            assertThat(forecast.takesBack()).isEmpty();
            assertThat(forecast.takenBack()).isNull();
            assertThat(forecast.held())
                    .as("that row is the one without the terms")
                    .isNull();
        }
    }
}
