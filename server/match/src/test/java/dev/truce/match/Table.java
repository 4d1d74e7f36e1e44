package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.notation.OrderReader;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A table with two seats and everybody who may look on, in memory: it does what the referee says and remembers all of it. */
public final class Table {
    public static final Rules RULES = Rules.of(Scenarios.busan2025());
    public static final List<Viewer> EVERYBODY = List.of(Viewer.values());

    public final MatchSetup setup;
    public final MatchTerms terms;
    public final Referee referee;
    /** What the journal holds. */
    public final List<Input> journal = new ArrayList<>();
    /** Timers that run: round and milliseconds. */
    public final List<String> timers = new ArrayList<>();

    private final Map<Viewer, List<Notice>> told = new EnumMap<>(Viewer.class);
    private int moveIds;

    public Table(MatchSetup setup, MatchTerms terms) {
        this.setup = setup;
        this.terms = terms;
        this.referee = new Referee(RULES, setup, terms);
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

    public static MatchSetup setup(int rounds, long seed) {
        return new MatchSetup(seed, new Horizon.Fixed(rounds), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
    }

    public static MatchTerms terms(long windowMillis) {
        return new MatchTerms(windowMillis, new MatchTerms.Absence.Hold(), EVERYBODY, true, "Group A", "Group B");
    }

    public Ruling start() {
        return hand(new Input.Start());
    }

    public Ruling deadlinePasses() {
        return hand(new Input.DeadlinePassed(referee.openRound()));
    }

    /** Hands an input to the referee and does what it says. */
    public Ruling hand(Input input) {
        Ruling ruling = referee.handle(input);
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Append append) {
                journal.add(append.input());
            } else if (effect instanceof Effect.Tell tell) {
                told(tell.viewer()).add(tell.notice());
            } else if (effect instanceof Effect.SetTimer set) {
                timers.add(set.round() + ":" + set.millis());
            } else if (effect instanceof Effect.CancelTimer cancel) {
                timers.removeIf(timer -> timer.startsWith(cancel.round() + ":"));
            }
        }
        return ruling;
    }

    /** What a viewer has been told so far, in order. */
    public List<Notice> told(Viewer viewer) {
        return told.getOrDefault(viewer, List.of());
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
        hand(new Input.Ready(Seat.US_HEAD, round, true));
        hand(new Input.Ready(Seat.CN_HEAD, round, true));
    }

    /** Both sides order something legal at random and are ready. */
    public void playAtRandom(SplitMix64 random) {
        for (Side side : Side.values()) {
            Orders orders = atRandom(referee, setup, side, random);
            hand(new Input.Submit(
                    Seat.head(side),
                    referee.openRound(),
                    nextMoveId(),
                    orders.list().stream().map(RequestedOrder::of).toList()));
        }
        everybodyIsReady();
    }

    /** Legal orders in the open round: each instrument is ordered in one round of three. */
    public static Orders atRandom(Referee referee, MatchSetup setup, Side side, SplitMix64 random) {
        List<Order> orders = new ArrayList<>();
        for (LegalLevels legal : RULES.legal(setup, referee.state(), side)) {
            if (random.nextInt(3) == 0) {
                orders.add(new Order(
                        legal.instrument(),
                        legal.legal().get(random.nextInt(legal.legal().size()))));
            }
        }
        // A tariff under section 301 needs an investigation that the same orders do not pause.
        while (!RULES.check(
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
        OrderReader.Reading reading = OrderReader.read(text, side, RULES.scenario());
        if (reading instanceof OrderReader.Reading.Read read) {
            return read.orders().list().stream().map(RequestedOrder::of).toList();
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
            return hand(new Input.Submit(seat, round, moveId, requested(orders, seat.side())));
        }

        public Verdict undoes() {
            return undoes(nextMoveId(), referee.openRound()).verdict();
        }

        public Ruling undoes(String moveId, int round) {
            return hand(new Input.Undo(seat, round, moveId));
        }

        public Verdict isReady() {
            return hand(new Input.Ready(seat, referee.openRound(), true)).verdict();
        }

        public Verdict isNotReadyAfterAll() {
            return hand(new Input.Ready(seat, referee.openRound(), false)).verdict();
        }

        /** What the referee has sealed for this seat, as a record writes it; empty if nothing. */
        public String sealed() {
            return referee.sealed(seat)
                    .map(orders -> dev.truce.match.notation.OrderText.of(orders, RULES.scenario()))
                    .orElse("");
        }
    }
}
