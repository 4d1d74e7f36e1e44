package dev.truce.tournament.report;

import dev.truce.tournament.plan.Format;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sprt;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** What came out, in words; each sentence can be looked up in a table of the page. */
final class Findings {
    private final Results results;
    private final Words words;

    private Findings(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    static List<String> of(Results results, Words words) {
        return new Findings(results, words).sentences();
    }

    private boolean isGauntlet() {
        return results.card().settings().format() == Format.GAUNTLET;
    }

    /** Returns the bot that the tournament is about: the first in the standings, or that of a gauntlet. */
    private TableRow subject() {
        return isGauntlet() ? levels(results).get(0) : results.standings().get(0);
    }

    /** Returns the standings of which something is said: all, or of a gauntlet its bot alone, as the others did not meet. */
    static List<TableRow> levels(Results results) {
        boolean isGauntlet = results.card().settings().format() == Format.GAUNTLET;
        String hero = results.card().names().get(0);
        return results.standings().stream()
                .filter(row -> !isGauntlet || row.is("bot", hero))
                .toList();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        TableRow best = subject();
        if (!best.has("place")) {
            sentences.add(words.of("comparisons.no-place", best.text("bot")));
        }
        sentences.add(
                best.has("low")
                        ? words.of(
                                isGauntlet() ? "finding.hero" : "finding.best",
                                best.text("bot"),
                                best.shown("score", 2),
                                best.shown("low", 2),
                                best.shown("high", 2),
                                best.text("pairs"))
                        : words.of(
                                isGauntlet() ? "finding.hero.few" : "finding.best.few",
                                best.text("bot"),
                                best.shown("score", 2),
                                best.text("pairs")));
        long apart = count("first") + count("second");
        long open = count("not-separable");
        long few = count("too-few");
        long placeless = count("no-place");
        long all = results.comparisons().size() - placeless;
        if (placeless > 0 && all == 0) {
            sentences.add(words.of("comparisons.placeless"));
        } else if (few == all) {
            sentences.add(words.of("finding.few", Estimate.LEAST));
        } else {
            List<String> level = levelWith(best);
            sentences.add(
                    level.isEmpty()
                            ? words.of(
                                    alone("finding.alone", "finding.alone.placed", results.standings()),
                                    best.text("bot"))
                            : words.of("finding.level", best.text("bot"), words.list(level)));
            sentences.add(words.of(few == 0 ? "finding.apart.enough" : "finding.apart", all, apart, open, few));
            hopeless(sentences);
        }
        sentences.add(words.of("finding.seats", mean("as_us"), mean("as_cn")));
        if (!isGauntlet()) {
            TableRow kindest = best;
            for (TableRow row : results.standings()) {
                kindest = row.number("joint_score") > kindest.number("joint_score") ? row : kindest;
            }
            sentences.add(words.of("finding.joint", kindest.text("bot"), kindest.shown("joint_score", 2)));
        }
        if (!results.course().isEmpty()) {
            sentences.add(words.of("finding.evolution", EvolutionChart.remaining(results, words)));
        }
        for (TableRow row : results.sprt()) {
            sentences.addAll(sequential(row, words));
        }
        sentences.add(faults());
        if (results.card().settings().movetimeMillis() > 0) {
            sentences.add(words.of("finding.movetime"));
        }
        return sentences;
    }

    /** Returns the verdict, and what else cannot be taken at its word if it ended the tournament early. */
    static List<String> sequential(TableRow row, Words words) {
        Sprt test = Sprt.parse(row.text("test"));
        String verdict = row.text("verdict");
        boolean isD1 = verdict.equals(Sprt.Verdict.D1.word());
        if (isD1 || verdict.equals(Sprt.Verdict.D0.word())) {
            boolean isMore = isD1 == test.d0() < test.d1();
            return List.of(
                    words.of(
                            isMore ? "finding.sprt.more" : "finding.sprt.less",
                            row.text("test"),
                            row.text("pairs"),
                            verdict,
                            row.text("first"),
                            row.text("second"),
                            Measure.number(isD1 ? test.d0() : test.d1(), 2)),
                    words.of("finding.sprt.alone"));
        }
        String open = verdict.equals(Sprt.Verdict.GO_ON.word()) ? "finding.sprt.go-on" : "finding.sprt.not-applicable";
        return List.of(words.of(open, row.text("test"), row.text("pairs"), Measure.number(test.bound(), 0)));
    }

    /** The exact test has a least level; corrected for many comparisons it may separate nobody. */
    private void hopeless(List<String> sentences) {
        int values = 0;
        for (TableRow row : results.comparisons()) {
            values = Math.max(values, row.whole("values"));
        }
        int all = results.comparisons().size();
        int enough = Comparison.leastPairs(all);
        if (values < enough) {
            sentences.add(words.of(
                    "finding.hopeless", values, Measure.number(Comparison.leastLevel(values), 6), all, enough));
        }
    }

    private long count(String verdict) {
        return results.comparisons().stream()
                .filter(row -> row.is("verdict", verdict))
                .count();
    }

    private String mean(String column) {
        double sum = 0;
        for (TableRow row : results.standings()) {
            sum += row.number(column);
        }
        return Measure.number(sum / results.standings().size(), 2);
    }

    private String faults() {
        List<String> wrong = new ArrayList<>();
        int voids = 0;
        for (TableRow row : results.standings()) {
            if (faults(row) > 0) {
                wrong.add(row.text("bot"));
            }
            voids += row.whole("server_fault");
        }
        String bots = wrong.isEmpty() ? words.of("finding.clean") : words.of("finding.faults", words.list(wrong));
        return voids == 0 ? bots : bots + " " + words.of("finding.void", voids / 2);
    }

    /** Returns in how many of its matches a bot got something wrong. */
    static int faults(TableRow standing) {
        return standing.whole("illegal")
                + standing.whole("no_answer")
                + standing.whole("timeout")
                + standing.whole("crash")
                + standing.whole("stall");
    }

    /** Returns the key of a sentence about all other bots, or of one about those with a place where some have none. */
    static String alone(String key, String placed, List<TableRow> standings) {
        return standings.stream().allMatch(row -> row.has("place")) ? key : placed;
    }

    /**
     * Returns from whom a bot is not separable.
     *
     * @param standings those of all bots
     */
    static String level(TableRow standing, List<TableRow> standings, Words words) {
        if (!standing.has("place")) {
            return words.of("comparisons.no-place", standing.text("bot"));
        }
        if (standings.stream().filter(row -> row.has("place")).count() == 1) {
            return words.of("comparisons.no-other", standing.text("bot"));
        }
        List<String> level = levelWith(standing);
        if (level.isEmpty()) {
            return words.of(alone("comparisons.alone", "comparisons.alone.placed", standings), standing.text("bot"));
        }
        return level.size() == standings.size() - 1
                ? words.of("comparisons.all", standing.text("bot"))
                : words.of("comparisons.level", standing.text("bot"), words.list(level));
    }

    /** Returns the bots from which a bot is not separable. */
    static List<String> levelWith(TableRow standing) {
        return standing.has("level_with") ? List.of(standing.text("level_with").split(" ", -1)) : List.of();
    }
}
