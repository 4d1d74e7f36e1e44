package dev.truce.bot;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Referee;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Refusal;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.RoomTicket;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
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
        carryOut(referee.handle(new Input.Start()));
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
            listener.onLink(new LinkState.Lost(1, 250));
        }

        /** Mends the link: sends what was not sent, then hears the match and the open round again. */
        void mend() {
            up = true;
            listener.onLink(new LinkState.Up());
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
        public CompletableFuture<Answer<RoomTicket>> createRoom(RoomRequest request) {
            throw new UnsupportedOperationException("the hall has one room");
        }

        @Override
        public CompletableFuture<Answer<SeatTicket>> join(
                String code, @Nullable Side wished, @Nullable Integer number, String name, boolean bot) {
            Side given = wished == null ? Side.US : wished;
            side = given;
            links.put(given, this);
            return CompletableFuture.completedFuture(
                    new Answer.Done<>(new SeatTicket("match-1", code, given, "token", "")));
        }

        @Override
        public CompletableFuture<Answer<Void>> start() {
            throw new UnsupportedOperationException("the test starts the match");
        }

        @Override
        public CompletableFuture<Answer<Saved>> submit(int round, Orders orders) {
            List<RequestedOrder> requested = new ArrayList<>();
            for (Order order : orders.list()) {
                requested.add(RequestedOrder.of(order));
            }
            return send(round, requested.size(), new Input.Submit(seat(), round, "m" + requests++, requested));
        }

        @Override
        public CompletableFuture<Answer<Saved>> draft(int round, Orders orders) {
            throw new UnsupportedOperationException("there are two heads in the hall");
        }

        @Override
        public CompletableFuture<Answer<Saved>> vote(int round, Seat drafter, boolean yes) {
            throw new UnsupportedOperationException("there are two heads in the hall");
        }

        @Override
        public CompletableFuture<Answer<Saved>> undo(int round) {
            return send(round, 0, new Input.Undo(seat(), round, "m" + requests++));
        }

        @Override
        public CompletableFuture<Answer<Saved>> ready(int round, boolean ready) {
            throw new UnsupportedOperationException("a bot says what it has heard");
        }

        @Override
        public CompletableFuture<Answer<Saved>> ready(int round, boolean ready, int heardOffers) {
            return send(round, 0, new Input.Ready(seat(), round, ready, heardOffers));
        }

        @Override
        public CompletableFuture<Answer<Saved>> offer(int round, Terms terms, @Nullable OfferId answers) {
            return send(round, 0, new Input.MakeOffer(seat(), round, "m" + requests++, terms, answers));
        }

        @Override
        public CompletableFuture<Answer<Saved>> accept(int round, OfferId offer, String termsHash) {
            return send(round, 0, new Input.AcceptOffer(seat(), round, "m" + requests++, offer, termsHash));
        }

        @Override
        public CompletableFuture<Answer<Saved>> refuse(int round, OfferId offer) {
            return send(round, 0, new Input.RefuseOffer(seat(), round, "m" + requests++, offer));
        }

        @Override
        public CompletableFuture<Answer<Saved>> withdraw(int round, OfferId offer) {
            return send(round, 0, new Input.WithdrawOffer(seat(), round, "m" + requests++, offer));
        }

        @Override
        public CompletableFuture<Answer<Saved>> notice(int round, boolean given) {
            return send(round, 0, new Input.GiveNotice(seat(), round, "m" + requests++, given));
        }

        @Override
        public CompletableFuture<Answer<Saved>> playCard(int round, String card) {
            throw new UnsupportedOperationException("a bot plays no cards");
        }

        @Override
        public CompletableFuture<Answer<Saved>> say(
                int round, Channel channel, String text, @Nullable Statement statement) {
            return send(round, 0, new Input.Say(seat(), round, "m" + requests++, channel, text, statement));
        }

        @Override
        public void close() {
            up = false;
        }

        private CompletableFuture<Answer<Saved>> send(int round, int orders, Input input) {
            CompletableFuture<Answer<Saved>> answer = new CompletableFuture<>();
            Runnable delivery = () -> {
                Ruling ruling = referee.handle(input);
                if (ruling.verdict() instanceof Verdict.Rejected no) {
                    answer.complete(new Answer.Refused<>(
                            new Refusal(no.code().name(), no.field(), no.detail(), no.legal(), 0)));
                } else {
                    answer.complete(new Answer.Done<>(new Saved(round, orders, 0)));
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
                listener.onNotice(notice, 0);
            }
        }

        private void tellMatch() {
            listener.onMatch(
                    "match-1",
                    rules.scenario().id(),
                    rules.scenario().hash(),
                    rules.scenario().ruleset());
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
