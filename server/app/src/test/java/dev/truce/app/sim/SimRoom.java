package dev.truce.app.sim;

import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Absences;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One room with its people: an owner, seats that persons, programs or the server's bots have, and some people who look on. */
final class SimRoom {
    /** Bots that take little time. */
    static final String[] BOTS = {"hold", "tft", "gtft", "match", "dealer", "hawk", "dove", "negotiator", "grim"};

    private final SimWorld world;
    private final Rules rules;
    private final RoundTerms terms;
    private final boolean botsAlone;
    private final List<Guest> people = new ArrayList<>();
    private final Set<Seat> wanted = new LinkedHashSet<>();
    private final Set<Seat> taken = new LinkedHashSet<>();
    private @Nullable RoomTicket ticket;
    private @Nullable String matchId;

    SimRoom(SimWorld world, Rules rules, int number) {
        this.world = world;
        this.rules = rules;
        Agenda agenda = world.agenda();
        this.botsAlone = agenda.now(150);
        boolean delegations = !botsAlone && agenda.now(200);
        this.terms = terms(agenda);
        int usSeats = delegations ? agenda.between(1, 3) : 1;
        int cnSeats = delegations ? agenda.between(1, 2) : 1;
        List<DelegationWish.HostedMinister> ministers = new ArrayList<>();
        String usBot = seat(Seat.US_HEAD, number, ministers);
        String cnBot = seat(Seat.CN_HEAD, number, ministers);
        for (int seat = 1; seat < usSeats; seat++) {
            seat(new Seat(Side.US, seat), number, ministers);
        }
        for (int seat = 1; seat < cnSeats; seat++) {
            seat(new Seat(Side.CN, seat), number, ministers);
        }
        boolean openBook = agenda.now(300);
        RoomRequest wish = new RoomRequest(
                rules.scenario().id(),
                agenda.now(500) ? agenda.chance().nextLong() : null,
                agenda.between(1, world.mostRounds()),
                agenda.now(600) ? agenda.between(2, 30) * 1_000L : 0,
                usBot,
                cnBot,
                openBook,
                new DelegationWish(usSeats, cnSeats, agenda.any(DelegationMode.values()), ministers),
                terms);
        Role watching = openBook ? Role.OMNISCIENT : Role.OBSERVER;
        people.add(new Owner(this, number * 10, watching, wish));
        for (int i = agenda.between(0, 2); i > 0; i--) {
            people.add(new Watcher(this, number * 10 + 8, agenda.now(300) ? watching : Role.OBSERVER));
        }
    }

    private RoundTerms terms(Agenda agenda) {
        Absences absences = agenda.now(200)
                ? Absences.all(new Absence.Bot(agenda.any("hold", "match"), agenda.between(1, 2), new Absence.Hold()))
                : Absences.HOLD;
        return new RoundTerms(
                agenda.now(300) ? agenda.between(1, 10) * 1_000L : 0,
                agenda.now(150) ? RoundPace.GATED : RoundPace.FREE,
                botsAlone ? Absences.HOLD : absences);
    }

    /** Has somebody sit on a seat; returns the name of the server's bot if it is one. */
    private @Nullable String seat(Seat seat, int number, List<DelegationWish.HostedMinister> ministers) {
        Agenda agenda = world.agenda();
        int kind = botsAlone ? 0 : agenda.between(0, 9);
        if (kind < 2) {
            String bot = agenda.any(BOTS);
            if (seat.number() != 0) {
                ministers.add(new DelegationWish.HostedMinister(seat, bot));
            }
            return bot;
        }
        wanted.add(seat);
        int house = number * 10 + agenda.between(1, 3);
        if (kind < 5) {
            people.add(new BotPlayer(
                    this,
                    house,
                    Roster.find(agenda.any(BOTS)).orElseThrow(),
                    seat,
                    agenda.chance().nextLong()));
        } else {
            people.add(new RandomPlayer(this, house, seat, "P " + seat));
        }
        return null;
    }

    SimWorld world() {
        return world;
    }

    Rules rules() {
        return rules;
    }

    RoundTerms terms() {
        return terms;
    }

    List<Guest> people() {
        return people;
    }

    /** Returns what one types to enter, or null before the room is open. */
    @Nullable
    String code() {
        return ticket == null ? null : ticket.code();
    }

    void opened(RoomTicket opened) {
        ticket = opened;
    }

    void started(String id) {
        matchId = id;
    }

    /** Returns the id of its match, or null before it has begun. */
    @Nullable
    String matchId() {
        return matchId;
    }

    void sat(Seat seat, Reply<SeatTicket> reply) {
        if (reply instanceof Reply.Done<SeatTicket>) {
            taken.add(seat);
        }
    }

    boolean isComplete() {
        return taken.containsAll(wanted);
    }

    /** Returns whether nobody plays but bots of the server, so that the match can be foretold. */
    boolean isOfBotsAlone() {
        return botsAlone;
    }

    /** Returns whether the match is over for all its people. */
    boolean isOver() {
        for (Guest person : people) {
            if (!person.isOver()) {
                return false;
            }
        }
        return true;
    }
}
