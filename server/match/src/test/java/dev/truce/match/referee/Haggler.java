package dev.truce.match.referee;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;

/** Makes up what two delegations might do, in any order, sensible or not. */
final class Haggler {
    private final Table table;
    private final OfferModel model;
    private final SplitMix64 random;
    private final boolean faithful;

    /**
     * Begins.
     *
     * @param model knows the offers, for ideas of what to answer
     */
    Haggler(Table table, OfferModel model, long seed) {
        this.table = table;
        this.model = model;
        this.random = new SplitMix64(seed);
        this.faithful = chance(50);
    }

    /** Returns whether something happens that happens so many times in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns something that somebody does. */
    Input.Does next() {
        Side side = chance(50) ? Side.US : Side.CN;
        int seat = chance(90) ? 0 : 1 + below(2);
        int open = table.referee.openRound();
        int round = chance(95) ? open : open + below(3) - 1;
        String moveId = table.nextMoveId();
        Seat at = new Seat(side, seat);
        int kind = below(100);
        if (kind < 30) {
            return new Input.Does(
                    at, round, moveId, new Deed.MakeOffer(terms(), chance(35) ? offer(side.other()) : null));
        } else if (kind < 55) {
            OfferId offer = offer(side.other());
            return new Input.Does(at, round, moveId, new Deed.Accept(offer, hash(offer)));
        } else if (kind < 65) {
            return new Input.Does(at, round, moveId, new Deed.Refuse(offer(side.other())));
        } else if (kind < 73) {
            return new Input.Does(at, round, moveId, new Deed.Withdraw(offer(side)));
        } else if (kind < 78) {
            return new Input.Does(at, round, moveId, new Deed.GiveNotice(chance(faithful ? 5 : 30)));
        } else if (kind < 82) {
            return new Input.Does(
                    at, round, moveId, new Deed.Say(Channel.OTHER_SIDE, "We are " + below(9) + " apart.", null));
        }
        return new Input.Does(at, round, moveId, new Deed.Submit(orders(side)));
    }

    /** An offer to answer: mostly an open one of that side, at times a closed one, one of the wrong side or one that nobody made. */
    private OfferId offer(Side maker) {
        List<OfferId> open = new ArrayList<>(model.with(OfferStatus.OPEN));
        open.removeIf(id -> id.side() != maker);
        List<OfferId> all = model.ids();
        if (!open.isEmpty() && chance(80)) {
            return open.get(below(open.size()));
        } else if (!all.isEmpty() && chance(80)) {
            return all.get(below(all.size()));
        }
        return new OfferId(maker, 1 + below(40));
    }

    /** The hash of the terms that were told, or that of others. */
    private String hash(OfferId offer) {
        boolean known = model.ids().contains(offer);
        return known && chance(85) ? TermsHash.of(model.terms(offer)) : TermsHash.of(terms());
    }

    /** Terms of any depth; one package in twenty cannot be. */
    private Terms terms() {
        int rounds = 1 + below(8);
        boolean communique = chance(25);
        if (chance(25)) {
            return new Terms.Renewal(rounds, communique);
        }
        if (chance(faithful ? 60 : 20)) {
            return Table.terms((chance(50) ? "truce " : "deep ") + rounds);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : Table.RULES.scenario().instruments().all()) {
            if (chance(40)) {
                int levels = Table.RULES.scenario().spec(instrument).ladder().size();
                // Mostly bounds that a side can live with, so that signatures do not all lapse.
                int bound = chance(70) ? Math.min(levels - 1, start(instrument)) : below(levels);
                pledges.add(new Pledge(instrument, chance(99) ? bound : levels + below(3)));
            }
        }
        if (pledges.isEmpty()) {
            pledges.add(new Pledge(Instrument.US_PORT_FEE, 0));
        }
        return new Terms.Package(pledges, rounds, communique);
    }

    private static int start(Instrument instrument) {
        return Table.RULES.scenario().spec(instrument).start();
    }

    /** Orders at random; in a faithful match mostly those that the treaty asks for, or the levels of the start. */
    private List<RequestedOrder> orders(Side side) {
        List<RequestedOrder> orders = new ArrayList<>();
        int round = table.referee.openRound();
        for (LegalLevels legal : Table.RULES.legal(table.setup, table.referee.state(), side)) {
            Instrument instrument = legal.instrument();
            Clause clause = table.referee.state().treaty().binding(instrument, round);
            int usual = clause == null ? start(instrument) : clause.bound();
            usual -= instrument.isCovert() && chance(30) ? 1 : 0;
            if (instrument == Instrument.US_SECTION301_TARIFF) {
                continue;
            }
            if (chance(faithful ? 2 : 8)) {
                int level = legal.legal().get(below(legal.legal().size()));
                orders.add(new RequestedOrder(instrument.ordinal(), level));
            } else if (chance(faithful ? 95 : 60) && legal.legal().contains(usual)) {
                orders.add(new RequestedOrder(instrument.ordinal(), usual));
            }
        }
        return orders;
    }
}
