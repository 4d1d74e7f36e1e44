package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import dev.truce.bots.response.Response;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.game.Equilibrium;
import dev.truce.tournament.game.RoleGame;
import dev.truce.tournament.row.CellRow;
import dev.truce.tournament.row.EquilibriumRow;
import dev.truce.tournament.row.PsroRow;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Policy-space response oracles (Lanctot and others 2017) for a game of two roles: the policies of both roles meet, the matrix gives each role a
 * meta-strategy, and each role adds the best response that is found to that of the other.
 */
public final class Psro {
    private static final double UNITS = 1e6;

    private final LabTrials trials;
    private final PsroSettings settings;
    private final PsroFolder folder;
    private final BySide<List<BotFactory>> policies;

    /**
     * Prepares one.
     *
     * @param roster the policies with which both roles begin
     * @param folder keeps what was found; iterations that it has are not played again
     */
    public Psro(LabTrials trials, PsroSettings settings, List<BotFactory> roster, PsroFolder folder) {
        this.trials = trials;
        this.settings = settings;
        this.folder = folder;
        this.policies = BySide.each(role -> new ArrayList<>(roster));
    }

    /**
     * Plays until each role has added as many policies as it is to.
     *
     * @param progress told after each iteration, by this thread
     */
    public void run(Runnable progress) throws InterruptedException, PsroFolder.BrokenException {
        for (int iteration = 0; iteration <= settings.rounds(); iteration++) {
            if (iteration < folder.finished()) {
                add(iteration);
                continue;
            }
            play(iteration);
            if (iteration < settings.rounds()) {
                add(iteration);
            }
            progress.run();
        }
    }

    /** Adds the responses that an iteration found. */
    private void add(int iteration) throws PsroFolder.BrokenException {
        for (Side role : Side.values()) {
            Response response = folder.response(role, iteration);
            if (response != null) {
                policies.of(role).add(response.factory(name(role, iteration)));
            }
        }
    }

    private static String name(Side role, int iteration) {
        return role.word() + "-" + (iteration + 1);
    }

    private List<String> names(Side role) {
        return policies.of(role).stream().map(BotFactory::name).toList();
    }

    private void play(int iteration) throws InterruptedException, PsroFolder.BrokenException {
        BySide<double[]>[][] cells = cells();
        RoleGame game = new RoleGame(means(cells, Side.US), means(cells, Side.CN));
        List<Equilibrium> equilibria = game.equilibria();
        Equilibrium best = Equilibrium.best(equilibria);
        BySide<double[]> weights = settings.meta() == PsroSettings.Meta.NASH
                ? best.mixtures()
                : BySide.each(role -> even(policies.of(role).size()));
        BySide<Mixture> meta = BySide.each(role -> Mixture.of(policies.of(role), weights.of(role)));
        List<PsroRow> rows = new ArrayList<>();
        for (Side role : Side.values()) {
            rows.addAll(values(iteration, role, cells, weights));
            OracleSettings search = settings.search(iteration, role);
            Oracle oracle = new Oracle(trials, search);
            Oracle.Found found = oracle.against(meta.of(role.other()), () -> {});
            double[] own = oracle.test(meta.of(role), meta.of(role.other()));
            double[] gain =
                    oracle.test(Mixture.of(found.response().factory(name(role, iteration))), meta.of(role.other()));
            for (int i = 0; i < gain.length; i++) {
                gain[i] -= own[i];
            }
            rows.add(
                    new PsroRow(iteration, role, PsroRow.META, 1, Estimate.of(own), Estimate.of(gain), found.trials()));
            folder.found(
                    role,
                    iteration,
                    oracle.signed(found, name(role, iteration), folder.command(), PsroRow.META + " " + iteration));
        }
        folder.finish(rows, equilibria(iteration, equilibria, best));
    }

    /** Returns what both sides scored by policy of the US, policy of China and seed; what the folder has is not played again. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type cannot be made otherwise.
    private BySide<double[]>[][] cells() throws InterruptedException, PsroFolder.BrokenException {
        List<BotFactory> us = policies.us();
        List<BotFactory> cn = policies.cn();
        BySide<double[]>[][] cells = new BySide[us.size()][cn.size()];
        List<LabTrials.Meeting> missing = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < us.size(); i++) {
            for (int j = 0; j < cn.size(); j++) {
                BySide<double[]> known =
                        folder.cell(us.get(i).name(), cn.get(j).name(), settings.firstCell(), settings.cells());
                if (known == null) {
                    missing.add(new LabTrials.Meeting(
                            new BySide<>(us.get(i), cn.get(j)), settings.firstCell(), settings.cells()));
                    places.add(new int[] {i, j});
                } else {
                    cells[i][j] = known;
                }
            }
        }
        List<BySide<double[]>> played = trials.play(missing);
        List<CellRow> rows = new ArrayList<>();
        for (int k = 0; k < played.size(); k++) {
            int i = places.get(k)[0];
            int j = places.get(k)[1];
            cells[i][j] = played.get(k).map(Psro::rounded);
            for (int seed = 0; seed < settings.cells(); seed++) {
                rows.add(new CellRow(
                        us.get(i).name(),
                        cn.get(j).name(),
                        settings.firstCell() + seed,
                        cells[i][j].us()[seed],
                        cells[i][j].cn()[seed]));
            }
        }
        folder.add(rows);
        return cells;
    }

    /** What the file has is what is reckoned with, so that a run that was interrupted ends as another. */
    private static double[] rounded(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> Math.round(score * UNITS) / UNITS)
                .toArray();
    }

    private static double[][] means(BySide<double[]>[][] cells, Side role) {
        double[][] means = new double[cells.length][cells[0].length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                means[i][j] = Sample.mean(cells[i][j].of(role));
            }
        }
        return means;
    }

    private static double[] even(int policies) {
        double[] weights = new double[policies];
        Arrays.fill(weights, 1.0 / policies);
        return weights;
    }

    private List<PsroRow> values(int iteration, Side role, BySide<double[]>[][] cells, BySide<double[]> weights) {
        List<PsroRow> rows = new ArrayList<>();
        double[] others = weights.of(role.other());
        for (int own = 0; own < policies.of(role).size(); own++) {
            double[] value = new double[settings.cells()];
            for (int other = 0; other < others.length; other++) {
                double[] scores = cells[BySide.pick(role, own, other)][BySide.pick(role, other, own)].of(role);
                for (int i = 0; i < value.length; i++) {
                    value[i] += others[other] * scores[i];
                }
            }
            rows.add(new PsroRow(
                    iteration,
                    role,
                    policies.of(role).get(own).name(),
                    weights.of(role)[own],
                    Estimate.of(value),
                    PsroRow.NO_REGRET,
                    0));
        }
        return rows;
    }

    private List<EquilibriumRow> equilibria(int iteration, List<Equilibrium> equilibria, Equilibrium best) {
        List<EquilibriumRow> rows = new ArrayList<>();
        for (int number = 0; number < equilibria.size(); number++) {
            Equilibrium one = equilibria.get(number);
            boolean isTaken = settings.meta() == PsroSettings.Meta.NASH && one.equals(best);
            for (Side role : Side.values()) {
                double[] weights = one.mixtures().of(role);
                for (int policy = 0; policy < weights.length; policy++) {
                    if (weights[policy] > 0) {
                        rows.add(new EquilibriumRow(
                                iteration,
                                number + 1,
                                role,
                                names(role).get(policy),
                                weights[policy],
                                one.values().of(role),
                                one.residual(),
                                isTaken));
                    }
                }
            }
        }
        return rows;
    }
}
