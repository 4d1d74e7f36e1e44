package dev.truce.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.wire.Observations;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client says and hears over a network that breaks. */
class ConversationTest {
    private static final Conversation.Speaker SPEAKER = new Conversation.Speaker(
            Role.PLAYER,
            "check",
            "1.0",
            new SplittableRandom(4),
            new Conversation.Waits(5_000, 20_000, 200, 10_000, 120_000));

    private static final ServerMessage.Welcome WELCOME = new ServerMessage.Welcome(
            "1.0.0", "2025-11", List.of(), 0, new ServerMessage.Limits(4096, 65_536, 15_000, 30_000, 24, 0), "");

    private final ScriptedLine line = new ScriptedLine();
    private final HeardLines hearing = new HeardLines();
    private final CompletableFuture<Reply<Conversation.Place>> opened = new CompletableFuture<>();
    private Conversation talk = conversation(null);

    private Conversation conversation(@Nullable ResumeTicket ticket) {
        return new Conversation(SPEAKER, ticket, hearing, line, opened::complete);
    }

    @BeforeEach
    void begin() {
        line.connects++;
    }

    private void answer(ServerMessage body) {
        talk.heard(ServerFrame.answer("busan-1.0.0", line.lastId(), body));
    }

    private void event(long seq) {
        Notice notice = new Notice.SeatStatus(Seat.CN_HEAD, (int) seq, true, false);
        talk.heard(new ServerFrame("busan-1.0.0", seq, 0, 1, 0, new ServerMessage.Told(notice, 0)));
    }

    private void say(ServerMessage body) {
        talk.heard(ServerFrame.answer("busan-1.0.0", 0, body));
    }

    private void greet() {
        talk.connected();
        answer(WELCOME);
    }

    private void takeSeat() {
        ask(new ClientMessage.JoinRoom("join", "ABCD", Side.US, "Lee", false));
        answer(new ServerMessage.Seated("m1", "ABCD", Seat.US_HEAD, "token1", "HAWK"));
    }

    private static ServerMessage.Resumed resumed(String token, long nextSeq) {
        return new ServerMessage.Resumed("m1", "ABCD", Seat.US_HEAD, Viewer.US, token, nextSeq, 99, 0, null);
    }

    private CompletableFuture<Reply<ServerMessage>> ask(ClientMessage body) {
        CompletableFuture<Reply<ServerMessage>> answer = new CompletableFuture<>();
        talk.ask(new Request<>(
                body,
                message -> message instanceof ServerMessage.Pong ? null : new Reply.Done<>(message),
                new Request.Caller<>() {
                    @Override
                    public void answered(Reply<ServerMessage> reply) {
                        answer.complete(reply);
                    }

                    @Override
                    public void closed() {
                        answer.completeExceptionally(new CancellationException("closed"));
                    }
                }));
        return answer;
    }

    private static ClientMessage submit(String key) {
        return new ClientMessage.Do("m1", 1, key, new Deed.Submit(List.of(new RequestedOrder(1, 2))));
    }

    private static String codeOf(CompletableFuture<? extends Reply<?>> answer) {
        assertThat(answer).isCompleted();
        Reply<?> value = answer.join();
        return value instanceof Reply.Refused<?> refused
                ? refused.refusal().code().name()
                : "DONE";
    }

    @Test
    void theFirstWordsAreAHello() {
        talk.connected();
        ClientMessage.Hello hello = line.last(ClientMessage.Hello.class);
        assertThat(hello).isEqualTo(new ClientMessage.Hello("check", "1.0", Role.PLAYER));
        assertThat(opened).isNotDone();
        answer(WELCOME);
        assertThat(codeOf(opened)).isEqualTo("DONE");
        assertThat(hearing.lines).containsExactly("up");
    }

    @Test
    void anUnreachableServerIsSaidAtOnceAndNotTriedAgain() {
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("Connection refused"));
        assertThat(codeOf(opened)).isEqualTo("UNREACHABLE");
        assertThat(line.ended).isTrue();
        assertThat(line.waiting()).isZero();
    }

    @Test
    void aServerThatDoesNotGreetIsDropped() {
        talk.connected();
        line.pass(5_000);
        assertThat(line.drops).isEqualTo(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("closed"));
        assertThat(codeOf(opened)).isEqualTo("UNREACHABLE");
    }

    @Test
    void aRefusedHelloIsTheAnswer() {
        talk.connected();
        answer(new ServerMessage.Refused(
                Refusal.of(ConnectionCode.UNSUPPORTED_VERSION, "proto_version")
                        .saying("Too new.")
                        .legal("1"),
                ""));
        assertThat(codeOf(opened)).isEqualTo("UNSUPPORTED_VERSION");
        assertThat(line.ended).isTrue();
    }

    @Test
    void aFullServerIsSaidWithTheTimeToTryAgain() {
        talk.connected();
        say(new ServerMessage.Closing(ClosingCause.SERVER_FULL, "Full.", 3_000));
        Reply.Refused<?> refused = (Reply.Refused<?>) opened.join();
        assertThat(refused.refusal().code()).isEqualTo(ClosingCause.SERVER_FULL);
        assertThat(refused.refusal().retryAfterMillis()).isEqualTo(3_000);
    }

    @Test
    void requestsAreAnsweredByNumberInAnyOrder() {
        greet();
        CompletableFuture<Reply<ServerMessage>> first = ask(submit("a"));
        long firstId = line.lastId();
        CompletableFuture<Reply<ServerMessage>> second = ask(submit("b"));
        answer(new ServerMessage.Saved("b", 1, 1, 5));
        assertThat(first).isNotDone();
        assertThat(codeOf(second)).isEqualTo("DONE");
        talk.heard(ServerFrame.answer(
                "r",
                firstId,
                new ServerMessage.Refused(
                        Refusal.of(RefusalCode.STALE_ROUND, "round_id")
                                .saying("Late.")
                                .legal("2"),
                        "a")));
        assertThat(codeOf(first)).isEqualTo("STALE_ROUND");
    }

    @Test
    void whatIsAskedAsTheLinkComesUpIsSentOnce() {
        hearing.up = () -> ask(submit("a"));
        greet();
        assertThat(line.sent.stream().filter(frame -> frame.body() instanceof ClientMessage.Do))
                .hasSize(1);
    }

    @Test
    void anAnswerToNothingIsIgnored() {
        greet();
        talk.heard(ServerFrame.answer("r", 4711, new ServerMessage.Saved("x", 1, 1, 5)));
        assertThat(hearing.lines).containsExactly("up");
    }

    @Test
    void anAnswerOfTheWrongKindIsARefusal() {
        greet();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        answer(new ServerMessage.Pong(1, 1));
        assertThat(codeOf(asked)).isEqualTo("UNEXPECTED_ANSWER");
    }

    @Test
    void anAnswerThatCannotBeReadIsARefusal() {
        greet();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        talk.unreadable(new Unreadable(line.lastId(), Refusal.of(ConnectionCode.MALFORMED, "refused.code")));
        assertThat(codeOf(asked)).isEqualTo("UNREADABLE_ANSWER");
        assertThat(line.ended).isFalse();
    }

    @Test
    void anEventThatCannotBeReadEndsTheConversation() {
        greet();
        takeSeat();
        talk.unreadable(new Unreadable(0, Refusal.of(ConnectionCode.MALFORMED, "round_resolved.view.change")));
        assertThat(hearing.lines).last().isEqualTo("closed UNREADABLE_EVENT");
    }

    @Test
    void noAnswerInTimeIsARefusalAndNotAHang() {
        greet();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        line.pass(19_999);
        assertThat(asked).isNotDone();
        line.pass(1);
        assertThat(codeOf(asked)).isEqualTo("NO_ANSWER");
    }

    @Test
    void aSeatWhoseAnswerComesTooLateIsHadAllTheSame() {
        greet();
        var asked = ask(new ClientMessage.JoinRoom("k", "ABCD", Side.US, "Ann", false));
        long id = line.lastId();
        line.pass(20_000);
        assertThat(codeOf(asked)).isEqualTo("NO_ANSWER");
        talk.heard(ServerFrame.answer("r", id, new ServerMessage.Seated("m1", "ABCD", Seat.US_HEAD, "t1", "")));
        assertThat(talk.place().seat()).isEqualTo(Seat.US_HEAD);
        var again = ask(new ClientMessage.JoinRoom("k2", "ABCD", Side.US, "Ann", false));
        answer(new ServerMessage.Refused(Refusal.of(ConnectionCode.ALREADY_SEATED, "body"), "k2"));
        assertThat(codeOf(again)).isEqualTo("DONE");
    }

    @Test
    void aRequestInFlightIsSentAgainWithTheSameMoveId() {
        greet();
        takeSeat();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        long id = line.lastId();
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        assertThat(line.connects).isEqualTo(2);
        talk.connected();
        answer(WELCOME);
        assertThat(line.last(ClientMessage.Resume.class)).isEqualTo(new ClientMessage.Resume("token1", 0));
        answer(resumed("token2", 1));
        ClientFrame again = line.sent.get(line.sent.size() - 1);
        assertThat(again.requestId()).isEqualTo(id);
        assertThat(again.body()).isEqualTo(submit("a"));
        answer(new ServerMessage.Saved("a", 1, 1, 5));
        assertThat(codeOf(asked)).isEqualTo("DONE");
        assertThat(hearing.lines).containsExactly("up", "lost 1", "up", "deadline 99");
    }

    @Test
    void aRequestMadeWhileTheLinkIsDownWaitsForIt() {
        greet();
        takeSeat();
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        int before = line.sent.size();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        assertThat(line.sent).hasSize(before);
        line.pass(30_000);
        assertThat(asked).isNotDone();
        talk.connected();
        answer(WELCOME);
        answer(resumed("token2", 1));
        assertThat(line.last(ClientMessage.Do.class)).isEqualTo(submit("a"));
    }

    @Test
    void aWishForASeatThatWasCutOffIsSentAgainWithoutAResume() {
        greet();
        CompletableFuture<Reply<ServerMessage>> asked =
                ask(new ClientMessage.JoinRoom("join", "ABCD", Side.US, "Lee", false));
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        assertThat(line.last(ClientMessage.JoinRoom.class).key()).isEqualTo("join");
        answer(new ServerMessage.Seated("m1", "ABCD", Seat.US_HEAD, "token1", ""));
        assertThat(codeOf(asked)).isEqualTo("DONE");
    }

    @Test
    void whoComesBackToTheSeatThatHeAskedForHasIt() {
        greet();
        var opening =
                ask(new ClientMessage.CreateRoom("k1", new RoomRequest("busan-2025", 1L, 3, 0, null, null, false)));
        answer(new ServerMessage.RoomCreated("ABCD", "m1", "t0"));
        assertThat(opening).isDone();
        var seat = ask(new ClientMessage.JoinRoom("k2", "abcd", Side.US, "Ann", false));
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        answer(resumed("t1", 1));
        answer(new ServerMessage.Refused(Refusal.of(ConnectionCode.ALREADY_SEATED, "body"), "k2"));
        assertThat(((Reply.Done<ServerMessage>) seat.join()).value())
                .isInstanceOfSatisfying(ServerMessage.Seated.class, told -> {
                    assertThat(told.seat()).isEqualTo(Seat.US_HEAD);
                    assertThat(told.token()).isEqualTo("t1");
                });
    }

    @Test
    void eachEventIsHeardOnce() {
        greet();
        takeSeat();
        event(1);
        event(2);
        event(2);
        event(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        assertThat(line.last(ClientMessage.Resume.class).lastSeq()).isEqualTo(2);
        answer(resumed("token2", 2));
        event(2);
        event(3);
        assertThat(hearing.lines.stream().filter(heard -> heard.startsWith("status")))
                .containsExactly("status 1", "status 2", "status 3");
    }

    @Test
    void aGapIsRepairedByAResume() {
        greet();
        takeSeat();
        event(1);
        event(3);
        assertThat(line.drops).isEqualTo(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("dropped"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        answer(resumed("token2", 2));
        event(2);
        event(3);
        assertThat(hearing.lines.stream().filter(heard -> heard.startsWith("status")))
                .containsExactly("status 1", "status 2", "status 3");
    }

    @Test
    void aServerThatAlwaysSkipsEventsIsGivenUp() {
        greet();
        takeSeat();
        for (int i = 1; i <= HeardEvents.DOUBTS + 1; i++) {
            event(5);
            talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("dropped"));
            line.pass(10_000);
            talk.connected();
            answer(WELCOME);
            answer(resumed("token", 1));
        }
        assertThat(hearing.lines).contains("closed EVENTS_MISSING");
        assertThat(line.ended).isTrue();
    }

    @Test
    void anObservationThatIsNotWhatTheServerSawIsAskedForAgain() {
        greet();
        takeSeat();
        Observation seen = Observations.first();
        ServerMessage opened = new ServerMessage.Told(new Notice.RoundOpened(seen, 0), 0);
        long hash = ObservationHash.of(seen);
        talk.heard(new ServerFrame("r", 1, 0, 1, hash + 1, opened));
        assertThat(line.drops).isEqualTo(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("dropped"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        assertThat(line.last(ClientMessage.Resume.class).lastSeq()).isZero();
        answer(resumed("token2", 1));
        talk.heard(new ServerFrame("r", 1, 0, 1, hash, opened));
        assertThat(hearing.lines).last().isEqualTo("opened 1");
    }

    @Test
    void anUnknownEventIsSkippedWithoutAGap() {
        greet();
        takeSeat();
        talk.heard(new ServerFrame("r", 1, 0, 1, 0, new ServerMessage.Unknown()));
        event(2);
        assertThat(hearing.lines).last().isEqualTo("status 2");
        assertThat(line.drops).isZero();
    }

    @Test
    void theMatchIsToldOnceAndTheRoomAtEachChange() {
        greet();
        takeSeat();
        ServerMessage room = new ServerMessage.RoomChanged(
                "ABCD", List.of(new Occupant(Seat.US_HEAD, "Lee", false, true)), null, false, Set.of());
        ServerMessage match = new ServerMessage.MatchStarted(
                "m1", "busan-2025", "hash", "2025-11", List.of(), null, SeedNotice.DRAWN);
        say(room);
        say(match);
        say(room);
        say(match);
        assertThat(hearing.lines)
                .containsExactly("up", "room ABCD 1", "match m1 busan-2025 busan-1.0.0", "room ABCD 1");
    }

    @Test
    void whatIsToldAboutTheSeedIsHeardOnceBeforeTheMatch() {
        greet();
        takeSeat();
        List<Occupant> seats = List.of(new Occupant(Seat.US_HEAD, "Lee", false, true));
        ServerMessage drawn = new ServerMessage.MatchStarted(
                "m1", "busan-2025", "hash", "2025-11", seats, null, new SeedNotice(false, "5eed"));
        say(new ServerMessage.RoomChanged("ABCD", seats, null, false, Set.of()));
        say(drawn);
        say(drawn);
        assertThat(hearing.lines).containsExactly("up", "room ABCD 1", "seed 5eed", "match m1 busan-2025 busan-1.0.0");
    }

    @Test
    void thatTheSeedWasChosenIsHeardOnceAndWithTheRoomAlready() {
        greet();
        takeSeat();
        List<Occupant> seats = List.of(new Occupant(Seat.US_HEAD, "Lee", false, true));
        say(new ServerMessage.RoomChanged("ABCD", seats, null, true, Set.of()));
        say(new ServerMessage.MatchStarted("m1", "busan-2025", "hash", "2025-11", seats, null, SeedNotice.CHOSEN));
        say(new ServerMessage.RoomChanged("ABCD", seats, null, true, Set.of()));
        assertThat(hearing.lines)
                .containsExactly("up", "seed chosen", "room ABCD 1", "match m1 busan-2025 busan-1.0.0", "room ABCD 1");
    }

    @Test
    void thatNothingCanBeSavedIsHeardOnceAndOnceThatItGoesOn() {
        greet();
        takeSeat();
        List<Occupant> seats = List.of(new Occupant(Seat.US_HEAD, "Lee", false, true));
        for (boolean stopped : List.of(false, true, true, false, false)) {
            Set<RoomFact> facts = stopped ? Set.of(RoomFact.CANNOT_SAVE) : Set.of();
            say(new ServerMessage.RoomChanged("ABCD", seats, null, false, facts));
        }
        assertThat(hearing.lines)
                .containsExactly(
                        "up",
                        "room ABCD 1",
                        "CANNOT_SAVE begins",
                        "room ABCD 1",
                        "room ABCD 1",
                        "CANNOT_SAVE ends",
                        "room ABCD 1",
                        "room ABCD 1");
    }

    @Test
    void whoIsTakenOverDoesNotComeBack() {
        greet();
        takeSeat();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        say(new ServerMessage.TakenOver());
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("closed"));
        line.pass(600_000);
        assertThat(line.connects).isEqualTo(1);
        assertThat(line.ended).isTrue();
        assertThat(hearing.lines).last().isEqualTo("taken over");
        assertThat(codeOf(asked)).isEqualTo("TAKEN_OVER");
        assertThat(codeOf(ask(submit("b")))).isEqualTo("TAKEN_OVER");
    }

    @Test
    void aVoidTokenEndsTheConversation() {
        greet();
        takeSeat();
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        answer(new ServerMessage.Refused(
                Refusal.of(ConnectionCode.BAD_TOKEN, "token").saying("Replaced."), ""));
        assertThat(hearing.lines).last().isEqualTo("closed BAD_TOKEN");
        assertThat(line.ended).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionCode.class,
            names = {"RATE_LIMITED", "RETRY", "STORE_UNAVAILABLE"})
    void aBusyServerIsTriedAgainWhenItSaid(Refusal.Code code) {
        greet();
        takeSeat();
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        answer(new ServerMessage.Refused(Refusal.of(code, "").saying("Busy.").after(7_000), ""));
        assertThat(line.drops).isEqualTo(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("dropped"));
        line.pass(6_999);
        assertThat(line.connects).isEqualTo(2);
        line.pass(1);
        assertThat(line.connects).isEqualTo(3);
    }

    @Test
    void aServerThatShutsDownIsTriedAgainWhenItSaid() {
        greet();
        takeSeat();
        say(new ServerMessage.Closing(ClosingCause.SHUTTING_DOWN, "Restart.", 5_000));
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("closed"));
        line.pass(4_999);
        assertThat(line.connects).isEqualTo(1);
        line.pass(1);
        assertThat(line.connects).isEqualTo(2);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("closed"));
        assertThat(hearing.lines).endsWith("lost 1 as planned", "lost 2 as planned");
    }

    @Test
    void aMatchThatBrokeIsTheEnd() {
        greet();
        takeSeat();
        say(new ServerMessage.Closing(ClosingCause.MATCH_FAULT, "A fault.", 0));
        assertThat(hearing.lines).last().isEqualTo("closed MATCH_FAULT");
    }

    @Test
    void triesGrowApartUpToTheMostAndPatienceEnds() {
        greet();
        takeSeat();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        int tries = 0;
        while (!line.ended && tries < 1_000) {
            int before = line.connects;
            line.pass(10_000);
            if (line.connects > before) {
                tries++;
                talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("refused"));
            }
        }
        assertThat(tries).isBetween(10, 30);
        assertThat(hearing.lines).last().isEqualTo("closed UNREACHABLE");
        assertThat(codeOf(asked)).isEqualTo("UNREACHABLE");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void aLongConversationIsKeptAliveByPings() {
        greet();
        takeSeat();
        int before = line.sent.size();
        line.pass(15_000 * 20);
        assertThat(line.sent.subList(before, line.sent.size()))
                .hasSize(20)
                .allMatch(frame -> frame.body() instanceof ClientMessage.Ping);
    }

    @Test
    void theServersClockIsToldWithTheWelcomeAndEveryPong() {
        greet();
        takeSeat();
        line.pass(15_000);
        answer(new ServerMessage.Pong(1, 77));
        assertThat(hearing.times).containsExactly("0 first", "77");
    }

    @Test
    void everyRequestTellsUpToWhereEventsWereHeard() {
        greet();
        takeSeat();
        event(1);
        event(2);
        ask(submit("a"));
        assertThat(line.sent.get(line.sent.size() - 1).ack()).isEqualTo(2);
    }

    @Test
    void whatTheHostSaysIsAcknowledgedAtOnce() {
        greet();
        takeSeat();
        event(1);
        int before = line.sent.size();
        Notice said = new Notice.HostActed(new HostAct.Message(Side.US, 0, "Look at the news"), 1);
        talk.heard(new ServerFrame("busan-1.0.0", 2, 0, 1, 0, new ServerMessage.Told(said, 0)));
        assertThat(line.sent.subList(before, line.sent.size()))
                .singleElement()
                .satisfies(frame -> assertThat(frame.ack()).isEqualTo(2))
                .satisfies(frame -> assertThat(frame.body()).isInstanceOf(ClientMessage.Ping.class));
    }

    @Test
    void ticketsFollowTheToken() {
        greet();
        takeSeat();
        event(1);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("reset"));
        line.pass(200);
        talk.connected();
        answer(WELCOME);
        answer(resumed("token2", 2));
        assertThat(hearing.tickets).containsExactly(new ResumeTicket("token1", 0), new ResumeTicket("token2", 1));
    }

    @Test
    void anotherProcessComesBackWithATicket() {
        talk = conversation(new ResumeTicket("token7", 0));
        greet();
        assertThat(line.last(ClientMessage.Resume.class)).isEqualTo(new ClientMessage.Resume("token7", 0));
        assertThat(opened).isNotDone();
        answer(resumed("token8", 1));
        Reply.Done<Conversation.Place> place = (Reply.Done<Conversation.Place>) opened.join();
        assertThat(place.value()).isEqualTo(new Conversation.Place("token8", "m1", "ABCD", Seat.US_HEAD, Viewer.US));
        event(1);
        assertThat(hearing.lines).containsExactly("up", "deadline 99", "status 1");
    }

    private void offerChanged(long seq, Side maker, int number, OfferStatus status) {
        Offer offer = new Offer(new OfferId(maker, number), new Terms.Renewal(4, false), 1, 2, null, status);
        talk.heard(new ServerFrame(
                "busan-1.0.0", seq, 0, 1, 0, new ServerMessage.Told(new Notice.OfferChanged(offer, 1), 0)));
    }

    @Test
    void theOffersOfTheOtherSideAreCounted() {
        greet();
        takeSeat();
        assertThat(talk.heardOffers()).isZero();
        offerChanged(1, Side.CN, 1, OfferStatus.OPEN);
        assertThat(talk.heardOffers()).isEqualTo(1);
        offerChanged(2, Side.US, 1, OfferStatus.OPEN);
        offerChanged(3, Side.US, 2, OfferStatus.OPEN);
        assertThat(talk.heardOffers()).as("one's own do not count").isEqualTo(1);
        offerChanged(4, Side.CN, 2, OfferStatus.OPEN);
        offerChanged(5, Side.CN, 1, OfferStatus.EXPIRED);
        assertThat(talk.heardOffers()).as("old news of an old offer").isEqualTo(2);
        offerChanged(4, Side.CN, 3, OfferStatus.OPEN);
        offerChanged(9, Side.CN, 3, OfferStatus.OPEN);
        assertThat(talk.heardOffers()).as("heard already, or out of order").isEqualTo(2);
    }

    @Test
    void anotherProcessGoesOnCountingOffersWhereTheServerSaysItWas() {
        talk = conversation(new ResumeTicket("token7", 40));
        greet();
        answer(new ServerMessage.Resumed("m1", "ABCD", Seat.US_HEAD, Viewer.US, "token8", 41, 0, 5, null));
        assertThat(talk.heardOffers()).isEqualTo(5);
        offerChanged(41, Side.CN, 6, OfferStatus.OPEN);
        assertThat(talk.heardOffers()).isEqualTo(6);
    }

    @Test
    void anotherMatchBeginsWithoutOffers() {
        greet();
        takeSeat();
        offerChanged(1, Side.CN, 1, OfferStatus.OPEN);
        ask(new ClientMessage.JoinRoom("join2", "EFGH", Side.US, "Lee", false));
        answer(new ServerMessage.Seated("m2", "EFGH", Seat.US_HEAD, "token2", "HAWK"));
        assertThat(talk.heardOffers()).isZero();
    }

    @Test
    void onlySoManyRequestsMayWait() {
        greet();
        takeSeat();
        for (int i = 0; i < Conversation.REQUESTS; i++) {
            assertThat(ask(submit("k" + i))).isNotDone();
        }
        assertThat(codeOf(ask(submit("one more")))).isEqualTo("RETRY");
    }

    @Test
    void closingFailsWhatWaitsAndIsDoneOnce() {
        greet();
        CompletableFuture<Reply<ServerMessage>> asked = ask(submit("a"));
        talk.close();
        talk.close();
        assertThat(asked).isCompletedExceptionally();
        assertThat(line.ended).isTrue();
        assertThat(line.waiting()).isZero();
        assertThat(codeOf(ask(submit("b")))).isEqualTo("CLOSED");
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, "").naming("closed"));
        assertThat(hearing.lines).containsExactly("up");
    }

    @Test
    void aListenerThatFailsHarmsOnlyItself() {
        talk = new Conversation(
                SPEAKER,
                null,
                new SeatListener.ToSome() {
                    @Override
                    public void link(Heard.Link heard) {
                        throw new IllegalStateException("listener");
                    }
                },
                line,
                opened::complete);
        greet();
        takeSeat();
        assertThat(talk.place().matchId()).isEqualTo("m1");
        assertThat(line.faults).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anActThatWaitedThroughAnOutageIsSentOnceTheDeskIsOpenAgain() {
        greet();
        ask(new ClientMessage.OfClass(new ClassRequest.EnterDesk("ABCD2345", "key")));
        ServerMessage opened =
                new ServerMessage.OfClass(new ClassNews.DeskEntered("c1", "ABCD2345", "Seminar", 1, "token", 0));
        answer(opened);
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, ""));
        ClientMessage act = new ClientMessage.OfClass(new ClassRequest.Act("key1", new ClassAct.Doors(true), ""));
        CompletableFuture<Reply<ServerMessage>> acted = ask(act);
        greet();
        assertThat(line.last(ClientMessage.OfClass.class).request())
                .isEqualTo(new ClassRequest.EnterDesk("ABCD2345", "token"));
        answer(opened);
        assertThat(line.last(ClientMessage.OfClass.class)).isEqualTo(act);
        answer(new ServerMessage.OfClass(new ClassNews.Done(1, List.of(), "")));
        assertThat(codeOf(acted)).isEqualTo("DONE");
    }

    @Test
    void aDeskThatIsNotOpenedAgainEndsTheConversationAndRefusesWhatWaits() {
        greet();
        ask(new ClientMessage.OfClass(new ClassRequest.EnterDesk("ABCD2345", "key")));
        answer(new ServerMessage.OfClass(new ClassNews.DeskEntered("c1", "ABCD2345", "Seminar", 1, "token", 0)));
        talk.lost(Refusal.of(ClientCode.UNREACHABLE, ""));
        CompletableFuture<Reply<ServerMessage>> acted =
                ask(new ClientMessage.OfClass(new ClassRequest.Act("key1", new ClassAct.Doors(true), "")));
        greet();
        answer(new ServerMessage.Refused(Refusal.of(ConnectionCode.NOT_INSTRUCTOR, "secret"), ""));
        assertThat(codeOf(acted)).isEqualTo("NOT_INSTRUCTOR");
    }
}
