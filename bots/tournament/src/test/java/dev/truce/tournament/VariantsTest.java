package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
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

    private static final List<String> STRONG = List.of("match", "gtft", "tft", "audit", "negotiator", "liar");

    /** A number, where it stands in a scenario file, and its value. */
    private record Number(String name, String path, double value) {
        String at(double factor) {
            return Gate.text(path, value * factor);
        }
    }

    private static Map<String, Gate> gates(String changes) {
        Rules rules = Variant.of(changes);
        PoolMatches pool = PoolMatches.play(rules, Roster.reference(), FIRST, POOL_SEEDS);
        List<BotFactory> bots =
                STRONG.stream().map(name -> Roster.find(name).orElseThrow()).toList();
        PoolMatches strong = PoolMatches.play(rules, bots, FIRST, SEEDS);
        List<Gate> gates = new ArrayList<>(new PoolGates(pool).all());
        gates.add(new TableGates(pool).order());
        gates.addAll(new BargainGates(rules, Variant.of(Variant.quiet(changes)), pool, strong, FIRST).all());
        Map<String, Gate> byId = new LinkedHashMap<>();
        gates.forEach(gate -> byId.put(gate.id(), gate));
        return byId;
    }

    private static void robust(String block, List<Number> numbers) throws IOException {
        Map<String, Gate> shipped = gates("");
        List<String> lines = new ArrayList<>();
        lines.add("| number | shipped | a fifth lower | a fifth higher |");
        lines.add("|---|---|---|---|");
        for (Number number : numbers) {
            lines.add("| " + number.name() + " | " + number.value() + " | " + flips(shipped, number.at(.8)) + " | "
                    + flips(shipped, number.at(1.2)) + " |");
        }
        MeasuredBlock.check(block, lines);
    }

    private static String flips(Map<String, Gate> shipped, String changes) {
        List<String> flips = new ArrayList<>();
        gates(changes).forEach((id, gate) -> {
            if (gate.holds() != shipped.get(id).holds()) {
                flips.add((gate.holds() ? "+" : "-") + id);
            }
        });
        return flips.isEmpty() ? "none" : String.join(", ", flips);
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
                        new Number("farm US", "payoff: {us: {farm: %.3f}}", 1.4)));
    }

    @Test
    void lines() throws IOException {
        robust(
                "robust-lines",
                List.of(
                        new Number("line cost US", "red_lines: {cost: {us: %.3f, cn: 5.6}}", 7),
                        new Number("line cost CN", "red_lines: {cost: {us: 7.0, cn: %.3f}}", 5.6),
                        new Number("first date", "red_lines: {dates: [%.0f, 8]}", 4),
                        new Number("second date", "red_lines: {dates: [4, %.0f]}", 8)));
    }

    @Test
    void noise() throws IOException {
        robust(
                "robust-noise",
                List.of(
                        new Number("signal noise", "knobs: {signal_noise: %.4f}", 1),
                        new Number("customs noise", "knobs: {customs_noise: %.4f}", .55),
                        new Number("false alarm", "knobs: {false_alarm: %.4f}", .12),
                        new Number("detection CN", "knobs: {detection_cn: %.4f}", .24)));
    }

    @Test
    void economy() throws IOException {
        robust(
                "robust-economy",
                List.of(
                        new Number("soya re-routing", "economy: {soya_reroute: %.3f}", .5),
                        new Number("232 eased", "section232: {k: [%.3f, 1.0, 1.5]}", .6),
                        new Number("232 raised", "section232: {k: [0.6, 1.0, %.3f]}", 1.5),
                        new Number("232 lobby", "section232: {lobby: %.3f}", .3)));
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
