package dev.truce.cli.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bots.Roster;
import dev.truce.cli.Truce;
import dev.truce.cli.connect.LoopbackServers;
import dev.truce.engine.round.Rules;
import dev.truce.protocol.client.Transport;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same bots and seeds give the same files in this process, in processes of their own, and over connections to a server. */
@Tag("jvm")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(600)
class ThreeWaysTest {
    private static final Rules RULES = Rules.of(Scenarios.named("class-8"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder = Path.of("");

    private Path inProcess(String name, Format format, List<Contestant> bots) throws Exception {
        Path out = folder.resolve(name);
        Fair.play(out, RULES, format, bots, 2, all -> new PairPlayer(RULES, all, Fair.steps())::play);
        return out;
    }

    private Path overTheWire(String name, Format format, List<Contestant> bots) throws Exception {
        Path out = folder.resolve(name);
        try (LoopbackServers servers = new LoopbackServers(RULES.scenario());
                Transport transport = Transport.start(1)) {
            Fair.play(
                    out,
                    RULES,
                    format,
                    bots,
                    2,
                    all -> new PairPlayer(
                            all, () -> new WireMatchPlayer(servers, transport, RULES, Fair.steps(), PATIENCE))::play);
        }
        return out;
    }

    private static List<Contestant> roster(Stream<String> names) {
        return Contestant.of(names.map(name -> Roster.find(name).orElseThrow()).toList());
    }

    @Test
    void theReferencePoolPlaysOverTheWireAsInProcess() throws Exception {
        List<Contestant> bots = roster(Roster.reference().stream().map(BotFactory::name));
        assertThat(Fair.files(overTheWire("wire", Format.SWISS, bots)))
                .hasSizeGreaterThan(64)
                .isEqualTo(Fair.files(inProcess("process", Format.SWISS, bots)));
    }

    @Test
    void botsThatNegotiateAndRollDiceDoSoAlikeInAllThreeWays() throws Exception {
        List<String> names = List.of("negotiator", "dealer", "random");
        List<Contestant> bots = roster(names.stream());
        List<Contestant> children = names.stream()
                .map(name -> new Contestant(
                        name,
                        BotName.known(serving(name))
                                .bot(ChildLimits.USUAL.startingWithin(120_000).within(60_000))))
                .toList();
        var expected = Fair.files(inProcess("process", Format.RR, bots));
        assertThat(expected.get("moves.csv")).contains("US-1", "CN-1");
        assertThat(Fair.files(overTheWire("wire", Format.RR, bots))).isEqualTo(expected);
        assertThat(Fair.files(inProcess("children", Format.RR, children))).isEqualTo(expected);
        assertThat(Fair.files(overTheWire("children-wire", Format.GAUNTLET, children)))
                .isEqualTo(Fair.files(inProcess("gauntlet", Format.GAUNTLET, bots)));
    }

    private static String serving(String name) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path") + "' "
                + Truce.class.getName() + " serve-bot " + name;
    }
}
