package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotCommand;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.cli.connect.LoopbackServers;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.Transport;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.result.FileHash;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A tournament whose settings are known: its rules and its bots.
 *
 * @param settings what is played
 * @param scenario its scenario
 * @param rules the rules of that
 * @param contestants its bots
 */
public record TournamentSetup(
        TournamentSettings settings, ScenarioFile scenario, Rules rules, List<Contestant> contestants) {
    /** More answers of bots than a pair can have: two matches of 64 rounds with a handful for either side. */
    private static final int ANSWERS_A_PAIR = 2_048;

    /** What the program itself takes for a pair at most, bots that search included. */
    private static final Duration PROGRAM = Duration.ofHours(1);

    public TournamentSetup {
        contestants = List.copyOf(contestants);
    }

    /**
     * Finds scenario and bots.
     *
     * @param own where the scenario is if it does not ship
     * @param folder of the results; what commands write beside the protocol goes to its logs
     */
    static TournamentSetup of(TournamentSettings settings, Path own, Path folder) throws FaultException {
        List<BotFactory> factories = new ArrayList<>();
        for (int i = 0; i < settings.bots().size(); i++) {
            ChildLimits limits = ChildLimits.of(settings.movetimeMillis(), settings.recover())
                    .logging(folder.resolve("logs").resolve("bot-" + (i + 1) + ".log"));
            factories.add(BotOptions.named("--bot", settings.bots().get(i)).bot(limits));
        }
        return of(settings, own, factories);
    }

    /**
     * Finds the scenario of a tournament whose records are played again, which needs no bot: the machine that verifies may not have them.
     *
     * @param own where the scenario is if it does not ship
     */
    static TournamentSetup played(TournamentSettings settings, Path own) throws FaultException {
        return of(settings, own, List.of());
    }

    private static TournamentSetup of(TournamentSettings settings, Path own, List<BotFactory> factories)
            throws FaultException {
        ScenarioFile scenario = settings.scenario().equals(TournamentSettings.OWN_SCENARIO)
                ? NamedScenario.read(own)
                : Scenarios.file(settings.scenario());
        Rules rules;
        try {
            rules = Rules.of(scenario.scenario());
            var unused = settings.plan();
        } catch (IllegalArgumentException wrong) {
            throw FaultException.usage(
                    UsageFault.unstarted("WRONG_USAGE", String.valueOf(wrong.getMessage()), "truce tournament --help"));
        }
        return new TournamentSetup(settings, scenario, rules, Contestant.of(factories));
    }

    /** Returns the same tournament with names that are known: those of a folder that is taken up again. */
    TournamentSetup named(List<String> names) {
        List<Contestant> renamed = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            renamed.add(new Contestant(names.get(i), contestants.get(i).factory()));
        }
        return new TournamentSetup(settings, scenario, rules, renamed);
    }

    /** Returns the same tournament with the names that commands announce, which are started once for it. */
    TournamentSetup announced() {
        List<BotFactory> factories = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            String given = settings.bots().get(i);
            BotFactory factory = contestants.get(i).factory();
            factories.add(
                    BotName.isCommand(given)
                            ? BotCommand.of(given)
                                    .announcedName(ChildLimits.USUAL)
                                    .map(name -> BotFactory.of(name, factory.summary(), factory::create))
                                    .orElse(factory)
                            : factory);
        }
        return new TournamentSetup(settings, scenario, rules, Contestant.of(factories));
    }

    /** Says of which commands the hash covers the program alone, as its folder is too large. */
    List<String> hashedAlone() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            String given = settings.bots().get(i);
            if (BotName.isCommand(given) && FileHash.isFileAlone(given)) {
                lines.addAll(TextWidth.wrap(
                        "", Texts.of("tournament.hash.file", contestants.get(i).name())));
            }
        }
        return lines;
    }

    /**
     * Starts each command whose options are set and asks whether they can be, so that it is known before any match is played.
     *
     * @throws FaultException if a command has no such option or that cannot have the value
     */
    void checkSettings() throws FaultException {
        for (String bot : settings.bots()) {
            BotOptions.checkSettings("--bot", BotOptions.named("--bot", bot), ChildLimits.USUAL);
        }
    }

    /**
     * Returns threads that play it.
     *
     * @param threads at least 1
     */
    PairPlayers players(int threads) {
        return new LocalPairPlayers(
                threads, patience(), settings.seed(), () -> new PairMaker(rules, settings, contestants));
    }

    /**
     * Returns threads that play it over connections.
     *
     * @param threads at least 1
     * @param servers where the matches are
     * @param transport carries the connections
     */
    PairPlayers wirePlayers(int threads, LoopbackServers servers, Transport transport) {
        Supplier<WireMatchPlayer> matches =
                () -> new WireMatchPlayer(servers, transport, rules, settings.steps(), patience());
        return new LocalPairPlayers(
                threads,
                patience(),
                settings.seed(),
                () -> new PairMaker(rules, settings, contestants, new PairPlayer(contestants, matches)::play));
    }

    /** Returns how long a pair may take: longer than one whose commands use all of their time. */
    private Duration patience() {
        long answer =
                ChildLimits.of(settings.movetimeMillis(), settings.recover()).moveMillis();
        return PROGRAM.plusMillis(ANSWERS_A_PAIR * 2 * answer);
    }

    /** Returns what the card says about the bots; those of the roster are part of the program. */
    List<RunCard.Entrant> entrants(String program) {
        List<RunCard.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            String given = settings.bots().get(i);
            boolean isRoster = !BotName.isCommand(given);
            entrants.add(new RunCard.Entrant(
                    contestants.get(i).name(),
                    given,
                    isRoster ? "roster" : "command",
                    isRoster && given.indexOf(':') < 0 ? program : FileHash.ofCommand(given)));
        }
        return entrants;
    }

    /** Returns what the card says about the scenario. */
    RunCard.Edition rulesStamp() {
        return new RunCard.Edition(
                scenario.scenario().ruleset(),
                scenario.scenario().id(),
                scenario.scenario().hash(),
                scenario.scenario().dataVersion());
    }
}
