package dev.truce.bot.line.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.SteppedMatch;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the items of an answer. */
class AnswerReaderTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final OfferId THEIRS = new OfferId(Side.CN, 1);
    private static final OfferId OURS = new OfferId(Side.US, 1);

    private final List<String> complaints = new ArrayList<>();
    private final AnswerReader reader = reader();

    /** Round 2, in which an offer of either side stands. */
    private AnswerReader reader() {
        SteppedMatch match = new InProcessMatch(RULES).step(RULES.setup(4));
        match.step(Decision.HOLD, Decision.HOLD);
        Terms terms = new Terms.Renewal(4, false);
        Talks talks = new Talks(
                terms,
                List.of(
                        new Offer(OURS, terms, 1, 2, null, OfferStatus.OPEN),
                        new Offer(THEIRS, terms, 1, 2, null, OfferStatus.OPEN)),
                List.of());
        return new AnswerReader(Side.US, RULES.scenario(), match.seen(Side.US), talks, complaints::add);
    }

    private Decision decision(String offers, String orders) {
        reader.offers(offers);
        return reader.decision(orders, AcceptanceRule.NEVER);
    }

    @Test
    void everyItemHasItsPlace() {
        Decision decision =
                decision("COUNTER o1 {RENEW; for 2}; WITHDRAW US-1; REJECT CN-1; WARN", "ACCEPT CN-1; NOTICE; PORT=80");
        assertThat(complaints).isEmpty();
        assertThat(decision.offer()).isEqualTo(new Terms.Renewal(2, false));
        assertThat(decision.answers()).isEqualTo(THEIRS);
        assertThat(decision.dealings())
                .hasSize(5)
                .contains(new Deed.Withdraw(OURS), new Deed.Refuse(THEIRS), new Deed.GiveNotice(true))
                .anyMatch(dealing ->
                        dealing instanceof Deed.Accept accept && accept.offer().equals(THEIRS));
        assertThat(decision.orders().level(Instrument.US_PORT_FEE)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        PORT=80                               | HOLD                | NOT_NOW
        ACCEPT CN-1                           | HOLD                | NOT_NOW
        NOTICE                                | HOLD                | NOT_NOW
        HOLD                                  | REASSURE            | NOT_NOW
        HOLD                                  | OFFER {RENEW; for 1} | NOT_NOW
        OFFER {RENEW; for 1}; OFFER {RENEW; for 2} | HOLD           | ONE_OFFER_A_ROUND
        REJECT CN-2                           | HOLD                | UNKNOWN_OFFER
        WITHDRAW US-2                         | HOLD                | UNKNOWN_OFFER
        COUNTER CN-2 {RENEW; for 1}           | HOLD                | UNKNOWN_OFFER
        HOLD                                  | ACCEPT CN-2         | UNKNOWN_OFFER
        HOLD                                  | CHIP=open           | NOT_YET_LEGAL
        HOLD                                  | PORT=80; PORT=0     | CONFLICTING_ORDERS
        HOLD                                  | PORT=81             | LEVEL_NOT_ON_LADDER
        SAY all "\u202e"                     | HOLD                | BAD_TEXT
        """)
    void thisIsComplainedAboutOnceAndDropped(String offers, String orders, String code) {
        Decision decision = decision(offers.replace("\\u202e", "\u202e"), orders);
        assertThat(complaints).singleElement().asString().startsWith(code + " ");
        assertThat(decision.dealings()).isEmpty();
        assertThat(decision.orders()).isIn(Orders.HOLD, onePortFee());
    }

    private static Orders onePortFee() {
        return Orders.of(new Order(
                Instrument.US_PORT_FEE,
                RULES.scenario().spec(Instrument.US_PORT_FEE).levelOf("80")));
    }

    @Test
    void aLongTextIsRefusedAndAManyItemsAre() {
        String tooLong = "SAY all \"" + "x".repeat(281) + "\"";
        Decision decision = decision(tooLong + "; " + "WARN; ".repeat(40), "HOLD");
        assertThat(decision.dealings()).hasSize(Decision.MAX_DEALINGS);
        assertThat(complaints.get(0)).startsWith("BAD_TEXT ");
        assertThat(complaints).hasSize(9).last().asString().startsWith("TOO_MUCH_TALK ");
    }

    @Test
    void aFurtherAnswerMayAcceptTheOfferThatWasHeardAndNoOther() {
        Offer heard = new Offer(new OfferId(Side.CN, 2), new Terms.Renewal(1, false), 2, 3, null, OfferStatus.OPEN);
        assertThat(reader.accepts("ACCEPT CN-2; PORT=80", heard)).isTrue();
        assertThat(reader.accepts("PORT=80", heard)).isFalse();
        assertThat(complaints).isEmpty();
        assertThat(reader.accepts("ACCEPT CN-9", heard)).isFalse();
        assertThat(complaints).singleElement().asString().startsWith("UNKNOWN_OFFER ");
    }

    @Test
    void aTariffAndThePauseThatForbidsItDoNotStandTogether() {
        SteppedMatch match = new InProcessMatch(RULES).step(RULES.setup(4));
        Orders investigates = Orders.of(new Order(Instrument.US_SECTION301_INVESTIGATION, 1));
        match.step(new Decision(investigates), Decision.HOLD);
        match.step(new Decision(investigates), Decision.HOLD);
        AnswerReader late =
                new AnswerReader(Side.US, RULES.scenario(), match.seen(Side.US), Talks.NONE, complaints::add);
        String words = "S301="
                + RULES.scenario()
                        .spec(Instrument.US_SECTION301_INVESTIGATION)
                        .rung(0)
                        .token() + "; DUTY301="
                + RULES.scenario().spec(Instrument.US_SECTION301_TARIFF).rung(1).token();
        Orders orders = late.orders(words);
        assertThat(orders.has(Instrument.US_SECTION301_TARIFF)).isFalse();
        assertThat(orders.has(Instrument.US_SECTION301_INVESTIGATION)).isTrue();
        assertThat(complaints)
                .singleElement()
                .asString()
                .startsWith("NOT_YET_LEGAL ")
                .contains("pause the investigation");
    }
}
