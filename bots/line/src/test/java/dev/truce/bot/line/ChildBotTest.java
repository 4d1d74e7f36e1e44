package dev.truce.bot.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Conduct;
import dev.truce.bot.Decision;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bots written in a shell: what they may do, and what happens to those that misbehave. */
@Execution(ExecutionMode.CONCURRENT)
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ChildBotTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    /** A bot whose answers are commands of the shell; {@code $n} is the number of the round. */
    private static String bot(String offers, String orders, String quit) {
        return Commands.shell(
                "while read -r line; do set -- $line; n=$3; case $line in twi*) echo twiok;; isready) echo readyok;;"
                        + " 'go offers '*) " + offers + ";; 'go round '*) " + orders + ";; quit) " + quit
                        + ";; esac; done");
    }

    private static String answering(String orders) {
        return bot("echo offers $n", "echo orders $n '" + orders + "'", "exit 0");
    }

    private static Played play(String us, ChildLimits limits) {
        return play(us, limits, "truce");
    }

    private static Played play(String us, ChildLimits limits, String cn) {
        return new InProcessMatch(RULES)
                .play(
                        setup(3, ROUNDS),
                        new Pairing(
                                BotName.known(us).bot(limits), Roster.find(cn).orElseThrow(), 5, 100),
                        Recording.TEXT);
    }

    private static MatchSetup setup(long seed, int rounds) {
        MatchSetup usual = RULES.setup(seed);
        return new MatchSetup(seed, new Horizon.Fixed(rounds), usual.calendar(), usual.conditions());
    }

    private static List<String> faults(Conduct conduct) {
        return conduct.faults().stream().map(f -> f.round() + " " + f.kind()).toList();
    }

    @Test
    void aShellScriptFinishesAGame() {
        Played played = play(answering("PORT=80; FENT=5"), ChildLimits.USUAL);
        assertThat(played.us().faults()).isEmpty();
        assertThat(played.reports()).hasSize(ROUNDS);
        assertThat(played.reports().get(0).orders().us().level(Instrument.US_PORT_FEE))
                .isPositive();
    }

    @Test
    void anIllegalItemIsDroppedAndCountedAndTheOthersStand() {
        Played played = play(answering("PORT=80; RECIP=banana; CHIP=open"), ChildLimits.USUAL);
        assertThat(faults(played.us())).containsExactly("1 ILLEGAL", "2 ILLEGAL", "3 ILLEGAL", "4 ILLEGAL");
        assertThat(played.us().faults().get(0).detail()).contains("LEVEL_NOT_ON_LADDER", "banana");
        Orders orders = played.reports().get(0).orders().us();
        assertThat(orders.level(Instrument.US_PORT_FEE)).isPositive();
        assertThat(orders.has(Instrument.US_RECIPROCAL_TARIFF)).isFalse();
        assertThat(orders.has(Instrument.US_CHIP_CONTROL)).isFalse();
    }

    @Test
    void anErrorIsToldToTheBot() throws IOException {
        Path log = folder.resolve("log");
        String script = Commands.shell(
                "while read -r line; do set -- $line; case $line in twi*) echo twiok;; isready) echo readyok;;"
                        + " error*) echo $line >&2;; 'go offers '*) echo offers $3;;"
                        + " 'go round '*) echo orders 99; echo orders $3 RECIP=31;; quit) exit 0;; esac; done");
        play(script, ChildLimits.USUAL.logging(log));
        assertThat(Files.readString(log))
                .contains("err error STALE_ROUND current 1", "err error LEVEL_NOT_ON_LADDER 'RECIP=31'");
    }

    @Test
    void aLateAnswerCostsTheRoundAndNotTheMatch() {
        String late =
                bot("echo offers $n", "[ $n = 2 ] || echo orders $n PORT=80", "exit 0;; stop) echo orders 2 PORT=80");
        Played played = play(late, ChildLimits.USUAL.within(4_000));
        assertThat(faults(played.us())).containsExactly("2 TIMEOUT");
        assertThat(played.reports().get(1).orders().us().has(Instrument.US_PORT_FEE))
                .isFalse();
        assertThat(played.reports().get(2).orders().us().has(Instrument.US_PORT_FEE))
                .isTrue();
    }

    @Test
    void oneThatDoesNotStopIsKilledAndHoldsFromThenOn() {
        Played played = play(
                bot("echo offers $n", "[ $n != 2 ] && echo orders $n PORT=80", "exit 0"),
                ChildLimits.USUAL.within(4_000));
        assertThat(faults(played.us())).containsExactly("2 STALL");
        assertThat(played.reports().get(0).orders().us().has(Instrument.US_PORT_FEE))
                .isTrue();
        assertThat(played.reports().get(3).orders().us().has(Instrument.US_PORT_FEE))
                .isFalse();
    }

    @Test
    void anOfferIsShownAndTheBotMayAcceptItAndOrderSomethingElse() {
        String script = Commands.shell(
                "while read -r line; do set -- $line; n=$3; case $line in twi*) echo twiok;; isready) echo readyok;;"
                        + " position*) pos=$line;; 'go offers '*) echo offers $n;; quit) exit 0;; 'go round '*) case $pos"
                        + " in *CN-1*) echo orders $n 'ACCEPT CN-1; PORT=0';; *) echo orders $n PORT=80;; esac;; esac;"
                        + " done");
        BotFactory offering = BotFactory.of(
                "offering",
                seat -> seen -> new Decision(
                        Orders.HOLD,
                        seen.openRound() == 1
                                ? new Terms.Package(List.of(new Pledge(Instrument.US_PORT_FEE, 0)), 2, false)
                                : null,
                        AcceptanceRule.NEVER));
        Played played = new InProcessMatch(RULES)
                .play(
                        setup(3, ROUNDS),
                        new Pairing(BotName.known(script).bot(ChildLimits.USUAL), offering, 5, 100),
                        Recording.TEXT);
        assertThat(played.us().faults()).isEmpty();
        assertThat(played.result().recordText()).contains("US ACCEPT CN-1 #");
        assertThat(played.reports().get(0).orders().us().level(Instrument.US_PORT_FEE))
                .isZero();
        assertThat(played.reports().get(3).orders().us().level(Instrument.US_PORT_FEE))
                .isPositive();
    }

    @Test
    void oneThatCrashesHoldsFromThenOnAndItsLastWordsAreKept() {
        Played played = play(bot("echo offers $n", "echo broken heart >&2; exit 7", "exit 0"), ChildLimits.USUAL);
        assertThat(faults(played.us())).containsExactly("1 CRASH");
        assertThat(played.us().faults().get(0).detail()).isEqualTo("GONE: 7, err broken heart");
    }

    @Test
    void oneThatIsRecoveredPlaysOnAndEachCrashCounts() {
        Played played = play(
                bot("echo offers $n", "[ $n != 2 ] || exit 7; echo orders $n PORT=80", "exit 0"),
                ChildLimits.USUAL.recovering());
        assertThat(faults(played.us())).containsExactly("2 CRASH");
        assertThat(played.reports().get(2).orders().us().has(Instrument.US_PORT_FEE))
                .isTrue();
    }

    @Test
    void oneThatEndsAtOnceCrashes() {
        long begun = System.nanoTime();
        Played played = play(Commands.shell("exit 3"), ChildLimits.USUAL);
        assertThat(faults(played.us())).containsExactly("1 CRASH");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void endlessOutputHarmsNobody() {
        Played played = play(
                bot(
                        "if [ $n = 1 ]; then yes >&2 & fi; echo offers $n",
                        "yes | head -c 3000000; echo; echo orders $n PORT=80",
                        "exit 0"),
                ChildLimits.USUAL.within(500));
        assertThat(played.reports()).hasSize(ROUNDS);
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndTold() throws IOException {
        Path log = folder.resolve("log");
        String script = bot(
                "echo offers $n",
                "head -c 9000 /dev/zero | tr '\\000' x; echo; echo orders $n PORT=80",
                "exit 0;; error*) echo $line >&2");
        Played played = play(script, ChildLimits.USUAL.logging(log));
        assertThat(played.us().faults()).isEmpty();
        assertThat(Files.readString(log)).contains("error LINE_TOO_LONG most 8192");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // From the first moment, so that not even the greeting is answered.
                "yes",
                // Once it is asked: for another round, for none, and without an end of line.
                "greet; while read -r l; do case $l in go*) yes 'offers 99';; esac; done",
                "greet; while read -r l; do case $l in go*) yes twiok;; esac; done",
                "greet; while read -r l; do case $l in go*) tr '\\000' x </dev/zero;; esac; done"
            })
    void oneThatNeverStopsTalkingIsKilledWhenItsTimeIsOver(String script) {
        String greet =
                "greet() { while read -r l; do case $l in twi*) echo twiok;; isready) echo readyok; return;; esac;"
                        + " done; }; ";
        ChildLimits limits = ChildLimits.USUAL.startingWithin(1_500).within(300);
        Played played = play(Commands.shell(greet + script), limits);
        assertThat(faults(played.us())).containsExactly("1 STALL");
        assertThat(played.reports()).hasSize(ROUNDS);
    }

    @Test
    void oneThatEndsHasCrashedAlsoIfWhatItStartedHoldsItsOutput() {
        long begun = System.nanoTime();
        Played played = play(bot("echo offers $n", "sleep 600 & exit 5", "exit 0"), ChildLimits.USUAL.within(60_000));
        assertThat(faults(played.us())).containsExactly("1 CRASH");
        assertThat(played.us().faults().get(0).detail()).startsWith("GONE: 5");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatLeavesTheGroupAndLosesItsParentDiesToo() throws IOException {
        Path pid = folder.resolve("pid");
        String escape =
                "setsid /bin/sh -c 'echo $$ >" + pid + "; exec sleep 600' & while [ ! -s " + pid + " ]; do :; done";
        // Once: another that escapes would empty the file while it is read.
        String first = "if [ $n = 1 ]; then " + escape + "; fi; echo offers $n";
        Played played = play(bot(first, "echo orders $n", "exit 0"), ChildLimits.USUAL);
        assertThat(played.reports()).hasSize(ROUNDS);
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        assertThat(diesSoon(left)).isTrue();
    }

    @Test
    void whatABotLeavesRunningDiesWithIt() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        // The grandchild loses its parent at once, and hears no polite signal.
        String script = bot(
                "[ $n != 1 ] || (trap '' TERM HUP; sleep 300 & echo $! >" + pid + "); echo offers $n",
                "echo orders $n",
                "exec sleep 300");
        long begun = System.nanoTime();
        play(script, ChildLimits.USUAL);
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(diesSoon(left)).isTrue();
    }

    /** What was killed is dead, and perhaps not yet collected by its new parent. */
    private static boolean diesSoon(Optional<ProcessHandle> process) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (process.map(ChildBotTest::isSleeping).orElse(false) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return !process.map(ChildBotTest::isSleeping).orElse(false);
    }

    private static boolean isSleeping(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        command.endsWith("sleep") || command.endsWith("coreutils") || command.endsWith("busybox"))
                .isPresent();
    }

    @Test
    void theSeedIsTheBotsOwnAndTheMatchesIsNowhere() throws IOException {
        Path log = folder.resolve("log");
        String script = bot("echo offers $n", "echo orders $n", "exit 0;; newmatch*|position*) echo $line >&2");
        BotFactory bot = BotName.known(script).bot(ChildLimits.USUAL.logging(log));
        long matchSeed = 918_273_645_546L;
        new InProcessMatch(RULES)
                .play(
                        setup(matchSeed, 2),
                        new Pairing(bot, Roster.find("truce").orElseThrow(), 5, 100),
                        Recording.NONE);
        String told = Files.readString(log);
        assertThat(told).contains("newmatch role US", "position round 2");
        assertThat(told).doesNotContain(Long.toString(matchSeed));
        assertThat(told)
                .contains(" seed "
                        + BotSeat.seeded(Side.US, RULES.scenario(), 5, 100)
                                .random()
                                .position()
                        + " legal on");
    }
}
