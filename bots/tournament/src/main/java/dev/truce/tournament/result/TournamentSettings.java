package dev.truce.tournament.result;

import dev.truce.bot.line.BotName;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.plan.TournamentPlan;
import dev.truce.tournament.stats.Sprt;
import java.util.List;

/**
 * All that decides what a tournament plays; the same settings give the same files.
 *
 * @param bots as they were named: names of the roster, or command lines
 * @param format kind of the tournament
 * @param pairs pairs of each fixture, at least 1
 * @param self whether bots of a round robin meet themselves too
 * @param seed the master seed
 * @param scenario id of a shipped scenario, or {@link #OWN_SCENARIO}
 * @param steps what a bot may think in each round
 * @param records how the record of each match is kept
 * @param tables in which forms the large tables are kept
 * @param movetimeMillis what a command may think for an answer, told to it as its budget; 0 if budgets are in steps
 * @param sprt sequential test of two bots that ends the tournament early, or empty; see {@link dev.truce.tournament.stats.Sprt#parse}
 * @param recover whether a command that crashed or stalled is started again for the next round
 * @param part which of its pairs are played
 */
public record TournamentSettings(
        List<String> bots,
        Format format,
        int pairs,
        boolean self,
        long seed,
        String scenario,
        long steps,
        RecordChoice records,
        TableChoice tables,
        long movetimeMillis,
        String sprt,
        boolean recover,
        TournamentPart part) {
    /** The scenario is a file, of which the folder has a copy. */
    public static final String OWN_SCENARIO = "scenario.yaml";

    public TournamentSettings {
        bots = List.copyOf(bots);
    }

    /** Returns whether a language model plays. */
    public boolean hasModel() {
        return bots.stream().anyMatch(BotName::isModel);
    }

    /** Returns the same settings of a tournament that keeps its records in another way. */
    TournamentSettings with(RecordChoice kept) {
        return new TournamentSettings(
                bots, format, pairs, self, seed, scenario, steps, kept, tables, movetimeMillis, sprt, recover, part);
    }

    /** Returns the settings of the tournament of which this is a part. */
    public TournamentSettings whole() {
        return new TournamentSettings(
                bots,
                format,
                pairs,
                self,
                seed,
                scenario,
                steps,
                records,
                tables,
                movetimeMillis,
                sprt,
                recover,
                TournamentPart.WHOLE);
    }

    /** Returns the index of its first pair. */
    public int firstPair() {
        return part.isWhole()
                ? 0
                : part.first(format.plan(bots.size(), pairs, self).pairsInAll());
    }

    /** Returns the settings with another master seed. */
    public TournamentSettings withSeed(long other) {
        return new TournamentSettings(
                bots,
                format,
                pairs,
                self,
                other,
                scenario,
                steps,
                records,
                tables,
                movetimeMillis,
                sprt,
                recover,
                part);
    }

    /**
     * Returns the plan.
     *
     * @throws IllegalArgumentException if there are too few or too many bots or pairs, or if the test is invalid or has not two bots
     */
    public TournamentPlan plan() {
        if (!sprt.isEmpty()) {
            Sprt.parse(sprt);
            if (bots.size() != 2 || self) {
                throw new IllegalArgumentException("a sequential test needs two bots that meet each other only");
            }
        }
        if (!part.isWhole() && !sprt.isEmpty()) {
            throw new IllegalArgumentException(
                    "a sequential test looks at one pair after the other, so there are no parts");
        }
        return format.plan(bots.size(), pairs, self).part(part);
    }
}
