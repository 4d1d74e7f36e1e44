package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the gates of the pool say when numbers of ruleset 2 are other ones: each new number a fifth lower and higher, and what was tried to
 * make dealing worth more than renewing. Each test takes minutes: {@code ./truce test variants}, or one of them with
 * {@code -Dtest='VariantsTest#noise'}.
 */
@Tag("variants")
class VariantsTest {
    private static final long FIRST = 130_000;
    /** The whole pool, for order and seats. */
    private static final int POOL_SEEDS = 20;
    /** The strongest, for all that is a difference between two of them. */
    private static final int SEEDS = 100;

    private static final long COURTS = 150_000;
    private static final int COURTS_POOL_SEEDS = 60;
    private static final int COURTS_SEEDS = 200;

    private static final List<String> STRONG = List.of("match", "gtft", "tft", "audit", "negotiator", "liar");

    private static final double[] FACTORS = {.8, 1.2};

    /** A number, where it stands in a scenario file, and its value. */
    private record Number(String name, String path, double value) {
        String at(double factor) {
            return Gate.text(path, value * factor);
        }

        /** As it stands in the file: dates are whole. */
        String told(double factor) {
            return Gate.text(path.replaceAll(".*(%[.\\d]*f).*", "$1"), value * factor);
        }
    }

    private static Map<String, Gate> gates(String changes) {
        return gates(Variant.of(changes), Variant.of(Variant.quiet(changes)), FIRST, POOL_SEEDS, SEEDS);
    }

    private static Map<String, Gate> gates(Rules rules, Rules quiet, long first, int poolSeeds, int seeds) {
        PoolMatches pool = PoolMatches.play(rules, Roster.reference(), first, poolSeeds);
        List<BotFactory> bots =
                STRONG.stream().map(name -> Roster.find(name).orElseThrow()).toList();
        PoolMatches strong = PoolMatches.play(rules, bots, first, seeds);
        List<Gate> gates = new ArrayList<>(new PoolGates(pool).all());
        gates.add(new TableGates(pool).order());
        gates.addAll(new BargainGates(rules, quiet, pool, strong, first).all());
        Map<String, Gate> byId = new LinkedHashMap<>();
        gates.forEach(gate -> byId.put(gate.id(), gate));
        return byId;
    }

    /** The gates on the scenario after the courts; the design's table of means is of the default one. */
    @Test
    void afterTheCourts() throws IOException {
        Rules rules = Rules.of(Scenarios.named("busan-2026"));
        Rules quiet = Variant.of("busan-2026", Variant.quiet(""));
        List<String> lines = new ArrayList<>();
        lines.add(Gate.text(
                "Scenario hash `%s...`, seeds %d to %d; the whole pool on the first %d.",
                rules.scenario().hash().substring(0, 12), COURTS, COURTS + COURTS_SEEDS - 1, COURTS_POOL_SEEDS));
        lines.add("");
        lines.add("| line | what is asked | measured | holds |");
        lines.add("|---|---|---|---|");
        gates(rules, quiet, COURTS, COURTS_POOL_SEEDS, COURTS_SEEDS)
                .values()
                .forEach(gate -> lines.add("| " + gate.id() + " | " + gate.asked() + " | " + gate.measured() + " | "
                        + (gate.holds() ? "yes" : "**no**") + " |"));
        MeasuredBlock.check("courts", lines);
    }

    /** Differences, with intervals, that a reader wants to see beside what flips. */
    private static final List<String> SHOWN = List.of("seats", "J1-lead", "J3-forgiveness", "J4-liar");

    private static void robust(String block, List<Number> numbers, Map<String, String> switches) throws IOException {
        Map<String, Gate> shipped = gates("");
        List<String> lines = new ArrayList<>();
        lines.add(Gate.text("Seeds %d to %d; the whole pool on the first %d.", FIRST, FIRST + SEEDS - 1, POOL_SEEDS));
        lines.add("");
        lines.add("| number | value | hold | unlike as shipped | " + String.join(" | ", SHOWN) + " |");
        lines.add("|---|---|---|---|" + "---|".repeat(SHOWN.size()));
        lines.add(row("as shipped", "", shipped, shipped));
        for (Number number : numbers) {
            for (double factor : FACTORS) {
                lines.add(row(number.name(), number.told(factor), shipped, gates(number.at(factor))));
            }
        }
        switches.forEach((name, changes) -> lines.add(row(name, "", shipped, gates(changes))));
        MeasuredBlock.check(block, lines);
    }

    private static String row(String name, String value, Map<String, Gate> shipped, Map<String, Gate> gates) {
        StringBuilder row = new StringBuilder("| " + name + " | " + value + " | "
                + gates.values().stream().filter(Gate::holds).count() + " of " + gates.size() + " | "
                + flips(shipped, gates));
        SHOWN.forEach(id -> row.append(" | ").append(gates.get(id).measured()));
        return row + " |";
    }

    private static String flips(Map<String, Gate> shipped, Map<String, Gate> gates) {
        List<String> flips = new ArrayList<>();
        gates.forEach((id, gate) -> {
            if (gate.holds() != shipped.get(id).holds()) {
                flips.add((gate.holds() ? "+" : "-") + id + " (" + gate.measured() + ")");
            }
        });
        return flips.isEmpty() ? "none" : String.join("; ", flips);
    }

    @Test
    void payoffs() throws IOException {
        robust(
                "robust-payoffs",
                List.of(
                        new Number("depth bonus US", "agreements: {depth_bonus: {us: %.3f, cn: 4.8}}", 6),
                        new Number("depth bonus CN", "agreements: {depth_bonus: {us: 6.0, cn: %.3f}}", 4.8),
                        new Number("tension US", "payoff: {us: {tension: -%.3f}}", 1.8),
                        new Number("tension CN", "payoff: {cn: {tension: -%.3f}}", 2.4),
                        new Number("firmness US", "payoff: {us: {firmness: %.3f}}", .69),
                        new Number("firmness CN", "payoff: {cn: {firmness: %.3f}}", .96),
                        new Number("farm US", "payoff: {us: {farm: %.3f}}", 1.4)),
                Map.of());
    }

    @Test
    void lines() throws IOException {
        robust(
                "robust-lines",
                List.of(
                        new Number("line cost US", "red_lines: {cost: {us: %.3f, cn: 5.6}}", 7),
                        new Number("line cost CN", "red_lines: {cost: {us: 7.0, cn: %.3f}}", 5.6),
                        new Number("first date", "red_lines: {dates: [%.0f, 8]}", 4),
                        new Number("second date", "red_lines: {dates: [4, %.0f]}", 8)),
                Map.of());
    }

    @Test
    void noise() throws IOException {
        robust(
                "robust-noise",
                List.of(
                        new Number("signal noise", "knobs: {signal_noise: %.4f}", 1),
                        new Number("customs noise", "knobs: {customs_noise: %.4f}", .55),
                        new Number("false alarm", "knobs: {false_alarm: %.4f}", .12),
                        new Number("detection CN", "knobs: {detection_cn: %.4f}", .24)),
                Map.of());
    }

    @Test
    void economy() throws IOException {
        robust(
                "robust-economy",
                List.of(
                        new Number("soya re-routing", "economy: {soya_reroute: %.3f}", .5),
                        new Number("232 eased", "section232: {k: [%.3f, 1.0, 1.5]}", .6),
                        new Number("232 raised", "section232: {k: [0.6, 1.0, %.3f]}", 1.5),
                        new Number("232 lobby", "section232: {lobby: %.3f}", .3)),
                switches());
    }

    /** These have no number of their own that can be a fifth more or less. */
    private static Map<String, String> switches() {
        Map<String, String> switches = new LinkedHashMap<>();
        switches.put("no soya supply slope", "economy: {soya_supply_slope: 0}");
        switches.put("no chip quota", "economy: {chip_quota: false}");
        return switches;
    }

    /** What was tried so that dealing is worth more than renewing. */
    private static final Map<String, String> TRIED = tried();

    private static Map<String, String> tried() {
        Map<String, String> tried = new LinkedHashMap<>();
        tried.put("as shipped", "");
        tried.put("one line of 12 / 9.6", "red_lines: {per_side: 1, cost: {us: 12.0, cn: 9.6}}");
        tried.put("one line of 9 / 7.2", "red_lines: {per_side: 1, cost: {us: 9.0, cn: 7.2}}");
        tried.put(
                "one line of 12 / 9.6, bonus 8 / 6.4",
                "red_lines: {per_side: 1, cost: {us: 12.0, cn: 9.6}}\nagreements: {depth_bonus: {us: 8.0, cn: 6.4}}");
        tried.put(
                "the same, three dates",
                "red_lines: {per_side: 1, cost: {us: 12.0, cn: 9.6}, dates: [3, 5, 8]}\n"
                        + "agreements: {depth_bonus: {us: 8.0, cn: 6.4}}");
        tried.put("one line of 16 / 12.8", "red_lines: {per_side: 1, cost: {us: 16.0, cn: 12.8}}");
        tried.put("two lines of 5.6 / 4.5", "red_lines: {cost: {us: 5.6, cn: 4.5}}");
        tried.put("bonus 8 / 6.4", "agreements: {depth_bonus: {us: 8.0, cn: 6.4}}");
        tried.put("bonus 10 / 8", "agreements: {depth_bonus: {us: 10.0, cn: 8.0}}");
        tried.put(
                "bonus 8 / 6.4, two lines of 9 / 7.2",
                "red_lines: {cost: {us: 9.0, cn: 7.2}}\nagreements: {depth_bonus: {us: 8.0, cn: 6.4}}");
        tried.put("one date, round 4", "red_lines: {dates: [4]}");
        tried.put("one date, round 6", "red_lines: {dates: [6]}");
        tried.put("no date", "red_lines: {dates: []}");
        tried.put("tension 1.35 / 1.8", "payoff: {us: {tension: -1.35}, cn: {tension: -1.8}}");
        tried.put("false alarm .08", "knobs: {false_alarm: 0.08}");
        return tried;
    }

    @Test
    void dealing() throws IOException {
        List<String> ids = List.of(
                "aim-dealing",
                "aim-bargaining",
                "J1-lead",
                "J4-liar",
                "J3-forgiveness",
                "aim-hold",
                "J2-moves",
                "J2-packages");
        List<String> lines = new ArrayList<>();
        lines.add("| tried | " + String.join(" | ", ids) + " | fails |");
        lines.add("|---" + "|---".repeat(ids.size()) + "|---|");
        TRIED.forEach((name, changes) -> {
            Map<String, Gate> gates = gates(changes);
            StringBuilder row = new StringBuilder("| " + name);
            for (String id : ids) {
                Gate gate = gates.get(id);
                row.append(" | ").append(gate.measured());
            }
            List<String> failed = gates.values().stream()
                    .filter(gate -> !gate.holds())
                    .map(Gate::id)
                    .toList();
            lines.add(row + " | " + (failed.isEmpty() ? "none" : String.join(", ", failed)) + " |");
        });
        assertThat(lines).hasSize(TRIED.size() + 2);
        MeasuredBlock.check("dealing", lines);
    }
}
