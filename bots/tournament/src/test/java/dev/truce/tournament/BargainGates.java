package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What ruleset 2 is for (its gates J1 to J4 and its aims): bargaining pays, agreements change late, and forgiveness is worth something. */
final class BargainGates {
    private static final String NEGOTIATOR = "negotiator";
    private static final String LIAR = "liar";
    private static final String MATCH = "match";
    private static final String GTFT = "gtft";
    private static final String TFT = "tft";
    private static final String TRUCE = "truce";
    /** The five strongest, against which bargaining is measured. */
    static final List<String> FIVE = List.of(MATCH, GTFT, TFT, "audit", NEGOTIATOR);

    private static final double LEAD = 2.5;
    private static final double LEAD_FOR_SURE = 1.5;
    private static final double LEAD_ON_ALL = 3;
    private static final double TIED = .7;
    private static final double MOVES = 1.3;
    private static final double LATE_SHARE = .95;
    private static final double LATE_CHANGES = 1;
    private static final int AFTER = 4;
    private static final int LATE_FROM = 5;
    private static final int LATE_TO = 10;
    private static final int TOP = 8;
    private static final int PACKAGES = 30;
    private static final int PACKAGE_SEEDS = 100;
    private static final double OVER_GRIM = 5;
    private static final double OVER_TFT = 2;
    private static final double INFORMED_DEPTH = 1.25;
    private static final double HOLD_LEAST = 70;
    private static final double HOLD_MOST = 85;
    private static final double DEALING = 5;
    private static final double BULLYING = 3;
    private static final double COVERT = 2.5;
    private static final double SOLVED_US = 96;
    private static final double SOLVED_CN = 93;
    private static final double SOLVED_SHARE = .2;
    /** Holding is watched on a part of the seeds, against all. */
    private static final int HOLDING_PART = 10;

    private final Rules rules;
    private final Rules quiet;
    private final PoolMatches pool;
    private final PoolMatches strong;
    private final long first;
    private final int seeds;

    /**
     * Prepares them.
     *
     * @param quiet the same rules with the noise of the first ruleset
     * @param pool matches of the reference pool on the same seeds
     */
    BargainGates(Rules rules, Rules quiet, PoolMatches pool, long first) {
        this(rules, quiet, pool, pool, first);
    }

    /**
     * Prepares them on more seeds than those of the pool.
     *
     * @param strong matches of the five and of the liar among each other, on as many seeds as all else is to be measured on
     */
    BargainGates(Rules rules, Rules quiet, PoolMatches pool, PoolMatches strong, long first) {
        this.rules = rules;
        this.quiet = quiet;
        this.pool = pool;
        this.strong = strong;
        this.first = first;
        this.seeds = strong.seeds();
    }

    List<Gate> all() {
        List<Gate> gates = new ArrayList<>(List.of(
                lead(), leadOnAll(), leader(), quietMoves(), quietChanges(), lateChanges(), packages(), liarLead()));
        gates.add(liarAlone());
        gates.add(dealing("aim-bargaining", NEGOTIATOR));
        gates.addAll(withoutBargainers());
        gates.add(informed());
        gates.add(holding());
        return gates;
    }

    /** Those that can be asked of rules without red lines too. */
    List<Gate> withoutBargainers() {
        return List.of(forgiveness(), hold(), dealing(), bullying(), covert(), solved());
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private static Gate each(String id, String asked, BySide<Estimate> found, boolean holds) {
        return new Gate(id, asked, Gate.text("US %s; CN %s", Gate.text(found.us()), Gate.text(found.cn())), holds);
    }

    private static boolean both(BySide<Estimate> found, Predicate<Estimate> holds) {
        return holds.test(found.us()) && holds.test(found.cn());
    }

    private static BySide<Estimate> leads(PoolMatches among, String bot, String other, List<String> against) {
        return BySide.each(seat -> Estimate.of(among.lead(seat, bot, other, against)));
    }

    /** J1. */
    private Gate lead() {
        BySide<Estimate> lead = leads(strong, NEGOTIATOR, MATCH, FIVE);
        return each(
                "J1-lead",
                Gate.text(
                        "NEGOTIATOR less MATCH against %s: at least %.1f in each seat, interval above %.1f",
                        String.join(", ", FIVE), LEAD, LEAD_FOR_SURE),
                lead,
                both(lead, found -> Gate.isAtLeast(found, LEAD) && found.low() > LEAD_FOR_SURE));
    }

    /** An aim of the design that it says it does not reach. */
    private Gate leadOnAll() {
        BySide<Estimate> lead = leads(pool, NEGOTIATOR, MATCH, pool.names());
        return each(
                "aim-lead",
                Gate.text("NEGOTIATOR less MATCH against the whole pool: at least %.0f in each seat", LEAD_ON_ALL),
                lead,
                both(lead, found -> Gate.isAtLeast(found, LEAD_ON_ALL)));
    }

    private Gate leader() {
        String leader = pool.names().get(pool.table().get(0));
        double behind = PoolMatches.mean(pool.bySeed(pool.index(leader)))
                - PoolMatches.mean(pool.bySeed(pool.index(NEGOTIATOR)));
        return new Gate(
                "J1-first",
                Gate.text("NEGOTIATOR is first of the pool, or LIAR is with at most %.1f more", TIED),
                Gate.text("%s is first; NEGOTIATOR scores %.2f less", leader, behind),
                leader.equals(NEGOTIATOR) || (leader.equals(LIAR) && behind <= TIED));
    }

    private List<PoolMatch> quietMatches() {
        BotFactory negotiator = bot(NEGOTIATOR);
        return PoolMatches.pair(quiet, negotiator, negotiator, first, seeds);
    }

    /** J2, without the repairs that noise makes necessary. */
    private Gate quietMoves() {
        Estimate moves = Estimate.of(quietMatches().stream()
                .mapToDouble(match -> (double) match.steps() / PoolMatch.ROUNDS_COUNTED)
                .toArray());
        return new Gate(
                "J2-moves",
                Gate.text(
                        "with the noise of the first ruleset, NEGOTIATOR against itself moves at least %.1f levels a"
                                + " round in rounds 4 to 10",
                        MOVES),
                Gate.text(moves),
                Gate.isAtLeast(moves, MOVES));
    }

    private Gate quietChanges() {
        Estimate share = Estimate.of(
                quietMatches().stream()
                        .mapToDouble(match -> match.changes(AFTER + 1, Long.SIZE - 2) > 0 ? 1 : 0)
                        .toArray(),
                1);
        return new Gate(
                "J2-late",
                Gate.text(
                        "there, a new or changed agreement after round %d in at least %.0f %% of the matches",
                        AFTER, 100 * LATE_SHARE),
                Gate.text(share),
                Gate.isAtLeast(share, LATE_SHARE));
    }

    private Gate lateChanges() {
        List<Integer> top = pool.table().subList(0, TOP);
        double[] changes = new double[pool.seeds()];
        for (int seed = 0; seed < changes.length; seed++) {
            for (int us : top) {
                for (int cn : top) {
                    changes[seed] += (double) pool.match(us, cn, seed).changes(LATE_FROM, LATE_TO) / (TOP * TOP);
                }
            }
        }
        Estimate mean = Estimate.of(changes);
        return new Gate(
                "J2-changes",
                Gate.text(
                        "all pairs of the best %d: at least %.1f changed agreements a match in rounds %d to %d",
                        TOP, LATE_CHANGES, LATE_FROM, LATE_TO),
                Gate.text(mean),
                Gate.isAtLeast(mean, LATE_CHANGES));
    }

    /** On as many seeds as the gate names, be the pool smaller or not. */
    private Gate packages() {
        BotFactory negotiator = bot(NEGOTIATOR);
        Set<String> last = PoolMatches.pair(rules, negotiator, negotiator, first, PACKAGE_SEEDS).stream()
                .map(PoolMatch::last)
                .collect(Collectors.toSet());
        return new Gate(
                "J2-packages",
                Gate.text(
                        "at least %d different agreements at the end of %d matches of NEGOTIATOR against itself",
                        PACKAGES, PACKAGE_SEEDS),
                String.valueOf(last.size()),
                last.size() >= PACKAGES);
    }

    private BySide<Estimate> selfLead(String bot, String other, int matches) {
        List<PoolMatch> ones = PoolMatches.pair(rules, bot(bot), bot(bot), first, matches);
        List<PoolMatch> others = PoolMatches.pair(rules, bot(other), bot(other), first, matches);
        return BySide.each(seat -> Estimate.of(IntStream.range(0, matches)
                .mapToDouble(i -> ones.get(i).score(seat) - others.get(i).score(seat))
                .toArray()));
    }

    /** J3: twice the seeds, as these matches scatter most. */
    private Gate forgiveness() {
        BySide<Estimate> grim = selfLead(GTFT, "grim", 2 * seeds);
        BySide<Estimate> tft = selfLead(GTFT, TFT, 2 * seeds);
        return new Gate(
                "J3-forgiveness",
                Gate.text(
                        "against themselves, GTFT scores at least %.0f more than GRIM and %.0f more than TFT in each seat",
                        OVER_GRIM, OVER_TFT),
                Gate.text(
                        "GRIM: US %s, CN %s; TFT: US %s, CN %s",
                        Gate.text(grim.us()), Gate.text(grim.cn()), Gate.text(tft.us()), Gate.text(tft.cn())),
                both(grim, found -> Gate.isAtLeast(found, OVER_GRIM))
                        && both(tft, found -> Gate.isAtLeast(found, OVER_TFT)));
    }

    private Gate informed() {
        double[] depth = new double[seeds];
        double[][] scores = new double[2][seeds];
        List<PoolMatch> matches = PoolMatches.atOnce(seeds, i -> {
            BotFactory informed = Probes.informed(first + i);
            return PoolMatch.of(new TrainingMatches(rules).play(first + i, informed, informed));
        });
        for (int i = 0; i < seeds; i++) {
            depth[i] = matches.get(i).depth();
            scores[0][i] = matches.get(i).us();
            scores[1][i] = matches.get(i).cn();
        }
        Estimate mean = Estimate.of(depth);
        return new Gate(
                "J3-informed",
                Gate.text("two that know all red lines keep a depth of at least %.2f", INFORMED_DEPTH),
                Gate.text(
                        "%s; they score %.1f and %.1f",
                        Gate.text(mean), PoolMatches.mean(scores[0]), PoolMatches.mean(scores[1])),
                Gate.isAtLeast(mean, INFORMED_DEPTH));
    }

    /** J4: honesty is not beaten. */
    private Gate liarLead() {
        BySide<Estimate> lead = leads(strong, LIAR, NEGOTIATOR, FIVE);
        return each(
                "J4-liar",
                Gate.text("LIAR less NEGOTIATOR against the same five: at most %.1f in each seat", TIED),
                lead,
                both(lead, found -> Gate.isAtMost(found, TIED)));
    }

    private Gate liarAlone() {
        BySide<Estimate> lead = selfLead(LIAR, NEGOTIATOR, seeds);
        return each(
                "J4-liars",
                "against themselves, LIAR scores less than NEGOTIATOR in each seat",
                lead,
                both(lead, found -> Gate.isAtMost(found, 0)));
    }

    /** Accept the first package and keep it: good, not best. */
    private Gate hold() {
        List<String> cells = new ArrayList<>();
        boolean holds = true;
        for (String opponent : FIVE) {
            if (pool.index(opponent) < 0) {
                continue;
            }
            BySide<Estimate> scores = BySide.each(seat -> scores(seat, Probes.ACCEPT_AND_HOLD, opponent));
            holds &= both(scores, found -> Gate.isAtLeast(found, HOLD_LEAST) && Gate.isAtMost(found, HOLD_MOST));
            cells.add(Gate.text(
                    "%s %.1f and %.1f",
                    opponent, scores.us().mean(), scores.cn().mean()));
        }
        return new Gate(
                "aim-hold",
                Gate.text(
                        "who accepts the first package and orders nothing scores %.0f to %.0f against each of the five,"
                                + " as US and as CN",
                        HOLD_LEAST, HOLD_MOST),
                String.join(", ", cells),
                holds);
    }

    private Estimate scores(Side seat, BotFactory probe, String opponent) {
        return Estimate.of(points(seat, probe, bot(opponent)));
    }

    private double[] points(Side seat, BotFactory one, BotFactory other) {
        return PoolMatches.pair(rules, BySide.pick(seat, one, other), BySide.pick(seat, other, one), first, seeds)
                .stream()
                .mapToDouble(match -> match.score(seat))
                .toArray();
    }

    /** What the design leaves open: passive renewal is worth nearly as much as dealing. */
    private Gate dealing() {
        return dealing("aim-dealing", MATCH);
    }

    private Gate dealing(String id, String bot) {
        BySide<Estimate> lead = selfLead(bot, TRUCE, seeds);
        return each(
                id,
                Gate.text(
                        "against themselves, %s scores at least %.0f more than TRUCE in each seat",
                        bot.toUpperCase(Locale.ROOT), DEALING),
                lead,
                both(lead, found -> Gate.isAtLeast(found, DEALING)));
    }

    private Gate bullying() {
        BySide<Estimate> loss = passive(Probes.PRESSING, -1);
        return each(
                "aim-bullying",
                Gate.text("pressing TRUCE in every round costs at least %.0f against renewing, in each seat", BULLYING),
                loss,
                both(loss, found -> Gate.isAtLeast(found, BULLYING)));
    }

    private Gate covert() {
        BySide<Estimate> gain = passive(Probes.COVERT, 1);
        return each(
                "aim-covert",
                Gate.text("breaking every covert promise to TRUCE gains at most %.1f, in each seat", COVERT),
                gain,
                both(gain, found -> Gate.isAtMost(found, COVERT)));
    }

    private BySide<Estimate> passive(BotFactory probe, int sign) {
        BotFactory truce = bot(TRUCE);
        return BySide.each(seat -> {
            double[] gain = PoolMatches.difference(points(seat, probe, truce), points(seat, truce, truce));
            return Estimate.of(Arrays.stream(gain).map(value -> sign * value).toArray());
        });
    }

    private Gate solved() {
        List<Integer> top = pool.table().subList(0, TOP);
        double[] share = new double[pool.seeds()];
        for (int seed = 0; seed < share.length; seed++) {
            for (int us : top) {
                for (int cn : top) {
                    PoolMatch match = pool.match(us, cn, seed);
                    share[seed] += match.us() >= SOLVED_US && match.cn() >= SOLVED_CN ? 1.0 / (TOP * TOP) : 0;
                }
            }
        }
        Estimate mean = Estimate.of(share, 1);
        return new Gate(
                "aim-unsolved",
                Gate.text(
                        "pairs of the best %d end at %.0f or more for the US and %.0f or more for China in at most %.0f %%"
                                + " of the matches",
                        TOP, SOLVED_US, SOLVED_CN, 100 * SOLVED_SHARE),
                Gate.text(mean),
                Gate.isAtMost(mean, SOLVED_SHARE));
    }

    /** J5: a side that signs and orders nothing keeps the treaty, whatever the other side does. */
    private Gate holding() {
        int matches = Math.max(1, seeds / HOLDING_PART);
        List<Integer> lapses = PoolMatches.atOnce(pool.bots() * 2 * matches, i -> {
            Side seat = Side.values()[i % 2];
            BotFactory other = bot(pool.names().get(i / 2 % pool.bots()));
            return lapses(
                    new TrainingMatches(rules)
                            .play(
                                    first + i / 2 / pool.bots(),
                                    BySide.pick(seat, Probes.ACCEPT_AND_HOLD, other),
                                    BySide.pick(seat, other, Probes.ACCEPT_AND_HOLD)),
                    seat);
        });
        int sum = lapses.stream().mapToInt(Integer::intValue).sum();
        return new Gate(
                "J5-holding",
                "who accepts the first package and orders nothing is never in breach and never below a floor, against all"
                        + " of the pool in both seats",
                Gate.text("%d clauses not kept in %d matches", sum, lapses.size()),
                sum == 0);
    }

    /** Returns how many clauses a side did not keep, counted by rounds. */
    private static int lapses(Played played, Side side) {
        int lapses = 0;
        for (RoundReport report : played.reports()) {
            for (Instrument instrument : Instrument.of(side)) {
                Clause clause = report.treaty().binding(instrument, report.round());
                lapses += clause != null && clause.isBrokenBy(report.after().get(instrument)) ? 1 : 0;
            }
        }
        return lapses;
    }
}
