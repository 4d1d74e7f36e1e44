package dev.truce.story.facts;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Advice;
import dev.truce.match.negotiation.OfferRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All offers, notices, decisions and talk of a match, as somebody heard them. Notices may come more than once. */
public final class Proceedings {
    private static final Comparator<OfferId> BY_NAME =
            Comparator.comparing(OfferId::side).thenComparingInt(OfferId::number);

    private static final Comparator<Notice.Said> BY_SEAT = Comparator.<Notice.Said, Side>comparing(
                    said -> said.seat().side())
            .thenComparingInt(said -> said.seat().number());

    private static final OfRound NOTHING = new OfRound();

    private final TreeMap<OfferId, Offer> offers = new TreeMap<>(BY_NAME);
    private final TreeMap<Integer, OfRound> rounds = new TreeMap<>();
    private final TreeMap<Integer, RoundView> resolved = new TreeMap<>();
    private boolean over;
    private @Nullable SaidAndDone ledger;

    /** What was heard in one round. */
    private static final class OfRound {
        final TreeMap<OfferId, Offer> offers = new TreeMap<>(BY_NAME);
        final Set<Side> notices = EnumSet.noneOf(Side.class);
        final Map<Side, AccusationChoice> decided = new EnumMap<>(Side.class);
        final List<Notice.Said> said = new ArrayList<>();

        /** In the order of the record, which does not depend on who was heard first: statements by seat, then words as they came. */
        List<Notice.Said> inOrder() {
            List<Notice.Said> ordered = new ArrayList<>();
            said.stream()
                    .filter(each -> each.statement() != null)
                    .sorted(BY_SEAT)
                    .forEach(ordered::add);
            said.stream().filter(each -> each.statement() == null).forEach(ordered::add);
            return ordered;
        }
    }

    /** Records what was told, if it is about offers, notices, decisions or talk; returns whether it was news. */
    public boolean take(Notice notice) {
        return notice.in(new TakenTalk());
    }

    private final class TakenTalk implements Notice.Some<Boolean> {
        @Override
        public Boolean otherwise(Notice notice) {
            return false;
        }

        @Override
        public Boolean offerChanged(Notice.OfferChanged changed) {
            Offer offer = changed.offer();
            of(changed.round()).offers.put(offer.id(), offer);
            return !offer.equals(offers.put(offer.id(), offer));
        }

        @Override
        public Boolean noticeGiven(Notice.NoticeGiven given) {
            Set<Side> notices = of(given.round()).notices;
            return given.given() ? notices.add(given.side()) : notices.remove(given.side());
        }

        @Override
        public Boolean decided(Notice.Decided decided) {
            return decided.choice() != of(decided.round()).decided.put(decided.side(), decided.choice());
        }

        @Override
        public Boolean said(Notice.Said said) {
            List<Notice.Said> all = of(said.round()).said;
            ledger = null;
            return !all.contains(said) && all.add(said);
        }

        @Override
        public Boolean roundResolved(Notice.RoundResolved closed) {
            resolved(closed.view());
            return false;
        }

        @Override
        public Boolean matchOver(Notice.MatchOver over) {
            end();
            return false;
        }
    }

    /** Records the end of the match, which decides what is pending. */
    public void end() {
        over = true;
        ledger = null;
    }

    /** Records a resolved round, with which words are compared. */
    public void resolved(RoundView view) {
        if (resolved.putIfAbsent(view.round(), view) == null) {
            ledger = null;
        }
    }

    /** Returns the ledger of said and done, as far as all rounds from the first on are known. */
    public SaidAndDone ledger() {
        SaidAndDone known = ledger;
        if (known == null) {
            known = new SaidAndDone();
            RoundView view = resolved.get(1);
            tell(known);
            while (view != null) {
                known.resolved(view);
                view = resolved.get(known.round() + 1);
                if (view != null || !over) {
                    tell(known);
                }
            }
            if (over) {
                known.over();
            }
            ledger = known;
        }
        return known;
    }

    /** Tells the ledger what was stated in its open round. */
    private void tell(SaidAndDone known) {
        OfRound open = rounds.get(known.round() + 1);
        for (Notice.Said said : open == null ? List.<Notice.Said>of() : open.inOrder()) {
            if (said.statement() != null) {
                known.said(said.seat().side(), said.seat().number(), said.statement());
            }
        }
    }

    private OfRound of(int round) {
        return rounds.computeIfAbsent(round, number -> new OfRound());
    }

    /** Returns what was heard in a round. */
    public RoundTalk round(int number) {
        OfRound round = rounds.getOrDefault(number, NOTHING);
        return new RoundTalk(
                new ArrayList<>(round.offers.values()),
                new ArrayList<>(round.notices),
                round.inOrder(),
                resolved.containsKey(number) ? ledger().decidedIn(number) : List.of());
    }

    /** Returns whether a side's notice to leave stands in a round. */
    public boolean leaves(Side side, int round) {
        return round(round).notices().contains(side);
    }

    /** Returns what a side does in a round about its accusation of the other, as far as the viewer has heard. */
    public AccusationChoice decided(Side side, int round) {
        return rounds.getOrDefault(round, NOTHING).decided.getOrDefault(side, AccusationChoice.REST);
    }

    /**
     * Returns what the ministers of a side advise in a round on its accusation of the other, the last word of each, as far as the viewer has
     * heard. A head decides and advises nothing.
     *
     * @param accused the instrument that the accusation is about
     */
    public List<Notice.Said> advice(Side side, int round, Instrument accused) {
        TreeMap<Integer, Notice.Said> last = new TreeMap<>();
        for (Notice.Said said : rounds.getOrDefault(round, NOTHING).said) {
            Seat seat = said.seat();
            boolean whispers = seat.side() == side && seat.number() != 0 && said.channel() == Channel.DELEGATION;
            Advice advice = whispers ? Advice.of(said.text(), side) : null;
            if (advice != null && advice.accused() == accused) {
                last.put(seat.number(), said);
            }
        }
        return new ArrayList<>(last.values());
    }

    /**
     * Returns whether a side has tabled a serious text of its own in the period of the open round, in that round or before.
     *
     * @param rules by which a text counts, or null: then what was tabled in the open round is not known
     */
    public boolean hasOwnText(Side author, Observation now, @Nullable Rules rules) {
        if (now.climate().ownText().of(author)) {
            return true;
        }
        boolean chapter = now.treaty().admitsChapter(now.openRound(), now.summit());
        return rules != null
                && rules.scenario().ownText().exist()
                && SeriousText.of(rules).isTabled(offers(), author, now.openRound(), chapter);
    }

    /** Returns an offer, or null if it was never heard of. */
    public @Nullable Offer find(OfferId id) {
        return offers.get(id);
    }

    /** Returns all offers, those of the US first, each side's in their order. */
    public List<Offer> offers() {
        return new ArrayList<>(offers.values());
    }

    /** Returns the offers of a side that can still be accepted. */
    public List<Offer> open(Side maker) {
        List<Offer> open = new ArrayList<>();
        for (Offer offer : offers.values()) {
            if (offer.maker() == maker && offer.isOpen()) {
                open.add(offer);
            }
        }
        return open;
    }

    /** Returns the offer of a side that keeps it from making another one in a round, or null. */
    public @Nullable Offer barring(Side maker, int round) {
        for (Offer offer : offers.values()) {
            if (offer.maker() == maker && OfferRules.bars(offer, round)) {
                return offer;
            }
        }
        return null;
    }

    /** Returns the name that the next offer of a side will have. */
    public OfferId next(Side maker) {
        int last = 0;
        for (OfferId id : offers.keySet()) {
            last = id.side() == maker ? Math.max(last, id.number()) : last;
        }
        return new OfferId(maker, last + 1);
    }

    /** Returns all that was said, by round. */
    public List<Notice.Said> said() {
        List<Notice.Said> all = new ArrayList<>();
        rounds.values().forEach(round -> all.addAll(round.said));
        return all;
    }

    /**
     * What was done in a round beside orders, as far as somebody heard of it.
     *
     * @param offers offers that were made or changed in it, each with its state in this round
     * @param notices sides whose notice to leave stands
     * @param said what was said, in order
     * @param judged words of both sides that were decided by this round
     */
    public record RoundTalk(List<Offer> offers, List<Side> notices, List<Notice.Said> said, List<LedgerEntry> judged) {
        /** Nothing. */
        public static final RoundTalk NONE = new RoundTalk(List.of(), List.of(), List.of(), List.of());

        public RoundTalk {
            offers = List.copyOf(offers);
            notices = List.copyOf(notices);
            said = List.copyOf(said);
            judged = List.copyOf(judged);
        }
    }
}
