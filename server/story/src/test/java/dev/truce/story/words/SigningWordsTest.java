package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of two texts before the close is what the close makes of them, in each ruleset, round and language. */
class SigningWordsTest {
    private static final int MATCHES = 8;
    private static final int ROUNDS = 8;

    private final SplitMix64 random = new SplitMix64(0x7f3a91c2d84be650L);

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r1", "busan-2025-r2", "busan-2025"})
    void theTextThatIsSaidToCountCounts(String scenario) {
        Rules rules = Rules.of(Scenarios.named(scenario));
        int renewals = 0;
        int deals = 0;
        for (int match = 0; match < MATCHES; match++) {
            MatchSetup setup = new MatchSetup(
                    match, new Horizon.Fixed(ROUNDS), rules.setup(1).calendar(), Conditions.NOISE_FREE);
            Resolver resolver = new Resolver(rules);
            MatchState state = rules.start(setup);
            Negotiation negotiation = new Negotiation(rules, setup, state);
            while (!state.isOver()) {
                boolean binds = state.treaty().bindsAny(state.openRound());
                Terms us = terms(rules, binds);
                Terms cn = terms(rules, binds);
                renewals += us instanceof Terms.Renewal || cn instanceof Terms.Renewal ? 1 : 0;
                deals++;
                OfferId own = offer(negotiation, Side.US, us);
                OfferId other = offer(negotiation, Side.CN, cn);
                List<Offer> open = negotiation.book().offers();
                accept(negotiation, Side.CN, own);
                List<Offer> first = negotiation.book().offers();
                accept(negotiation, Side.US, other);
                List<Offer> both = negotiation.book().offers();
                int round = state.openRound();
                Resolution played = resolver.resolve(setup, state, negotiation.inputs(JointOrders.HOLD));
                state = played.next();
                negotiation.close(played);
                OfferId not = passedOver(negotiation, own, other);
                OfferId counts = not.equals(own) ? other : own;
                for (Language language : Language.values()) {
                    Wording wording = new Wording(rules.scenario(), Bundles.of(language), text -> text);
                    SigningWords words = new SigningWords(wording);
                    assertThat(words.rivals(Side.US, round, open, null)).isEmpty();
                    assertThat(words.rivals(Side.US, round, open, other))
                            .endsWith(said(wording, "signing.if-they", own, other, Side.CN, counts, not));
                    assertThat(words.rivals(Side.US, round, first, null))
                            .endsWith(said(wording, "signing.if-you", own, other, Side.CN, counts, not));
                    assertThat(words.rivals(Side.CN, round, first, null))
                            .endsWith(said(wording, "signing.if-they", other, own, Side.US, counts, not));
                    for (Side side : Side.values()) {
                        String plain =
                                wording.text(counts.side() == side ? "signing.plain.own" : "signing.plain.other");
                        for (Offer shown : both) {
                            if (shown.id().equals(own) || shown.id().equals(other)) {
                                assertThat(words.beside(side, round, both, shown))
                                        .isEqualTo(plain);
                            }
                        }
                        OfferId mine = BySide.pick(side, own, other);
                        OfferId theirs = BySide.pick(side, other, own);
                        assertThat(words.rivals(side, round, both, null))
                                .isEqualTo(words.rivals(side, round, both, theirs))
                                .endsWith(said(wording, "signing.both", mine, theirs, side.other(), counts, not));
                    }
                }
            }
        }
        assertThat(renewals).isBetween(MATCHES, deals - MATCHES);
    }

    private static String said(
            Wording wording, String key, OfferId mine, OfferId theirs, Side other, OfferId counts, OfferId not) {
        String full = wording.text("signing.one", wording.text(key, mine, theirs, other, counts, not));
        return full.substring(wording.text("signing.one", "").length() - 1);
    }

    private static OfferId passedOver(Negotiation negotiation, OfferId us, OfferId cn) {
        List<OfferId> not = negotiation.book().offers().stream()
                .filter(offer -> offer.status() == OfferStatus.SUPERSEDED)
                .map(Offer::id)
                .filter(id -> id.equals(us) || id.equals(cn))
                .toList();
        assertThat(not).hasSize(1);
        return not.get(0);
    }

    private static OfferId offer(Negotiation negotiation, Side side, Terms terms) {
        OfferId id = negotiation.book().next(side);
        take(negotiation, new Done(side, 0, new Deed.MakeOffer(terms, null)));
        return id;
    }

    private static void accept(Negotiation negotiation, Side side, OfferId offer) {
        Offer accepted = negotiation.book().offers().stream()
                .filter(each -> each.id().equals(offer))
                .findFirst()
                .orElseThrow();
        take(negotiation, new Done(side, 0, new Deed.Accept(offer, accepted.hash())));
    }

    private static void take(Negotiation negotiation, Done done) {
        assertThat(negotiation.refusal(done)).as("%s", done).isNull();
        negotiation.take(done);
    }

    /** A renewal, or some clauses at their best levels; both sides often come to the same depth. */
    private Terms terms(Rules rules, boolean mayRenew) {
        if (mayRenew && random.nextInt(3) == 0) {
            return new Terms.Renewal(1, false);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (InstrumentSpec spec : rules.scenario().instruments()) {
            if (random.nextInt(4) == 0 || pledges.isEmpty()) {
                pledges.add(new Pledge(spec.instrument(), spec.deepest()));
            }
        }
        return new Terms.Package(pledges, 1, false);
    }
}
