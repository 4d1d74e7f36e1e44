package dev.truce.match.record.verify;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.notation.OrderText;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.Chain;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.Hex;
import dev.truce.match.record.HostLine;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.Result;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.text.RecordWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record played again, as far as its orders are legal.
 *
 * @param match the record
 * @param states the state before round 1 and after each round
 * @param reports the truth about each round
 * @param views each round as an omniscient viewer sees it
 * @param verification what comparing with the record came to
 */
public record RecordReplay(
        MatchRecord match,
        List<MatchState> states,
        List<RoundReport> reports,
        List<RoundView> views,
        Verification verification) {

    public RecordReplay {
        states = List.copyOf(states);
        reports = List.copyOf(reports);
        views = List.copyOf(views);
    }

    /** Plays a record again and keeps what each round led to. */
    public static RecordReplay of(MatchRecord match, Rules rules) {
        Run run = new Run(match, rules, new Redaction(rules, match.setup(), Viewer.OMNISCIENT));
        Verification verification = run.compare();
        return new RecordReplay(match, run.states, run.reports, run.views, verification);
    }

    /** Plays a record again and keeps nothing but the comparison. */
    static Verification compare(MatchRecord match, Rules rules) {
        return new Run(match, rules, null).compare();
    }

    /** One replay. It goes on after the first difference, so that one can look at all that can be played. */
    private static final class Run {
        /** What differs if nobody can have taken a seat over so. */
        private static final String HOLDERS = "holders";

        private static final Comparator<AbsentMinister> ORDER =
                Comparator.comparing(AbsentMinister::side).thenComparingInt(AbsentMinister::seat);

        private final MatchRecord match;
        private final Rules rules;
        private final @Nullable Redaction redaction;
        private final Chain chain;
        private final List<MatchState> states = new ArrayList<>();
        private final List<RoundReport> reports = new ArrayList<>();
        private final List<RoundView> views = new ArrayList<>();
        private final Negotiation negotiation;
        /** Who acts on seats that were taken over, by the names of the seats. */
        private final Map<String, SeatHolder> holders = new TreeMap<>();

        private MatchSetup setup;
        private MatchState state;
        private Verification.@Nullable Differs first;

        Run(MatchRecord match, Rules rules, @Nullable Redaction redaction) {
            this.match = match;
            this.rules = rules;
            this.redaction = redaction;
            this.setup = match.setup();
            this.state = rules.start(setup);
            this.chain = Chain.start(rules.scenario(), match.setup(), match.delegations(), state);
            this.negotiation = new Negotiation(rules, match.setup(), state);
            states.add(state);
        }

        Verification compare() {
            RulesStamp here = RulesStamp.of(rules.scenario());
            same(0, "scenario", here.toString(), match.rulesStamp().toString());
            same(0, "setup", Hex.shown(chain.hex(0)), match.start());
            if (match.seedOrigin() instanceof SeedOrigin.Drawn drawn) {
                same(0, "seed", drawn.hashOf(match.setup().seed(), match.setup().tableSeed()), drawn.hash());
            }
            Resolver resolver = new Resolver(rules);
            boolean playable = true;
            for (RecordedRound round : match.rounds()) {
                playable = playable && play(resolver, round);
            }
            if (playable) {
                end();
            }
            return first != null ? first : new Verification.Verified(state.round(), chain.hex(state.round()));
        }

        private boolean play(Resolver resolver, RecordedRound round) {
            Refusal refused = refusal(round);
            if (refused != null) {
                differs(Verification.Differs.refused(round.round(), "orders", refused));
                return false;
            }
            if (!takesOver(round) || !misses(round) || !keeps(round)) {
                return false;
            }
            if (round.closed().hosting().end() != 0) {
                // A record does not say when in the round it was set, so seats may have spoken of any round that was
                // agreed.
                negotiation.endWith(match.setup(), state);
            }
            Refusal undone = undone(round);
            if (undone != null) {
                differs(Verification.Differs.refused(round.round(), "deeds", undone));
                return false;
            }
            if (!ends(round)) {
                return false;
            }
            List<Card> cards = round.closed().cards();
            if (!cards.containsAll(rules.scenario().cards().of(round.round()))) {
                Refusal others = wrong("cards", rules.scenario().cards().of(round.round()), cards);
                differs(Verification.Differs.refused(round.round(), "cards", others));
            }
            Resolution resolution = resolver.resolve(
                    setup, state, negotiation.inputs(round.closed().orders()).with(cards));
            negotiation.close(resolution);
            state = resolution.next();
            chain.add(round.closed(), state, resolution.report().draws());
            states.add(state);
            reports.add(resolution.report());
            if (redaction != null) {
                views.add(redaction.view(resolution.report(), state));
            }
            same(round.round(), "hash", Hex.shown(chain.hex(round.round())), round.link());
            return true;
        }

        /** Returns whether those who were away sit on seats of the match, each once and in order; tells what cannot have been. */
        private boolean misses(RecordedRound round) {
            List<AbsentMinister> absent = round.closed().absent();
            for (int i = 0; i < absent.size(); i++) {
                AbsentMinister minister = absent.get(i);
                boolean ordered = i == 0 || ORDER.compare(absent.get(i - 1), minister) < 0;
                if (!ordered || !isNamed(minister, round.closed())) {
                    differs(new Verification.Differs(round.round(), HOLDERS, "", HostLine.write(minister)));
                    return false;
                }
            }
            return true;
        }

        /** Returns whether a record can name somebody so: a minister who was away, or a head of whom the orders tell something else. */
        private boolean isNamed(AbsentMinister minister, ClosedRound closed) {
            if (minister.seat() != Delegation.HEAD) {
                return !minister.present() && hasColleagues(minister.side(), minister.seat());
            }
            boolean decide = match.delegations().stream()
                    .anyMatch(each -> each.side() == minister.side()
                            && each.mode() == DelegationMode.PORTFOLIO
                            && !each.isHeadAlone());
            return decide && minister.isNewsBeside(closed.ordersOrigin(minister.side()));
        }

        /** Lets others act on seats; tells what cannot have been. */
        private boolean takesOver(RecordedRound round) {
            for (Takeover takeover : round.closed().hosting().takeovers()) {
                boolean seated = takeover.seat() == Delegation.HEAD || hasColleagues(takeover.side(), takeover.seat());
                SeatHolder before = holders.getOrDefault(HostLine.seat(takeover), new SeatHolder.Person());
                boolean headless = takeover.seat() == Delegation.HEAD && takeover.holder() instanceof SeatHolder.Nobody;
                if (!seated || headless || before.equals(takeover.holder())) {
                    differs(new Verification.Differs(round.round(), HOLDERS, "", HostLine.write(takeover)));
                    return false;
                }
                holders.put(HostLine.seat(takeover), takeover.holder());
            }
            for (Side side : Side.values()) {
                boolean bots = holders.entrySet().stream()
                        .anyMatch(each ->
                                each.getKey().startsWith(side.toString()) && each.getValue() instanceof SeatHolder.Bot);
                if (round.closed().ordersOrigin(side) == OrdersOrigin.STAND_IN && !bots) {
                    differs(new Verification.Differs(
                            round.round(), HOLDERS, OrdersOrigin.SEALED.word(), OrdersOrigin.STAND_IN.word()));
                    return false;
                }
            }
            return true;
        }

        /** Returns whether what was ordered for absent seats is what their side has signed; tells what cannot have been. */
        private boolean keeps(RecordedRound round) {
            for (Side side : Side.values()) {
                Orders duties = Duty.keeping(
                        rules.scenario().agreements(), state.treaty(), state.levels(), side, state.openRound());
                for (Order order : round.closed().orders().of(side).list()) {
                    if (round.closed().ordersOrigin(side) == OrdersOrigin.KEPT
                            && duties.level(order.instrument()) != order.level()) {
                        String signed = OrderText.of(duties, rules.scenario());
                        String found = OrderText.of(round.closed().orders().of(side), rules.scenario());
                        differs(new Verification.Differs(round.round(), "kept", signed, found));
                        return false;
                    }
                }
            }
            return true;
        }

        /** Makes another round the last; tells what cannot have been. */
        private boolean ends(RecordedRound round) {
            int end = round.closed().hosting().end();
            if (end == 0) {
                return true;
            }
            boolean known = match.setup().horizon() instanceof Horizon.Fixed planned && end <= planned.rounds();
            if (!known || end < round.round()) {
                differs(new Verification.Differs(round.round(), "end", "", "END " + end));
                return false;
            }
            setup = setup.endingWith(end);
            negotiation.endWith(setup, state);
            return true;
        }

        /** Does what seats did beside their orders; returns what cannot have been done, or null. */
        private @Nullable Refusal undone(RecordedRound round) {
            for (Done done : round.closed().deeds()) {
                Refusal absent = absent(done);
                Refusal refusal = absent == null ? negotiation.refusal(done) : absent;
                if (refusal != null) {
                    return refusal;
                }
                negotiation.take(done);
            }
            boolean canonical = negotiation.deeds().equals(round.closed().deeds());
            return canonical ? null : wrong("order");
        }

        /** Returns why nobody in the seat can have done this, or null. */
        private @Nullable Refusal absent(Done done) {
            boolean counsel = done.deed() instanceof Deed.PutDraft || done.deed() instanceof Deed.Vote;
            if (counsel && !hasColleagues(done.side(), done.seat())) {
                return wrong("no-colleagues", done.side() + "." + done.seat());
            } else if (done.seat() != Delegation.HEAD && !hasColleagues(done.side(), done.seat())) {
                return wrong("no-seat", done.side() + "." + done.seat());
            }
            return done.deed() instanceof Deed.PutDraft draft
                            && rules.check(match.setup(), state, done.side(), draft.orders())
                                    instanceof Verdict.Rejected rejected
                    ? rejected.refusal()
                    : null;
        }

        private boolean hasColleagues(Side side, int seat) {
            for (Delegation delegation : match.delegations()) {
                if (delegation.side() == side && !delegation.isHeadAlone()) {
                    return seat == Delegation.HEAD || delegation.minister(seat).isPresent();
                }
            }
            return false;
        }

        private @Nullable Refusal refusal(RecordedRound round) {
            if (state.isOver()) {
                return wrong("over", state.round());
            }
            for (Side side : List.of(Side.US, Side.CN)) {
                List<RequestedOrder> orders =
                        AskedOrders.requested(round.closed().orders().of(side));
                if (rules.check(match.setup(), state, side, orders) instanceof Verdict.Rejected rejected) {
                    return rejected.refusal();
                }
            }
            return null;
        }

        private static Refusal wrong(String what, Object... named) {
            return Refusal.of(Verification.Code.RECORD_DIFFERS, "").because("refused.record." + what, named);
        }

        private void end() {
            int round = state.round();
            MatchState last = state;
            if (match.ending() == Ending.ABANDONED && !last.isOver()) {
                last = last.endedBy(Ending.ABANDONED);
            }
            same(round, "ending", RecordWords.ending(last.ending()), RecordWords.ending(match.ending()));
            Result result = last.isOver() ? Result.of(rules, match.setup(), last, reports) : null;
            same(round, "result", RecordWords.result(result), RecordWords.result(match.result()));
            same(round, "trailer", chain.hex(round), match.hash());
        }

        private void same(int round, String what, String expected, String found) {
            if (!expected.equals(found)) {
                differs(new Verification.Differs(round, what, expected, found));
            }
        }

        private void differs(Verification.Differs differs) {
            if (first == null) {
                first = differs;
            }
        }
    }
}
