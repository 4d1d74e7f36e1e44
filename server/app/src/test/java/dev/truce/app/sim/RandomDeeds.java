package dev.truce.app.sim;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that can be done in a seat, in any order, some of it wrong and some of it twice. */
final class RandomDeeds {
    private final Person person;
    private final SimWorld world;
    private final Agenda agenda;
    /** What begins the keys of this person, as another may have had the seat before. */
    private final String prefix;

    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();
    /** What was asked for and not answered, by its key. */
    private final Map<String, Sent> unanswered = new TreeMap<>();

    private Seat seat;
    private @Nullable Observation seen;
    private boolean ready;
    private int keys;

    private record Sent(int round, Deed deed) {}

    RandomDeeds(Person person, String prefix, Seat seat) {
        this.person = person;
        this.world = person.world;
        this.agenda = person.agenda;
        this.prefix = prefix;
        this.seat = seat;
    }

    /** He sits somewhere else, and nothing that he knows is of that match. */
    void sits(Seat at) {
        seat = at;
        seen = null;
        ready = false;
        offers.clear();
        unanswered.clear();
    }

    /** Another process of his client has begun. */
    void begun() {
        offers.clear();
        if (!unanswered.isEmpty()) {
            world.marks().hit("deeds sent again by another process");
        }
        Map<String, Sent> again = new TreeMap<>(unanswered);
        person.later(200, () -> again.forEach((key, sent) -> send(sent.round, key, sent.deed)));
    }

    void told(Notice notice) {
        if (notice instanceof Notice.RoundOpened opened) {
            seen = opened.observation();
            ready = false;
        } else if (notice instanceof Notice.SeatStatus status && status.seat().equals(seat)) {
            ready = status.ready();
        } else if (notice instanceof Notice.OfferChanged changed) {
            offers.put(changed.offer().id(), changed.offer());
        }
    }

    /** Does something, if a round is open and he is not done with it. */
    void act() {
        Observation now = seen;
        if (now == null || person.openRound() == 0 || (world.isCalm() && ready)) {
            return;
        }
        Deed deed = agenda.now(world.isCalm() ? 900 : 350)
                ? new Deed.Ready(
                        !agenda.now(world.isCalm() ? 0 : 150), person.current().heardOffers())
                : anything(now);
        int round = person.openRound() + (agenda.now(40) ? agenda.any(-1, 1) : 0);
        String key = prefix + (agenda.now(30) && keys > 0 ? agenda.between(1, keys) : ++keys);
        send(Math.max(1, round), key, deed);
        if (agenda.now(60)) {
            send(Math.max(1, round), key, deed);
        }
    }

    private void send(int round, String key, Deed deed) {
        world.marks().hit("deed " + deed.getClass().getSimpleName());
        unanswered.put(key, new Sent(round, deed));
        var unused = person.current().does(round, key, deed).thenAccept(reply -> unanswered.remove(key));
    }

    private Deed anything(Observation now) {
        return switch (agenda.between(0, 13)) {
            case 0, 1 -> new Deed.Submit(orders(now));
            case 2 ->
                new Deed.Submit(orders(now))
                        .withReady(new Deed.Ready(true, person.current().heardOffers()));
            case 3 -> new Deed.Undo();
            case 4, 5 -> new Deed.MakeOffer(terms(now), agenda.now(300) ? offer(false) : null);
            case 6, 7 -> {
                OfferId id = offer(agenda.now(100));
                Offer known = offers.get(id);
                yield new Deed.Accept(id, known == null ? "0".repeat(64) : known.hash());
            }
            case 8 -> new Deed.Refuse(offer(agenda.now(100)));
            case 9 -> new Deed.Withdraw(offer(!agenda.now(100)));
            case 10 -> new Deed.GiveNotice(agenda.now(700));
            case 11 ->
                new Deed.Say(
                        agenda.any(Channel.values()),
                        "word " + keys,
                        agenda.now(300) ? new Statement.Reassure() : null);
            case 12 -> new Deed.PutDraft(orders(now));
            default -> new Deed.Vote(agenda.between(0, 2), agenda.now(500));
        };
    }

    private OfferId offer(boolean own) {
        List<OfferId> known = new ArrayList<>();
        for (OfferId id : offers.keySet()) {
            if ((id.side() == seat.side()) == own) {
                known.add(id);
            }
        }
        return known.isEmpty()
                ? new OfferId(own ? seat.side() : seat.side().other(), 1)
                : known.get(Math.max(0, known.size() - 1 - agenda.between(0, 2)));
    }

    private Terms terms(Observation now) {
        if (agenda.now(500)) {
            return new Terms.Renewal(agenda.between(1, 8), agenda.now(200));
        }
        List<Pledge> pledges = new ArrayList<>();
        for (LegalLevels legal : now.legal()) {
            if (pledges.isEmpty() || agenda.now(150)) {
                pledges.add(new Pledge(
                        legal.instrument(),
                        legal.legal().get(agenda.chance().nextInt(legal.legal().size()))));
            }
        }
        return pledges.isEmpty()
                ? new Terms.Renewal(2, false)
                : new Terms.Package(pledges, agenda.between(1, 8), agenda.now(200));
    }

    private List<RequestedOrder> orders(Observation now) {
        List<RequestedOrder> orders = new ArrayList<>();
        for (LegalLevels legal : now.legal()) {
            if (agenda.now(150)) {
                orders.add(new RequestedOrder(
                        legal.instrument().ordinal(),
                        legal.legal().get(agenda.chance().nextInt(legal.legal().size()))));
            }
        }
        if (agenda.now(50)) {
            orders.add(new RequestedOrder(agenda.between(0, Instrument.all().size()), agenda.between(0, 9)));
        }
        return orders;
    }
}
