package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pairs of matches that differ only in what one side does inside of its delegation, and in what its ministers are out
 * for: everybody else is sent the same bytes until the end, in the same frames, with the same numbers.
 */
class DelegationBytesTest {
    private static final int SEATS = 3;
    private static final Rules RULES = TestParts.CATALOGUE.first();
    private static final Resolver RESOLVER = new Resolver(RULES);

    /** How many pairs of matches are compared for each way to decide. */
    int pairs() {
        return 250;
    }

    /** Who is sent what: the viewers' events, and what single seats are told. */
    private static final class Post {
        private final Map<String, ByteArrayOutputStream> sent = new LinkedHashMap<>();
        private final Map<Viewer, Integer> numbers = new LinkedHashMap<>();

        void carry(List<Effect> effects) throws IOException {
            for (Effect effect : effects) {
                if (effect instanceof Effect.Tell tell && isDuringTheMatch(tell.notice())) {
                    write(tell.viewer().name(), numbers.merge(tell.viewer(), 1, Integer::sum), tell.notice());
                } else if (effect instanceof Effect.TellSeat tell) {
                    write(tell.seat().toString(), 0, tell.notice());
                }
            }
        }

        private static boolean isDuringTheMatch(Notice notice) {
            return !(notice instanceof Notice.MatchOver || notice instanceof Notice.MinistersScored);
        }

        private void write(String to, int number, Notice notice) throws IOException {
            ServerFrame frame = new ServerFrame("busan-1.0.0", number, 0, 1, 0, new ServerMessage.Told(notice, 0));
            ServerFrames.toWire(frame)
                    .writeDelimitedTo(sent.computeIfAbsent(to, unused -> new ByteArrayOutputStream()));
        }

        byte[] to(String whom) {
            return sent.getOrDefault(whom, new ByteArrayOutputStream()).toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void theOthersAreSentTheSameBytesWhateverASideSaysInside(DelegationMode mode) throws IOException {
        for (long seed = 1; seed <= pairs(); seed++) {
            Post quiet = play(seed, mode, false);
            Post busy = play(seed, mode, true);
            for (String other : List.of("US", "PUBLIC", "US.1", "US.2")) {
                assertThat(busy.to(other)).as("%s, seed %d", other, seed).isEqualTo(quiet.to(other));
            }
            assertThat(busy.to("CN")).as("seed %d", seed).isNotEqualTo(quiet.to("CN"));
            if (mode == DelegationMode.PORTFOLIO) {
                assertThat(busy.to("CN.1")).as("seed %d", seed).isNotEqualTo(quiet.to("CN.1"));
                assertThat(busy.to("CN.2"))
                        .as("his brief is the same, his colleague's is another; seed %d", seed)
                        .isEqualTo(quiet.to("CN.2"));
            }
        }
    }

    private static Post play(long seed, DelegationMode mode, boolean busy) throws IOException {
        SplitMix64 inside = new SplitMix64(seed + 10_000);
        SplitMix64 outside = new SplitMix64(seed);
        List<Delegation> delegations = List.of(Delegation.usual(Side.US, mode, SEATS), china(mode, busy));
        List<Seat> seats = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int number = 0; number < SEATS; number++) {
                seats.add(new Seat(side, number));
            }
        }
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                seats,
                List.of(Viewer.US, Viewer.CN, Viewer.PUBLIC),
                Recording.NONE,
                "Group A",
                "Group B",
                delegations);
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(2), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(RULES, setup, terms, RESOLVER);
        Post post = new Post();
        post.carry(referee.handle(new Input.Hosts(new HostAct.Start())).effects());
        while (!referee.isOver()) {
            int round = referee.openRound();
            for (Seat seat : seats) {
                RequestedOrder fee = new RequestedOrder(
                        BySide.pick(seat.side(), Instrument.US_PORT_FEE, Instrument.CN_PORT_FEE)
                                .ordinal(),
                        outside.nextInt(3));
                Delegation delegation = terms.delegation(seat.side());
                if (delegation.decides(Instrument.all().get(fee.instrument())) == seat.number()) {
                    hand(referee, post, new Input.Does(seat, round, "m" + round, new Deed.Submit(List.of(fee))));
                }
                if (busy && seat.side() == Side.CN) {
                    counsel(referee, post, seat, round, inside);
                }
            }
            for (Seat seat : seats) {
                post.carry(referee.handle(new Input.Does(seat, round, RawClient.key() + round, new Deed.Ready(true, 0)))
                        .effects());
            }
        }
        return post;
    }

    /** In a busy delegation the first minister is out for something else. */
    private static Delegation china(DelegationMode mode, boolean busy) {
        Delegation usual = Delegation.usual(Side.CN, mode, SEATS);
        if (!busy) {
            return usual;
        }
        Minister first = usual.ministers().get(0);
        Brief other = new Brief(Collections.nCopies(Component.COUNT, 250));
        return new Delegation(
                Side.CN,
                mode,
                List.of(
                        new Minister(first.number(), first.portfolios(), other),
                        usual.ministers().get(1)));
    }

    private static void counsel(Referee referee, Post post, Seat seat, int round, SplitMix64 inside)
            throws IOException {
        RequestedOrder wanted = new RequestedOrder(Instrument.CN_SOY_PURCHASES.ordinal(), inside.nextInt(9));
        hand(referee, post, new Input.Does(seat, round, "draft" + round, new Deed.PutDraft(List.of(wanted))));
        hand(
                referee,
                post,
                new Input.Does(
                        seat,
                        round,
                        "vote" + round,
                        new Deed.Vote(inside.nextInt(seat.number() + 1), inside.nextInt(2) == 0)));
        hand(
                referee,
                post,
                new Input.Does(seat, round, "say" + round, new Deed.Say(Channel.DELEGATION, "between us", null)));
    }

    private static void hand(Referee referee, Post post, Input input) throws IOException {
        var ruling = referee.handle(input);
        assertThat(ruling.verdict()).isInstanceOf(Verdict.Accepted.class);
        post.carry(ruling.effects());
    }
}
