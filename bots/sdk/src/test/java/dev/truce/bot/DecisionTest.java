package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Terms RENEWAL = new Terms.Renewal(4, false);

    @Test
    void ordersAloneOfferNothingAndAcceptNothing() {
        Decision silent = new Decision(Orders.HOLD);
        assertThat(silent).isEqualTo(Decision.HOLD);
        assertThat(silent.offer()).isNull();
        assertThat(silent.accepts(RENEWAL)).isFalse();
    }

    @Test
    void aBotThatTakesNoNoticeOfOffersIsAskedAsBefore() {
        SeatedBot bot = seat(seen -> new Decision(Orders.HOLD, RENEWAL, offered -> true));
        Decision decided = bot.decide(Bots.opened(Viewer.US, 2), new Talks(RENEWAL));
        assertThat(decided.offer()).isEqualTo(RENEWAL);
        assertThat(bot.accepts(2, decided, RENEWAL)).isTrue();
    }

    @Test
    void aNegotiatorHearsTheLastOfferAndNothingWhereNobodyCanMakeOne() {
        List<@Nullable Terms> heard = new ArrayList<>();
        SeatedBot bot = seat(new Negotiator() {
            @Override
            public Decision decide(Observation observation, Talks talks) {
                heard.add(talks.lastOffer());
                return Decision.HOLD;
            }
        });
        bot.decide(Bots.opened(Viewer.US, 1), Talks.NONE);
        bot.decide(Bots.opened(Viewer.US, 2), new Talks(RENEWAL));
        bot.decide(Bots.opened(Viewer.US, 3));
        assertThat(heard).containsExactly(null, RENEWAL, null);
    }

    @Test
    void aRuleThatThrowsCountsAsACrashAndAcceptsNothing() {
        IllegalStateException thrown = new IllegalStateException("rule");
        SeatedBot bot = seat(seen -> new Decision(Orders.HOLD, null, offered -> {
            throw thrown;
        }));
        Decision decided = bot.decide(Bots.opened(Viewer.US, 3), Talks.NONE);
        assertThat(bot.accepts(3, decided, RENEWAL)).isFalse();
        assertThat(bot.conduct().faults())
                .containsExactly(new BotFault(BotFault.Kind.CRASH, 3, "threw " + thrown, thrown, null));
    }

    private static SeatedBot seat(Bot bot) {
        return new SeatedBot(Bots.named("talker", seat -> bot), BotSeat.seeded(Side.US, Bots.BUSAN, 5, 0));
    }
}
