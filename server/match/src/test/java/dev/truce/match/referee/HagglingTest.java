package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.verify.Verification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds of agreements whatever two delegations of two seats each do: they offer, counter, accept, refuse, withdraw, give notice and
 * order at random, in any order, in the wrong round, from the wrong seat, with the wrong terms. The number of a failing case is its seed.
 */
class HagglingTest {
    private static final int ROUNDS = 12;
    private static final Set<Integer> SUMMITS =
            new TreeSet<>(Table.RULES.scenario().calendar().summits());

    /** Looks at what happens; every method may be left out. */
    private abstract static class Watcher {
        void before(Table table, Input.Does input) {}

        void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {}

        void closed(Table table, TreatyModel treaty, Closing closing) {}
    }

    /**
     * A round that was just resolved.
     *
     * @param before the state with which it opened
     * @param counts the offer that was signed, or null
     * @param depths what the US and China had signed away in it
     */
    private record Closing(
            MatchState before, RoundReport report, @Nullable OfferId counts, List<Double> depths, OfferModel model) {}

    private static Table play(long seed, Watcher watcher) {
        Table table = new Table(Table.setup(ROUNDS, seed), Table.terms(DelegationMode.HEAD, 2));
        OfferModel model = new OfferModel(ROUNDS);
        TreatyModel treaty = new TreatyModel();
        Haggler haggler = new Haggler(table, model, seed);
        table.start();
        while (!table.referee.isOver()) {
            int round = table.referee.openRound();
            treaty.open(round);
            for (int i = 6 + haggler.below(14); i > 0; i--) {
                Input.Does input = haggler.next();
                Set<RefusalCode> faults = model.faults(input, round, treaty.binds(round));
                watcher.before(table, input);
                Ruling ruling = table.hand(input);
                if (ruling.verdict().isAccepted()) {
                    model.take(input);
                }
                watcher.after(table, model, input, ruling, faults);
            }
            close(table, model, treaty, watcher, haggler.chance(50));
        }
        return table;
    }

    private static void close(Table table, OfferModel model, TreatyModel treaty, Watcher watcher, boolean late) {
        MatchState before = table.referee.state();
        int round = table.referee.openRound();
        OfferId counts = model.counts(round);
        boolean unpublished = model.isTie() && !isPublishedByBoth(model);
        List<Double> depths = List.of(treaty.depth(Side.US, round), treaty.depth(Side.CN, round));
        Terms signed = counts == null ? null : model.terms(counts);
        if (late) {
            table.deadlinePasses();
        } else {
            table.everybodyIsReady();
        }
        RoundReport report = table.referee.reports().get(round - 1);
        boolean entered = report.ratification().outcome() == Ratification.Outcome.ENTERED;
        model.close(round, entered, table.referee.isOver());
        treaty.close(report, signed, signed != null && signed.communique() && !unpublished, SUMMITS.contains(round));
        watcher.closed(table, treaty, new Closing(before, report, counts, depths, model));
    }

    private static boolean isPublishedByBoth(OfferModel model) {
        return model.with(OfferStatus.ACCEPTED).stream()
                .allMatch(id -> model.terms(id).communique());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theFirstFaultInTheTableIsToldAndWhateverElseIsWrongDoesNotMatter(@ForAll long seed) {
        play(seed, new Watcher() {
            @Override
            void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {
                if (input.deed() instanceof Deed.Submit || input.deed() instanceof Deed.Say) {
                    return;
                }
                // An enum set begins with the first of its constants, and codes are declared in their order of
                // precedence.
                RefusalCode first = faults.isEmpty() ? null : faults.iterator().next();
                assertThat(ruling.verdict().code())
                        .as("%s with %s", input, faults)
                        .isEqualTo(first);
            }
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void offersGoThroughTheLifeThatTheRulesDescribe(@ForAll long seed) {
        play(seed, new Watcher() {
            @Override
            void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {
                assertThat(model.agrees(table.referee.offers().offers())).isTrue();
            }

            @Override
            void closed(Table table, TreatyModel treaty, Closing closing) {
                assertThat(closing.model().agrees(table.referee.offers().offers()))
                        .isTrue();
                assertThat(closing.model().with(OfferStatus.ACCEPTED)).isEmpty();
            }
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void aRefusalChangesNothing(@ForAll long seed) {
        play(seed, new Watcher() {
            private List<Object> before = List.of();

            @Override
            void before(Table table, Input.Does input) {
                before = everything(table);
            }

            @Override
            void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {
                if (ruling.verdict() instanceof Verdict.Rejected) {
                    assertThat(ruling.effects()).isEmpty();
                    assertThat(everything(table)).as(input.toString()).isEqualTo(before);
                }
            }
        });
    }

    private static List<Object> everything(Table table) {
        List<Object> all = new ArrayList<>();
        all.add(table.referee.stateHash());
        all.add(table.referee.offers());
        all.add(table.journal.size());
        for (Viewer viewer : Viewer.values()) {
            all.add(table.referee.history(viewer));
            all.add(table.told(viewer).size());
        }
        for (Seat seat : table.terms.seats()) {
            all.add(table.referee.sealed(seat));
            all.add(table.referee.isReady(seat));
        }
        return all;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theTreatyInForceIsTheFoldOfWhatEnteredAndNoClauseCountsTwice(@ForAll long seed) {
        play(seed, new Watcher() {
            private int agreements = 1;

            @Override
            void closed(Table table, TreatyModel treaty, Closing closing) {
                RoundReport report = closing.report();
                assertThat(TreatyModel.of(table.referee.state().treaty())).isEqualTo(treaty.text());
                assertThat(List.of(report.us().depth(), report.cn().depth())).isEqualTo(closing.depths());
                int next = table.referee.state().treaty().agreements();
                assertThat(next - agreements).isBetween(0, 1);
                agreements = next;
            }
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void onlyWhatWasShownAndAcceptedEntersAndAtMostOneOfItARound(@ForAll long seed) {
        play(seed, new Watcher() {
            /** The terms of each offer as the other side was told them when it was made. */
            private final Map<OfferId, Terms> shown = new LinkedHashMap<>();

            private final Map<OfferId, String> acceptedAs = new LinkedHashMap<>();
            private int entered;

            @Override
            void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {
                for (Effect effect : ruling.effects()) {
                    if (effect instanceof Effect.Tell tell
                            && tell.notice() instanceof Notice.OfferChanged changed
                            && tell.viewer()
                                    == Viewer.of(changed.offer().maker().other())) {
                        shown.putIfAbsent(changed.offer().id(), changed.offer().terms());
                    }
                }
                if (input.deed() instanceof Deed.Accept accept
                        && ruling.verdict().isAccepted()) {
                    assertThat(acceptedAs.put(accept.offer(), accept.termsHash()))
                            .isNull();
                }
            }

            @Override
            void closed(Table table, TreatyModel treaty, Closing closing) {
                List<OfferId> now = new ArrayList<>();
                for (Offer offer : table.referee.offers().offers()) {
                    if (offer.status() == OfferStatus.ENTERED) {
                        now.add(offer.id());
                        Terms terms = shown.get(offer.id());
                        assertThat(terms).isEqualTo(offer.terms());
                        assertThat(acceptedAs).containsEntry(offer.id(), TermsHash.of(offer.terms()));
                    }
                }
                boolean oneMore = closing.report().ratification().outcome() == Ratification.Outcome.ENTERED;
                assertThat(now).hasSize(entered + (oneMore ? 1 : 0));
                entered = now.size();
                Terms signed = closing.report().ratification().terms();
                OfferId counts = closing.counts();
                if (counts == null) {
                    assertThat(signed).isNull();
                } else {
                    assertThat(signed)
                            .isNotNull()
                            .isIn(shown.get(counts), shown.get(counts).published(false));
                }
            }
        });
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void moneyAndGoodsAreConservedUnderAnyTreaty(@ForAll long seed) {
        Economy economy = new Economy(Table.RULES.scenario().economy());
        QuarterPolicy policy = new QuarterPolicy();
        play(seed, new Watcher() {
            @Override
            void closed(Table table, TreatyModel treaty, Closing closing) {
                RoundReport report = closing.report();
                if (report.events().contains(RoundEvent.RARE_EARTH_SUPPLY)
                        || report.events().contains(RoundEvent.CHIP_BREAKTHROUGH)) {
                    return;
                }
                Covert covert = Table.RULES.mapping().covert(report.after());
                Table.RULES.mapping().apply(report.after(), covert, policy);
                economy.load(closing.before().economy());
                economy.step(policy);
                assertThat(economy.save()).isEqualTo(table.referee.state().economy());
                assertThat(economy.tariffRevenue(Region.US))
                        .isEqualTo(report.economy().usRevenue());
                dutiesAndSales(economy, policy);
            }
        });
    }

    private static void dutiesAndSales(Economy economy, QuarterPolicy policy) {
        double us = 0;
        double cn = 0;
        double wages = 0;
        double wages2024 = 0;
        for (Sector sector : Sector.values()) {
            us += economy.flow(Region.US, Region.CN, sector) * policy.usDuty(sector);
            cn += economy.flow(Region.CN, Region.US, sector) * policy.cnDuty(sector);
        }
        assertThat(economy.tariffRevenue(Region.US)).isCloseTo(us, within(1e-9 * (1 + us)));
        assertThat(economy.tariffRevenue(Region.CN)).isCloseTo(cn, within(1e-9 * (1 + cn)));
        for (Region seller : Region.values()) {
            wages += economy.wage(seller) * economy.baselineLabourIncome(seller);
            wages2024 += economy.baselineLabourIncome(seller);
            for (Sector sector : Sector.values()) {
                double sold = economy.flow(Region.US, seller, sector)
                        + economy.flow(Region.CN, seller, sector)
                        + economy.flow(Region.RW, seller, sector);
                assertThat(economy.output(seller, sector)).isEqualTo(sold);
            }
        }
        assertThat(wages).isCloseTo(wages2024, within(1e-9 * wages2024));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theJournalAndTheRecordGiveTheSameMatch(@ForAll long seed) {
        Table table = play(seed, new Watcher() {});
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.stateHash()).isEqualTo(table.referee.stateHash());
        assertThat(again.offers()).isEqualTo(table.referee.offers());
        assertThat(again.chain()).isEqualTo(table.referee.chain());
        assertThat(Verification.verify(table.referee.record(), Table.RULES)).isInstanceOf(Verification.Verified.class);
    }

    /** A property proves little if what it is about never happens. */
    @Test
    void everythingHappensOften() {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        for (long seed = 1; seed <= 60; seed++) {
            play(seed, new Watcher() {
                @Override
                void after(Table table, OfferModel model, Input.Does input, Ruling ruling, Set<RefusalCode> faults) {
                    if (ruling.verdict() instanceof Verdict.Rejected rejected) {
                        counts.merge(rejected.code(), 1, Integer::sum);
                    }
                }

                @Override
                void closed(Table table, TreatyModel treaty, Closing closing) {
                    counts.merge(closing.report().change(), 1, Integer::sum);
                    counts.merge(closing.report().ratification().outcome(), 1, Integer::sum);
                    if (table.referee.isOver()) {
                        for (Offer offer : table.referee.offers().offers()) {
                            counts.merge(offer.status(), 1, Integer::sum);
                        }
                    }
                }
            });
        }
        Set<OfferStatus> ends = EnumSet.complementOf(EnumSet.of(OfferStatus.OPEN, OfferStatus.ACCEPTED));
        assertThat(counts).containsKeys(ends.toArray());
        assertThat(counts)
                .containsKeys(
                        TreatyChange.NONE,
                        TreatyChange.ENDED_BY_BREACH,
                        TreatyChange.ENDED_BY_NOTICE,
                        TreatyChange.REDUCED_BY_CATCH,
                        TreatyChange.ENDED_BY_CATCH,
                        TreatyChange.ENTERED_INTO_FORCE)
                .containsKeys(
                        Ratification.Outcome.LAPSED_BY_ESCALATION,
                        Ratification.Outcome.LAPSED_BY_BREACH,
                        Ratification.Outcome.LAPSED_BY_NOTICE,
                        Ratification.Outcome.LAPSED_BY_CATCH)
                .containsKeys(
                        RefusalCode.NOT_SEATED,
                        RefusalCode.STALE_ROUND,
                        RefusalCode.UNKNOWN_OFFER,
                        RefusalCode.NOT_YOUR_OFFER,
                        RefusalCode.OFFER_NOT_OPEN,
                        RefusalCode.TERMS_DIFFER,
                        RefusalCode.ONE_OFFER_A_ROUND,
                        RefusalCode.ONE_ACCEPTANCE_A_ROUND,
                        RefusalCode.ONLY_THE_HEAD,
                        RefusalCode.BAD_TERMS,
                        RefusalCode.NO_TREATY);
        assertThat(counts.get(OfferStatus.ENTERED)).isGreaterThan(60);
    }
}
