package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.Haggler.Publicity;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.response.Cheat;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.tournament.attack.AttackStudy;
import dev.truce.tournament.attack.Attackers;
import dev.truce.tournament.attack.Attackers.Attacker;
import dev.truce.tournament.row.AttackRow;
import dev.truce.tournament.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What ruleset 3 is for: its gates 1 to 10, and the rows of its table of old and new figures. */
final class ThirdGates {
    private static final String NEGOTIATOR = "negotiator";
    private static final String MATCH = "match";
    private static final String LIAR = "liar";
    private static final String STEP = "step";
    private static final String TRUCE = "truce";
    private static final List<String> FIVE = List.of(MATCH, "gtft", "tft", "audit", NEGOTIATOR);
    /** The first round in which a late cheat delivers nothing. */
    private static final int LATE = 10;

    /** Points that a round is worth at least on average, 10.5 in twelve. */
    private static final double ROUND_WORTH = .875;

    private final Rules rules;
    private final Rules knownEnd;
    private final int rounds;
    private final long first;
    private final int matches;
    /** Standard errors by which a bound is wider, so that a small sample fails by what has changed and not by chance. */
    private final double wider;

    private final Map<String, List<ThirdMatch>> played = new HashMap<>();
    private final TrainingMatches open;
    private final TrainingMatches closed;

    /**
     * Prepares them.
     *
     * @param knownEnd the same rules with a number of rounds that everybody knows
     * @param matches of each pair of bots in each seat
     * @param wider standard errors by which every bound is wider
     */
    ThirdGates(Rules rules, Rules knownEnd, long first, int matches, double wider) {
        this.rules = rules;
        this.knownEnd = knownEnd;
        rounds = ((Horizon.Fixed) knownEnd.scenario().horizon()).rounds();
        this.first = first;
        this.matches = matches;
        this.wider = wider;
        open = new TrainingMatches(rules);
        closed = new TrainingMatches(knownEnd);
    }

    /** A difference in each seat, and what is asked of it. */
    private record Seats(BySide<Estimate> found) {
        String text() {
            return Gate.text("US %s; CN %s", Gate.text(found.us()), Gate.text(found.cn()));
        }

        /** Returns by how much the worse seat misses what is asked. */
        double worse(ToDoubleFunction<Estimate> miss) {
            return Math.max(miss.applyAsDouble(found.us()), miss.applyAsDouble(found.cn()));
        }
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private List<ThirdMatch> play(BotFactory us, BotFactory cn, boolean end) {
        return played.computeIfAbsent(
                us.name() + " " + cn.name() + " " + end,
                key -> IntStream.range(0, matches)
                        .mapToObj(i ->
                                ThirdMatch.of(end ? knownEnd : rules, (end ? closed : open).play(first + i, us, cn)))
                        .toList());
    }

    private double[] scores(Side seat, BotFactory one, BotFactory other, boolean end) {
        return play(BySide.pick(seat, one, other), BySide.pick(seat, other, one), end).stream()
                .mapToDouble(match -> match.score(seat))
                .toArray();
    }

    /** Returns by how much one bot leads another in each seat, on average against some opponents, on equal seeds. */
    private Seats lead(BotFactory one, BotFactory other, boolean end, BotFactory... against) {
        return new Seats(BySide.each(seat -> {
            double[] lead = new double[matches];
            for (BotFactory opponent : against) {
                double[] a = scores(seat, one, opponent, end);
                double[] b = scores(seat, other, opponent, end);
                for (int i = 0; i < matches; i++) {
                    lead[i] += (a[i] - b[i]) / against.length;
                }
            }
            return Estimate.of(lead);
        }));
    }

    /** Returns by how much one bot in a match with itself leads another in a match with itself. */
    private Seats self(BotFactory one, BotFactory other) {
        return new Seats(BySide.each(seat ->
                Estimate.of(PoolMatches.difference(scores(seat, one, one, false), scores(seat, other, other, false)))));
    }

    private static BotFactory[] bots(List<String> names) {
        return names.stream().map(ThirdGates::bot).toArray(BotFactory[]::new);
    }

    private double slack(Estimate found) {
        // A 95 % interval is about four standard errors wide.
        return wider * (found.high() - found.low()) / 4;
    }

    /** Returns by how much an estimate is above what it may be at most; at most 0 if it holds. */
    private double over(Estimate found, double goal) {
        return found.mean() - goal - slack(found);
    }

    private double under(Estimate found, double goal) {
        return goal - found.mean() - slack(found);
    }

    private boolean most(Estimate found, double goal) {
        return over(found, goal) <= 0;
    }

    private boolean least(Estimate found, double goal) {
        return under(found, goal) <= 0;
    }

    private static Gate seats(String id, String asked, Seats found, ToDoubleFunction<Estimate> miss) {
        return Gate.missing(id, asked, found.text(), found.worse(miss));
    }

    private Estimate count(String bot, ToDoubleFunction<ThirdMatch> what) {
        // At most one a round can be cut, lapse or enter.
        return Estimate.of(
                        play(bot(bot), bot(bot), false).stream()
                                .mapToDouble(what)
                                .toArray(),
                        rounds)
                .within(0, rounds);
    }

    /** Gate 1. */
    List<Gate> alarms() {
        List<Gate> gates = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        List<String> guilty = new ArrayList<>();
        List<String> lapsed = new ArrayList<>();
        boolean cutHolds = true;
        boolean guiltyHolds = true;
        boolean lapsedHolds = true;
        for (String name : List.of(NEGOTIATOR, MATCH, LIAR)) {
            Estimate without = count(name, ThirdMatch::cutWithoutGuilt);
            Estimate lost = count(name, ThirdMatch::lapsed);
            int cuts = play(bot(name), bot(name), false).stream()
                    .mapToInt(ThirdMatch::cuts)
                    .sum();
            double share = cuts == 0 ? 1 : 1 - without.mean() * matches / cuts;
            double error = cuts == 0 ? 0 : Math.sqrt(share * (1 - share) / cuts);
            cut.add(name + " " + Gate.text(without));
            guilty.add(Gate.text("%s %.2f of %d", name, share, cuts));
            lapsed.add(name + " " + Gate.text(lost));
            cutHolds &= most(without, .3);
            guiltyHolds &= share >= .7 - wider * error;
            lapsedHolds &= most(lost, .7);
        }
        gates.add(new Gate(
                "1-cut", "agreements cut without guilt: at most .3 a match", String.join("; ", cut), cutHolds));
        gates.add(
                new Gate("1-guilty", "of what is cut at least .7 was guilty", String.join("; ", guilty), guiltyHolds));
        gates.add(new Gate(
                "1-lapsed",
                "signatures that lapse by a finding or a suspension: at most .7 a match",
                String.join("; ", lapsed),
                lapsedHolds));
        return gates;
    }

    /** Gate 2. */
    List<Gate> cheats() {
        BotFactory honest = bot(NEGOTIATOR);
        BotFactory[] two = {honest, bot(MATCH)};
        BotFactory all = Attackers.cheating(NEGOTIATOR, Cheat.ONE_NOTCH_SHORT);
        BotFactory pace = Attackers.cheating(NEGOTIATOR, Cheat.PACE_SHORT);
        BotFactory secret = Attackers.cheating(NEGOTIATOR, Cheat.SECRET_LINES);
        BotFactory late = Attackers.cheating(NEGOTIATOR, Cheat.NOTHING_LATE);
        BotFactory last = Attackers.cheating(NEGOTIATOR, Cheat.NOTHING_LAST);
        List<Gate> gates = new ArrayList<>(List.of(
                seats(
                        "2-notch",
                        "one notch short less NEGOTIATOR, against NEGOTIATOR and MATCH: at most -3",
                        lead(all, honest, false, two),
                        found -> over(found, -3)),
                seats(
                        "2-pace",
                        "pace of licences short: at most -3",
                        lead(pace, honest, false, two),
                        found -> over(found, -3)),
                seats(
                        "2-secret",
                        "red lines betrayed in secret: at most +1, upper end at most +2",
                        lead(secret, honest, false, two),
                        found -> Math.max(over(found, 1), wider > 0 ? 0 : found.high() - 2)),
                seats(
                        "2-last",
                        "nothing covert in a last round that is known: below 0",
                        lead(last, honest, true, two),
                        found -> over(found, 0))));
        if (rounds >= LATE) {
            gates.add(seats(
                    "2-late",
                    "nothing covert from round 10 on: below 0",
                    lead(late, honest, false, two),
                    found -> over(found, 0)));
        }
        return gates;
    }

    /** Gate 3. */
    List<Gate> judging() {
        BotFactory honest = bot(NEGOTIATOR);
        BotFactory rest = ThirdProbes.judging(Judgement.REST);
        BotFactory inspect = ThirdProbes.judging(Judgement.INSPECT);
        BotFactory suspend = ThirdProbes.judging(Judgement.SUSPEND);
        BotFactory cheat = Attackers.cheating(NEGOTIATOR, Cheat.ONE_NOTCH_SHORT);
        BotFactory[] field = {
            honest,
            cheat,
            Attackers.cheating(NEGOTIATOR, Cheat.SECRET_LINES),
            Attackers.cheating(NEGOTIATOR, Cheat.NOTHING_LATE)
        };
        return List.of(
                seats(
                        "3-rest",
                        "always resting less inferring, against one notch short: at most -2",
                        lead(rest, honest, false, cheat),
                        found -> over(found, -2)),
                seats(
                        "3-suspend",
                        "always suspending less inferring, against NEGOTIATOR: at most -1",
                        lead(suspend, honest, false, honest),
                        found -> over(found, -1)),
                seats(
                        "3-field-rest",
                        "always resting, in a field of NEGOTIATOR and three cheats: below 0",
                        lead(rest, honest, false, field),
                        found -> over(found, 0)),
                seats(
                        "3-field-inspect",
                        "always inspecting, in the same field: below 0",
                        lead(inspect, honest, false, field),
                        found -> over(found, 0)),
                seats(
                        "3-field-suspend",
                        "always suspending, in the same field: below 0",
                        lead(suspend, honest, false, field),
                        found -> over(found, 0)));
    }

    /** Gate 4: what a round is worth that a side lets pass. */
    List<Gate> rounds() {
        BotFactory honest = bot(NEGOTIATOR);
        double[][] worth = new double[2][rounds];
        double[][] sum = new double[2][matches];
        for (int round = 1; round <= rounds; round++) {
            BotFactory passing = ThirdProbes.passing(round);
            for (Side seat : Side.values()) {
                double[] lost =
                        PoolMatches.difference(scores(seat, honest, honest, true), scores(seat, passing, honest, true));
                worth[seat.ordinal()][round - 1] = PoolMatches.mean(lost);
                for (int i = 0; i < matches; i++) {
                    sum[seat.ordinal()][i] += lost[i];
                }
            }
        }
        BySide<Double> best = new BySide<>(max(worth[0]), max(worth[1]));
        Seats total = new Seats(new BySide<>(Estimate.of(sum[0]), Estimate.of(sum[1])));
        return List.of(
                Gate.missing(
                        "4-best-round",
                        "the round that is worth most is worth 1.5 to 5 in each seat",
                        Gate.text("US %.2f; CN %.2f", best.us(), best.cn()),
                        Math.max(outside(best.us()), outside(best.cn()))),
                seats(
                        "4-sum",
                        Gate.text("all %d together are worth at least %.1f", rounds, ROUND_WORTH * rounds),
                        total,
                        found -> under(found, ROUND_WORTH * rounds)));
    }

    /** Returns by how much the best round misses 1.5 to 5 points. */
    private static double outside(double best) {
        return Math.max(1.5 - best, best - 5);
    }

    private static double max(double[] values) {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Gate 5. */
    List<Gate> laziness() {
        BotFactory honest = bot(NEGOTIATOR);
        BotFactory truce = bot(TRUCE);
        return List.of(
                seats(
                        "5-lazy",
                        "TRUCE against NEGOTIATOR less NEGOTIATOR against itself: at most -4.5",
                        lead(truce, honest, false, honest),
                        found -> over(found, -4.5)),
                seats(
                        "5-dealing",
                        "against themselves, MATCH less TRUCE: at least 4.5",
                        self(bot(MATCH), truce),
                        found -> under(found, 4.5)));
    }

    /** Gate 6. */
    List<Gate> holding() {
        return List.of(
                between("6-yes", "who says yes to everything", ThirdProbes.YES, 60, 80),
                between(
                        "6-accept-hold",
                        "who accepts the first package, holds and renews",
                        ThirdProbes.ACCEPT_HOLD,
                        70,
                        86),
                seats(
                        "6-hold-all",
                        "who signs nothing, less TRUCE, against the five: at most -8",
                        lead(ThirdProbes.HOLD_ALL, bot(TRUCE), false, bots(FIVE)),
                        found -> over(found, -8)));
    }

    private Gate between(String id, String who, BotFactory probe, double low, double high) {
        List<String> cells = new ArrayList<>();
        double miss = 0;
        for (String opponent : FIVE) {
            Seats found = new Seats(BySide.each(seat -> Estimate.of(scores(seat, probe, bot(opponent), false))));
            miss = Math.max(miss, found.worse(each -> Math.max(under(each, low), over(each, high))));
            cells.add(Gate.text(
                    "%s %.1f and %.1f",
                    opponent, found.found().us().mean(), found.found().cn().mean()));
        }
        return Gate.missing(
                id,
                Gate.text("%s scores %.0f to %.0f against each of the five, as US and as CN", who, low, high),
                String.join(", ", cells),
                miss);
    }

    /** Gate 7. */
    List<Gate> publicity() {
        BotFactory honest = bot(NEGOTIATOR);
        List<Gate> gates = new ArrayList<>();
        for (Publicity habit : List.of(Publicity.NEVER, Publicity.ALWAYS, Publicity.ALWAYS_LONG)) {
            gates.add(seats(
                    "7-" + habit.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "announcing " + habit.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + " less choosing, against the five: at most -.8",
                    lead(ThirdProbes.announcing(habit), honest, false, bots(FIVE)),
                    found -> over(found, -.8)));
        }
        List<String> shares = new ArrayList<>();
        double miss = 0;
        for (String name : List.of(NEGOTIATOR, STEP, LIAR)) {
            double published = count(name, ThirdMatch::published).mean();
            double share = published
                    / Math.max(1e-9, count(name, ThirdMatch::agreements).mean());
            miss = Math.max(miss, Math.max(.25 - share, share - .75));
            shares.add(Gate.text("%s %.2f", name, share));
        }
        gates.add(Gate.missing(
                "7-share", "choosing announces .25 to .75 of its agreements", String.join(", ", shares), miss));
        return gates;
    }

    /** Gate 8, what is asked of the pool left out. */
    List<Gate> order() {
        return List.of(
                seats(
                        "8-grim",
                        "against themselves, GTFT less GRIM: at least 4, lower end above 0",
                        self(bot("gtft"), bot("grim")),
                        found -> Math.max(under(found, 4), wider > 0 ? 0 : -found.low())),
                seats(
                        "8-tft",
                        "GTFT less TFT, against GTFT: above 0",
                        lead(bot("gtft"), bot("tft"), false, bot("gtft")),
                        found -> under(found, 0)),
                seats(
                        "8-lead",
                        "NEGOTIATOR less MATCH against MATCH, GTFT, TFT, AUDIT, NEGOTIATOR: at least 2.5",
                        lead(bot(NEGOTIATOR), bot(MATCH), false, bots(FIVE)),
                        found -> under(found, 2.5)),
                seats(
                        "8-liar",
                        "LIAR less NEGOTIATOR against the same: at most .7",
                        lead(bot(LIAR), bot(NEGOTIATOR), false, bots(FIVE)),
                        found -> over(found, .7)));
    }

    /** Gate 8 on the whole pool. */
    List<Gate> pool(int seeds) {
        List<BotFactory> all = Roster.pool();
        Map<String, Double> mean = new HashMap<>();
        BySide<Double> seat = new BySide<>(0.0, 0.0);
        double cells = (double) all.size() * all.size() * seeds;
        for (BotFactory us : all) {
            for (BotFactory cn : all) {
                for (int i = 0; i < seeds; i++) {
                    ThirdMatch match = ThirdMatch.of(rules, open.play(first + i, us, cn));
                    double share = 1.0 / (2 * all.size() * seeds);
                    mean.merge(us.name(), match.us() * share, Double::sum);
                    mean.merge(cn.name(), match.cn() * share, Double::sum);
                    seat = new BySide<>(seat.us() + match.us() / cells, seat.cn() + match.cn() / cells);
                }
            }
        }
        List<String> table = mean.keySet().stream()
                .sorted(Comparator.comparingDouble((String name) -> -mean.get(name)))
                .toList();
        int lastPlace = table.size() - 1;
        double gap = mean.get(table.get(lastPlace - 1)) - mean.get(table.get(lastPlace));
        String order = String.join(
                " ",
                table.stream()
                        .map(name -> Gate.text("%s %.1f", name, mean.get(name)))
                        .toList());
        return List.of(
                new Gate(
                        "8-order",
                        "MATCH before GTFT before TFT, HAWK last by 15",
                        order,
                        table.indexOf(MATCH) < table.indexOf("gtft")
                                && table.indexOf("gtft") < table.indexOf("tft")
                                && table.get(lastPlace).equals("hawk")
                                && gap >= 15),
                Gate.missing(
                        "8-seats",
                        "mean scores of the seats are at most 3 apart",
                        Gate.text("US %.1f, CN %.1f", seat.us(), seat.cn()),
                        Math.abs(seat.us() - seat.cn()) - 3));
    }

    /** Gate 9. */
    List<AttackRow> attacks(List<BotFactory> compared, List<Attacker> attackers, int seeds) {
        AttackStudy study = new AttackStudy(rules, compared, first, seeds);
        List<AttackRow> rows = new ArrayList<>();
        for (String victim : Attackers.VICTIMS) {
            rows.addAll(study.against(victim, attackers));
        }
        return rows;
    }

    /** Gate 9, judged. */
    List<Gate> judged(List<AttackRow> rows) {
        List<Gate> gates = new ArrayList<>();
        for (String victim : Attackers.VICTIMS) {
            double bound = victim.equals(STEP) ? 3 : 2;
            List<String> cells = new ArrayList<>();
            double miss = 0;
            for (Side seat : Side.values()) {
                AttackRow best = rows.stream()
                        .filter(row -> row.victim().equals(victim) && row.seat() == seat)
                        .max(Comparator.comparingDouble(row -> row.gain().mean()))
                        .orElseThrow();
                miss = Math.max(miss, over(best.gain(), bound));
                cells.add(Gate.text("%s %s %s", seat, best.attacker(), Gate.text(best.gain())));
            }
            gates.add(Gate.missing(
                    "9-" + victim,
                    Gate.text(
                            "no attacker gains more than %.0f over the best bot of the pool against %s", bound, victim),
                    String.join("; ", cells),
                    miss));
        }
        return gates;
    }

    /** Gate 10. */
    List<Gate> late() {
        Estimate late = count(NEGOTIATOR, ThirdMatch::late);
        return List.of(new Gate(
                "10-late",
                "NEGOTIATOR against itself: at least 1.2 agreements with new gifts from round 5 on",
                Gate.text(late),
                least(late, 1.2)));
    }

    /** The rows of table C that no gate has. */
    List<Gate> scores() {
        List<Gate> rows = new ArrayList<>();
        for (String name : List.of(NEGOTIATOR, STEP, LIAR, MATCH, "gtft", TRUCE)) {
            Seats found = new Seats(BySide.each(seat -> Estimate.of(scores(seat, bot(name), bot(name), false))));
            rows.add(new Gate("C-self-" + name, name + " against itself", found.text(), true));
        }
        return rows;
    }

    /** Returns whether no bot did anything that no rule allows. */
    boolean isFaultless() {
        return played.values().stream().flatMap(List::stream).allMatch(match -> match.faults() == 0);
    }
}
