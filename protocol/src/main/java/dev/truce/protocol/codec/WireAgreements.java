package dev.truce.protocol.codec;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.view.RatificationView;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.v2.ClausePackage;
import dev.truce.protocol.v2.RatificationOutcome;
import dev.truce.protocol.v2.Renewal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Maps offers, their terms and what happened to them. Bounds pass unjudged: a level off the ladder is for the rules to refuse. */
final class WireAgreements {
    private static final EnumTable<OfferStatus, dev.truce.protocol.v2.OfferStatus> STATUSES =
            EnumTable.of(OfferStatus.class, dev.truce.protocol.v2.OfferStatus.class, "OFFER_STATUS_");
    private static final EnumTable<Ratification.Outcome, RatificationOutcome> OUTCOMES =
            EnumTable.of(Ratification.Outcome.class, RatificationOutcome.class, "RATIFICATION_OUTCOME_");

    private WireAgreements() {}

    static dev.truce.protocol.v2.Terms toWire(Terms terms) {
        dev.truce.protocol.v2.Terms.Builder wire =
                dev.truce.protocol.v2.Terms.newBuilder().setCommunique(terms.communique());
        if (terms instanceof Terms.Package clauses) {
            ClausePackage.Builder list = ClausePackage.newBuilder().setRounds(clauses.rounds());
            clauses.pledges().forEach(pledge -> list.addPledges(toWire(pledge)));
            wire.setPackage(list);
        } else {
            wire.setRenewal(Renewal.newBuilder().setRounds(terms.rounds()));
        }
        return wire.build();
    }

    static Terms toGame(dev.truce.protocol.v2.Terms wire, String field) throws UnreadableException {
        return switch (wire.getKindCase()) {
            case RENEWAL -> {
                String at = field + ".renewal.rounds";
                Renewal renewal = wire.getRenewal();
                yield new Terms.Renewal(rounds(renewal.hasRounds(), renewal.getRounds(), at), wire.getCommunique());
            }
            case PACKAGE -> {
                String at = field + ".package";
                ClausePackage clauses = wire.getPackage();
                int rounds = rounds(clauses.hasRounds(), clauses.getRounds(), at + ".rounds");
                yield new Terms.Package(pledges(clauses, at + ".pledges"), rounds, wire.getCommunique());
            }
            case KIND_NOT_SET -> throw UnreadableException.missing(field);
        };
    }

    private static int rounds(boolean present, int rounds, String field) throws UnreadableException {
        if (!present) {
            throw UnreadableException.missing(field);
        }
        if (rounds < Terms.LEAST_ROUNDS || rounds > Terms.MAX_ROUNDS) {
            throw new UnreadableException(
                    field, "refused.malformed.rounds", Terms.LEAST_ROUNDS + ".." + Terms.MAX_ROUNDS, rounds);
        }
        return rounds;
    }

    private static List<Pledge> pledges(ClausePackage wire, String field) throws UnreadableException {
        if (wire.getPledgesCount() == 0) {
            throw UnreadableException.missing(field);
        }
        List<Pledge> pledges = new ArrayList<>(wire.getPledgesCount());
        EnumSet<Instrument> named = EnumSet.noneOf(Instrument.class);
        for (int i = 0; i < wire.getPledgesCount(); i++) {
            String at = field + "[" + i + "]";
            Pledge pledge = toGame(wire.getPledges(i), at);
            if (!named.add(pledge.instrument())) {
                throw new UnreadableException(
                        at,
                        "refused.malformed.two-clauses",
                        "",
                        pledge.instrument().id());
            }
            pledges.add(pledge);
        }
        return pledges;
    }

    static dev.truce.protocol.v2.Pledge toWire(Pledge pledge) {
        return dev.truce.protocol.v2.Pledge.newBuilder()
                .setInstrument(WireBoard.INSTRUMENTS.toWire(pledge.instrument()))
                .setBoundIndex(pledge.bound())
                .build();
    }

    static Pledge toGame(dev.truce.protocol.v2.Pledge wire, String field) throws UnreadableException {
        if (!wire.hasBoundIndex()) {
            throw UnreadableException.missing(field + ".bound_index");
        }
        return new Pledge(
                WireBoard.INSTRUMENTS.toGame(wire.getInstrument(), field + ".instrument"), wire.getBoundIndex());
    }

    static dev.truce.protocol.v2.OfferId toWire(OfferId id) {
        return dev.truce.protocol.v2.OfferId.newBuilder()
                .setSide(WireBoard.SIDES.toWire(id.side()))
                .setNumber(id.number())
                .build();
    }

    static OfferId toGame(dev.truce.protocol.v2.OfferId wire, String field) throws UnreadableException {
        if (!wire.hasNumber()) {
            throw UnreadableException.missing(field + ".number");
        }
        if (wire.getNumber() < 1) {
            throw new UnreadableException(field + ".number", "refused.malformed.offer", "1..", wire.getNumber());
        }
        return new OfferId(WireBoard.SIDES.toGame(wire.getSide(), field + ".side"), wire.getNumber());
    }

    static dev.truce.protocol.v2.Offer toWire(Offer offer) {
        dev.truce.protocol.v2.Offer.Builder wire = dev.truce.protocol.v2.Offer.newBuilder()
                .setId(toWire(offer.id()))
                .setTerms(toWire(offer.terms()))
                .setTermsHash(offer.hash())
                .setMadeRound(offer.made())
                .setLastRound(offer.lastRound())
                .setStatus(STATUSES.toWire(offer.status()));
        if (offer.answers() != null) {
            wire.setAnswers(toWire(offer.answers()));
        }
        return wire.build();
    }

    static Offer toGame(dev.truce.protocol.v2.Offer wire, String field) throws UnreadableException {
        Terms terms = toGame(wire.getTerms(), field + ".terms");
        if (!TermsHash.of(terms).equals(wire.getTermsHash())) {
            throw new UnreadableException(field + ".terms_hash", "refused.malformed.terms", TermsHash.of(terms));
        }
        if (wire.getMadeRound() < 1 || wire.getLastRound() < wire.getMadeRound()) {
            throw new UnreadableException(
                    field + ".last_round", "refused.malformed.open", "", wire.getMadeRound(), wire.getLastRound());
        }
        return new Offer(
                toGame(wire.getId(), field + ".id"),
                terms,
                wire.getMadeRound(),
                wire.getLastRound(),
                wire.hasAnswers() ? toGame(wire.getAnswers(), field + ".answers") : null,
                STATUSES.toGame(wire.getStatus(), field + ".status"));
    }

    static dev.truce.protocol.v2.Ratification toWire(RatificationView view) {
        dev.truce.protocol.v2.Ratification.Builder wire = dev.truce.protocol.v2.Ratification.newBuilder()
                .setOutcome(OUTCOMES.toWire(view.outcome()))
                .setAgreement(view.agreement());
        if (view.terms() != null) {
            wire.setTerms(toWire(view.terms()));
        }
        if (view.side() != null) {
            wire.setSide(WireBoard.SIDES.toWire(view.side()));
        }
        return wire.build();
    }

    static RatificationView toGame(dev.truce.protocol.v2.Ratification wire, String field) throws UnreadableException {
        return new RatificationView(
                OUTCOMES.toGame(wire.getOutcome(), field + ".outcome"),
                wire.hasTerms() ? toGame(wire.getTerms(), field + ".terms") : null,
                wire.hasSide() ? WireBoard.SIDES.toGame(wire.getSide(), field + ".side") : null,
                wire.getAgreement());
    }
}
