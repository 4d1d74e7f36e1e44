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
    /** Most seeds on which all beginnings meet the mixture. */
    private static final int FIRST_SEEDS = 4;
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
        progress.run();
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

    /** Half of those that are left are dropped again and again; each stage goes on with as many seeds as those before had together. */
    private Scored raced(List<Response> last) throws InterruptedException {
        int train = settings.seeds().train();
        long share = settings.budget() / 2;
        List<Response> begun = space.beginnings();
        long each = share / 2 / begun.size() / against.bots().size();
        int seeds = (int) Math.min(Math.min(FIRST_SEEDS, train), Math.max(1, each));
        int most = (int) Math.max(1, share / seeds / against.bots().size());
        List<Scored> left = new ArrayList<>();
        begun.subList(0, Math.min(begun.size(), most)).forEach(one -> left.add(new Scored(one, new double[0])));
        while (true) {
            playOn(left, seeds);
            left.sort(Comparator.comparingDouble(one -> -one.mean()));
            boolean isDone = left.size() == 1 || seeds == train || spent() >= share;
            if (last.isEmpty() && (isDone || left.size() <= LAST)) {
                left.stream().limit(LAST).map(Scored::response).forEach(last::add);
            }
            progress.run();
            int kept = isDone ? 1 : (left.size() + 1) / 2;
            left.subList(kept, left.size()).clear();
            if (isDone) {
                playOn(left, train);
                return left.get(0);
            }
            seeds = Math.min(2 * seeds, train);
        }
    }

    /** Plays the training seeds that some have not met yet, up to one of them. */
    private void playOn(List<Scored> some, int until) throws InterruptedException {
        int played = some.get(0).scores().length;
        if (played == until) {
            return;
        }
        List<Scored> more = scored(some.stream().map(Scored::response).toList(), played, until);
        for (int i = 0; i < some.size(); i++) {
            Scored one = some.get(i);
            some.set(
                    i,
                    new Scored(one.response(), joined(one.scores(), more.get(i).scores())));
        }
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
        for (int stage : STAGES) {
            int until = Math.max(1, settings.seeds().train() / stage);
            playOn(left, until);
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
