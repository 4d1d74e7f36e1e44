package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Referees;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.record.MatchRecord;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each invariant is shown a history in which it is broken, and has to see it. */
class InvariantsTest {
    private static final long WINDOW = 60_000;

    private final SimWorld world = new SimWorld(1, SimulationTest.CATALOGUE);
    private final Invariants invariants = world.invariants();
    private final Agenda agenda = world.agenda();
    private long seq;
    private int keys;

    private void entry(Entry entry) {
        invariants.durable("m-1", ++seq, entry);
    }

    private void input(Input input) {
        entry(new Entry.InputAccepted(InputCodec.toBytes(input)));
    }

    private void deed(Seat seat, int round, Deed deed) {
        input(new Input.Does(seat, round, "k" + ++keys, deed));
    }

    private void act(HostAct act) {
        input(new Input.Hosts(act));
    }

    private void end() {
        invariants.batch("m-1");
    }

    private void begin() {
        entry(new Entry.RoomOpened(new StoredRoom("m-1", "ABCDEFGH", "r", "s", "ab".repeat(32), spec(), 1, false, 0)));
        act(new HostAct.Start());
        entry(new Entry.ClockSet(new StoredClock(1, WINDOW, "life", 0)));
        end();
    }

    private byte[] spec() {
        return new MatchSpec(MatchSeed.of(3L, new SimRandom(agenda)), 3, WINDOW, false).toBytes();
    }

    private void closed(int round) {
        entry(new Entry.RoundClosed(round, new byte[32]));
    }

    private void pass(long millis) {
        long until = agenda.nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (agenda.step(until)) {
            // Nothing of it matters here.
        }
    }

    private void isBroken(int invariant) {
        assertThat(agenda.breach()).isNotNull();
        assertThat(agenda.breach().invariant()).isEqualTo(invariant);
    }

    private static final Deed.Say WORDS = new Deed.Say(Channel.PUBLIC, "well", null);

    /** A history that is in order, so that what the others find is what was broken in it. */
    @Test
    void nothingIsWrongWithWhatIsInOrder() {
        begin();
        deed(Seat.US_HEAD, 1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        end();
        deed(Seat.CN_HEAD, 1, new Deed.Accept(new OfferId(Side.US, 1), "0".repeat(64)));
        end();
        act(new HostAct.Pause());
        entry(new Entry.ClockSet(StoredClock.held(1, WINDOW)));
        end();
        pass(100_000);
        act(new HostAct.Unpause());
        entry(new Entry.ClockSet(new StoredClock(1, WINDOW, "life", 0)));
        end();
        pass(WINDOW);
        act(new HostAct.TimeUp(1, 1));
        closed(1);
        end();
        deed(Seat.US_HEAD, 2, new Deed.Ready(true, 0));
        end();
        assertThat(agenda.breach()).isNull();
    }

    @Test
    void number1WhatIsAcknowledgedIsNotInTheJournal() {
        invariants.saved(
                new Conversation.Place("t", "m-1", "ABCDEFGH", Seat.US_HEAD, Viewer.US), "k1", new Deed.Undo());
        isBroken(1);
    }

    @Test
    void number2AKeyCountsTwice() {
        begin();
        input(new Input.Does(Seat.US_HEAD, 1, "k", WORDS));
        input(new Input.Does(Seat.US_HEAD, 1, "k", WORDS));
        isBroken(2);
    }

    @Test
    void number3AnEventIsLeftOut() {
        Told one = new Told(Seat.US_HEAD, 0);
        one.event(1, status(true));
        one.event(3, status(false));
        isBroken(3);
    }

    @Test
    void number4AByteOfTheJournalIsFlipped() {
        world.disk()
                .append(List.of(new Batch(
                        "m-2",
                        0,
                        List.of(new Entry.RoomOpened(
                                new StoredRoom("m-2", "ABCDEFGJ", "r", "s", "ab".repeat(32), spec(), 1, false, 0))))));
        world.disk().damage("m-2", 1);
        invariants.chains();
        isBroken(4);
    }

    @Test
    void number5ARoundIsMissing() {
        begin();
        act(new HostAct.Advance(1, ""));
        closed(2);
        isBroken(5);
    }

    @Test
    void number13ARoundIsResolvedThoughNobodyIsReady() {
        begin();
        deed(Seat.US_HEAD, 1, WORDS);
        closed(1);
        isBroken(13);
    }

    @Test
    void number14ADeedForAnotherRoundCounts() {
        begin();
        deed(Seat.US_HEAD, 2, WORDS);
        isBroken(14);
    }

    @Test
    void number15TimeIsUpTooEarly() {
        begin();
        pass(WINDOW - 1_000);
        act(new HostAct.TimeUp(1, 1));
        isBroken(15);
    }

    @Test
    void number15ARoundHasMoreTimeThanItWasGiven() {
        begin();
        act(new HostAct.Announce(0, "well"));
        entry(new Entry.ClockSet(new StoredClock(1, WINDOW + 1, "life", 0)));
        end();
        isBroken(15);
    }

    @Test
    void number15ThePauseTookTime() {
        begin();
        act(new HostAct.Pause());
        end();
        pass(WINDOW);
        act(new HostAct.Unpause());
        end();
        pass(1_000);
        act(new HostAct.TimeUp(1, 1));
        isBroken(15);
    }

    @Test
    void number15TheTimeWithoutAServerCounted() {
        begin();
        pass(1_000);
        invariants.serverIsDown();
        pass(WINDOW);
        invariants.serverIsUp();
        entry(new Entry.ClockSet(new StoredClock(1, WINDOW, "next life", 0)));
        end();
        pass(1_000);
        act(new HostAct.TimeUp(1, 1));
        isBroken(15);
    }

    @Test
    void number15TheTimeInWhichNothingCouldBeSavedCounted() {
        begin();
        pass(1_000);
        invariants.nothingCanBeSaved();
        pass(WINDOW);
        act(new HostAct.TimeUp(1, 1));
        isBroken(15);
    }

    @Test
    void number16SomebodyActsInAPause() {
        begin();
        act(new HostAct.Pause());
        deed(Seat.US_HEAD, 1, WORDS);
        isBroken(16);
    }

    @Test
    void number16AClockStandsThoughThePauseIsOver() {
        begin();
        act(new HostAct.Pause());
        entry(new Entry.ClockSet(StoredClock.held(1, WINDOW)));
        end();
        act(new HostAct.Unpause());
        end();
        assertThat(agenda.breach()).isNull();
        act(new HostAct.Extend(1, 5_000));
        entry(new Entry.ClockSet(StoredClock.held(1, WINDOW + 5_000)));
        end();
        isBroken(16);
    }

    @Test
    void number17TwoConnectionsHaveOneSeat() {
        Told one = new Told(Seat.US_HEAD, 0);
        new Told(Seat.US_HEAD, 0);
        one.event(1, status(true));
        isBroken(17);
    }

    @Test
    void number19AnOfferIsAcceptedTwice() {
        begin();
        deed(Seat.US_HEAD, 1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        deed(Seat.CN_HEAD, 1, new Deed.Accept(new OfferId(Side.US, 1), "0".repeat(64)));
        deed(Seat.CN_HEAD, 1, new Deed.Accept(new OfferId(Side.US, 1), "0".repeat(64)));
        isBroken(19);
    }

    @Test
    void number20AnOfferIsAcceptedThatWasWithdrawn() {
        begin();
        deed(Seat.US_HEAD, 1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        deed(Seat.US_HEAD, 1, new Deed.Withdraw(new OfferId(Side.US, 1)));
        deed(Seat.CN_HEAD, 1, new Deed.Accept(new OfferId(Side.US, 1), "0".repeat(64)));
        isBroken(20);
    }

    @Test
    void number20AnOfferIsToldAsOpenAgain() {
        Told one = new Told(Seat.US_HEAD, 0);
        one.event(1, offer(OfferStatus.OPEN));
        one.event(2, offer(OfferStatus.OPEN));
        isBroken(20);
    }

    @Test
    void number20AnOfferThatWasWithdrawnIsToldAsSomethingElse() {
        begin();
        Told one = new Told(Seat.US_HEAD, 0);
        deed(Seat.CN_HEAD, 1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        one.event(1, offer(OfferStatus.OPEN));
        deed(Seat.CN_HEAD, 1, new Deed.Withdraw(new OfferId(Side.CN, 1)));
        one.event(2, offer(OfferStatus.EXPIRED));
        isBroken(20);
    }

    @Test
    void number20NobodyIsToldThatAnOfferWasWithdrawn() {
        begin();
        Told one = new Told(Seat.US_HEAD, 0);
        deed(Seat.CN_HEAD, 1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        one.event(1, offer(OfferStatus.OPEN));
        deed(Seat.CN_HEAD, 1, new Deed.Withdraw(new OfferId(Side.CN, 1)));
        FinalScore score = new FinalScore(80, 80, Points.of(new double[16]), 0, 0, .8, 0, 0);
        one.event(2, new Notice.MatchOver(1, score, score, Outcome.AS_THE_TRUCE, ""));
        isBroken(20);
    }

    private static Notice offer(OfferStatus status) {
        return new Notice.OfferChanged(
                new Offer(new OfferId(Side.CN, 1), new Terms.Renewal(2, false), 1, 2, null, status), 1);
    }

    @Test
    void number21ARoundIsClosedByNobody() {
        begin();
        closed(1);
        isBroken(21);
    }

    @Test
    void number22WhoComesLateIsToldSomethingElse() {
        new Told(Seat.US_HEAD, 0).event(1, status(true));
        new Told(Seat.US_HEAD, 0).event(1, status(false));
        isBroken(22);
    }

    @Test
    void number22WhoComesBackIsToldOfFewerOffersThanHeHeard() {
        new Told(Seat.US_HEAD, 0).resumed(0, 3);
        isBroken(22);
    }

    @Test
    void number23ABotTakesASeatAndNobodyWroteIt() {
        begin();
        new Told(Seat.US_HEAD, 0).event(1, new Notice.SeatChanged(Seat.CN_HEAD, 1, new SeatHolder.Bot("hold")));
        isBroken(23);
    }

    @Test
    void number24AConnectionHasMoreQueuedThanItMay() {
        Told one = new Told(Seat.US_HEAD, 0);
        one.queue(Wire.QUEUED_BYTES + Wire.SERVER_FRAME_BYTES + 1);
        one.event(1, status(true));
        isBroken(24);
    }

    @Test
    void number25TheJournalHasMoreWritesThanItMay() {
        SimServer server = server(2 * world.limits().journal());
        for (int i = 0; i <= world.limits().journal(); i++) {
            assertThat(agenda.breach()).isNull();
            assertThat(server.journal().reserve()).isTrue();
            invariants.bounded(server);
        }
        isBroken(25);
    }

    @Test
    void number25TheMailboxesHaveMoreTasksThanTheyMay() {
        WrittenMatch match = new WrittenMatch(world, "hold", "hold");
        assertThat(match.played().room().hasEnded()).isTrue();
        SimServer server = Objects.requireNonNull(world.server());
        Consumer<Reply<Void>> nobody = reply -> {};
        int most = 2 * world.rooms().size() * world.limits().mailbox();
        AtomicBoolean asked = new AtomicBoolean();
        server.localMatches().atTable(WrittenMatch.ID, nobody, loaded -> {
            for (int i = 0; i <= most; i++) {
                loaded.tell();
            }
            asked.set(true);
        });
        while (!asked.get()) {
            assertThat(agenda.step(Long.MAX_VALUE)).isTrue();
        }
        invariants.bounded(server);
        isBroken(25);
    }

    @Test
    void number26AMatchNeverEnds() {
        invariants.atTheEnd();
        isBroken(26);
    }

    @Test
    void number27ABotHasPlayedOtherwise() {
        StoredMatch played = new WrittenMatch(world, "hold", "hold").played();
        Rules rules = SimulationTest.CATALOGUE.first();
        invariants.isAsForetold(played, Referees.record(SimulationTest.CATALOGUE, played), rules);
        assertThat(agenda.breach()).isNull();
        // The same orders under the name of a bot that orders something else.
        StoredMatch renamed = new StoredMatch(
                played.room(),
                played.seats().stream()
                        .map(seat -> new StoredSeat(seat.seat(), "hawk", seat.kind(), seat.creator()))
                        .toList(),
                played.tokens(),
                played.clock(),
                played.inputs(),
                played.rounds(),
                played.lossAccepted(),
                played.last());
        invariants.isAsForetold(renamed, Referees.record(SimulationTest.CATALOGUE, renamed), rules);
        isBroken(27);
    }

    @Test
    void number30ARoundIsInTheRecordAndNotInTheJournal() {
        MatchRecord record =
                Referees.record(SimulationTest.CATALOGUE, new WrittenMatch(world, "hold", "hold").played());
        invariants.hasAllRounds(WrittenMatch.ID, record);
        assertThat(agenda.breach()).isNull();
        for (Entry entry : world.disk().entries(WrittenMatch.ID)) {
            if (!(entry instanceof Entry.RoundClosed closed) || closed.round() < WrittenMatch.ROUNDS) {
                entry(entry);
            }
        }
        invariants.hasAllRounds("m-1", record);
        isBroken(30);
    }

    /** Starts a server whose journal takes another number of writes than the world knows of. */
    private SimServer server(int journal) {
        ServerLimits limits = world.limits().edit().journal(journal).done();
        try {
            return new SimServer(
                    agenda,
                    world.store(),
                    world.deskKey(),
                    world.clock(),
                    world.catalogue(),
                    limits,
                    () -> 0,
                    new Listeners(agenda, world.marks()));
        } catch (StartException e) {
            throw new AssertionError(e);
        }
    }

    private static Notice status(boolean ready) {
        return new Notice.SeatStatus(Seat.CN_HEAD, 1, true, ready);
    }

    /** A connection of the server that has a seat. */
    private final class Told {
        private final SimChannel channel;
        private final java.util.function.BiConsumer<SimChannel, Object> tap = invariants.tap();

        Told(Seat seat, long from) {
            SimPipe pipe = new SimPipe(agenda, world.life(), 100, 1_000);
            channel = new SimChannel(pipe, pipe, new InetSocketAddress(1));
            say(0, new ServerMessage.Seated("m-1", "ABCDEFGH", seat, "t", ""));
        }

        /** Has bytes wait that nobody reads. */
        void queue(int bytes) {
            SimLoop loop = world.network().clients();
            loop.register(channel);
            loop.execute(() -> channel.unsafe().write(Unpooled.wrappedBuffer(new byte[bytes]), channel.voidPromise()));
            pass(1_000);
        }

        void event(long number, Notice notice) {
            say(number, new ServerMessage.Told(notice, 0));
        }

        void resumed(long from, int heard) {
            say(
                    0,
                    new ServerMessage.Resumed(
                            "m-1", "ABCDEFGH", Seat.US_HEAD, Viewer.US, "t", from + 1, 0, heard, nothing()));
        }

        private @Nullable Orders nothing() {
            return null;
        }

        private void say(long number, ServerMessage body) {
            tap.accept(channel, new ServerFrame("", number, number == 0 ? 1 : 0, 0, 0, body));
        }
    }
}
