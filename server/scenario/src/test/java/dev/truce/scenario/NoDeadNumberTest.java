package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.EscalationNumbers;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.LayerRules;
import dev.truce.engine.scenario.PayoffWeights;
import dev.truce.engine.scenario.PolicyNumbers;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.TensionNumbers;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of a scenario that can be set does something: turned a little, it changes one of a few matches. */
class NoDeadNumberTest {
    private static final Scenario BUSAN = Scenarios.busan2025R2();
    private static final Scenario THIRD = Scenarios.busan2025();
    private static final String HEAD = head("busan-2025-r2");
    private static final String THIRD_HEAD = head("busan-2025");
    private static final List<Class<?>> CHANCES = List.of(Knobs.class, AccusationRules.class);
    private static final int ROUNDS = 12;
    /** Instead of a frequency of orders: keep every public clause of a deep agreement and no covert one. */
    private static final double CHEATING = -1;
    /** Likewise: a small lead of the US that breaks nothing, then a breach by China that it may excuse. */
    private static final double PROVOKED = -2;
    /**
     * Weights of what the other side's instruments do, and of a farm that the model of China does not have; and the scale of eased duties
     * for ladders of two levels, in whose place section232 has three.
     */
    private static final List<String> NOTHING_TO_WEIGH = List.of(
            "policy.eased232",
            "payoff.us.entities",
            "payoff.us.agri_tariff",
            "payoff.cn.eased232",
            "payoff.cn.investigation",
            "payoff.cn.farm");

    private static final List<Played> MATCHES = matches();

    private static List<String> usual;
    private static List<String> usualOfTheThird;

    /** A match to play: its seed, and how often somebody orders something. */
    private record Played(long seed, double frequency) {}

    /** A number turned: its path, and the line that turns it. */
    private record Turned(String path, String line) {
        @Override
        public String toString() {
            return path;
        }
    }

    @BeforeAll
    static void play() {
        usual = outcomes(Scenarios.load(HEAD, "mine.yaml"));
        usualOfTheThird = outcomes(Scenarios.load(THIRD_HEAD, "mine.yaml"));
    }

    private static String head(String base) {
        return "base: " + base + "\nid: mine\ntitles: {en: \"Mine\", zh: \"我的\"}\n"
                + "anchors: {war_us: -36, deep_us: 9, war_cn: -27, deep_cn: 7}\n";
    }

    /** The numbers of the sections that came with the third ruleset. */
    static List<Turned> numbersOfTheThirdRuleset() throws ReflectiveOperationException {
        List<Turned> turned = new ArrayList<>();
        turned.addAll(numbers("accusations", THIRD.accusations(), AccusationRules.class));
        turned.addAll(numbers("layers", THIRD.layers(), LayerRules.class));
        turned.add(new Turned("own_text.price.us", line("own_text.price.us", "2.7")));
        turned.add(new Turned("own_text.price.cn", line("own_text.price.cn", "2.2")));
        turned.add(new Turned("own_text.fair_share", line("own_text.fair_share", "0.9")));
        assertThat(turned).hasSize(9);
        return turned;
    }

    static List<Turned> numbers() throws ReflectiveOperationException {
        List<Turned> turned = new ArrayList<>();
        turned.addAll(numbers("knobs", BUSAN.knobs(), Knobs.class));
        turned.addAll(numbers("policy", BUSAN.policy(), PolicyNumbers.class));
        turned.addAll(numbers("escalation", BUSAN.escalation(), EscalationNumbers.class));
        turned.addAll(numbers("tension", BUSAN.tension(), TensionNumbers.class));
        turned.addAll(numbers("payoff.us", BUSAN.us(), PayoffWeights.class));
        turned.addAll(numbers("payoff.cn", BUSAN.cn(), PayoffWeights.class));
        turned.removeIf(number -> NOTHING_TO_WEIGH.contains(number.path));
        for (Sector sector : Sector.values()) {
            String key = sector.name().toLowerCase(Locale.ROOT);
            int now = BUSAN.economy().sigma().get(sector.ordinal());
            String path = "economy.sigma." + key;
            turned.add(new Turned(path, line(path, now == 3 ? "2" : "3")));
        }
        turned.addAll(sectionsThatMayBeLeftOut());
        return turned;
    }

    private static List<Turned> sectionsThatMayBeLeftOut() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("red_lines.per_side", "1");
        values.put("red_lines.cost.us", "6");
        values.put("red_lines.cost.cn", "5");
        values.put("red_lines.dates", "[4, 9]");
        values.put("red_lines.replace", "0");
        values.put("red_lines.candidates.us", "[chip_control, licence_pace, fentanyl_tariff]");
        values.put("red_lines.candidates.cn", "[soy_purchases, fentanyl_enforcement, reciprocal_tariff]");
        values.put("agreements.comply_by_default", "false");
        values.put("agreements.clip_depth", "false");
        values.put("agreements.depth_bonus.us", "5");
        values.put("agreements.depth_bonus.cn", "4");
        values.put("section232.k", "[0.5, 1.0, 1.5]");
        values.put("section232.lobby", "0.4");
        values.put("economy.soya_reroute", "0.4");
        values.put("economy.soya_supply_slope", "0.5");
        values.put("economy.chip_quota", "false");
        List<Turned> turned = new ArrayList<>();
        values.forEach((path, value) -> turned.add(new Turned(path, line(path, value))));
        return turned;
    }

    private static List<Turned> numbers(String section, Record values, Class<? extends Record> type)
            throws ReflectiveOperationException {
        List<Turned> turned = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = section + "." + NumberTable.key(component.getName());
            Object value = component.getAccessor().invoke(values);
            if (value instanceof Boolean flag) {
                turned.add(new Turned(path, line(path, Boolean.toString(!flag))));
            } else if (value instanceof Integer whole) {
                turned.add(new Turned(path, line(path, Integer.toString(whole + 1))));
            } else if (value instanceof Double number) {
                turned.add(new Turned(path, line(path, Double.toString(turn(number, type)))));
            } else {
                List<?> list = (List<?>) value;
                for (int i = 0; i < list.size(); i++) {
                    List<Object> other = new ArrayList<>(list);
                    other.set(i, turn((Double) list.get(i), type));
                    turned.add(new Turned(path + "[" + i + "]", line(path, other.toString())));
                }
            }
        }
        return turned;
    }

    /**
     * A tenth nearer to zero, which leaves every range and order of a list as it is, and three quarters of a knob or a number of accusations, most of which are
     * chances and thresholds; zero itself, and a small number, grows.
     */
    private static double turn(double value, Class<?> type) {
        return value <= .05 && value >= 0 ? value + .01 : value * (CHANCES.contains(type) ? .25 : .9);
    }

    private static String line(String path, String value) {
        String[] keys = path.split("\\.");
        String inner = value;
        for (int i = keys.length - 1; i > 0; i--) {
            inner = "{" + keys[i] + ": " + inner + "}";
        }
        return keys[0] + ": " + inner + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void aNumberThatIsTurnedChangesAMatch(Turned number) {
        Scenario other = Scenarios.load(HEAD + number.line, "mine.yaml");
        assertThat(changesAMatch(other, usual)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbersOfTheThirdRuleset")
    void aNumberOfTheThirdRulesetThatIsTurnedChangesAMatch(Turned number) {
        Scenario other = Scenarios.load(THIRD_HEAD + number.line, "mine.yaml");
        assertThat(changesAMatch(other, usualOfTheThird)).isTrue();
    }

    @Test
    void theWeightsThatHaveNothingToWeighChangeNothing() throws ReflectiveOperationException {
        List<Turned> weights = new ArrayList<>(numbers("payoff.us", BUSAN.us(), PayoffWeights.class));
        weights.addAll(numbers("payoff.cn", BUSAN.cn(), PayoffWeights.class));
        weights.addAll(numbers("policy", BUSAN.policy(), PolicyNumbers.class));
        weights.removeIf(weight -> !NOTHING_TO_WEIGH.contains(weight.path));
        assertThat(weights)
                .hasSameSizeAs(NOTHING_TO_WEIGH)
                .allSatisfy(weight -> assertThat(outcomes(Scenarios.load(HEAD + weight.line, "mine.yaml")))
                        .as(weight.path)
                        .isEqualTo(usual));
    }

    @Test
    void theSameScenarioGivesTheSameMatches() {
        assertThat(outcomes(Scenarios.load(HEAD + "tension: {memory: 0.65}\n", "mine.yaml")))
                .isEqualTo(usual);
    }

    /** Some matches: wild ones with all chance, one in which nothing is done, some with cheating in them, calm ones under deep agreements. */
    private static List<Played> matches() {
        List<Played> matches = new ArrayList<>();
        for (long seed = 1; seed <= 32; seed++) {
            matches.add(new Played(seed, seed % 2 == 0 ? .5 : .15));
        }
        matches.add(new Played(99, 0));
        // In some of these a false alarm would excuse the breach.
        for (long seed = 90; seed < 95; seed++) {
            matches.add(new Played(seed, PROVOKED));
        }
        for (long seed = 200; seed < 218; seed += 3) {
            matches.add(new Played(seed, CHEATING));
        }
        return matches;
    }

    private static List<String> outcomes(Scenario scenario) {
        Rules rules = Rules.of(scenario);
        return MATCHES.stream().map(match -> outcome(rules, match)).toList();
    }

    /** Plays only until there is one: most numbers change the first. */
    private static boolean changesAMatch(Scenario scenario, List<String> unchanged) {
        Rules rules = Rules.of(scenario);
        return IntStream.range(0, MATCHES.size())
                .anyMatch(i -> !outcome(rules, MATCHES.get(i)).equals(unchanged.get(i)));
    }

    private static String outcome(Rules rules, Played match) {
        long seed = match.seed;
        double frequency = match.frequency;
        MatchSetup setup = new MatchSetup(
                seed, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
        SplitMix64 random = new SplitMix64(seed);
        Resolver resolver = new Resolver(rules);
        List<RoundReport> reports = new ArrayList<>();
        MatchState state = rules.start(setup);
        StringBuilder text = new StringBuilder();
        while (!state.isOver()) {
            boolean calm = frequency > 0 && frequency < .3 && state.openRound() <= 5;
            JointOrders orders = new JointOrders(
                    orders(rules, setup, state, Side.US, random, calm ? 0 : frequency),
                    orders(rules, setup, state, Side.CN, random, calm ? 0 : frequency));
            RoundInputs inputs = new RoundInputs(
                    orders,
                    signed(rules, state.openRound(), seed),
                    seed == 3 && state.openRound() == 3,
                    seed == 5 && state.openRound() == 3);
            Resolution resolution = resolver.resolve(setup, state, decided(rules, seed, state.openRound(), inputs));
            reports.add(resolution.report());
            state = resolution.next();
            text.append(resolution.report().signals());
            text.append(StateHash.hex(StateHash.of(
                    state, resolution.report().draws(), rules.scenario().instruments())));
        }
        for (Side side : Side.values()) {
            text.append(' ')
                    .append(rules.finalScore(setup, state, reports, side).score());
        }
        return text.toString();
    }

    /** By the third ruleset both sides decide on accusations, and table packages as texts of their own. */
    private static RoundInputs decided(Rules rules, long seed, int round, RoundInputs inputs) {
        if (!rules.scenario().accusations().exist()) {
            return inputs;
        }
        SplitMix64 random = new SplitMix64(seed * 100 + round);
        SeriousText texts = SeriousText.of(rules);
        DealValues values = DealValues.of(rules);
        return inputs.deciding(BySide.each(
                        side -> AccusationChoice.values()[random.nextInt(AccusationChoice.values().length)]))
                .tabling(BySide.each(side -> texts.isSerious(random.nextInt(values.choices()), side, false)));
    }

    /** The deepest package in round 2, a renewal as communique in round 3, the truce set in rounds 6 and 9. */
    private static Terms signed(Rules rules, int round, long seed) {
        if (round == 3 || (rules.layers().exist() && round == 5)) {
            return new Terms.Renewal(4, true);
        }
        List<Pledge> pledges = new ArrayList<>();
        if (round == 2 && seed % 7 == 0) {
            // One clause takes something back.
            pledges.add(new Pledge(Instrument.US_FENTANYL_TARIFF, 0));
            pledges.add(new Pledge(Instrument.US_SECTION232_DUTIES, 2));
            pledges.add(new Pledge(Instrument.CN_RECIPROCAL_TARIFF, 0));
            return new Terms.Package(pledges, 8, false);
        }
        if (round == 2 && seed % 3 == 1) {
            // 1.5 and 1.4 deep.
            pledges.add(new Pledge(Instrument.US_FENTANYL_TARIFF, 0));
            pledges.add(new Pledge(Instrument.US_RECIPROCAL_TARIFF, 0));
            pledges.add(new Pledge(Instrument.CN_RECIPROCAL_TARIFF, 0));
            pledges.add(new Pledge(Instrument.CN_SOY_PURCHASES, 7));
            return new Terms.Package(pledges, 8, false);
        }
        boolean deep = round == 2 && seed % 3 == 2;
        for (Instrument instrument : rules.scenario().instruments().all()) {
            int top = rules.scenario().spec(instrument).ladder().size() - 1;
            pledges.add(new Pledge(
                    instrument,
                    deep
                            ? (instrument.isCovert() ? top : 0)
                            : rules.scenario().spec(instrument).start()));
        }
        Terms.Package terms = new Terms.Package(pledges, 8, false);
        if (!deep && round != 6 && round != 9) {
            return null;
        }
        return rules.layers().exist()
                ? terms.lasting(rules.layers().mostRounds(terms)).published(seed % 2 == 0)
                : terms;
    }

    private static Orders orders(
            Rules rules, MatchSetup setup, MatchState state, Side side, SplitMix64 random, double frequency) {
        List<Order> orders = new ArrayList<>();
        if (frequency == PROVOKED) {
            int round = state.openRound();
            return Orders.of(
                    side == Side.US && round == 1
                            ? List.of(new Order(Instrument.US_SECTION232_DUTIES, 2))
                            : side == Side.CN && round == 2 ? List.of(new Order(Instrument.CN_PORT_FEE, 1)) : orders);
        }
        boolean pauses = false;
        for (LegalLevels levels : rules.legal(setup, state, side)) {
            Instrument instrument = levels.instrument();
            int top = levels.legal().size() - 1;
            if (frequency <= 0) {
                // Under a deep agreement both keep their word, or only in public.
                boolean deep = rules.depthValues().agreed(state.treaty(), state.openRound()) > 1.1;
                boolean best = instrument.isCovert() && frequency != CHEATING;
                if (deep) {
                    orders.add(new Order(instrument, levels.legal().get(best ? top : 0)));
                }
                continue;
            }
            if (random.nextDouble() >= frequency) {
                continue;
            }
            int level = levels.legal().get(random.nextInt(top + 1));
            pauses |= instrument == Instrument.US_SECTION301_INVESTIGATION && level == 0;
            if (instrument != Instrument.US_SECTION301_TARIFF || !pauses) {
                orders.add(new Order(instrument, level));
            }
        }
        return Orders.of(orders);
    }
}
