package dev.truce.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Bots;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.MatchRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What bots do beside orders and offers, in process and over the wire. */
class DealingsTest {
    private static final Rules RULES = Rules.of(Bots.BUSAN);
    private static final Orders FEE = Orders.of(new Order(Instrument.CN_PORT_FEE, 0));

    private static final Terms PACKAGE = new Terms.Package(List.of(new Pledge(Instrument.US_PORT_FEE, 0)), 2, false);

    private final HandTurnedThread thread = new HandTurnedThread();
    private final List<Talks> heardByCn = new ArrayList<>();
    private @Nullable WireBot usBot;
    private @Nullable WireBot cnBot;

    /** Makes an offer in rounds 1, 2 and 4, speaks in round 1, gives notice in round 3, takes back in round 5 what is left. */
    private static BotFactory talker() {
        return Bots.named("talker", seat -> new Negotiator() {
            @Override
            public Decision decide(Observation seen, Talks talks) {
                int round = seen.openRound();
                List<Deed> dealings = new ArrayList<>();
                if (round == 1) {
                    dealings.add(new Deed.Say(Channel.PUBLIC, "", new Statement.Reassure()));
                    dealings.add(new Deed.Say(Channel.OTHER_SIDE, "Let us renew.", null));
                } else if (round == 5) {
                    for (Offer offer : talks.offers()) {
                        dealings.add(new Deed.Withdraw(offer.id()));
                    }
                    dealings.add(new Deed.Withdraw(new OfferId(Side.US, 77)));
                } else if (round == 3) {
                    dealings.add(new Deed.GiveNotice(true));
                }
                boolean offers = round == 1 || round == 2 || round == 4;
                return new Decision(Orders.HOLD, offers ? PACKAGE : null, null, AcceptanceRule.NEVER, dealings);
            }
        });
    }

    /** Refuses in round 2 what was offered in round 1, accepts in round 3 what was offered in round 2, and orders something else when it hears an offer. */
    private BotFactory answerer() {
        return Bots.named("answerer", seat -> new Negotiator() {
            @Override
            public Decision decide(Observation seen, Talks talks) {
                heardByCn.add(talks);
                List<Deed> dealings = new ArrayList<>();
                for (Offer offer : talks.offers()) {
                    if (seen.openRound() == 2) {
                        dealings.add(new Deed.Refuse(offer.id()));
                    } else if (seen.openRound() == 3) {
                        dealings.add(new Deed.Accept(offer.id(), offer.hash()));
                    }
                }
                return new Decision(Orders.HOLD, null, null, new Fined(), dealings);
            }
        });
    }

    /** Accepts nothing of the open round, and orders something once it has heard an offer. */
    private static final class Fined implements AcceptanceRule {
        @Override
        public boolean accepts(Terms offered) {
            return false;
        }

        @Override
        public Orders ordersAfter(Offer offered) {
            return FEE;
        }
    }

    private static MatchSetup setup() {
        MatchSetup usual = RULES.setup(2);
        return new MatchSetup(2, new Horizon.Fixed(7), usual.calendar(), usual.conditions());
    }

    private Played inProcess() {
        return new InProcessMatch(RULES).play(setup(), new Pairing(talker(), answerer(), 5, 0), Recording.TEXT);
    }

    private MatchRecord overTheWire() {
        Hall localMatches = new Hall(RULES, setup(), "talker", "answerer");
        WireBot us = new WireBot(talker(), Bots.BUSAN, 5, 0, thread);
        WireBot cn = new WireBot(answerer(), Bots.BUSAN, 5, 0, thread);
        assertThat(us.join(localMatches.connect(us), "ABCD2345", Side.US)).isCompleted();
        assertThat(cn.join(localMatches.connect(cn), "ABCD2345", Side.CN)).isCompleted();
        localMatches.start();
        for (int step = 0; step < 5_000 && !(us.ended().isDone() && cn.ended().isDone()); step++) {
            thread.runOne();
        }
        usBot = us;
        cnBot = cn;
        return localMatches.referee().record();
    }

    @Test
    void theyStandInTheRecordAndInTheSameWayOverTheWire() {
        Played played = inProcess();
        MatchRecord record = Objects.requireNonNull(played.record());
        OfferId first = new OfferId(Side.US, 1);
        OfferId second = new OfferId(Side.US, 2);
        OfferId third = new OfferId(Side.US, 3);
        assertThat(deeds(record, 1))
                .anyMatch(done -> done.deed() instanceof Deed.Say say && say.statement() instanceof Statement.Reassure);
        assertThat(deeds(record, 2)).contains(new Done(Side.CN, 0, new Deed.Refuse(first)));
        assertThat(deeds(record, 3))
                .anyMatch(done -> done.side() == Side.CN
                        && done.deed() instanceof Deed.Accept accept
                        && accept.offer().equals(second));
        assertThat(deeds(record, 5)).contains(new Done(Side.US, 0, new Deed.Withdraw(third)));
        assertThat(deeds(record, 3)).contains(new Done(Side.US, 0, new Deed.GiveNotice(true)));
        List<Talks> heardInProcess = List.copyOf(heardByCn);
        heardByCn.clear();

        assertThat(overTheWire()).isEqualTo(record);
        assertThat(heardByCn).isEqualTo(heardInProcess);
        assertThat(Objects.requireNonNull(usBot).conduct().faults())
                .hasSameSizeAs(played.us().faults());
        assertThat(Objects.requireNonNull(cnBot).conduct().faults()).isEmpty();
    }

    @Test
    void whatCannotBeIsTheFaultOfWhoTriedIt() {
        assertThat(inProcess().us().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.round()).isEqualTo(5);
            assertThat(fault.kind()).isEqualTo(BotFault.Kind.ILLEGAL);
            assertThat(fault.detail()).startsWith("UNKNOWN_OFFER: ");
        });
    }

    @Test
    void whatIsSaidAndOfferedIsHeardWhenTheNextRoundOpens() {
        inProcess();
        assertThat(heardByCn.get(0)).isEqualTo(Talks.NONE);
        assertThat(heardByCn.get(1).said()).hasSize(2);
        assertThat(heardByCn.get(1).offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.id()).isEqualTo(new OfferId(Side.US, 1)));
        assertThat(heardByCn.get(2).said()).isEmpty();
    }

    @Test
    void ordersAfterAnOfferTakeThePlaceOfThoseBefore() {
        Played played = inProcess();
        assertThat(played.reports().get(0).orders().cn()).isEqualTo(FEE);
        assertThat(played.reports().get(4).orders().cn()).isEqualTo(Orders.HOLD);
    }

    @Test
    void theyAreBounded() {
        List<Deed> many = Collections.nCopies(Decision.MAX_DEALINGS + 1, new Deed.GiveNotice(true));
        assertThatThrownBy(() -> new Decision(Orders.HOLD, null, null, AcceptanceRule.NEVER, many))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBotIsLetGoAtTheEndAndOnlyOnce() {
        List<String> left = new ArrayList<>();
        BotFactory holder = Bots.named("holder", seat -> new Bot() {
            @Override
            public Decision decide(Observation seen) {
                return Decision.HOLD;
            }

            @Override
            public void leave() {
                left.add(seat.side().name());
                throw new IllegalStateException("nobody is hurt by that");
            }
        });
        Played played = new InProcessMatch(RULES).play(setup(), new Pairing(holder, holder, 5, 0), Recording.NONE);
        assertThat(left).containsExactly("US", "CN");
        assertThat(played.us().faults()).isEmpty();
    }

    @Test
    void faultsThatABotKnowsOfItselfAreCounted() {
        BotFactory late = Bots.named("late", seat -> new Bot() {
            private int round;

            @Override
            public Decision decide(Observation seen) {
                round = seen.openRound();
                return Decision.HOLD;
            }

            @Override
            public List<BotFault> takeFaults() {
                return round == 2 ? List.of(BotFault.timeout(2, Refusal.of(RefusalCode.WRONG_PHASE, ""))) : List.of();
            }
        });
        Played played = new InProcessMatch(RULES).play(setup(), new Pairing(late, late, 5, 0), Recording.NONE);
        assertThat(played.cn().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(BotFault.Kind.TIMEOUT));
    }

    private static List<Done> deeds(MatchRecord record, int round) {
        return record.rounds().get(round - 1).closed().deeds();
    }
}
