package dev.truce.match.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How orders are written. */
class OrderNotationTest {
    private static final Scenario BUSAN = Scenarios.busan2025R2();

    private static String printed(String text, Side side) {
        Reply<Orders> reading = OrderReader.read(text, side, BUSAN);
        assertThat(reading).as(text).isInstanceOf(Reply.Done.class);
        return OrderText.of(((Reply.Done<Orders>) reading).value(), BUSAN);
    }

    private static Refusal wrong(String text, Side side) {
        Reply<Orders> reading = OrderReader.read(text, side, BUSAN);
        assertThat(reading).as(text).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<Orders>) reading).refusal();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        US | RECIP=20; PORT=80                        | RECIP=20; PORT=80
        US | PORT=80;RECIP=20                         | RECIP=20; PORT=80
        US | us.fentanyl_tariff=5                     | FENT=5
        US | US.PORT=80                               | PORT=80
        US | us.port_fee=80; Fent=0                   | FENT=0; PORT=80
        US | recip=20; port=80;                       | RECIP=20; PORT=80
        US | RECIP ＝ 20；PORT＝80                      | RECIP=20; PORT=80
        US | PORT=80; PORT=80                         | PORT=80
        US | RECIP=20%; FENT=15.0 %                   | FENT=15; RECIP=20
        US | DUTY232=In Force; CHIP=STRICT; s301=active | S301=active; DUTY232=in-force; CHIP=strict
        US | PACE=2                                   | PACE=2
        CN | SOY=6.25; ENFORCE=3; PACE=2              | SOY=6.25; PACE=2; ENFORCE=3
        CN | SOY=.5                                   | SOY=0.5
        CN | SOY=8.00; REE7=tight; REE5=banned        | SOY=8; REE7=tight; REE5=banned
        CN | CN.RECIP=125; uel=Active; AGRI=25        | RECIP=125; AGRI=25; UEL=active
        CN | hold                                     | HOLD
        US |  HOLD                                    | HOLD
        """)
    void thisIsReadAndPrintedSo(Side side, String text, String canonical) {
        assertThat(printed(text, side)).isEqualTo(canonical);
        assertThat(printed(canonical, side)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        US | FENTT=5            | UNKNOWN_INSTRUMENT  | FENTT  | 'FENTT'
        US | PORT=80; RECIPE=20 | UNKNOWN_INSTRUMENT  | RECIPE | 'RECIPE'
        US | us.fentanyl_tarif=5| UNKNOWN_INSTRUMENT  | us.fentanyl_tarif | 'us.fentanyl_tarif'
        US | RECIP=30           | LEVEL_NOT_ON_LADDER | 30     | RECIP has no level '30'
        CN | SOY= 7             | LEVEL_NOT_ON_LADDER | 7      | SOY has no level '7'
        US | recip 30           | LEVEL_NOT_ON_LADDER | 30     | RECIP has no level '30'
        US | PORT=              | LEVEL_NOT_ON_LADDER | ``     | PORT needs a level
        US | port               | LEVEL_NOT_ON_LADDER | ``     | PORT needs a level
        US | SOY=8              | NOT_YOUR_INSTRUMENT | SOY    | SOY is held by CN
        US | CN.PORT=400        | NOT_YOUR_INSTRUMENT | CN.PORT | CN.PORT is held by CN
        US | PORT=0; PORT=80    | CONFLICTING_ORDERS  | PORT   | PORT=0 and PORT=80
        US | PROT 80            | ORDER_SYNTAX        | PROT 80 | 'PROT 80' is no order
        US | FENT=5; HOLD       | ORDER_SYNTAX        | HOLD   | 'HOLD' is no order
        US | ;                  | ORDER_SYNTAX        | ``     | no order
        US | ``                 | ORDER_SYNTAX        | ``     | no order
        """)
    void thisIsRefusedAndNamed(Side side, String text, NotationFault code, String field, String sentence) {
        Refusal wrong = wrong(text, side);
        assertThat(wrong.code()).isEqualTo(code);
        assertThat(wrong.field()).isEqualTo(field);
        assertThat(wrong.legal()).isNotEmpty();
        for (Object argument : wrong.arguments()) {
            assertThat(sentence).contains(argument.toString());
        }
    }

    @Test
    void codesThatBothHaveAreTheSameWord() {
        List<String> refusals =
                Arrays.stream(RefusalCode.values()).map(Enum::name).toList();
        for (NotationFault fault : NotationFault.values()) {
            if (fault != NotationFault.ORDER_SYNTAX) {
                assertThat(refusals).contains(fault.name());
            }
        }
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertThat(wrong("PORT=80;".repeat(200), Side.US).code()).isEqualTo(NotationFault.ORDER_SYNTAX);
        assertThat(wrong("X".repeat(1000) + "=1", Side.US).field()).hasSize(24);
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void everyLevelOfEveryInstrumentIsWrittenInEveryWay(Instrument instrument) {
        for (Rung rung : BUSAN.spec(instrument).ladder()) {
            String canonical = instrument.word() + "=" + rung.token();
            for (String word : List.of(instrument.word(), instrument.id(), instrument.qualifiedWord())) {
                String text = word + "=" + rung.token();
                assertThat(printed(text, instrument.holder())).isEqualTo(canonical);
                assertThat(printed(text.toLowerCase(Locale.ROOT), instrument.holder()))
                        .isEqualTo(canonical);
                assertThat(printed(text.toUpperCase(Locale.ROOT), instrument.holder()))
                        .isEqualTo(canonical);
            }
        }
    }

    @Property(tries = 500)
    void whatIsPrintedReadsBackAsTheSameOrdersAndPrintsTheSame(@ForAll long seed, @ForAll Side side) {
        SplitMix64 random = new SplitMix64(seed);
        List<Order> list = new ArrayList<>();
        for (Instrument instrument : BUSAN.instruments().of(side)) {
            if (random.nextInt(2) == 0) {
                list.add(new Order(
                        instrument,
                        random.nextInt(BUSAN.spec(instrument).ladder().size())));
            }
        }
        Orders orders = Orders.of(list);
        String text = OrderText.of(orders, BUSAN);
        assertThat(OrderReader.read(text, side, BUSAN)).isEqualTo(Reply.done(orders));
        assertThat(printed(text, side)).isEqualTo(text);
    }

    @Property(tries = 1000)
    void anyTextAtAllIsReadOrRefused(@ForAll String text, @ForAll Side side) {
        assertThat(OrderReader.read(text, side, BUSAN)).isNotNull();
    }
}
