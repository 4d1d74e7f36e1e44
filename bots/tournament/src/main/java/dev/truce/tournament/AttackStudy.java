package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.TablePolicy;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * How much somebody gains who does nothing but learn to beat one opponent (agreements G9): against each of eight strategies and
 * a mixture of ten, in each seat, the best table policy that was found, compared with the best hand-written strategy. Both were
 * chosen on training seeds and are compared on fresh ones.
 */
public final class AttackStudy {
    /** Trials from each start in the full study. */
    public static final int STEPS = 3000;

    /** How many of the table's best count as the top. */
    public static final int TOP = 5;

    private static final List<String> ATTACKED =
            List.of("match", "gtft", "tft", "audit", "choker", "grim", "dove", "truce");
    private static final String MIXTURE = "mixture";
    private static final int MIXED = 10;
    /** Training seeds are so far from the fresh ones. */
    private static final long TRAINING = 1_000_000;

    private final List<Attack> attacks;
    private final int steps;

    /**
     * One attack.
     *
     * @param seat the seat that attacks
     * @param opponent who is attacked, or {@code mixture}
     * @param attacker {@code table} for the table that was found against this opponent, or the name of a bot
     * @param best the best hand-written strategy there
     * @param bestScore what that one scores on the fresh seeds
     * @param score what the attacker scores there
     * @param left what it leaves the attacked
     * @param gain the paired difference of score and bestScore
     */
    public record Attack(
            Side seat,
            String opponent,
            String attacker,
            String best,
            double bestScore,
            double score,
            double left,
            Interval gain) {}

    private AttackStudy(List<Attack> attacks, int steps) {
        this.attacks = List.copyOf(attacks);
        this.steps = steps;
    }

    /** Returns whether the attackers were learnt with fewer trials than the full study asks for. */
    public boolean isShort() {
        return steps < STEPS;
    }

    /** Returns the attacks, seat by seat. */
    public List<Attack> attacks() {
        return attacks;
    }

    /** Returns the largest mean gain. */
    public Attack largest() {
        return largest(attacks);
    }

    /** Returns the largest mean gain against one of the top five. */
    public Attack largestAgainstTop() {
        return largest(attacks.stream()
                .filter(attack -> ATTACKED.subList(0, TOP).contains(attack.opponent()))
                .toList());
    }

    private static Attack largest(List<Attack> among) {
        Attack most = among.get(0);
        for (Attack attack : among) {
            most = attack.gain().mean() > most.gain().mean() ? attack : most;
        }
        return most;
    }

    /**
     * Learns and compares.
     *
     * @param trained games of the sixteen by which the best hand-written strategies are chosen
     * @param first first fresh seed
     * @param seeds how many fresh ones
     * @param steps trials from each start, {@link #STEPS} in the full study
     * @param learnt bots that have learnt elsewhere and attack all opponents
     * @param progress told each time another of {@link #pieces()} is done, by any thread
     */
    public static AttackStudy run(
            Rules rules,
            Games trained,
            long first,
            int seeds,
            int steps,
            List<BotFactory> learnt,
            int threads,
            Runnable progress)
            throws InterruptedException {
        List<Workers.Piece<HillClimb.Found>> climbs = new ArrayList<>();
        List<Target> targets = targets(new Payoffs(trained));
        for (Target target : targets) {
            for (int i = 0; i < HillClimb.STARTS; i++) {
                int start = i;
                climbs.add(duel -> {
                    HillClimb.Found found =
                            new HillClimb(duel, target.seat, target.opponents, first + TRAINING, steps).from(start);
                    progress.run();
                    return found;
                });
            }
        }
        List<HillClimb.Found> found = new Workers(threads).run(() -> new Duel(rules), climbs);
        List<Workers.Piece<Attack>> trials = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            TablePolicy best = best(found.subList(i * HillClimb.STARTS, (i + 1) * HillClimb.STARTS));
            trials.add(duel -> target.attack(duel, best.factory(), first, seeds));
            for (BotFactory bot : learnt) {
                trials.add(duel -> target.attack(duel, bot, first, seeds));
            }
        }
        return new AttackStudy(new Workers(threads).run(() -> new Duel(rules), trials), steps);
    }

    /** Returns how many pieces of work the full study has. */
    public static int pieces() {
        return Side.values().length * (ATTACKED.size() + 1) * HillClimb.STARTS;
    }

    /** Returns the number of matches of the full study's training. */
    public static long matches() {
        long trials = ATTACKED.size() * HillClimb.matches(1) + HillClimb.matches(MIXED);
        return Side.values().length * HillClimb.STARTS * (STEPS + 1L) * trials;
    }

    private static TablePolicy best(List<HillClimb.Found> found) {
        HillClimb.Found best = found.get(0);
        for (HillClimb.Found one : found) {
            best = one.score() > best.score() ? one : best;
        }
        return best.policy();
    }

    private static List<Target> targets(Payoffs trained) {
        List<Target> targets = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (String name : ATTACKED) {
                int best = trained.bestReply(seat, trained.names().indexOf(name));
                targets.add(new Target(
                        seat, name, List.of(bot(name)), trained.names().get(best)));
            }
            List<String> mixed = ReferenceTable.rows().stream()
                    .map(ReferenceTable.Row::bot)
                    .limit(MIXED)
                    .toList();
            targets.add(new Target(
                    seat, MIXTURE, mixed.stream().map(AttackStudy::bot).toList(), bestAgainst(trained, seat, mixed)));
        }
        return targets;
    }

    private static String bestAgainst(Payoffs trained, Side seat, List<String> mixed) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (int bot = 0; bot < trained.bots(); bot++) {
            double sum = 0;
            for (String name : mixed) {
                sum += trained.of(seat, bot, trained.names().indexOf(name));
            }
            if (sum > most) {
                most = sum;
                best = trained.names().get(bot);
            }
        }
        return best;
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    /** Who is attacked from where, and who does it best by hand. */
    private record Target(Side seat, String name, List<BotFactory> opponents, String best) {
        Attack attack(Duel duel, BotFactory attacker, long first, int seeds) {
            double[] own = new double[seeds];
            double[] others = new double[seeds];
            double left = 0;
            for (int k = 0; k < seeds; k++) {
                for (BotFactory opponent : opponents) {
                    Game game = seat == Side.US
                            ? duel.play(first + k, attacker, opponent)
                            : duel.play(first + k, opponent, attacker);
                    own[k] += game.seat(seat).score() / opponents.size();
                    left += game.seat(seat.other()).score() / (opponents.size() * seeds);
                    others[k] += HillClimb.score(duel, seat, bot(best), opponent, first + k) / opponents.size();
                }
            }
            return new Attack(
                    seat,
                    name,
                    attacker.name(),
                    best,
                    Interval.of(others).mean(),
                    Interval.of(own).mean(),
                    left,
                    Interval.ofDifference(own, others));
        }
    }
}
