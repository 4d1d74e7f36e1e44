package dev.truce.bots.bargain;

import dev.truce.bot.Talks;
import dev.truce.bots.bargain.Haggler.Publicity;
import dev.truce.bots.reference.ValueOffers;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers in view of what the other side probably guards, which its packages, its silence and its words tell. */
abstract class BeliefOffers extends ValueOffers {
    /** Steepness that makes the logistic curve close to the normal one. */
    protected static final double STEEPNESS = 1.7;

    /** Chance of a signature below which a renewal that is due goes first. */
    protected static final double EVEN = .5;

    /** Rounds of what is offered in the round before lines move: nobody knows yet whose lines it will cross. */
    private static final int EVE_ROUNDS = 1;

    /** Most rounds of what is announced: after the last date, too, a long promise is worth less than a new one. */
    private static final int FREE_ROUNDS = 2;

    protected final LineBeliefs beliefs;
    private final Publicity publicity;
    private final SaidAndDone ledger = new SaidAndDone();
    /** What the package of the open round asks for, or null. */
    protected @Nullable List<Instrument> asked;

    /** Own gain by that package, times the chance that it is signed. */
    protected double hoped;

    BeliefOffers(Scenario scenario, Side side, Publicity publicity) {
        super(scenario, side);
        this.publicity = publicity;
        beliefs = new LineBeliefs(scenario.redLines(), candidates(side.other()));
    }

    @Override
    public void opened(Observation seen, Talks heard) {
        super.opened(seen, heard);
        listen(seen, heard);
        learn(seen);
        asked = null;
        hoped = 0;
    }

    /**
     * Hears what the other side says that it guards. A package beside it shows that already, and is the better evidence; words alone count
     * as far as those before came true, and who has said nothing yet is believed.
     */
    private void listen(Observation seen, Talks heard) {
        List<Instrument> guards = new ArrayList<>();
        for (Notice.Said said : heard.said()) {
            Statement statement = said.statement();
            if (said.seat().side() == side || said.channel() != Channel.PUBLIC || statement == null) {
                continue;
            }
            ledger.said(said.seat().side(), said.seat().number(), statement);
            if (statement instanceof Statement.Guard guard && !(theirs() instanceof Terms.Package)) {
                guards.add(guard.instrument());
            }
        }
        if (seen.last() != null && seen.last().round() == ledger.round() + 1) {
            ledger.resolved(seen.last());
        }
        SaidAndDone.Tally tally = ledger.tally(side.other());
        guards.forEach(guard -> beliefs.said(guard, (1.0 + tally.done()) / (1 + tally.counted())));
    }

    private void learn(Observation seen) {
        List<Instrument> given = givenBy(theirs());
        boolean unsigned =
                seen.last() != null && seen.last().ratification().outcome() == Ratification.Outcome.NOTHING_SIGNED;
        if (!given.isEmpty()) {
            beliefs.offered(given);
        } else if (asked != null && unsigned && !(theirs() instanceof Terms.Package)) {
            beliefs.unanswered(asked);
        }
        if (layered && seen.last() != null) {
            beliefs.signed(givenBy(seen.last().ratification().terms()));
        }
        if (isDate(seen)) {
            beliefs.redrawn();
        }
    }

    /** Returns what the other side gives by terms; nothing by none and by a renewal. */
    private List<Instrument> givenBy(@Nullable Terms terms) {
        return terms instanceof Terms.Package agreed ? scenario.given(agreed, side.other()) : List.of();
    }

    @Override
    protected Terms.Package timed(Observation seen, Terms.Package offered) {
        int most = scenario.layers().agreementRounds();
        int free = freeRounds(seen);
        int rounds = publicity == Publicity.ALWAYS_LONG ? most : free > 0 ? free : EVE_ROUNDS;
        boolean announced = switch (publicity) {
            case CHOOSING -> free > 0;
            case NEVER -> false;
            case ALWAYS, ALWAYS_LONG -> true;
        };
        return offered.lasting(rounds).published(announced);
    }

    /** Returns for how many rounds an agreement that is signed now binds before lines move, at most those between two dates. */
    protected final int freeRounds(Observation seen) {
        int most = Math.min(FREE_ROUNDS, scenario.layers().agreementRounds());
        int next = scenario.redLines().nextDate(seen.openRound());
        return next == 0 ? most : Math.min(most, next - 1 - seen.openRound());
    }
}
