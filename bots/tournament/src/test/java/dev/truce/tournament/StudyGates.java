package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import java.util.ArrayList;
import java.util.List;

/** Those gates of the rules that need matches beside those of the sixteen among each other. */
final class StudyGates {
    private static final double LEVEL = .05;
    /** A match of the searching bot takes as long as five hundred others. */
    private static final int SEARCH_PAIRS = 2;

    /** Those of the pool that provoke a reciprocator, so that retaliation matters. */
    private static final List<String> PROVOKERS =
            List.of("hawk", "pavlov", "opport", "dealer", "random", "brink", "choker", "audit", "bully", "salami");

    /** Those that can live with a truce. */
    private static final List<String> PEACEABLE =
            List.of("truce", "tft", "gtft", "grim", "dealer", "audit", "match", "pavlov");

    /** A duty that is threatened with and bargained about, and never worth its price as an answer; docs/evidence/pool.md says why. */
    private static final Instrument THREAT = Instrument.US_SECTION301_TARIFF;

    private static final int FIRST_SIGNING = 5;
    private static final int JUDGED_IN = 9;
    private static final double MOSTLY = .5;

    private final Rules rules;
    private final long first;
    /** Fewer than those of the pool: these matches are many. */
    private final int seeds;

    private final ThreadLocal<TrainingMatches> matches;

    StudyGates(Rules rules, long first, int seeds) {
        this.rules = rules;
        this.first = first;
        this.seeds = seeds;
        this.matches = ThreadLocal.withInitial(() -> new TrainingMatches(rules));
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    /** It meets each of the pool on seeds of that opponent's own and is compared with the median there. */
    Gate search(PoolMatches pool) {
        BotFactory search = bot("search");
        List<Integer> table = pool.table();
        int upper = table.get((table.size() - 1) / 2);
        int lower = table.get(table.size() / 2);
        List<double[]> leads = PoolMatches.atOnce(pool.bots(), opponent -> {
            double[] lead = new double[SEARCH_PAIRS];
            for (int k = 0; k < SEARCH_PAIRS; k++) {
                int seed = opponent * SEARCH_PAIRS + k;
                BotFactory other = bot(pool.names().get(opponent));
                double own = (matches.get().score(Side.US, search, other, first + seed)
                                + matches.get().score(Side.CN, search, other, first + seed))
                        / 2;
                lead[k] = own - (score(pool, upper, opponent, seed) + score(pool, lower, opponent, seed)) / 2;
            }
            return lead;
        });
        Welch lead = Welch.of(leads.toArray(double[][]::new));
        return new Gate(
                "search",
                "search leads the mean of the two in the middle of the table, Student's t, 5 %",
                Gate.text("%.2f, error %.2f", lead.mean(), lead.error()),
                lead.mean() > 0 && lead.chance() < LEVEL);
    }

    private static double score(PoolMatches pool, int bot, int opponent, int seed) {
        return (pool.match(bot, opponent, seed).us()
                        + pool.match(opponent, bot, seed).cn())
                / 2;
    }

    /** A level of an instrument that no opponent challenges. */
    record Unchallenged(Instrument instrument, int level, boolean isHarsher) {}

    /**
     * Returns the levels of instruments than which no other is better retaliation against any opponent: generous tit for tat with the
     * instrument forced to each of its levels in hostile postures, against ten opponents that provoke it (agreements F).
     */
    List<Unchallenged> unchallenged() {
        List<Unchallenged> found = new ArrayList<>();
        for (Instrument instrument : rules.scenario().instruments().all()) {
            if (instrument == THREAT) {
                continue;
            }
            List<Integer> levels = orderable(instrument);
            List<double[][]> scores = PoolMatches.atOnce(levels.size(), i -> retaliating(instrument, levels.get(i)));
            for (int i = 0; i < levels.size(); i++) {
                if (!isChallenged(scores, i)) {
                    int start = rules.scenario().startLevels().get(instrument);
                    int level = levels.get(i);
                    found.add(
                            new Unchallenged(instrument, level, instrument.isCovert() ? level < start : level > start));
                }
            }
        }
        return found;
    }

    /** To the letter: a level that nothing challenges fails it, even if it is the mildest and means not to retaliate. */
    Gate retaliation(List<Unchallenged> unchallenged) {
        List<String> best = unchallenged.stream()
                .map(one -> one.instrument().id() + "="
                        + rules.scenario()
                                .spec(one.instrument())
                                .rung(one.level())
                                .token())
                .toList();
        long harsher = unchallenged.stream().filter(Unchallenged::isHarsher).count();
        return new Gate(
                "retaliation",
                "as retaliation, no level of an instrument is best against everybody; the 301 duty left out",
                Gate.text(
                        "best against everybody: %s; harsher than at the start: %d", String.join(", ", best), harsher),
                best.isEmpty());
    }

    /** Levels that can be ordered at some time without a technology chapter, which no hostile round has. */
    private List<Integer> orderable(Instrument instrument) {
        List<Integer> levels = new ArrayList<>();
        MatchSetup setup = rules.setup(0);
        for (LegalLevels may : rules.legal(setup, rules.start(setup), instrument.holder())) {
            if (may.instrument() == instrument) {
                levels.addAll(may.legal());
                may.withheld().stream()
                        .filter(later -> later.reason() == LegalLevels.Reason.INVESTIGATION_NOT_CONCLUDED)
                        .forEach(later -> levels.add(later.level()));
            }
        }
        return levels;
    }

    private double[][] retaliating(Instrument instrument, int level) {
        BotFactory forced = Roster.retaliatingWith(instrument, level);
        double[][] scores = new double[PROVOKERS.size()][seeds];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < seeds; k++) {
                scores[i][k] = matches.get().score(instrument.holder(), forced, bot(PROVOKERS.get(i)), first + k);
            }
        }
        return scores;
    }

    /** One-sided, and corrected for all the comparisons of one instrument, so that luck challenges few levels. */
    private static boolean isChallenged(List<double[][]> scores, int level) {
        int comparisons = Math.max(1, (scores.size() - 1) * PROVOKERS.size());
        for (double[][] other : scores) {
            for (int i = 0; i < PROVOKERS.size(); i++) {
                Welch lead = Welch.of(PoolMatches.difference(other[i], scores.get(level)[i]));
                if (lead.mean() > 0 && lead.chance() / 2 < LEVEL / comparisons) {
                    return true;
                }
            }
        }
        return false;
    }

    /** When nobody signs before round 5, the truce of Busan runs out (agreements F, withheld signatures). */
    Gate snapBack() {
        List<BotFactory> free = PEACEABLE.stream().map(StudyGates::bot).toList();
        List<BotFactory> withheld = free.stream()
                .<BotFactory>map(bot -> new Withholding(bot, FIRST_SIGNING, true))
                .toList();
        PoolMatches normal = PoolMatches.play(rules, free, first, seeds);
        PoolMatches snapped = PoolMatches.play(rules, withheld, first, seeds);
        int pairs = 0;
        int again = 0;
        for (int us = 0; us < free.size(); us++) {
            for (int cn = 0; cn < free.size(); cn++) {
                boolean agree = agreements(normal, us, cn) >= MOSTLY;
                pairs += agree ? 1 : 0;
                again += agree && agreements(snapped, us, cn) >= MOSTLY ? 1 : 0;
            }
        }
        return new Gate(
                "snap-back",
                Gate.text(
                        "of the pairs with an agreement in round %d in most matches, a share of %.1f has one too when"
                                + " nobody signs before round %d and only changes are ordered",
                        JUDGED_IN, MOSTLY, FIRST_SIGNING),
                Gate.text("%d of %d", again, pairs),
                pairs > 0 && again >= MOSTLY * pairs);
    }

    private static double agreements(PoolMatches games, int us, int cn) {
        double count = 0;
        for (int seed = 0; seed < games.seeds(); seed++) {
            count += games.match(us, cn, seed).agreementIn(JUDGED_IN) ? 1 : 0;
        }
        return count / games.seeds();
    }
}
