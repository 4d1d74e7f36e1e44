package dev.truce.spark;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.result.FileHash;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tournament made ready to be played in this process: its rules and its bots. Shared by all threads. */
final class ExecutorTournament {
    /** An executor plays one tournament at a time, and making it ready takes longer than a pair. */
    private static @Nullable ExecutorTournament latest;

    private final ExecutorTask executorTask;
    private final Rules rules;
    private final TournamentSettings settings;
    private final List<Contestant> contestants;

    private ExecutorTournament(
            ExecutorTask executorTask, Rules rules, TournamentSettings settings, List<Contestant> contestants) {
        this.executorTask = executorTask;
        this.rules = rules;
        this.settings = settings;
        this.contestants = List.copyOf(contestants);
    }

    /**
     * Returns the workshop of a tournament.
     *
     * @throws UnfitException if this machine lacks a bot, or has another one than the driver
     */
    static synchronized ExecutorTournament of(ExecutorTask executorTask) throws UnfitException {
        ExecutorTournament known = latest;
        if (known == null || !known.executorTask.equals(executorTask)) {
            known = prepare(executorTask);
            latest = known;
        }
        return known;
    }

    private static ExecutorTournament prepare(ExecutorTask executorTask) throws UnfitException {
        RunCard card;
        try {
            card = RunCard.read(executorTask.card());
        } catch (ResultException wrong) {
            throw new UnfitException(String.valueOf(wrong.getMessage()), wrong);
        }
        Scenario scenario = executorTask.scenario().isEmpty()
                ? Scenarios.named(card.settings().scenario())
                : Scenarios.load(executorTask.scenario(), TournamentSettings.OWN_SCENARIO);
        if (!scenario.hash().equals(card.rulesStamp().scenarioSha256())) {
            throw new UnfitException("the scenario is another one here, with the hash " + scenario.hash());
        }
        List<Contestant> contestants = new ArrayList<>();
        for (RunCard.Entrant entrant : card.bots()) {
            contestants.add(new Contestant(entrant.name(), factory(entrant, card.settings())));
        }
        return new ExecutorTournament(executorTask, Rules.of(scenario), card.settings(), contestants);
    }

    private static BotFactory factory(RunCard.Entrant entrant, TournamentSettings settings) throws UnfitException {
        String given = entrant.given();
        if (Roster.find(given.strip()).isEmpty()) {
            String here = FileHash.ofCommand(given);
            if (!here.equals(entrant.sha256())) {
                throw new UnfitException("the program of '" + given + "' has the hash " + here + " here, and "
                        + entrant.sha256() + " where the tournament was begun");
            }
        }
        try {
            return BotName.known(given).bot(ChildLimits.of(settings.movetimeMillis(), settings.recover()));
        } catch (IllegalArgumentException none) {
            throw new UnfitException("cannot play '" + given + "': " + none.getMessage(), none);
        }
    }

    /** Returns what plays the pairs of one thread. */
    PairMaker maker() {
        return new PairMaker(rules, settings, contestants);
    }
}
