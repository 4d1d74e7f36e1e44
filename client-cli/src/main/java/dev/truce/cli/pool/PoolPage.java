package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.Comparison;
import dev.truce.tournament.Games;
import dev.truce.tournament.Gate;
import dev.truce.tournament.Interval;
import dev.truce.tournament.Payoffs;
import dev.truce.tournament.Replicator;
import dev.truce.tournament.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The findings for people: tables of at most 80 columns, then a verdict on each thing that is asked of the game. */
public final class PoolPage {
    private static final double SMALLEST_SHARE = .005;
    private static final int SCORE = 5;
    /** Columns of the table; together they fill a line. */
    private static final int[] WIDTHS = {7, 5, 13, 6, 6, 6, 6, 7, 7, 12, 5};

    private final PoolFindings findings;
    private final Payoffs payoffs;
    private final List<Standing> table;
    private final List<String> lines = new ArrayList<>();

    private PoolPage(PoolFindings findings) {
        this.findings = findings;
        this.payoffs = findings.payoffs();
        this.table = findings.table();
    }

    /**
     * Returns all lines.
     *
     * @param expected ids of the gates that are known to fail
     */
    public static List<String> of(PoolFindings findings, Set<String> expected) {
        PoolPage page = new PoolPage(findings);
        page.head();
        if (findings.guests().isEmpty()) {
            page.standings();
            page.neighbours();
            page.replies();
            page.replicator();
            page.lines.addAll(StudyTables.of(findings.studies()));
            page.gates(expected);
        } else {
            page.lines.addAll(GuestTables.of(findings.guests(), page.table));
        }
        return List.copyOf(page.lines);
    }

    /** Returns a heading that fills the line. */
    static String heading(String text) {
        String begun = "== " + text + " ";
        return begun + "=".repeat(Math.max(0, TextWidth.SCREEN - TextWidth.width(begun)));
    }

    private void head() {
        PoolRequest request = findings.request();
        Games pool = findings.studies().pool();
        lines.add(heading(Texts.of("pool.head", request.scenario().id())));
        lines.add(Texts.of("scenario.hash", request.scenario().hash()));
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "pool.played",
                        request.scenario().ruleset(),
                        pool.bots(),
                        request.first(),
                        request.last(),
                        pool.bots() * pool.bots() * (long) pool.seeds())));
        lines.add("");
    }

    private void standings() {
        lines.add(row(Texts.of("pool.columns").split("\\|", -1)));
        for (Standing row : table) {
            Interval score = row.score();
            lines.add(row(
                    row.name(),
                    one(score.mean()),
                    score.isTooFew() ? Texts.of("pool.too-few") : two(score.low()) + ".." + two(score.high()),
                    one(row.asUs()),
                    one(row.asCn()),
                    one(row.joint()),
                    two(row.depth()),
                    one(row.breaches()),
                    one(row.catches()),
                    one(row.selfUs()) + "/" + TextWidth.padLeft(one(row.selfCn()), SCORE),
                    two(row.selfBand())));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("pool.columns.mean")));
        int faults = table.stream().mapToInt(Standing::faults).sum();
        if (faults > 0) {
            lines.addAll(TextWidth.wrap("", Texts.of("pool.faults", faults)));
        }
        lines.add("");
    }

    private static String row(String... cells) {
        StringBuilder line = new StringBuilder(TextWidth.pad(cells[0], WIDTHS[0]));
        for (int i = 1; i < cells.length; i++) {
            line.append(TextWidth.padLeft(cells[i], WIDTHS[i]));
        }
        return TextWidth.trimmed(line.toString());
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void neighbours() {
        List<Comparison> neighbours = Comparison.neighbours(table, payoffs);
        if (neighbours.isEmpty()) {
            return;
        }
        List<String> same = neighbours.stream()
                .filter(one -> !one.isSeparable())
                .map(one -> one.name() + " = " + one.other())
                .toList();
        lines.addAll(TextWidth.wrap(
                "",
                same.isEmpty() ? Texts.of("pool.separable") : Texts.of("pool.not-separable", String.join(", ", same))));
    }

    private void replies() {
        for (Side seat : Side.values()) {
            List<Map.Entry<String, Integer>> replies =
                    new ArrayList<>(payoffs.bestReplies(seat).entrySet());
            replies.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
            List<String> shown = replies.stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .toList();
            lines.addAll(TextWidth.wrap(Texts.of("pool.replies", seat) + " ", String.join(", ", shown)));
        }
    }

    private void replicator() {
        lines.addAll(TextWidth.wrap(Texts.of("pool.replicator") + " ", shares(payoffs)));
        Payoffs without = new Payoffs(findings.studies().pool().without("match"));
        lines.addAll(TextWidth.wrap(Texts.of("pool.replicator.without", "match") + " ", shares(without)));
    }

    private static String shares(Payoffs payoffs) {
        double[] shares = Replicator.shares(payoffs);
        List<Gate.Named> named = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= SMALLEST_SHARE) {
                named.add(new Gate.Named(payoffs.names().get(i), shares[i]));
            }
        }
        named.sort(Comparator.comparingDouble(Gate.Named::value).reversed());
        return String.join(
                ", ",
                named.stream()
                        .map(one -> one.name() + String.format(Locale.ROOT, " %.2f", one.value()))
                        .toList());
    }

    private void gates(Set<String> expected) {
        lines.add("");
        lines.add(heading(Texts.of("pool.gates.head")));
        boolean table = false;
        for (Gate gate : findings.gates()) {
            if (!table && gate.group() == Gate.Group.TABLE) {
                table = true;
                lines.add("");
                lines.add(heading(Texts.of("pool.gates.table")));
            }
            lines.addAll(GateWords.lines(gate, expected.contains(gate.id())));
        }
        lines.add("");
        List<String> failed = findings.gates(Gate.Outcome.FAILED);
        List<String> notRun = findings.gates(Gate.Outcome.NOT_RUN);
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "pool.end",
                        findings.gates(Gate.Outcome.PASSED).size(),
                        failed.size(),
                        failed.isEmpty() ? "" : ": " + String.join(", ", failed),
                        notRun.size(),
                        notRun.isEmpty() ? "" : ": " + String.join(", ", notRun))));
    }
}
