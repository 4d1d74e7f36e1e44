package dev.truce.tournament.game;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Nash equilibrium of a {@link RoleGame}, as exact as rounding lets it be.
 *
 * @param mixtures probability of each policy, by role
 * @param values what each role gets
 * @param residual the larger of both regrets, points: 0 but for rounding
 */
public record Equilibrium(BySide<double[]> mixtures, BySide<Double> values, double residual) {
    /** Most policies of a role for which all equilibria are looked for. */
    private static final int ALL_UP_TO = 8;

    /** Mixtures whose probabilities differ by less are the same. */
    private static final double SAME = 1e-7;

    private static final double NO_LESS = 1e-9;

    static List<Equilibrium> of(RoleGame game) {
        BySide<int[]> left = undominated(game);
        RoleGame rest = only(game, left);
        int most = Math.max(rest.policies(Side.US), rest.policies(Side.CN));
        List<BySide<double[]>> found = most <= ALL_UP_TO ? LabelledVertices.of(rest) : LemkeHowson.of(rest);
        List<Equilibrium> different = new ArrayList<>();
        for (BySide<double[]> mixtures : found) {
            BySide<double[]> whole = BySide.each(role -> spread(mixtures.of(role), left.of(role), game.policies(role)));
            if (different.stream().noneMatch(other -> other.isAt(whole))) {
                different.add(at(game, whole));
            }
        }
        different.sort((one, other) -> {
            int us = Arrays.compare(other.mixtures.us(), one.mixtures.us());
            return us != 0 ? us : Arrays.compare(other.mixtures.cn(), one.mixtures.cn());
        });
        return List.copyOf(different);
    }

    private static Equilibrium at(RoleGame game, BySide<double[]> mixtures) {
        return new Equilibrium(
                mixtures,
                BySide.each(role -> game.value(role, mixtures)),
                Math.max(game.regret(Side.US, mixtures), game.regret(Side.CN, mixtures)));
    }

    /** Returns the one that gives both sides most together, of equals the first: what a meta-strategy is, where there are several. */
    public static Equilibrium best(List<Equilibrium> all) {
        Equilibrium best = all.get(0);
        for (Equilibrium one : all) {
            double more = one.values.us() + one.values.cn() - best.values.us() - best.values.cn();
            best = more > SAME ? one : best;
        }
        return best;
    }

    private boolean isAt(BySide<double[]> other) {
        for (Side role : Side.values()) {
            for (int i = 0; i < other.of(role).length; i++) {
                if (Math.abs(mixtures.of(role)[i] - other.of(role)[i]) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the policies of each role that are left when those that another one beats against everything are taken away again and again. */
    private static BySide<int[]> undominated(RoleGame game) {
        BySide<List<Integer>> left = BySide.each(role -> {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < game.policies(role); i++) {
                all.add(i);
            }
            return all;
        });
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Side role : Side.values()) {
                List<Integer> others = left.of(role.other());
                changed |= left.of(role)
                        .removeIf(weak -> left.of(role).stream()
                                .anyMatch(strong -> others.stream()
                                        .allMatch(other -> game.payoff(role, strong, other)
                                                > game.payoff(role, weak, other) + NO_LESS)));
            }
        }
        return left.map(list -> list.stream().mapToInt(Integer::intValue).toArray());
    }

    private static RoleGame only(RoleGame game, BySide<int[]> left) {
        int rows = left.us().length;
        int columns = left.cn().length;
        double[][] us = new double[rows][columns];
        double[][] cn = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                us[i][j] = game.us()[left.us()[i]][left.cn()[j]];
                cn[i][j] = game.cn()[left.us()[i]][left.cn()[j]];
            }
        }
        return new RoleGame(us, cn);
    }

    private static double[] spread(double[] some, int[] places, int all) {
        double[] whole = new double[all];
        for (int i = 0; i < some.length; i++) {
            whole[places[i]] = some[i];
        }
        return whole;
    }

    /** Returns a point scaled to probabilities; what rounding left below 0 is 0. */
    static double[] scaled(double[] point) {
        double sum = 0;
        for (double weight : point) {
            sum += Math.max(0, weight);
        }
        double[] mixture = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            mixture[i] = Math.max(0, point[i]) / sum;
        }
        return mixture;
    }
}
