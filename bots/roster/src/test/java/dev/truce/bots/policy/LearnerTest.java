package dev.truce.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Packets;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.bots.strategy.Matcher;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerTest {
    private static final String BY_DEFAULT = "FENT=10 RECIP=10";
    private static final String WAR = "tariff 5 choke 3 compliance 0 port 1 extra none offer 0 accept 0";
    private static final String DEEP = "tariff 0 choke 0 compliance 3 port 0 extra none offer 2 accept 2";

    /** What the other side has done up to a round, and whether a condition holds then. */
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        round >= 2                         |                    | false
        round >= 2                         | calm               | true
        deal >= 1                          | calm               | true
        deal >= 2                          | calm               | false
        public >= 0.9                      | calm, 1.2          | true
        public >= 0.9                      | 1.2, calm          | false
        before >= 0.9                      | 1.2, calm          | true
        before >= 0.9                      | 1.2, calm, calm    | false
        peak >= 0.9                        | 1.2, calm, calm    | true
        peak >= 1.6                        | 1.2, calm, calm    | false
        hostile >= 2                       | .9, calm, .9       | true
        hostile >= 2                       | .9, calm, .8       | false
        unprovoked >= 2                    | .9, calm, .9       | true
        calm >= 2                          | calm, calm         | true
        calm >= 2                          | calm, calm, .9     | false
        calm >= 2                          | .9, calm, calm     | true
        catches >= 1                       | calm, calm         | false
        """)
    void conditionsAskWhatHasHappened(String condition, String history, boolean holds) throws PolicyException {
        Decision last = last(condition + " -> " + DEEP, history == null ? "" : history);
        assertThat(Situation.words(last.orders()).startsWith("FENT=0 RECIP=0")).isEqualTo(holds);
    }

    @Test
    void theFirstRuleThatHoldsDecides() throws PolicyException {
        assertThat(Situation.words(
                        last("round >= 9 -> " + DEEP + "\nround >= 2 -> " + WAR + "\nalways -> " + DEEP, "calm")
                                .orders()))
                .startsWith("FENT=20 RECIP=125");
    }

    @Test
    void aRuleCanLeaveTheRoundToMatch() throws PolicyException {
        Decision last = last("always -> match\nalways -> " + WAR, "calm, calm");
        assertThat(Situation.words(last.orders())).startsWith(BY_DEFAULT);
    }

    @Test
    void whereNoRuleHoldsItPlaysAsMatch() throws PolicyException {
        Bot learner = policy("round >= 60 -> " + WAR).factory("own").create(seat());
        Bot match = Matcher.FACTORY.create(seat());
        for (Observation seen : rounds("calm, 1.2, 3, calm, 5")) {
            Decision learnt = learner.decide(seen, Talks.NONE);
            Decision plain = match.decide(seen, Talks.NONE);
            assertThat(learnt.orders()).isEqualTo(plain.orders());
            assertThat(learnt.offer()).isEqualTo(plain.offer());
        }
    }

    @Test
    void itOffersAndAcceptsByTwoNumbers() throws PolicyException {
        String silent = "always -> tariff 2 choke 1 compliance 2 port 0 extra none offer 0 accept 2";
        String deaf = "always -> tariff 2 choke 1 compliance 2 port 0 extra none offer 2 accept 0";
        Packets packets = StrategyTables.of(Situation.BUSAN).packets();
        assertThat(last(silent, "calm").offer()).isNull();
        assertThat(last(silent, "calm").accepts(packets.deepSet())).isTrue();
        assertThat(last(deaf, "calm").offer()).isEqualTo(packets.deepSet());
        assertThat(last(deaf, "calm").accepts(packets.deepSet())).isFalse();
    }

    @Test
    void packagesAreForHostilePostures() throws PolicyException {
        String hostile = "always -> tariff 3 choke 2 compliance 1 port 1 extra second offer 1 accept 1";
        String calm = "always -> tariff 2 choke 1 compliance 2 port 0 extra legal offer 1 accept 1";
        assertThat(Situation.words(last(hostile, "calm").orders())).contains("AFFIL=active");
        assertThat(last(calm, "calm").orders().level(Instrument.US_SECTION301_INVESTIGATION))
                .isZero();
    }

    private static Decision last(String rules, String history) throws PolicyException {
        Bot bot = policy(rules).factory("own").create(seat());
        Decision last = Decision.HOLD;
        for (Observation seen : rounds(history)) {
            last = bot.decide(seen, Talks.NONE);
        }
        return last;
    }

    private static Policy policy(String rules) throws PolicyException {
        return Policy.read("truce-policy 1\nseat us\n" + rules + "\nseat cn\n");
    }

    /** The rounds that open after each of the events: the public escalation of the other side, or calm. */
    private static List<Observation> rounds(String history) {
        List<Observation> rounds = new ArrayList<>();
        rounds.add(Situation.seenBy(Side.US).inRound(1).observation());
        for (String event : history.isBlank() ? new String[0] : history.split(", ")) {
            double escalation = event.equals("calm") ? 0 : Double.parseDouble(event);
            rounds.add(Situation.seenBy(Side.US)
                    .inRound(rounds.size() + 1)
                    .publicEscalation(escalation)
                    .observation());
        }
        return rounds;
    }

    private static BotSeat seat() {
        return BotSeat.seeded(Side.US, Situation.BUSAN, 7, 0);
    }
}
