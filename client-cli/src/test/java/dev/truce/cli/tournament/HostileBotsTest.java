package dev.truce.cli.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.MatchReader;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tournaments in which most bots are hostile: they end, each bot gets the ending that it deserves, nothing is left running, and the
 * matches of honest bots are those of a tournament without any hostile one.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class HostileBotsTest {
    private static final Rules RULES = Rules.of(Scenarios.load("""
        base: busan-2025
        id: three
        titles: {en: "Three rounds", zh: "\u4e09\u8f6e"}
        horizon: {fixed: {rounds: 3}}
        anchors: computed
        """, "three"));

    private static final List<String> HONEST = List.of("tft", "random", "dealer");

    /** Every program that a hostile bot starts has this word in its command line, so that what survives is found. */
    private static final String MARK = Long.toString(700_000_000_000L + System.nanoTime() % 100_000_000_000L);

    /** For bots that answer, however loaded the machine is. */
    private static final ChildLimits PATIENT = ChildLimits.USUAL;

    /** For bots that never will. */
    private static final ChildLimits SHORT =
            ChildLimits.USUAL.startingWithin(400).within(200);

    /** Greets as it should; what follows is the bot's answer to other lines, and {@code $n} the round. */
    private static final String PROPER =
            "while read -r line; do set -- $line; n=$3; case $line in twi*) echo twiok;; isready) echo" + " readyok;; ";

    private static final String DONE = " quit) exit 0;; esac; done";
    private static final String BLANKS = "head -c 8000 /dev/zero | tr '\\000' ' '; ";
    private static final String PLAYS = "'go offers'*) echo offers $n;; 'go round'*) echo orders $n;; ";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Hostile> bots = new LinkedHashMap<>();

    /** A hostile bot, and how its matches end. */
    private record Hostile(BotFactory factory, String ending) {}

    private void shell(String name, String ending, ChildLimits limits, String script) {
        BotFactory made = BotName.known("/bin/sh -c \"" + script + "\" " + MARK)
                .bot(limits.logging(folder.resolve(name + ".log")));
        bots.put(name, new Hostile(BotFactory.of(name, made::create), ending));
    }

    private void inProcess(String name, String ending, Bot bot) {
        bots.put(name, new Hostile(BotFactory.of(name, seat -> bot), ending));
    }

    private void processes() {
        shell("crashes-at-start", "crash", PATIENT, "exit 3");
        shell("exits-in-silence", "crash", PATIENT, PROPER + "go*) exit 0;;" + DONE);
        shell("killed-in-mid-match", "crash", PATIENT, PROPER + "'go round 2'*) kill -9 $$;; " + PLAYS + DONE);
        shell(
                "runs-out-of-memory",
                "crash",
                PATIENT,
                PROPER + "go*) ulimit -v 40000; x=yyyyyyyy; while :; do x=$x$x; done;;" + DONE);
        shell("closes-its-output", "crash", PATIENT, PROPER + "go*) exec >&-; exec sleep " + MARK + ";;" + DONE);
        shell("never-answers", "stall", SHORT, "exec sleep " + MARK);
        shell(
                "answers-late",
                "timeout",
                PATIENT.within(120),
                PROPER
                        + "go*) what=$2; k=$3;; stop) if [ $what = offers ]; then echo offers $k; else echo orders $k;"
                        + " fi;;"
                        + DONE);
        shell(
                "asks-a-silent-model",
                "no-answer",
                PATIENT,
                PROPER + "'go offers'*) echo info no-answer HTTP 500; echo offers $n;; 'go round'*) echo orders $n;;"
                        + DONE);
        shell("floods-its-output", "stall", SHORT, "exec yes " + MARK);
        shell("writes-one-endless-line", "stall", SHORT, "yes " + MARK + " | tr -d '\\n'");
        shell(
                "writes-long-lines",
                "normal",
                PATIENT,
                PROPER
                        + "'go offers'*) echo offers $n;; 'go round'*) head -c 20000 /dev/zero | tr '\\000' x; echo;"
                        + " echo orders $n;;"
                        + DONE);
        shell("writes-garbage", "stall", SHORT, "head -c 100000 /dev/urandom; exec sleep " + MARK);
        shell(
                "answers-for-other-rounds",
                "stall",
                SHORT.startingWithin(30_000),
                PROPER + "go*) echo offers 99; echo orders 99; echo orders;;" + DONE);
        shell(
                "orders-what-is-illegal",
                "illegal",
                PATIENT,
                PROPER
                        + "'go offers'*) echo offers $n 'OFFER o {nonsense}';; 'go round'*) echo orders $n"
                        + " 'RECIP=banana; ACCEPT US-7';;"
                        + DONE);
        shell(
                "ignores-all-signals",
                "normal",
                PATIENT,
                "trap '' TERM INT HUP QUIT PIPE; " + PROPER + PLAYS + "quit) ;; esac; done; exec sleep " + MARK);
        shell(
                "leaves-a-grandchild",
                "normal",
                PATIENT,
                "sleep " + MARK + " & setsid sleep " + MARK + " </dev/null >/dev/null 2>&1 & " + PROPER + PLAYS + DONE);
        shell("floods-its-errors", "normal", PATIENT, "yes " + MARK + " >&2 & " + PROPER + PLAYS + DONE);
        shell(
                "answers-before-it-is-asked",
                "normal",
                PATIENT,
                PROPER + "newmatch*) for i in 1 2 3 4; do echo offers $i; echo orders $i; done;; " + PLAYS + DONE);
        // Patterns that try every blank again and again would take minutes over each of these lines.
        shell(
                "has-a-name-of-blanks",
                "normal",
                PATIENT,
                "while read -r line; do set -- $line; n=$3; case $line in twi*) printf 'id name'; " + BLANKS
                        + "printf '\\rx\\n'; echo twiok;; isready) echo readyok;; " + PLAYS + DONE);
        shell(
                "threatens-and-votes-in-blanks",
                "illegal",
                PATIENT,
                PROPER + "'go offers'*) printf 'offers %s THREATEN RECIP=34 BY 5 UNLESS' $n; " + BLANKS
                        + "printf '\\042\\n';; 'go round'*) printf 'orders %s VOTE a' $n; " + BLANKS + "echo x;;"
                        + DONE);
        shell("reads-nothing", "stall", SHORT.startingWithin(30_000), "echo twiok; echo readyok; exec sleep " + MARK);
        shell("is-no-program", "crash", PATIENT, "exec /no/such/program " + MARK);
    }

    private void objects() {
        inProcess("throws", "crash", seen -> {
            throw new IllegalStateException("on purpose");
        });
        inProcess("throws-an-error", "crash", seen -> {
            throw new Error("on purpose");
        });
        inProcess("overflows-the-stack", "crash", HostileBotsTest::deeper);
        inProcess("returns-nothing", "crash", seen -> nothing());
        inProcess(
                "says-too-much",
                "illegal",
                seen -> new Decision(
                        Orders.HOLD,
                        null,
                        null,
                        AcceptanceRule.NEVER,
                        Collections.nCopies(
                                Decision.MAX_DEALINGS, new Deed.Say(Channel.PUBLIC, "x".repeat(1_000_000), null))));
        inProcess("orders-for-the-other-side", "illegal", seen -> {
            List<Order> orders = new ArrayList<>();
            for (Instrument each : Instrument.values()) {
                orders.add(new Order(each, 0));
            }
            return new Decision(Orders.of(orders));
        });
    }

    /** Overflows the stack. */
    @SuppressWarnings("InfiniteRecursion")
    private static Decision deeper(Object seen) {
        return deeper(List.of(deeper(seen)));
    }

    /** What a careless author returns; the checks of this build would not let us write it. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static Decision nothing() {
        return null;
    }

    @Test
    void botsInOtherProcessesLoseTheirOwnMatchesAndNobodyElses() throws Exception {
        processes();
        // Each meets one honest bot: what floods its output takes a processor, and there are two of them.
        Path out = compare(Format.GAUNTLET, 12, 2);
        assertThat(bots).hasSizeGreaterThanOrEqualTo(12);
        nothingIsLeft();
        try (var logs = Files.list(folder)) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                // A megabyte for each process of the bot.
                assertThat(Files.size(log)).as(log.toString()).isLessThan(100L << 20);
            }
        }
        assertThat(out).isDirectory();
    }

    @Test
    void botsInThisProcessLoseTheirOwnMatchesAndNobodyElses() throws Exception {
        objects();
        compare(Format.RR, 2, HONEST.size() * (HONEST.size() - 1) / 2);
    }

    /**
     * Plays the hostile bots between honest ones, then honest ones in their places; returns the folder of the first.
     *
     * @param honestPairs how many pairs of honest bots the format has
     */
    private Path compare(Format format, int threads, int honestPairs) throws Exception {
        List<BotFactory> hostile = new ArrayList<>();
        for (Hostile bot : bots.values()) {
            hostile.add(bot.factory());
        }
        List<Contestant> players = among(hostile);
        Path out = play("hostile", format, players, threads);
        Path honest = play("honest", format, among(Collections.nCopies(hostile.size(), roster("hold"))), threads);

        Set<String> starts = new HashSet<>();
        List<MatchRow> matches = new ArrayList<>();
        List<String> names = players.stream().map(Contestant::name).toList();
        MatchReader.read(out, names, (one, two, scored) -> matches.addAll(List.of(one, two)));
        for (MatchRow row : matches) {
            String us = row.bots().us();
            String cn = row.bots().cn();
            assertThat(row.conduct().us().ending().word())
                    .as(us + " against " + cn)
                    .isEqualTo(expected(us));
            assertThat(row.conduct().cn().ending().word())
                    .as(cn + " against " + us)
                    .isEqualTo(expected(cn));
            if (HONEST.contains(us) && HONEST.contains(cn)) {
                starts.add(row.pair() + "," + row.match() + ",");
                starts.add("{\"pair\":" + row.pair() + ",\"match\":" + row.match() + ",");
                assertThat(ResultFolder.record(out, row.pair(), row.match()))
                        .hasSameBinaryContentAs(ResultFolder.record(honest, row.pair(), row.match()));
            }
        }
        assertThat(starts).hasSize(4 * honestPairs);
        List<String> files = PairFiles.TABLES.stream()
                .flatMap(table -> Stream.of(TableForm.CSV.file(table), TableForm.JSONL.file(table)))
                .toList();
        for (String file : files) {
            assertThat(lines(out.resolve(file), starts))
                    .as(file)
                    // Of an honest bot nothing is refused, and not all of them offer and speak.
                    .hasSizeGreaterThanOrEqualTo(file.matches("(refusals|offers|statements).*") ? 0 : starts.size() / 2)
                    .isEqualTo(lines(honest.resolve(file), starts));
        }
        assertThat(Files.readAllLines(out.resolve(StandingRow.TABLE.file()))).hasSize(1 + players.size());
        return out;
    }

    /** Honest bots stand at the beginning, in the middle and at the end. */
    private static List<Contestant> among(List<BotFactory> others) {
        List<BotFactory> all = new ArrayList<>(others);
        all.add(0, roster(HONEST.get(0)));
        all.add(all.size() / 2, roster(HONEST.get(1)));
        all.add(roster(HONEST.get(2)));
        return Contestant.of(all);
    }

    private String expected(String bot) {
        Hostile known = bots.get(bot);
        return known == null ? "normal" : known.ending();
    }

    private Path play(String name, Format format, List<Contestant> contestants, int threads) throws Exception {
        Path out = folder.resolve(name);
        Fair.play(out, RULES, format, contestants, threads, all -> new PairPlayer(RULES, all, Fair.steps())::play);
        return out;
    }

    /** Returns the lines that begin in one of these ways. */
    private static List<String> lines(Path file, Set<String> starts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (starts.stream().anyMatch(line::startsWith)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static BotFactory roster(String name) {
        return Roster.find(name).orElseThrow();
    }

    /** What was killed last may still be on its way out of the system's table. */
    private static void nothingIsLeft() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!left().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(left()).isEmpty();
    }

    private static List<String> left() {
        List<String> left = new ArrayList<>();
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            each.info().commandLine().filter(line -> line.contains(MARK)).ifPresent(left::add);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("bot-")) {
                left.add(thread.getName());
            }
        }
        return left;
    }
}
