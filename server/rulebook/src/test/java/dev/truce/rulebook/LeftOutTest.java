package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Canonical;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioException.Code;
import dev.truce.scenario.Scenarios;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario may be without instruments that no rule needs. */
class LeftOutTest {
    private static final String OPTIONAL = "(us\\.port_fee|cn\\.port_fee|cn\\.unreliable_entities)";
    private static final Scenario WHOLE = Scenarios.busan2025R2();
    private static final Scenario LESS = Scenarios.load(without(OPTIONAL), "less.yaml");
    private static final Rules RULES = Rules.of(LESS);
    private static final List<Instrument> LEFT_OUT =
            List.of(Instrument.US_PORT_FEE, Instrument.CN_PORT_FEE, Instrument.CN_UNRELIABLE_ENTITIES);

    private final MatchSetup setup = RULES.setup(1);
    private final MatchState start = RULES.start(setup);

    private static String without(String id) {
        return withoutLadder(id).replaceAll("(?m)^    " + id + ": .*\n", "");
    }

    private static String withoutLadder(String id) {
        return Scenarios.text("busan-2025-r2").replaceAll("(?m)^  " + id + ":\n(    .*\n)+", "");
    }

    @Test
    void theOthersAreThereInTheirOrder() {
        assertThat(LESS.instruments().all())
                .hasSize(WHOLE.instruments().all().size() - LEFT_OUT.size())
                .doesNotContainAnyElementsOf(LEFT_OUT)
                .isSorted();
        for (Side side : Side.values()) {
            assertThat(LESS.instruments().of(side))
                    .containsExactlyElementsOf(LESS.instruments().among(Instrument.of(side)));
            assertThat(LESS.instruments().find("PORT", side)).isEmpty();
            assertThat(WHOLE.instruments().find("PORT", side)).isPresent();
        }
        assertThat(LESS.hash()).isNotEqualTo(WHOLE.hash());
        assertThat(LESS.instruments()).isNotEqualTo(WHOLE.instruments());
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void whatRulesNameIsInEveryScenario(Instrument instrument) {
        String text = without(instrument.id().replace(".", "\\."));
        if (instrument.isOptional()) {
            assertThat(Scenarios.load(text, "less.yaml").instruments().has(instrument))
                    .isFalse();
            return;
        }
        ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> Scenarios.load(text, "less.yaml"));
        assertThat(e.code()).isEqualTo(Code.MISSING_KEY);
        assertThat(e.refusal().arguments()).contains(instrument.id());
        List<InstrumentSpec> specs = WHOLE.instruments().stream()
                .filter(spec -> spec.instrument() != instrument)
                .toList();
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> Instruments.of(specs)))
                .hasMessageContaining("expected instruments in index order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "law; law: [{round: 3, instrument: us.port_fee, level: 50, en: \"a law\", zh: \"法律\", source: \"nowhere\"}]",
                "red_lines; red_lines: {per_side: 1, cost: {us: 7, cn: 6}, dates: [], replace: 0, "
                        + "candidates: {us: [port_fee], cn: [reciprocal_tariff]}}",
            })
    void noSectionOfTheFileNamesThem(String key, String section) {
        String text = without(OPTIONAL).replaceAll("(?m)^" + key + ":\n([ #].*\n|\n)+", "") + "\n" + section + "\n";
        ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> Scenarios.load(text, "less.yaml"));
        assertThat(e.code()).as(e.getMessage()).isEqualTo(Code.UNKNOWN_KEY);
    }

    /** A file cannot leave out what its base has, so it says so; what the base says of them goes too. */
    @Test
    void aFileTakesThemFromItsBase() {
        String gone = "us.port_fee: none, cn.port_fee: none, cn.unreliable_entities: none";
        Scenario less = Scenarios.load(over("busan-2025", gone), "less.yaml");
        assertThat(less.instruments().all()).isEqualTo(LESS.instruments().all());
        assertThat(less.truce())
                .isEqualTo(Scenarios.busan2025().truce().stream()
                        .filter(clause -> !LEFT_OUT.contains(clause.instrument()))
                        .toList())
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("ofEveryScenarioThatShips")
    void eachIsTakenFromAnyScenarioThatShips(String base, Instrument instrument) {
        Scenario less = Scenarios.load(over(base, instrument.id() + ": none"), "less.yaml");
        assertThat(less.instruments().has(instrument)).isFalse();
    }

    static Stream<Arguments> ofEveryScenarioThatShips() {
        return Scenarios.ids().stream().flatMap(base -> LEFT_OUT.stream().map(each -> Arguments.of(base, each)));
    }

    @ParameterizedTest
    @CsvSource({"us.chip_control, none", "cn.port_fee, nothing"})
    void whatCannotBeTakenIsToldWithWhatCan(String id, String word) {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.load(over("busan-2025", id + ": " + word), "less.yaml"));
        assertThat(e.code()).isEqualTo(Code.WRONG_TYPE);
        assertThat(e.path()).isEqualTo("instruments." + id);
        assertThat(e.refusal().arguments())
                .contains(Instrument.all().stream()
                        .filter(Instrument::isOptional)
                        .map(Instrument::id)
                        .collect(Collectors.joining(", ")));
    }

    private static String over(String base, String instruments) {
        return """
                base: %s
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {%s}
                """.formatted(base, instruments);
    }

    @Test
    void noClauseOfTheStartNamesThem() {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.load(withoutLadder(OPTIONAL), "less.yaml"));
        assertThat(e.code()).isEqualTo(Code.UNKNOWN_KEY);
        assertThat(e.path()).isEqualTo("agreement.clauses.us.port_fee");
        String own = over("busan-2025", "us.port_fee: none") + "agreement: {clauses: {us.port_fee: 0}}\n";
        e = catchThrowableOfType(ScenarioException.class, () -> Scenarios.load(own, "less.yaml"));
        assertThat(e.code()).isEqualTo(Code.UNKNOWN_KEY);
        assertThat(e.getMessage()).contains("less.yaml:6:");
    }

    @Test
    void nobodyMayOrderThem() {
        for (Instrument instrument : LEFT_OUT) {
            Side side = instrument.holder();
            assertThat(RULES.legal(setup, start, side))
                    .extracting(LegalLevels::instrument)
                    .containsExactlyElementsOf(LESS.instruments().of(side));
            for (int level = 0; level < 2; level++) {
                Verdict verdict =
                        RULES.check(setup, start, side, List.of(new RequestedOrder(instrument.ordinal(), level)));
                assertThat(verdict.code()).isEqualTo(RefusalCode.UNKNOWN_INSTRUMENT);
                assertThat(RULES.isLegal(setup, start, side, Orders.of(new Order(instrument, level))))
                        .isFalse();
            }
        }
        Orders all = Orders.all(LESS.instruments().of(Side.CN), start.levels());
        assertThat(RULES.isLegal(setup, start, Side.CN, all)).isTrue();
        List<RequestedOrder> many = all.list().stream()
                .map(order -> new RequestedOrder(order.instrument().ordinal(), order.level()))
                .toList();
        assertThat(RULES.check(setup, start, Side.CN, many)).isEqualTo(new Verdict.Accepted(all));
        assertThat(RULES.check(setup, start, Side.CN, Collections.nCopies(many.size() + 1, many.get(0)))
                        .code())
                .isEqualTo(RefusalCode.TOO_MANY_ORDERS);
    }

    /** At its first level an instrument does nothing, so the economy is the same; the truce is less deep without its clauses. */
    @Test
    void aMatchGoesAsIfTheyStoodAtTheirFirstLevels() {
        Rules whole = Rules.of(WHOLE);
        MatchState less = start;
        MatchState more = whole.start(whole.setup(1));
        for (int round = 1; round <= 3; round++) {
            less = new Resolver(RULES).resolve(setup, less, JointOrders.HOLD).next();
            more = new Resolver(whole)
                    .resolve(whole.setup(1), more, JointOrders.HOLD)
                    .next();
            assertThat(less.levels()).isEqualTo(more.levels());
            assertThat(less.economy()).isEqualTo(more.economy());
        }
        assertThat(less.us().pointsTotal()).isNotEqualTo(more.us().pointsTotal());
    }

    @Test
    void theyAreInNoBytes() {
        assertThat(Canonical.state(start, 0, WHOLE.instruments()).length
                        - Canonical.state(start, 0, LESS.instruments()).length)
                .isEqualTo(LEFT_OUT.size());
        assertThat(Canonical.orders(1, JointOrders.HOLD, WHOLE.instruments()).length
                        - Canonical.orders(1, JointOrders.HOLD, LESS.instruments()).length)
                .isEqualTo(2 * LEFT_OUT.size());
    }
}
