package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.Comparison;
import dev.truce.tournament.GuestStudy;
import dev.truce.tournament.Interval;
import dev.truce.tournament.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables of how bots do that are not of the pool. */
final class GuestTables {
    private GuestTables() {}

    /**
     * Returns the tables of all guests.
     *
     * @param table of the pool; its order is that of the rows
     */
    static List<String> of(List<GuestStudy> guests, List<Standing> table) {
        List<String> lines = new ArrayList<>();
        for (GuestStudy guest : guests) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(of(guest, table));
        }
        return lines;
    }

    private static List<String> of(GuestStudy guest, List<Standing> table) {
        List<String> lines = new ArrayList<>();
        lines.add(PoolPage.heading(Texts.of("pool.guest.head", guest.name())));
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "pool.guest.score",
                        GateWords.interval(guest.score()),
                        guest.asUs(),
                        guest.asCn(),
                        guest.pairs())));
        if (guest.faults() > 0) {
            lines.addAll(TextWidth.wrap("", Texts.of("pool.faults", guest.faults())));
        }
        lines.add(Texts.of("pool.guest.columns"));
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        guest.comparisons().forEach(one -> comparisons.put(one.other(), one));
        Map<String, GuestStudy.Meeting> meetings = new LinkedHashMap<>();
        guest.meetings().forEach(one -> meetings.put(one.opponent(), one));
        for (Standing row : table) {
            Comparison comparison = comparisons.get(row.name());
            GuestStudy.Meeting pairSpec = meetings.get(row.name());
            if (comparison != null && pairSpec != null) {
                lines.add(row(row.name(), comparison, pairSpec));
            }
        }
        lines.addAll(TextWidth.wrap("", verdict(guest)));
        return lines;
    }

    private static String row(String name, Comparison comparison, GuestStudy.Meeting pairSpec) {
        Interval lead = comparison.difference();
        return String.format(
                Locale.ROOT,
                "%-9s%7.1f%7.1f%8.1f   %+7.2f %8.2f..%-7.2f %s",
                name,
                pairSpec.asUs(),
                pairSpec.asCn(),
                pairSpec.left(),
                lead.mean(),
                lead.low(),
                lead.high(),
                Texts.of(comparison.isSeparable() ? "pool.guest.separable" : "pool.guest.same"));
    }

    private static String verdict(GuestStudy guest) {
        long above = guest.comparisons().stream()
                .filter(one -> one.isSeparable() && one.difference().mean() > 0)
                .count();
        long below = guest.comparisons().stream()
                .filter(one -> one.isSeparable() && one.difference().mean() < 0)
                .count();
        return Texts.of(
                "pool.guest.verdict",
                guest.name(),
                above,
                below,
                guest.comparisons().size() - above - below,
                GateWords.interval(guest.overMedian().difference()));
    }
}
