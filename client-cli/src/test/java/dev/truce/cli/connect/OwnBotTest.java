package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bot.wire.WireEnd;
import dev.truce.bots.Roster;
import dev.truce.cli.Truce;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same strategy with the same dice plays the same match in process, as a child, and as a child over the wire. */
@Tag("jvm")
class OwnBotTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final int ROUNDS = 6;
    /** Two more virtual machines start on a machine that runs other tests as well. */
    private static final ChildLimits PATIENT = ChildLimits.USUAL.within(60_000);

    private static String serving(String name) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + Truce.class.getName() + " serve-bot " + name;
    }

    private static BotFactory named(String name, BotFactory factory) {
        return BotFactory.of(name, factory::create);
    }

    @ParameterizedTest
    @CsvSource({"negotiator, negotiator, 4", "random, tft, 9"})
    void theRecordIsTheSameWhereverTheBotsAre(String us, String cn, long seed) throws Exception {
        BotFactory usChild = named("one", BotName.known(serving(us)).bot(PATIENT));
        BotFactory cnChild = named("two", BotName.known(serving(cn)).bot(PATIENT));
        String inProcess = inProcess(
                named("one", Roster.find(us).orElseThrow()),
                named("two", Roster.find(cn).orElseThrow()),
                seed);
        assertThat(inProcess).contains("1. US ");
        assertThat(inProcess(usChild, cnChild, seed)).isEqualTo(inProcess);
        assertThat(overTheWire(usChild, cnChild, seed)).isEqualTo(inProcess);
    }

    private static String inProcess(BotFactory us, BotFactory cn, long seed) {
        Rules rules = Rules.of(BUSAN);
        MatchSetup usual = rules.setup(seed);
        MatchSetup setup = new MatchSetup(seed, new Horizon.Fixed(ROUNDS), usual.calendar(), usual.conditions());
        Played played = new InProcessMatch(rules)
                .play(
                        setup,
                        new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), Limits.STEPS_A_ROUND),
                        Recording.TEXT);
        assertThat(played.us().faults()).isEmpty();
        assertThat(played.cn().faults()).isEmpty();
        return played.result().recordText();
    }

    private static String overTheWire(BotFactory us, BotFactory cn, long seed) throws Exception {
        RoomRequest request = new RoomRequest(BUSAN.id(), seed, ROUNDS, 0, null, null, false);
        long dice = BotSeat.seedOf(seed, BotSeat.HEAD);
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, new SessionQueue())) {
            OwnBot usSeat = room.seat(us, BUSAN, Side.US, us.name(), dice, Limits.STEPS_A_ROUND);
            OwnBot cnSeat = room.seat(cn, BUSAN, Side.CN, cn.name(), dice, Limits.STEPS_A_ROUND);
            room.start();
            WireEnd end = usSeat.seated().ended().get(180, TimeUnit.SECONDS);
            assertThat(usSeat.seated().conduct().faults()).isEmpty();
            assertThat(cnSeat.seated().conduct().faults()).isEmpty();
            assertThat(end).isInstanceOf(WireEnd.Played.class);
            // Only a room says who chose the seed.
            return ((WireEnd.Played) end).result().recordText().replace("[SeedBy \"creator\"]\n", "");
        }
    }
}
