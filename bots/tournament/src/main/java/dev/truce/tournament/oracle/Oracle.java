package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import dev.truce.bots.response.Response;
import dev.truce.engine.scenario.Scenario;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for a best response in a seat to a mixture of bots in the other: it is found on training seeds, chosen on others and measured on fresh
 * ones. What it gains is a lower bound of what can be gained.
 */
public final class Oracle {
    private final LabTrials trials;
    private final OracleSettings settings;

    /** Prepares a search. */
    public Oracle(LabTrials trials, OracleSettings settings) {
        this.trials = trials;
        this.settings = settings;
    }

    /**
     * What was found.
     *
     * @param response the policy, without a header
     * @param score what it scores on the seeds of the choice
     * @param trials matches that the search took
     */
    public record Found(Response response, double score, long trials) {}

    /**
     * Searches.
     *
     * @param progress told now and then, by this thread
     */
    public Found against(Mixture against, Runnable progress) throws InterruptedException {
        long before = trials.played();
        ResponseSpace space = new ResponseSpace(settings, trials.rules().scenario());
        List<Response> found = new ResponseSearch(trials, settings, against, space, progress).run();
        long searched = trials.played() - before;
        List<BotFactory> bots =
                found.stream().map(response -> response.factory("found")).toList();
        double[][] scores = trials.against(
                settings.seat(),
                bots,
                against,
                settings.firstChoice(),
                settings.seeds().choice());
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = Sample.mean(scores[i]) > Sample.mean(scores[best]) ? i : best;
        }
        return new Found(found.get(best), Sample.mean(scores[best]), searched);
    }

    /**
     * Measures a response on fresh seeds.
     *
     * @param names of the bots of the mixture
     * @return a row for each bot of the mixture, and one for all if there are several
     */
    public List<OracleRow> measured(Found found, Mixture against, List<String> names) throws InterruptedException {
        BotFactory bot = found.response().factory("found");
        List<OracleRow> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Mixture one = Mixture.of(against.bots().get(i));
            rows.add(row(names.get(i), against.weights()[i], bot, against, one));
        }
        if (names.size() > 1) {
            rows.add(row(OracleRow.MIXTURE, 1, bot, against, against));
        }
        return rows;
    }

    private OracleRow row(String name, double weight, BotFactory bot, Mixture self, Mixture against)
            throws InterruptedException {
        double[] score = test(Mixture.of(bot), against);
        double[] own = test(self, against);
        double[] gain = new double[score.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = score[i] - own[i];
        }
        return new OracleRow(
                name,
                weight,
                settings.seat(),
                settings.by().word(),
                settings.budget(),
                Sample.mean(score),
                Sample.mean(own),
                Estimate.of(gain),
                new OracleRow.Seeds(settings.train(), settings.choice(), settings.test()));
    }

    /** Returns by test seed what a mixture scores in the seat against another. */
    double[] test(Mixture self, Mixture against) throws InterruptedException {
        double[][] scores = trials.against(
                settings.seat(),
                self.bots(),
                against,
                settings.firstTest(),
                settings.seeds().test());
        double[] whole = new double[settings.seeds().test()];
        for (int bot = 0; bot < scores.length; bot++) {
            for (int i = 0; i < whole.length; i++) {
                whole[i] += self.weights()[bot] * scores[bot][i];
            }
        }
        return whole;
    }

    /**
     * Returns a response under the header of its file.
     *
     * @param name of the bot
     * @param command what to type to get the same file
     * @param against the mixture in words
     */
    public Response signed(Found found, String name, String command, String against) {
        Scenario scenario = trials.rules().scenario();
        List<String> words = List.of(
                "bot", name,
                "found-by", command,
                "scenario", scenario.id(),
                "scenario-hash", scenario.hash(),
                "ruleset", scenario.ruleset(),
                "responds-to", against,
                "seat", settings.seat().word(),
                "training-seeds", settings.train(),
                "choice-seeds", settings.choice(),
                "test-seeds", settings.test());
        Map<String, String> header = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            header.put(words.get(i), words.get(i + 1));
        }
        return found.response().under(header);
    }
}
