package dev.truce.cli.session;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.story.words.TermsWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A server in memory with one US seat: opens rounds, applies orders, and remembers every request. */
final class FakeServer implements SeatClient {
    static final long SAVED_AT = 1_800_000_000_000L;

    private final SeatListener listener;
    private final Scenario scenario;
    private final List<String> requests = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private Levels levels;
    private @Nullable Orders sealed;
    private boolean ready;
    private int round = 1;
    private @Nullable Refusal refusal;
    private boolean otherReady;
    private boolean bot = true;
    private boolean waits;
    private boolean late;
    private boolean echoing;
    private boolean gated;
    private boolean deciding;
    private boolean signing;
    private final AtomicInteger echoes = new AtomicInteger();
    private @Nullable Runnable afterReady;
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();

    FakeServer(SeatListener listener) {
        this(listener, ViewFixture.BUSAN);
    }

    FakeServer(SeatListener listener, Scenario scenario) {
        this.listener = listener;
        this.scenario = scenario;
        this.levels = scenario.startLevels();
    }

    /** Opens round 1. */
    void begin() {
        listener.hear(new Heard.Begun("m1", "busan-2025", scenario.hash(), scenario.ruleset()));
        open(null);
        if (otherReady) {
            status(Side.CN, true);
        }
    }

    /**
     * The seat is opened again in round 1: what it has sealed comes before all that happened.
     *
     * @param has what it has sealed, or null
     */
    void resume(@Nullable Orders has) {
        if (has != null) {
            listener.hear(new Heard.Sealed(has));
        }
        begin();
        seal(has);
    }

    /** Has orders of the seat, or none any more, and tells it that it has some, but never which. */
    void seal(@Nullable Orders orders) {
        sealed = orders;
        if (late) {
            onceWaitedFor(() -> {
                listener.hear(new Heard.Told(new Notice.SeatStatus(Seat.US_HEAD, round, false, false), 0));
                status(Side.US, ready);
            });
        } else {
            status(Side.US, ready);
        }
    }

    /** Orders are told back only when the session waits for it, after older news of the seat. */
    void tellsLate() {
        late = true;
    }

    /** The desk has a bot act on the seat: what its person has sealed is void. */
    void standIn() {
        changeHands(Seat.US_HEAD, new SeatHolder.Bot("hold"));
        ready = false;
        seal(null);
    }

    /** The desk gives the seat back to its person: what the bot has sealed stays. */
    void handBack() {
        changeHands(Seat.US_HEAD, new SeatHolder.Person());
        seal(sealed);
    }

    /** Somebody else acts on a seat of the side. */
    void changeHands(Seat seat, SeatHolder holder) {
        listener.hear(new Heard.Told(new Notice.SeatChanged(seat, round, holder), 0));
    }

    private void status(Side side, boolean isReady) {
        listener.hear(new Heard.Told(
                new Notice.SeatStatus(Seat.head(side), round, side == Side.CN || sealed != null, isReady), 0));
    }

    /** The other side is a person, who is not ready by itself. */
    void otherIsAPerson() {
        bot = false;
    }

    /** Rounds do not close; the other side takes its time. */
    void roundsStayOpen() {
        waits = true;
    }

    /** What happens after the next ready. */
    void afterReady(Runnable then) {
        afterReady = then;
    }

    /** The other side offers something. */
    OfferId otherOffers(Terms terms, @Nullable OfferId answers) {
        OfferId id = add(Side.CN, terms, answers);
        ready = false;
        status(Side.US, false);
        return id;
    }

    /** The other side does something about an offer. */
    void becomes(OfferId id, OfferStatus status) {
        Offer offer = Objects.requireNonNull(offers.get(id)).become(status);
        offers.put(id, offer);
        listener.hear(new Heard.Told(new Notice.OfferChanged(offer, round), 0));
    }

    /** Ann leads the US, with a minister of trade; Bo leads China. */
    void seatsADelegation(Seat minister) {
        listener.hear(new Heard.Room(
                "7QKM",
                List.of(
                        new Occupant(Seat.US_HEAD, "Ann", false, true),
                        new Occupant(minister, "Mei", false, true, List.of(Portfolio.US_TRADE)),
                        new Occupant(Seat.CN_HEAD, "Bo", false, true)),
                DelegationMode.HEAD));
    }

    /** A minister shows his head a draft. */
    void ministerDrafts(Seat seat, Orders orders) {
        listener.hear(new Heard.Told(new Notice.Drafted(seat, round, orders), 0));
    }

    /** The seat may decide on an accusation. */
    void takesDecisions() {
        deciding = true;
    }

    /** The other side says something. */
    void otherSays(Channel channel, String text, @Nullable Statement statement) {
        listener.hear(new Heard.Told(new Notice.Said(Seat.CN_HEAD, round, 1, channel, text, statement), 0));
    }

    private OfferId add(Side maker, Terms terms, @Nullable OfferId answers) {
        int number = 1;
        for (OfferId id : offers.keySet()) {
            number += id.side() == maker ? 1 : 0;
        }
        OfferId id = new OfferId(maker, number);
        offers.put(id, new Offer(id, terms, round, round + 1, answers, OfferStatus.OPEN));
        if (answers != null) {
            becomes(answers, OfferStatus.COUNTERED);
        }
        becomes(id, OfferStatus.OPEN);
        return id;
    }

    private static String words(Terms terms) {
        return new TermsWords(Texts.wording(ViewFixture.BUSAN)).line(terms);
    }

    private CompletableFuture<Reply<Saved>> dealt(String request, Runnable then) {
        requests.add(request);
        if (refusal == null && echoing) {
            return new Echoed(then);
        } else if (refusal == null) {
            then.run();
        }
        return answer(0);
    }

    /** From now on the other side signs what the seat offers before the answer is waited for. */
    void signsAtOnce() {
        signing = true;
    }

    /** From now on what the seat does beside orders is told back only after its answer, when the session waits for it. */
    void tellsBackOnceWaitedFor() {
        echoing = true;
    }

    /** Returns how often something was told back to a session that waited for it. */
    int toldBack() {
        return echoes.get();
    }

    /** An answer that is there at once; what it is about is told back when the thread that asked waits for news. */
    private final class Echoed extends CompletableFuture<Reply<Saved>> {
        private final Runnable echo;

        Echoed(Runnable echo) {
            this.echo = echo;
            complete(new Reply.Done<>(new Saved(round, 0, SAVED_AT)));
        }

        @Override
        public CompletableFuture<Reply<Saved>> whenComplete(
                BiConsumer<? super Reply<Saved>, ? super Throwable> action) {
            CompletableFuture<Reply<Saved>> done = super.whenComplete(action);
            onceWaitedFor(() -> {
                echoes.incrementAndGet();
                echo.run();
            });
            return done;
        }
    }

    /** Does something when the thread that calls this waits for news. */
    private static void onceWaitedFor(Runnable then) {
        Thread session = Thread.currentThread();
        Thread teller = new Thread(() -> {
            while (session.getState() != Thread.State.TIMED_WAITING && session.isAlive()) {
                Thread.onSpinWait();
            }
            then.run();
        });
        teller.setDaemon(true);
        teller.start();
    }

    /** The instructor of a class opens each round, once somebody waits for it. */
    void isGated() {
        gated = true;
    }

    private CompletableFuture<Reply<Saved>> offer(int of, Terms terms, @Nullable OfferId answers) {
        return dealt("offer " + of + " " + words(terms) + (answers == null ? "" : " answers " + answers), () -> {
            OfferId made = add(Side.US, terms, answers);
            if (signing) {
                becomes(made, OfferStatus.ACCEPTED);
            }
            if (bot) {
                status(Side.CN, true);
            }
        });
    }

    private CompletableFuture<Reply<Saved>> accept(int of, OfferId offer, String termsHash) {
        return dealt("accept " + of + " " + offer + " " + termsHash, () -> becomes(offer, OfferStatus.ACCEPTED));
    }

    private CompletableFuture<Reply<Saved>> refuse(int of, OfferId offer) {
        return dealt("refuse " + of + " " + offer, () -> becomes(offer, OfferStatus.REFUSED));
    }

    private CompletableFuture<Reply<Saved>> withdraw(int of, OfferId offer) {
        return dealt("withdraw " + of + " " + offer, () -> becomes(offer, OfferStatus.WITHDRAWN));
    }

    private CompletableFuture<Reply<Saved>> notice(int of, boolean given) {
        return dealt(
                "notice " + of + " " + given,
                () -> listener.hear(new Heard.Told(new Notice.NoticeGiven(Side.US, round, given), 0)));
    }

    private CompletableFuture<Reply<Saved>> playCard(int of, String card) {
        return dealt("card " + of + " " + card, () -> {
            if (of == round && CardName.read(card) instanceof Reply.Done<Card> read) {
                listener.hear(new Heard.Told(new Notice.CardPlayed(of, read.value()), 0));
            }
        });
    }

    private CompletableFuture<Reply<Saved>> say(int of, Channel channel, String text, @Nullable Statement statement) {
        return dealt(
                "say " + of + " " + channel + " " + text + (statement == null ? "" : " " + statement),
                () -> listener.hear(
                        new Heard.Told(new Notice.Said(Seat.US_HEAD, round, 1, channel, text, statement), 0)));
    }

    @Override
    public CompletableFuture<Reply<Saved>> callForHelp(String text) {
        return dealt("call " + text, () -> {});
    }

    /** The next requests are refused. */
    void refuse(String code, String field, String detail, String legal) {
        refusal = Refusal.of(RefusalCode.valueOf(code), field).saying(detail).legal(legal);
    }

    /** The other side says that it is ready as soon as the match begins. */
    void otherIsReadyFromTheStart() {
        otherReady = true;
    }

    List<String> requests() {
        return requests;
    }

    /** Returns all that the seat did, in order. */
    List<Deed> deeds() {
        return deeds;
    }

    private void open(@Nullable RoundView last) {
        Treaty treaty = scenario.agreementOne();
        Levels seen = levels;
        for (Instrument instrument : scenario.instruments().of(Side.CN)) {
            seen = instrument.isCovert() ? seen.with(instrument, Levels.UNSEEN) : seen;
        }
        listener.hear(new Heard.Told(
                new Notice.RoundOpened(
                        new Observation(
                                Viewer.US,
                                round,
                                false,
                                scenario.calendar().quarter(round),
                                scenario.calendar().isSummit(round),
                                12,
                                seen,
                                treaty,
                                Observation.Climate.quiet(0, new BySide<>(800, 800), 10),
                                List.of(),
                                legal(),
                                last),
                        0),
                0));
        if (bot) {
            status(Side.CN, true);
        }
    }

    private List<LegalLevels> legal() {
        List<LegalLevels> all = new ArrayList<>();
        for (Instrument instrument : scenario.instruments().of(Side.US)) {
            List<Integer> legal = new ArrayList<>();
            List<LegalLevels.Withheld> withheld = new ArrayList<>();
            int rungs = scenario.spec(instrument).ladder().size();
            for (int level = 0; level < rungs; level++) {
                if (instrument == Instrument.US_SECTION301_TARIFF && level > 0) {
                    withheld.add(new LegalLevels.Withheld(level, LegalLevels.Reason.INVESTIGATION_NOT_CONCLUDED));
                } else if (instrument == Instrument.US_SECTION301_INVESTIGATION && level == 2) {
                    withheld.add(new LegalLevels.Withheld(level, LegalLevels.Reason.CONCLUDES_BY_ITSELF));
                } else if (instrument == Instrument.US_CHIP_CONTROL && level == 0) {
                    withheld.add(new LegalLevels.Withheld(level, LegalLevels.Reason.NO_TECHNOLOGY_CHAPTER));
                } else {
                    legal.add(level);
                }
            }
            all.add(LegalLevels.lasting(instrument, legal, withheld));
        }
        return all;
    }

    private CompletableFuture<Reply<Saved>> answer(int orders) {
        return CompletableFuture.completedFuture(
                refusal != null ? new Reply.Refused<>(refusal) : new Reply.Done<>(new Saved(round, orders, SAVED_AT)));
    }

    @Override
    public CompletableFuture<Reply<Saved>> submit(int of, Orders orders) {
        requests.add("submit " + of + " " + orders.list().size());
        deeds.add(AskedOrders.submit(orders));
        if (refusal == null && echoing) {
            return new Echoed(() -> seal(orders));
        } else if (refusal == null) {
            seal(orders);
        }
        return answer(orders.list().size());
    }

    private CompletableFuture<Reply<Saved>> undo(int of) {
        requests.add("undo " + of);
        ready = false;
        seal(null);
        return answer(0);
    }

    @Override
    public CompletableFuture<Reply<Saved>> ready(int of, boolean isReady) {
        requests.add("ready " + of + " " + isReady);
        CompletableFuture<Reply<Saved>> answer = answer(0);
        if (echoing && (waits || !isReady)) {
            return new Echoed(() -> {
                ready = isReady;
                status(Side.US, isReady);
            });
        }
        if (gated && isReady) {
            status(Side.US, true);
            listener.hear(new Heard.Told(new Notice.RoundShut(round, Notice.RoundShut.Cause.ALL_READY), 0));
            onceWaitedFor(this::resolve);
            return answer;
        }
        if (refusal == null && waits) {
            ready = isReady;
            status(Side.US, isReady);
            Runnable then = afterReady;
            afterReady = null;
            if (then != null) {
                then.run();
            }
        } else if (refusal == null && isReady) {
            resolve();
        }
        return answer;
    }

    @Override
    public CompletableFuture<Reply<Saved>> directs(HostAct act) {
        if (act instanceof HostAct.PlayCard play) {
            return playCard(play.round(), play.card());
        }
        return dealt(HostActNotation.of(act), () -> listener.hear(new Heard.Told(new Notice.HostActed(act, round), 0)));
    }

    @Override
    public int heardOffers() {
        return 0;
    }

    @Override
    public CompletableFuture<Reply<Saved>> does(int of, Deed deed) {
        if (!(deed instanceof Deed.Submit)) {
            deeds.add(deed);
        }
        if (deed instanceof Deed.Submit submit) {
            return submit(of, AskedOrders.ordered(submit.orders()));
        } else if (deed instanceof Deed.Undo) {
            return undo(of);
        } else if (deed instanceof Deed.Ready ready) {
            return ready(of, ready.ready());
        } else if (deed instanceof Deed.MakeOffer made) {
            return offer(of, made.terms(), made.answers());
        } else if (deed instanceof Deed.Accept accepted) {
            return accept(of, accepted.offer(), accepted.termsHash());
        } else if (deed instanceof Deed.Refuse refused) {
            return refuse(of, refused.offer());
        } else if (deed instanceof Deed.Withdraw withdrawn) {
            return withdraw(of, withdrawn.offer());
        } else if (deed instanceof Deed.GiveNotice given) {
            return notice(of, given.given());
        } else if (deed instanceof Deed.Judge judge && deciding) {
            return dealt(
                    "judge " + of + " " + judge.accused() + " " + judge.choice(),
                    () -> listener.hear(
                            new Heard.Told(new Notice.Decided(Side.US, round, judge.accused(), judge.choice()), 0)));
        } else if (deed instanceof Deed.Judge) {
            return CompletableFuture.completedFuture(Reply.refused(Refusal.of(RefusalCode.NO_ACCUSATION, "accused")));
        } else if (deed instanceof Deed.Say said) {
            return say(of, said.channel(), said.text(), said.statement());
        } else if (deed instanceof Deed.PutDraft put) {
            return draft(of, AskedOrders.ordered(put.orders()));
        } else if (deed instanceof Deed.Vote vote) {
            return vote(of, new Seat(Side.US, vote.drafter()), vote.yes());
        }
        return dealt(deed.getClass().getSimpleName() + " " + of, () -> {});
    }

    private void resolve() {
        ViewFixture fixture = ViewFixture.round(round).seenBy(Viewer.US);
        Orders orders = sealed == null ? Orders.HOLD : sealed;
        for (Order order : orders.list()) {
            int from = levels.get(order.instrument());
            levels = levels.with(order.instrument(), order.level());
            fixture.moved(order.instrument(), from, order.level());
        }
        fixture.signal(Instrument.CN_LICENCE_PACE, round, 2100);
        fixture.card(ViewFixture.card(
                Side.US, 79_600, 80_700, 79_600, 0, Map.of(Component.CHANCE, -1.4, Component.INCOME, .3)));
        RoundView view = fixture.view();
        sealed = null;
        ready = false;
        round++;
        listener.hear(new Heard.Told(new Notice.RoundResolved(view), 0));
        open(view);
    }

    @Override
    public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request) {
        throw new UnsupportedOperationException("a session is given its seat");
    }

    @Override
    public CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot) {
        throw new UnsupportedOperationException("a session is given its seat");
    }

    private CompletableFuture<Reply<Saved>> draft(int of, Orders orders) {
        return dealt("draft " + of + " " + orders, () -> {
            listener.hear(new Heard.Told(new Notice.Drafted(Seat.US_HEAD, of, orders), 0));
        });
    }

    private CompletableFuture<Reply<Saved>> vote(int of, Seat drafter, boolean yes) {
        return dealt("vote " + of + " " + drafter + (yes ? " yes" : " no"), () -> {
            listener.hear(new Heard.Told(new Notice.Voted(Seat.US_HEAD, of, drafter, yes), 0));
        });
    }

    @Override
    public void close() {
        requests.add("close");
    }
}
