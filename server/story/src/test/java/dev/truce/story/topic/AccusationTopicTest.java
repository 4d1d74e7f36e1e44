package dev.truce.story.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.deed.Advice;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a seat reads of an open accusation is what the rules and its own readings say. */
class AccusationTopicTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final Wording ENGLISH = new Wording(RULES.scenario(), Bundles.of(Language.EN), text -> text);
    private static final Wording CHINESE = new Wording(RULES.scenario(), Bundles.of(Language.ZH), text -> text);
    private static final AccusationRules COSTS = RULES.scenario().accusations();
    private static final int ROUNDS = 12;
    private static final int MATCHES = 10;

    /** A seat of a match, with all that it was told. */
    private static final class Seat {
        final Side side;
        final Redaction seen;
        final Reasons reasons = Reasons.of(RULES);
        final List<RoundView> rounds = new ArrayList<>();
        Suspicion known = Suspicion.start(RULES);

        Seat(Side side, MatchSetup setup) {
            this.side = side;
            this.seen = new Redaction(RULES, setup, Viewer.of(side));
        }

        void absorb(Resolution played) {
            RoundView view = seen.view(played.report(), played.next());
            rounds.add(view);
            known = known.after(view);
            reasons.follow(rounds);
        }
    }

    @Test
    void theCardSaysWhatTheRulesAndTheReadingsSay() {
        Resolver resolver = new Resolver(RULES);
        SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);
        int accusers = 0;
        int innocent = 0;
        int guilty = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), RULES.setup(1).calendar(), Conditions.PLAY);
            MatchState state = RULES.start(setup);
            BySide<Seat> seats = BySide.each(side -> new Seat(side, setup));
            while (!state.isOver()) {
                for (Side side : Side.values()) {
                    Seat seat = seats.of(side);
                    Observation now = seat.seen.observe(state);
                    if (now.accusedOn(side.other()) != null) {
                        accusers++;
                        judges(seat, now, now.accusedOn(side.other()));
                    }
                    if (now.accusedOn(side) != null) {
                        boolean really = state.side(side).accusedReally();
                        guilty += really ? 1 : 0;
                        innocent += really ? 0 : 1;
                        isJudged(seat, now, now.accusedOn(side), really);
                    }
                }
                Resolution played = resolver.resolve(setup, state, inputs(random));
                for (Side side : Side.values()) {
                    seats.of(side).absorb(played);
                }
                state = played.next();
            }
        }
        assertThat(List.of(accusers, guilty, innocent)).allMatch(count -> count > MATCHES / 2);
    }

    private static void judges(Seat seat, Observation now, Instrument accused) {
        AccusationTopic topic = new AccusationTopic(ENGLISH, seat.reasons);
        double guilt = seat.known.ofGuilt(accused);
        double found = guilt * COSTS.found();
        double inspect = found * COSTS.compensation() - COSTS.inspectPrice();
        double suspend = found * COSTS.compensation() - (1 - found) * COSTS.suspendPrice();
        for (AccusationChoice choice : AccusationChoice.values()) {
            Proceedings heard = new Proceedings();
            heard.take(new Notice.Decided(seat.side, now.openRound(), accused, choice));
            String card = said(topic.card(seat.side, now, heard));
            String line = said(topic.line(seat.side, now, heard));
            assertThat(card)
                    .contains("You accuse " + accused.holder() + " on " + ENGLISH.running(accused) + ": " + tens(guilt))
                    .contains("rest: ", "inspect: costs 2 points", "brings 8", "suspend: ", "costs 8 points")
                    .contains("Expected 0.0", "Expected " + tenth(inspect), "Expected " + tenth(suspend))
                    .contains("it pays from about 3 in 10")
                    .contains("judge " + accused.qualifiedWord() + " rest, inspect or suspend");
            assertThat(line)
                    .contains(tens(guilt), "(price 2) " + tenth(inspect), "(price 0 or 8) " + tenth(suspend))
                    .contains("pays from about 3 in 10");
            String word = ENGLISH.text("judge." + choice.word());
            assertThat(line).contains("So far: " + word + ".");
            isAdvised(seat, now, accused, choice);
            boolean rests = choice == AccusationChoice.REST;
            assertThat(card).contains(rests ? ENGLISH.text("accusation.undecided") : "Decided: " + word);
            assertThat(topic.typed(seat.side, now, heard))
                    .isEqualTo(rests ? "" : "JUDGE " + accused.qualifiedWord() + " " + choice.word());
            assertThat(topic.standing(seat.side, now, heard)).contains(ENGLISH.running(accused), word);
            assertThat(said(new AccusationTopic(CHINESE, seat.reasons).card(seat.side, now, heard)))
                    .contains("judge " + accused.qualifiedWord());
        }
    }

    /** The last word of each minister is told beside the card, in the words of the reader. */
    private static void isAdvised(Seat seat, Observation now, Instrument accused, AccusationChoice choice) {
        Proceedings heard = new Proceedings();
        says(heard, seat, now, 1, new Advice(accused, AccusationChoice.SUSPEND, null));
        says(heard, seat, now, 2, new Advice(accused, AccusationChoice.REST, null));
        says(heard, seat, now, 1, new Advice(accused, choice, Component.PRICES));
        // What is about another instrument, and what the head writes himself, is no advice on this accusation.
        for (Instrument other : Instrument.of(accused.holder())) {
            if (other != accused) {
                says(heard, seat, now, 2, new Advice(other, AccusationChoice.SUSPEND, null));
            }
        }
        says(heard, seat, now, 0, new Advice(accused, AccusationChoice.SUSPEND, null));
        AccusationTopic topic = new AccusationTopic(ENGLISH, seat.reasons);
        assertThat(topic.advice(seat.side, now, heard))
                .containsExactly(
                        seat.side + ".1 > own: advises on the accusation about " + ENGLISH.running(accused) + ": "
                                + ENGLISH.text("judge." + choice.word()) + ". What speaks most for it: "
                                + ENGLISH.component(Component.PRICES),
                        seat.side + ".2 > own: advises on the accusation about " + ENGLISH.running(accused) + ": "
                                + ENGLISH.text("judge.rest"));
        String card = said(topic.card(seat.side, now, heard));
        assertThat(card).contains(topic.advice(seat.side, now, heard));
        assertThat(topic.typed(seat.side, now, heard))
                .as("advice decides nothing")
                .isEmpty();
        assertThat(new AccusationTopic(CHINESE, seat.reasons).advice(seat.side, now, heard))
                .allSatisfy(line -> assertThat(line).contains("建议").doesNotContain("judge"));
    }

    private static void says(Proceedings heard, Seat seat, Observation now, int number, Advice advice) {
        heard.take(new Notice.Said(
                new dev.truce.match.Seat(seat.side, number),
                now.openRound(),
                heard.said().size() + 1,
                Channel.DELEGATION,
                advice.whispered().text(),
                null));
    }

    private static void isJudged(Seat seat, Observation now, Instrument accused, boolean really) {
        AccusationTopic topic = new AccusationTopic(ENGLISH, seat.reasons);
        String card = said(topic.card(seat.side, now, new Proceedings()));
        assertThat(card)
                .contains(accused.holder().other() + " accuses you on " + ENGLISH.running(accused))
                .contains("From outside: " + tens(seat.known.ofGuilt(accused)))
                .contains(really ? "short: if that is found, it costs you" : "You kept the clause");
        assertThat(said(topic.line(seat.side, now, new Proceedings())))
                .contains("accuses you on " + ENGLISH.running(accused));
    }

    private static String tens(double chance) {
        long tens = Math.round(10 * chance);
        return tens == 0 ? "less than 1 in 10" : tens == 10 ? "more than 9 in 10" : "about " + tens + " in 10";
    }

    private static String tenth(double points) {
        double rounded = Math.floor(points * 10 + .5) / 10;
        return String.format(Locale.ROOT, rounded > 0 ? "+%.1f" : "%.1f", rounded == 0 ? 0.0 : rounded);
    }

    private static String said(List<Part> parts) {
        return String.join(" ", new SentencesPrinter().lines(Page.of(parts))).replace('\u00a0', ' ');
    }

    /** Both sides often fall short of what they signed. */
    private static RoundInputs inputs(SplitMix64 random) {
        Terms terms = random.nextInt(2) == 0
                ? new Terms.Renewal(4, false)
                : new Terms.Package(
                        List.of(
                                new Pledge(Instrument.US_LICENCE_PACE, 3),
                                new Pledge(Instrument.CN_LICENCE_PACE, 3),
                                new Pledge(Instrument.CN_FENTANYL_ENFORCEMENT, 3)),
                        2,
                        random.nextInt(2) == 0);
        List<Order> us = new ArrayList<>();
        List<Order> cn = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            us.add(new Order(Instrument.US_LICENCE_PACE, random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            cn.add(new Order(Instrument.CN_FENTANYL_ENFORCEMENT, random.nextInt(3)));
        }
        return RoundInputs.signing(new JointOrders(Orders.of(us), Orders.of(cn)), terms);
    }
}
