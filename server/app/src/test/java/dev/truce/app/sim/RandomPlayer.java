package dev.truce.app.sim;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A person who does all that can be done in a seat, in any order, some of it wrong and some of it twice. */
final class RandomPlayer extends Person {
    private final Seat seat;
    private final String name;
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();
    /** What was asked for and not answered, by its key. */
    private final Map<String, Sent> unanswered = new TreeMap<>();

    private @Nullable Observation seen;
    private boolean asked;
    private boolean ready;
    private int keys;

    private record Sent(int round, Deed deed) {}

    RandomPlayer(SimRoom room, int house, Seat seat, String name) {
        super(room, house, Role.PLAYER);
        this.seat = seat;
        this.name = name;
    }

    @Override
    void begun() {
        asked = false;
        offers.clear();
        if (!unanswered.isEmpty()) {
            world.marks().hit("deeds sent again by another process");
        }
        Map<String, Sent> again = new TreeMap<>(unanswered);
        later(200, () -> again.forEach((key, sent) -> send(sent.round, key, sent.deed)));
    }

    @Override
    public void told(Heard.Told heard) {
        if (heard.notice() instanceof Notice.RoundOpened opened) {
            seen = opened.observation();
            ready = false;
        } else if (heard.notice() instanceof Notice.SeatStatus status
                && status.seat().equals(seat)) {
            ready = status.ready();
        } else if (heard.notice() instanceof Notice.OfferChanged changed) {
            offers.put(changed.offer().id(), changed.offer());
        }
    }

    @Override
    void act() {
        String code = room.code();
        Observation now = seen;
        if (!hasPlace()) {
            if (!asked && code != null) {
                asked = true;
                var unused = current()
                        .join(code, seat.side(), seat.number(), name, false)
                        .thenAccept(reply -> {
                            asked = reply instanceof Reply.Done<SeatTicket>;
                            sat(seat, reply);
                        });
            }
        } else if (now != null && openRound() > 0) {
            if (world.isCalm() && ready) {
                return;
            }
            Deed deed = agenda.now(world.isCalm() ? 900 : 350)
                    ? new Deed.Ready(
                            !agenda.now(world.isCalm() ? 0 : 150), current().heardOffers())
                    : anything(now);
            int round = openRound() + (agenda.now(40) ? agenda.any(-1, 1) : 0);
            String key = agenda.now(30) && keys > 0 ? "k" + agenda.between(1, keys) : "k" + ++keys;
            send(Math.max(1, round), key, deed);
            if (agenda.now(60)) {
                send(Math.max(1, round), key, deed);
            }
        }
    }

    private void send(int round, String key, Deed deed) {
        world.marks().hit("deed " + deed.getClass().getSimpleName());
        unanswered.put(key, new Sent(round, deed));
        var unused = current().does(round, key, deed).thenAccept(reply -> unanswered.remove(key));
    }

    private Deed anything(Observation now) {
        return switch (agenda.between(0, 13)) {
            case 0, 1 -> new Deed.Submit(orders(now));
            case 2 ->
                new Deed.Submit(orders(now))
                        .withReady(new Deed.Ready(true, current().heardOffers()));
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
