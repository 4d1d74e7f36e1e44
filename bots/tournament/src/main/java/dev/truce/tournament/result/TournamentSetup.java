package dev.truce.tournament.result;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.IdleBots;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.bot.line.model.Cassette;
import dev.truce.bot.line.model.ModelBots;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.Stage;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.MatchPlayer;
import dev.truce.tournament.run.PairPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A tournament whose settings are known: its rules and its bots.
 *
 * @param settings what is played
 * @param rules the rules of its scenario
 * @param scenarioText the text of its scenario if it does not ship, else empty
 * @param bots its bots as they were named; none if its records are only played again
 * @param contestants the same bots with the names that they have in it
 * @param pulses whether the models of the same bots answer
 * @param idle where processes of the same bots wait for their next match; none if each plays one
 */
public record TournamentSetup(
        TournamentSettings settings,
        Rules rules,
        String scenarioText,
        List<BotName> bots,
        List<Contestant> contestants,
        List<ModelPulse> pulses,
        List<IdleBots> idle)
        implements AutoCloseable {
    /** More answers of bots than a pair can have: two matches of 64 rounds with a handful for either side. */
    private static final int ANSWERS_A_PAIR = 2_048;

    /** Pairs of the same two bots that are played to see what all of theirs would cost. */
    private static final int PAIRS_TRIED = 3;

    /** What the program itself takes for a pair at most, bots that search included. */
    private static final Duration PROGRAM = Duration.ofHours(1);

    public TournamentSetup {
        bots = List.copyOf(bots);
        contestants = List.copyOf(contestants);
        pulses = List.copyOf(pulses);
        idle = List.copyOf(idle);
    }

    /**
     * Sets up a tournament.
     *
     * @param folder of the results; what commands write beside the protocol goes to its logs
     * @param keepsRunning whether a process of a command plays match after match
     * @throws IllegalArgumentException if so many pairs are not possible with so many bots
     */
    public static TournamentSetup of(
            TournamentSettings settings,
            Rules rules,
            String scenarioText,
            List<BotName> bots,
            Path folder,
            boolean keepsRunning) {
        var unused = settings.plan();
        List<BotFactory> factories = new ArrayList<>();
        List<ModelPulse> pulses = new ArrayList<>();
        List<IdleBots> idle = new ArrayList<>();
        for (int i = 0; i < bots.size(); i++) {
            ModelPulse pulse = new ModelPulse();
            pulses.add(pulse);
            IdleBots waiting = keepsRunning ? new IdleBots() : null;
            if (waiting != null) {
                idle.add(waiting);
            }
            ChildLimits limits = ChildLimits.of(settings.movetimeMillis(), settings.recover())
                    .logging(folder.resolve(log(i)));
            Cassette cassette = Cassette.recording(CassetteFiles.tape(folder, i));
            factories.add(bots.get(i).bot(limits, cassette, pulse, waiting));
        }
        return new TournamentSetup(settings, rules, scenarioText, bots, Contestant.of(factories), pulses, idle);
    }

    /** Ends the processes that wait for another match, and closes the cassettes. */
    @Override
    public void close() {
        idle.forEach(IdleBots::close);
        for (ModelBots model : models()) {
            try {
                model.close();
            } catch (IOException broken) {
                // What was asked is on the disk: nothing is written here.
            }
        }
    }

    /**
     * Refuses a run whose models have too small a budget for it, whatever happens in its matches.
     *
     * @throws ModelFileException if one has; names the first
     */
    public void requireRoom() throws ModelFileException {
        for (int i = 0; i < contestants.size(); i++) {
            ModelBots model = model(i);
            if (model != null) {
                model.file().requireRoom(contestants.get(i).name(), questions(i));
            }
        }
    }

    /**
     * Plays a few pairs of each two bots with models that are not asked, and returns what all would cost.
     *
     * @return one for each model, in the order of the bots
     */
    public List<ExpectedCost> expectedCosts() {
        Stage first =
                settings.plan().stage(0, 0, new Scoreboard(contestants.size())).orElseThrow();
        Map<List<Integer>, List<PairSpec>> alike = new LinkedHashMap<>();
        for (int pair = first.firstPair(); pair < first.end(); pair++) {
            PairSpec spec = first.pairSpec(pair, settings.seed());
            alike.computeIfAbsent(
                            List.of(Math.min(spec.first(), spec.second()), Math.max(spec.first(), spec.second())),
                            both -> new ArrayList<>())
                    .add(spec);
        }
        PairPlayer player = new PairPlayer(rules, contestants, settings.steps());
        ExpectedCost[] costs = new ExpectedCost[contestants.size()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = ExpectedCost.nothing(contestants.get(i).name());
        }
        // Who meets whom in later stages, scores decide.
        double stages = (double) settings.plan().pairsInAll() / first.end();
        alike.forEach((both, pairs) -> {
            int tried = Math.min(pairs.size(), PAIRS_TRIED);
            for (PairSpec spec : pairs.subList(0, both.stream().anyMatch(bot -> model(bot) != null) ? tried : 0)) {
                player.play(spec);
                for (int bot : new LinkedHashSet<>(both)) {
                    ModelBots model = model(bot);
                    if (model != null) {
                        costs[bot] = costs[bot].plus(model.takeCalls(spec.index()), stages * pairs.size() / tried);
                    }
                }
            }
        });
        return IntStream.range(0, costs.length)
                .filter(i -> model(i) != null)
                .mapToObj(i -> costs[i])
                .toList();
    }

    /** Returns how often a contestant is asked at least: once in each round of the pairs that are sure to be played. */
    private long questions(int contestant) {
        Stage first =
                settings.plan().stage(0, 0, new Scoreboard(contestants.size())).orElseThrow();
        int sure = settings.sprt().isEmpty() ? first.end() : 1;
        long questions = 0;
        for (int pair = 0; pair < sure; pair++) {
            PairSpec spec = first.pairSpec(pair, settings.seed());
            int seats = (spec.first() == contestant ? 1 : 0) + (spec.second() == contestant ? 1 : 0);
            questions += 2L * seats * rules.lastRound(rules.setup(spec.seed()));
        }
        return questions;
    }

    /** Returns the same tournament with names that are known: those of a folder that is taken up again. */
    public TournamentSetup named(List<String> names) {
        List<Contestant> renamed = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            renamed.add(new Contestant(names.get(i), contestants.get(i).factory()));
        }
        return new TournamentSetup(settings, rules, scenarioText, bots, renamed, pulses, idle);
    }

    /** Returns the same tournament with the names that commands announce, which are started once for it. */
    public TournamentSetup announced() {
        List<BotFactory> factories = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            BotFactory factory = contestants.get(i).factory();
            factories.add(
                    bots.get(i) instanceof BotName.OfCommand known
                            ? known.command()
                                    .announcedName(ChildLimits.USUAL)
                                    .map(name -> BotFactory.of(name, factory::create))
                                    .orElse(factory)
                            : factory);
        }
        return new TournamentSetup(settings, rules, scenarioText, bots, Contestant.of(factories), pulses, idle);
    }

    /** Returns the names of the commands of which the hash covers the program alone, as their folders are too large. */
    public List<String> hashedAlone() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            if (bots.get(i) instanceof BotName.OfCommand known && FileHash.isFileAlone(known.text())) {
                names.add(contestants.get(i).name());
            }
        }
        return names;
    }

    /**
     * Returns threads that play it.
     *
     * @param threads at least 1
     */
    public PairPlayers players(int threads) {
        return new LocalPairPlayers(
                threads,
                patience(threads),
                settings.seed(),
                () -> maker(new PairPlayer(rules, contestants, settings.steps())),
                watch());
    }

    /**
     * Returns threads that play it in another way than in this process.
     *
     * @param threads at least 1
     * @param matches plays the matches of one thread
     */
    public PairPlayers players(int threads, Supplier<? extends MatchPlayer> matches) {
        return new LocalPairPlayers(
                threads,
                patience(threads),
                settings.seed(),
                () -> maker(new PairPlayer(contestants, matches)),
                watch());
    }

    private PairMaker maker(PairPlayer player) {
        return new PairMaker(rules, settings, contestants, player::play, this::asked);
    }

    private PairAsked asked(int pair) {
        return PairAsked.take(models(), pair);
    }

    private ModelWatch watch() {
        return new ModelWatch() {
            @Override
            public void open(Path folder) throws IOException, ResultException {
                for (int i = 0; i < contestants.size(); i++) {
                    ModelBots model = model(i);
                    if (model != null) {
                        CassetteFiles.keep(folder, i, model.file());
                        CassetteFiles.open(folder, i, model);
                    }
                }
            }

            @Override
            public Optional<PairPlayersException> silence() {
                for (int i = 0; i < contestants.size(); i++) {
                    Optional<PairPlayersException> silence = TournamentSetup.this.silence(i);
                    if (silence.isPresent()) {
                        return silence;
                    }
                }
                return Optional.empty();
            }
        };
    }

    private @Nullable ModelBots model(int bot) {
        Object factory = contestants.get(bot).factory();
        return ModelBots.class.isInstance(factory) ? ModelBots.class.cast(factory) : null;
    }

    private List<ModelBots> models() {
        return contestants.stream()
                .map(Contestant::factory)
                .filter(ModelBots.class::isInstance)
                .map(ModelBots.class::cast)
                .toList();
    }

    private Optional<PairPlayersException> silence(int bot) {
        String name = contestants.get(bot).name();
        ModelBots model = model(bot);
        if (model != null && model.broken().isPresent()) {
            return Optional.of(PairPlayersException.silent(
                    PairPlayersException.Reason.CASSETTE_UNUSABLE,
                    name,
                    String.valueOf(model.broken().get().getMessage()),
                    CassetteFiles.named(bot)));
        }
        if (pulses.get(bot).isDead()) {
            return Optional.of(PairPlayersException.silent(
                    PairPlayersException.Reason.ENDPOINT_DEAD,
                    name,
                    pulses.get(bot).why(),
                    model == null ? log(bot) : CassetteFiles.named(bot)));
        }
        return model != null && model.isSpent()
                ? Optional.of(new PairPlayersException(PairPlayersException.Reason.BUDGET_SPENT, name))
                : Optional.empty();
    }

    /** Returns the file of what a command writes beside the protocol, within the folder. */
    private static String log(int bot) {
        return "logs/bot-" + (bot + 1) + ".log";
    }

    /**
     * Returns how long a pair may take: longer than one whose commands and models use all of their time.
     *
     * @param threads pairs that are played at a time
     */
    public Duration patience(int threads) {
        Duration answer = Duration.ofMillis(2
                * ChildLimits.of(settings.movetimeMillis(), settings.recover()).moveMillis());
        for (ModelBots model : models()) {
            // Both seats of each thread may ask at a time, and what is illegal is told back once.
            Duration asked = model.file().longestQuestion(2 * threads).multipliedBy(2);
            answer = answer.compareTo(asked) < 0 ? asked : answer;
        }
        return PROGRAM.plus(answer.multipliedBy(ANSWERS_A_PAIR));
    }

    /** Returns what the card says about the bots; those of the roster are part of the program. */
    public List<RunCard.Entrant> entrants(String program) {
        List<RunCard.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            String given = settings.bots().get(i);
            entrants.add(new RunCard.Entrant(
                    contestants.get(i).name(),
                    given,
                    BotName.isCommand(given) ? "command" : BotName.isModel(given) ? "model" : "roster",
                    RunCard.Entrant.hash(given, program)));
        }
        return entrants;
    }

    /** Returns what the card says about the scenario. */
    public RunCard.Edition rulesStamp() {
        return new RunCard.Edition(
                rules.scenario().ruleset(),
                rules.scenario().id(),
                rules.scenario().hash(),
                rules.scenario().dataVersion());
    }
}
