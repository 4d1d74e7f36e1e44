package dev.truce.match.referee;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.OrderReader;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with two seats and everybody who may look on, in memory: it does what the referee says and remembers all of it. */
public final class Table {
    public static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    /** Rules by which what is detected is an accusation. */
    public static final Rules THIRD = Rules.of(Scenarios.busan2025());

    public static final List<Viewer> EVERYBODY = List.of(Viewer.values());

    public final MatchSetup setup;
    public final MatchTerms terms;
    public final Referee referee;
    public final Rules rules;
    /** What the journal holds. */
    public final List<Input> journal = new ArrayList<>();
    /** Timers that run: round and milliseconds. */
    public final List<String> timers = new ArrayList<>();
    /** Whether a timer that is set now stands, as on a server. */
    private boolean holdsTimers;

    private final Map<Viewer, List<Notice>> told = new EnumMap<>(Viewer.class);
    private final Map<Seat, List<Notice>> toldSeats = new LinkedHashMap<>();
    private int moveIds;

    public Table(MatchSetup setup, MatchTerms terms) {
        this(RULES, setup, terms);
    }

    /** A table that plays another scenario with the words and levels of the usual one. */
    public Table(Rules rules, MatchSetup setup, MatchTerms terms) {
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.referee = new Referee(rules, setup, terms);
        for (Viewer viewer : Viewer.values()) {
            told.put(viewer, new ArrayList<>());
        }
    }

    /** A match of so many rounds without a deadline, with chance, in which everybody looks on. */
    public static Table of(int rounds) {
        return of(rounds, 7);
    }

    public static Table of(int rounds, long seed) {
        return new Table(setup(rounds, seed), terms(0));
    }

    /** The same with its first round open. */
    public static Table open(int rounds) {
        Table table = of(rounds);
        table.start();
        return table;
    }

    /** A match by the third ruleset after a round in which a side fell short of its covert clauses, and now stands accused. */
    public static Table accused(int rounds, long seed, Side side) {
        for (long each = seed; ; each += 1000) {
            Table table = new Table(THIRD, setup(rounds, each), terms(0));
            table.start();
            table.seat(side.name()).submits(side == Side.US ? "PACE=0" : "SOY=0; PACE=0; ENFORCE=0");
            table.everybodyIsReady();
            if (table.referee.state().side(side).accusedOn() != null) {
                return table;
            }
        }
    }

    public static MatchSetup setup(int rounds, long seed) {
        return new MatchSetup(seed, new Horizon.Fixed(rounds), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
    }

    public static MatchTerms terms(long windowMillis) {
        return new MatchTerms(
                windowMillis, new MatchTerms.Absence.Hold(), EVERYBODY, Recording.TEXT, "Group A", "Group B");
    }

    public Ruling start() {
        return hand(new Input.Hosts(new HostAct.Start()));
    }

    public Ruling deadlinePasses() {
        return hand(Input.Hosts.timeUp(referee.openRound(), referee.timer()));
    }

    /** Hands an input to the referee and does what it says. */
    public Ruling hand(Input input) {
        Ruling ruling = referee.handle(input);
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Append append) {
                journal.add(append.input());
            } else if (effect instanceof Effect.Tell tell) {
                told(tell.viewer()).add(tell.notice());
            } else if (effect instanceof Effect.TellSeat tell) {
                toldSeats
                        .computeIfAbsent(tell.seat(), unused -> new ArrayList<>())
                        .add(tell.notice());
            } else if (effect instanceof Effect.SetTimer set) {
                timers.add(set.round() + ":" + set.millis());
            } else if (effect instanceof Effect.ShiftTimer shift) {
                timers.add(shift.round() + ":shift " + shift.millis());
            } else if (effect instanceof Effect.HoldTimer hold) {
                timers.add(hold.round() + ":hold");
                holdsTimers = true;
            } else if (effect instanceof Effect.RunTimer run) {
                timers.add(run.round() + ":run");
                holdsTimers = false;
            } else if (effect instanceof Effect.CancelTimer cancel) {
                timers.removeIf(timer -> timer.startsWith(cancel.round() + ":"));
                holdsTimers = false;
            }
        }
        return ruling;
    }

    /** Whether there is a timer, and it stands. */
    public boolean isTimerHeld() {
        return holdsTimers && !timers.isEmpty();
    }

    /** What a viewer has been told so far, in order. */
    public List<Notice> told(Viewer viewer) {
        return told.getOrDefault(viewer, List.of());
    }

    /** What a seat has been told beside its side, in order. */
    public List<Notice> told(Seat seat) {
        return toldSeats.getOrDefault(seat, List.of());
    }

    /** A match in which every seat of a delegation of so many is occupied, with its first round open. */
    public static Table open(int rounds, DelegationMode mode, int seats) {
        Table table = new Table(setup(rounds, 7), terms(mode, seats));
        table.start();
        return table;
    }

    public static MatchTerms terms(DelegationMode mode, int seats) {
        List<Seat> occupied = new ArrayList<>();
        List<Delegation> delegations = new ArrayList<>();
        for (Side side : Side.values()) {
            delegations.add(Delegation.usual(side, mode, seats));
            for (int number = 0; number < seats; number++) {
                occupied.add(new Seat(side, number));
            }
        }
        return new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                occupied,
                EVERYBODY,
                Recording.TEXT,
                "Group A",
                "Group B",
                delegations);
    }

    /** Any seat, for example {@code US.head} or {@code CN.2}. */
    public At at(String seat) {
        String[] parts = seat.split("\\.");
        return new At(new Seat(Side.valueOf(parts[0]), parts[1].equals("head") ? 0 : Integer.parseInt(parts[1])));
    }

    /** The seat of a side's head. */
    public At seat(String side) {
        return new At(Seat.head(Side.valueOf(side)));
    }

    /** Both sides order this and say that they are ready. */
    public void playRound(String us, String cn) {
        seat("US").submits(us);
        seat("CN").submits(cn);
        everybodyIsReady();
    }

    public void everybodyIsReady() {
        int round = referee.openRound();
        for (Seat seat : terms.seats()) {
            hand(new Input.Does(seat, round, nextMoveId(), new Deed.Ready(true, heardBy(seat.side()))));
        }
    }

    /** How many offers of the other side a side has been told of. */
    public int heardBy(Side side) {
        int heard = 0;
        for (Notice notice : told(Viewer.of(side))) {
            if (notice instanceof Notice.OfferChanged changed && changed.offer().maker() != side) {
                heard = Math.max(heard, changed.offer().id().number());
            }
        }
        return heard;
    }

    /** What has become of an offer. */
    public OfferStatus status(String offer) {
        return offer(offer).status();
    }

    public Offer offer(String offer) {
        Offer found = referee.offers().find(OfferId.parse(offer));
        if (found == null) {
            throw new IllegalArgumentException("there is no offer " + offer);
        }
        return found;
    }

    /** Reads "renewal 4", "deep 8", "truce 4", or clauses like "US.FENT=5 CN.SOY=8 for 4", each with "communique" behind if so. */
    public static Terms terms(String text) {
        boolean communique = text.endsWith(" communique");
        String plain = communique ? text.substring(0, text.length() - " communique".length()) : text;
        int rounds = Integer.parseInt(plain.substring(plain.lastIndexOf(' ') + 1));
        String what = plain.substring(0, plain.lastIndexOf(' '));
        return switch (what) {
            case "renewal" -> new Terms.Renewal(rounds, communique);
            case "truce" -> new Terms.Package(truceSet(), rounds, communique);
            case "deep" -> new Terms.Package(deepSet(), rounds, communique);
            default ->
                new Terms.Package(pledges(what.substring(0, what.length() - " for".length())), rounds, communique);
        };
    }

    private static List<Pledge> truceSet() {
        return RULES.scenario().truce().stream()
                .map(clause -> new Pledge(clause.instrument(), clause.bound()))
                .toList();
    }

    private static List<Pledge> deepSet() {
        return pledges("US.PACE=3 CN.SOY=9 CN.ENFORCE=3 CN.PACE=2 US.FENT=0 US.RECIP=0 US.S301=paused US.DUTY301=0"
                + " US.DUTY232=eased US.PORT=0 US.AFFIL=suspended US.CHIP=open CN.RECIP=0 CN.AGRI=0 CN.REE7=general"
                + " CN.REE5=suspended CN.PORT=0 CN.UEL=suspended");
    }

    private static List<Pledge> pledges(String text) {
        List<Pledge> pledges = new ArrayList<>();
        for (String word : text.split(" ")) {
            String[] parts = word.split("=");
            Instrument instrument = Instrument.find(parts[0], Side.US).orElseThrow();
            pledges.add(new Pledge(instrument, RULES.scenario().spec(instrument).levelOf(parts[1])));
        }
        return pledges;
    }

    /** Both sides order something legal at random and are ready. */
    public void playAtRandom(SplitMix64 random) {
        for (Side side : Side.values()) {
            Orders orders = atRandom(side, random);
            hand(new Input.Does(
                    Seat.head(side),
                    referee.openRound(),
                    nextMoveId(),
                    new Deed.Submit(
                            orders.list().stream().map(RequestedOrder::of).toList())));
        }
        everybodyIsReady();
    }

    /** Legal orders in the open round: each instrument is ordered in one round of three. */
    public Orders atRandom(Side side, SplitMix64 random) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : rules.legal(setup, referee.state(), side)) {
            if (random.nextInt(3) == 0) {
                orders.add(new Order(
                        legal.instrument(),
                        legal.legal().get(random.nextInt(legal.legal().size()))));
            }
        }
        // A tariff under section 301 needs an investigation that the same orders do not pause.
        while (!rules.check(
                        setup,
                        referee.state(),
                        side,
                        orders.stream().map(RequestedOrder::of).toList())
                .isAccepted()) {
            orders.remove(random.nextInt(orders.size()));
        }
        return Orders.of(orders);
    }

    public String nextMoveId() {
        return "m" + ++moveIds;
    }

    /** Orders as somebody asks for them. */
    public static List<RequestedOrder> requested(String text, Side side) {
        Reply<Orders> reading = OrderReader.read(text, side, RULES.scenario());
        if (reading instanceof Reply.Done<Orders> read) {
            return read.value().list().stream().map(RequestedOrder::of).toList();
        }
        throw new IllegalArgumentException(text + ": " + reading);
    }

    /** Somebody in a seat. */
    public final class At {
        private final Seat seat;

        private At(Seat seat) {
            this.seat = seat;
        }

        /** Seals orders for the open round under a new move id. */
        public Verdict submits(String orders) {
            return sends(nextMoveId(), referee.openRound(), orders).verdict();
        }

        public Ruling sends(String moveId, int round, String orders) {
            return hand(new Input.Does(seat, round, moveId, new Deed.Submit(requested(orders, seat.side()))));
        }

        public Verdict undoes() {
            return undoes(nextMoveId(), referee.openRound()).verdict();
        }

        public Ruling undoes(String moveId, int round) {
            return hand(new Input.Does(seat, round, moveId, new Deed.Undo()));
        }

        public Verdict isReady() {
            return hand(new Input.Does(
                            seat, referee.openRound(), nextMoveId(), new Deed.Ready(true, heardBy(seat.side()))))
                    .verdict();
        }

        public Verdict isNotReadyAfterAll() {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.Ready(false, 0)))
                    .verdict();
        }

        /** Offers terms as {@link Table#terms} reads them. */
        public Verdict offers(String terms) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.MakeOffer(terms(terms), null)))
                    .verdict();
        }

        public Verdict counters(String offer, String terms) {
            return hand(new Input.Does(
                            seat,
                            referee.openRound(),
                            nextMoveId(),
                            new Deed.MakeOffer(terms(terms), OfferId.parse(offer))))
                    .verdict();
        }

        /** Accepts an offer on the terms that were told. */
        public Verdict accepts(String offer) {
            Offer told = referee.offers().find(OfferId.parse(offer));
            return acceptsWithHash(offer, told == null ? "" : told.hash());
        }

        public Verdict acceptsWithHash(String offer, String hash) {
            return hand(new Input.Does(
                            seat, referee.openRound(), nextMoveId(), new Deed.Accept(OfferId.parse(offer), hash)))
                    .verdict();
        }

        public Verdict refuses(String offer) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.Refuse(OfferId.parse(offer))))
                    .verdict();
        }

        public Verdict withdraws(String offer) {
            return hand(new Input.Does(
                            seat, referee.openRound(), nextMoveId(), new Deed.Withdraw(OfferId.parse(offer))))
                    .verdict();
        }

        /** Decides on the accusation of the other side. */
        public Verdict judges(Instrument accused, AccusationChoice choice) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.Judge(accused, choice)))
                    .verdict();
        }

        public Verdict givesNotice(boolean given) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.GiveNotice(given)))
                    .verdict();
        }

        public Verdict says(Channel channel, String text) {
            return says(channel, text, null);
        }

        public Verdict says(Channel channel, String text, @Nullable Statement statement) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.Say(channel, text, statement)))
                    .verdict();
        }

        /** Puts a draft before its delegation. */
        public Verdict drafts(String orders) {
            return hand(new Input.Does(
                            seat, referee.openRound(), nextMoveId(), new Deed.PutDraft(requested(orders, seat.side()))))
                    .verdict();
        }

        public Verdict votes(String drafter, boolean yes) {
            return votes(at(drafter).seat.number(), yes);
        }

        /** Votes on the draft of a seat of any number, also of one that cannot be. */
        public Verdict votes(int drafter, boolean yes) {
            return hand(new Input.Does(seat, referee.openRound(), nextMoveId(), new Deed.Vote(drafter, yes)))
                    .verdict();
        }

        /** What the referee has sealed for this seat, as a record writes it; empty if nothing. */
        public String sealed() {
            return referee.sealed(seat)
                    .map(orders -> dev.truce.match.notation.OrderText.of(orders, RULES.scenario()))
                    .orElse("");
        }
    }
}
