package dev.truce.bot.wire;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A server without a network: the real referee behind connections that the test can cut. A cut link loses what it is sent;
 * a mended one is told the match and the open round again. Single-threaded.
 */
final class Hall {
    private final Rules rules;
    private final Referee referee;
    private final Map<Side, Link> links = new EnumMap<>(Side.class);

    Hall(Rules rules, MatchSetup setup, String usName, String cnName) {
        this.rules = rules;
        this.referee = new Referee(rules, setup, MatchTerms.untimed(usName, cnName));
    }

    /** Returns a connection for a listener. */
    Link connect(SeatListener listener) {
        return new Link(listener);
    }

    void start() {
        for (Link link : links.values()) {
            link.tellMatch();
        }
        carryOut(referee.handle(new Input.Hosts(new HostAct.Start())));
    }

    Referee referee() {
        return referee;
    }

    private void carryOut(Ruling ruling) {
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Tell tell) {
                for (Map.Entry<Side, Link> seat : links.entrySet()) {
                    if (Viewer.of(seat.getKey()) == tell.viewer()) {
                        seat.getValue().hear(tell.notice());
                    }
                }
            }
        }
    }

    /** One seat's connection. */
    final class Link implements SeatClient {
        private final SeatListener listener;
        private @Nullable Side side;
        private boolean up = true;
        private int requests;
        private final List<Runnable> unsent = new ArrayList<>();

        Link(SeatListener listener) {
            this.listener = listener;
        }

        /** Loses the link; requests are kept and sent again later, as a client does. */
        void cut() {
            up = false;
            listener.hear(new Heard.Link(new LinkState.Lost(1, false)));
        }

        /** Mends the link: sends what was not sent, then hears the match and the open round again. */
        void mend() {
            up = true;
            listener.hear(new Heard.Link(new LinkState.Up()));
            List<Runnable> late = List.copyOf(unsent);
            unsent.clear();
            late.forEach(Runnable::run);
            tellMatch();
            for (Notice notice : referee.history(Viewer.of(seated()))) {
                hear(notice);
            }
        }

        boolean isUp() {
            return up;
        }

        @Override
        public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request) {
            throw new UnsupportedOperationException("the hall has one room");
        }

        @Override
        public CompletableFuture<Reply<SeatTicket>> join(
                String code, @Nullable Side wished, @Nullable Integer number, String name, boolean bot) {
            Side given = wished == null ? Side.US : wished;
            side = given;
            links.put(given, this);
            return CompletableFuture.completedFuture(
                    new Reply.Done<>(new SeatTicket("match-1", code, given, "token", "")));
        }

        @Override
        public CompletableFuture<Reply<Saved>> directs(HostAct act) {
            throw new UnsupportedOperationException("the test starts the match");
        }

        @Override
        public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
            int orders = deed instanceof Deed.Submit submit ? submit.orders().size() : 0;
            return send(round, orders, new Input.Does(seat(), round, "m" + requests++, deed));
        }

        @Override
        public int heardOffers() {
            throw new UnsupportedOperationException("a bot says what it has heard");
        }

        @Override
        public void close() {
            up = false;
        }

        private CompletableFuture<Reply<Saved>> send(int round, int orders, Input input) {
            CompletableFuture<Reply<Saved>> answer = new CompletableFuture<>();
            Runnable delivery = () -> {
                Ruling ruling = referee.handle(input);
                if (ruling.verdict() instanceof Verdict.Rejected no) {
                    answer.complete(new Reply.Refused<>(no.refusal()));
                } else {
                    answer.complete(new Reply.Done<>(new Saved(round, orders, 0)));
                }
                carryOut(ruling);
            };
            if (up) {
                delivery.run();
            } else {
                unsent.add(delivery);
            }
            return answer;
        }

        private void hear(Notice notice) {
            if (up) {
                listener.hear(new Heard.Told(notice, 0));
            }
        }

        private void tellMatch() {
            listener.hear(new Heard.Begun(
                    "match-1",
                    rules.scenario().id(),
                    rules.scenario().hash(),
                    rules.scenario().ruleset()));
        }

        private Seat seat() {
            return Seat.head(seated());
        }

        private Side seated() {
            Side taken = side;
            if (taken == null) {
                throw new IllegalStateException("no seat was taken");
            }
            return taken;
        }
    }
}
