package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import dev.truce.bots.response.Response;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.tournament.oracle.ResponseSpace.Size;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the response that scores most against a mixture on training seeds: of all beginnings half are dropped again and again, on more and
 * more seeds; then the last one climbs. So many changes are tried at a time that the number of threads decides nothing; a change is tried on a
 * few seeds first, and kept if it gains by more than it makes the response longer.
 */
final class ResponseSearch {
    private static final String TRIED = "tried";
    /** Seeds on which all beginnings meet the mixture. */
    private static final int FIRST_SEEDS = 2;
    /** Changes that are tried at a time. */
    private static final int BATCH = 8;
    /** Shares of the training seeds after which a change is judged. */
    private static final int[] STAGES = {8, 3, 1};
    /** What a rule or span, and a condition, must bring at least, in points: what is longer fits luck better. */
    private static final double LINE = .02;

    private static final double CONDITION = .005;
    /** In how many parts the climb hands over how far it is. */
    private static final int PARTS = 4;
    /** How many beginnings are compared with it at the end. */
    private static final int LAST = 6;

    private final LabTrials trials;
    private final OracleSettings settings;
    private final Mixture against;
    private final ResponseSpace space;
    private final Runnable progress;
    private final SplitMix64 random;
    private final long begun;

    ResponseSearch(LabTrials trials, OracleSettings settings, Mixture against, ResponseSpace space, Runnable progress) {
        this.trials = trials;
        this.settings = settings;
        this.against = against;
        this.space = space;
        this.progress = progress;
        this.random =
                new SplitMix64(SplitMix64.mix(settings.seed()) + settings.seat().ordinal());
        this.begun = trials.played();
    }

    /** Returns what was found: the last few beginnings, and what the climb had after each part of its budget. */
    List<Response> run() throws InterruptedException {
        List<Response> found = new ArrayList<>();
        Scored best = raced(found);
        long climbed = spent();
        for (int part = 1; part <= PARTS; part++) {
            long until = climbed + (settings.budget() - climbed) * part / PARTS;
            best = climbed(best, until);
            if (!found.contains(best.response())) {
                found.add(best.response());
            }
        }
        return found;
    }

    private long spent() {
        return trials.played() - begun;
    }

    /** A response and what it scores by training seed. */
    private record Scored(Response response, double[] scores) {
        double mean() {
            return Sample.mean(scores);
        }
    }

    private Scored raced(List<Response> last) throws InterruptedException {
        List<Response> left = new ArrayList<>(space.beginnings());
        long share = settings.budget() / 2;
        int most = (int) Math.max(1, share / FIRST_SEEDS / against.bots().size());
        left = left.subList(0, Math.min(left.size(), most));
        int seeds = Math.min(FIRST_SEEDS, settings.seeds().train());
        while (left.size() > 1) {
            List<Scored> scored = scored(left, 0, seeds);
            scored.sort(Comparator.comparingDouble(one -> -one.mean()));
            boolean isDone = seeds == settings.seeds().train() || spent() >= share;
            List<Response> sorted = scored.stream().map(Scored::response).toList();
            if (last.isEmpty() && (isDone || left.size() <= LAST)) {
                last.addAll(sorted.subList(0, Math.min(LAST, sorted.size())));
            }
            left = sorted.subList(0, isDone ? 1 : (left.size() + 1) / 2);
            seeds = Math.min(2 * seeds, settings.seeds().train());
            progress.run();
        }
        if (last.isEmpty()) {
            last.addAll(left);
        }
        return scored(left, 0, settings.seeds().train()).get(0);
    }

    private List<Scored> scored(List<Response> responses, int from, int to) throws InterruptedException {
        List<BotFactory> bots =
                responses.stream().map(response -> response.factory(TRIED)).toList();
        double[][] scores = trials.against(settings.seat(), bots, against, settings.firstTrain() + from, to - from);
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            scored.add(new Scored(responses.get(i), scores[i]));
        }
        return scored;
    }

    private Scored climbed(Scored from, long until) throws InterruptedException {
        Scored best = from;
        while (spent() < until) {
            List<Response> tried = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                tried.add(space.varied(best.response(), random));
            }
            best = bestOf(best, tried);
            progress.run();
        }
        return best;
    }

    /** Returns the best of some changes, or what they changed if none is better. After each stage half of those that gain are left. */
    private Scored bestOf(Scored best, List<Response> tried) throws InterruptedException {
        List<Scored> left = new ArrayList<>();
        tried.forEach(response -> left.add(new Scored(response, new double[0])));
        int played = 0;
        for (int stage : STAGES) {
            int until = Math.max(1, settings.seeds().train() / stage);
            List<Scored> more = scored(left.stream().map(Scored::response).toList(), played, until);
            for (int i = 0; i < left.size(); i++) {
                left.set(
                        i,
                        new Scored(
                                left.get(i).response(),
                                joined(left.get(i).scores(), more.get(i).scores())));
            }
            played = until;
            left.removeIf(one -> gain(one, best) <= 0);
            left.sort(Comparator.comparingDouble(one -> -gain(one, best)));
            while (left.size() > Math.max(1, tried.size() / 2)) {
                left.remove(left.size() - 1);
            }
            if (left.isEmpty()) {
                return best;
            }
        }
        return left.get(0);
    }

    private double gain(Scored one, Scored best) {
        double gain = 0;
        for (int i = 0; i < one.scores().length; i++) {
            gain += one.scores()[i] - best.scores()[i];
        }
        return gain / one.scores().length - charge(one.response()) + charge(best.response());
    }

    private double charge(Response response) {
        Side seat = settings.seat();
        Size size = ResponseSpace.size(response, seat);
        return LINE * size.lines() + CONDITION * size.conditions();
    }

    private static double[] joined(double[] first, double[] then) {
        double[] all = new double[first.length + then.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
