package dev.truce.app.metrics;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.MatchListener;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.match.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * Meters of matches and of the game itself. Scores below 0, which mutual war or worse gives, count as 0: a distribution has no
 * negative part. What seats do in an open round is measured when it is closed. While a match runs only what everybody at its table sees is measured, because
 * anybody may read the figures; scores follow when they are no secret any more: at the end, or round by round in rooms that
 * play with open books.
 */
public final class MatchMeters implements MatchListener {
    private static final double[] SCORES = {10, 25, 50, 60, 70, 80, 90, 100};
    private static final double[] TARIFFS = {.1, .2, .3, .4, .5, .6, .8, 1, 1.5};
    private static final double[] TENSIONS = {10, 20, 30, 40, 50, 60, 70, 80, 90};
    private static final double[] POINTS = {0.25, 0.5, 1, 1.5, 2, 3, 5, 8};

    private final OpenRounds openRounds;
    private final Counter rooms;
    private final Counter started;
    private final Counter finished;
    private final Counter faulted;
    private final Counter rounds;
    private final Counter submissions;
    private final Counter orders;
    private final Timer ack;
    private final Timer decision;
    private final Counter crashes;
    private final DistributionSummary tariff;
    private final DistributionSummary tension;
    private final Labelled<Side, DistributionSummary> escalation;
    private final Labelled<Side, Counter> breaches;
    private final Labelled<Side, Counter> catches;
    private final Labelled<Outcome, Counter> outcomes;
    private final Labelled<Side, DistributionSummary> finalScores;
    private final DistributionSummary jointFinal;
    private final DistributionSummary jointOpen;
    private final NegotiationMeters negotiation;

    /**
     * Registers the meters.
     *
     * @param openRounds holds back what seats do
     */
    public MatchMeters(MeterRegistry registry, OpenRounds openRounds) {
        this.openRounds = openRounds;
        rooms = counter(registry, "truce.rooms.opened", "Rooms that were opened");
        started = counter(registry, "truce.matches.started", "Matches that began");
        finished = counter(registry, "truce.matches.finished", "Matches that came to their end");
        faulted = counter(registry, "truce.matches.faulted", "Matches that a fault of the server stopped");
        rounds = counter(registry, "truce.rounds.resolved", "Rounds that were resolved");
        submissions = counter(registry, "truce.submissions.saved", "Submissions of orders that were saved");
        orders = counter(registry, "truce.public.orders", "Orders on public instruments in resolved rounds");
        crashes = counter(registry, "truce.bot.crashes", "Rounds in which a bot of the roster crashed and held");
        ack = Timer.builder("truce.ack")
                .description("Time from the arrival of an input to its acknowledgement, the disk included")
                .serviceLevelObjectives(JournalMeters.Buckets.LATENCY)
                .register(registry);
        decision = Timer.builder("truce.bot.decision")
                .description("Time in which a bot of the roster decided")
                .serviceLevelObjectives(JournalMeters.Buckets.LATENCY)
                .register(registry);
        Gauge.builder("truce.running", openRounds, OpenRounds::matches)
                .baseUnit("matches")
                .description("Matches that have begun and not ended")
                .register(registry);
        tariff = DistributionSummary.builder("truce.round.tariff")
                .baseUnit("ratio")
                .description("Displayed US tariff after a resolved round, of which 0.3 is the line of normal trade")
                .serviceLevelObjectives(TARIFFS)
                .register(registry);
        tension = DistributionSummary.builder("truce.round.tension")
                .baseUnit("points")
                .description("Tension of the relation after a resolved round")
                .serviceLevelObjectives(TENSIONS)
                .register(registry);
        escalation = Labelled.distributions(
                registry,
                Side.class,
                "truce.public.escalation.points",
                "side",
                "Public escalation of a side in a resolved round",
                POINTS);
        breaches = Labelled.counters(
                registry,
                Side.class,
                "truce.breaches",
                "side",
                "Rounds in which a side broke a public clause without a right to");
        catches = Labelled.counters(
                registry,
                Side.class,
                "truce.catches",
                "side",
                "Rounds in which the news said that a side was caught short");
        outcomes = Labelled.counters(
                registry,
                Outcome.class,
                "truce.outcomes",
                "outcome",
                "Ended matches by how they compare with holding the truce");
        finalScores = Labelled.distributions(
                registry, Side.class, "truce.final.score.points", "side", "Score of a side in an ended match", SCORES);
        jointFinal = DistributionSummary.builder("truce.final.joint.score")
                .baseUnit("points")
                .description("Joint score of an ended match: 0 mutual war, 100 what honest bargaining reaches")
                .serviceLevelObjectives(SCORES)
                .register(registry);
        jointOpen = DistributionSummary.builder("truce.round.joint.score")
                .baseUnit("points")
                .description("Joint score of a resolved round in rooms that play with open books")
                .serviceLevelObjectives(SCORES)
                .register(registry);
        negotiation = new NegotiationMeters(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String help) {
        return Counter.builder(name).description(help).register(registry);
    }

    @Override
    public void opened(String matchId) {
        rooms.increment();
    }

    @Override
    public void running(String matchId, boolean again) {
        if (!again) {
            started.increment();
        }
        openRounds.begin(matchId);
    }

    @Override
    public void sealed(String matchId) {
        openRounds.count(matchId, submissions);
    }

    @Override
    public void acknowledged(String matchId, long nanos) {
        openRounds.measure(matchId, () -> ack.record(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public void resolved(String matchId, MatchSpec spec, RoundView seenByAll, RoundView full) {
        openRounds.closed(matchId);
        rounds.increment();
        orders.increment(seenByAll.orders().size());
        tariff.record(seenByAll.figures().displayedTariffBasisPoints() / 10_000.0);
        tension.record(seenByAll.figures().tensionTenths() / 10.0);
        for (Side side : Side.values()) {
            SideFacts facts = seenByAll.side(side);
            escalation.of(side).record(Math.max(0, facts.publicEscalationMilli() / 1000.0));
            if (facts.severityMilli() > 0) {
                breaches.of(side).increment();
            }
            if (facts.caughtOn() != null) {
                catches.of(side).increment();
            }
        }
        negotiation.resolved(seenByAll);
        if (spec.openBook() && !full.scores().isEmpty()) {
            double joint = full.scores().stream()
                    .mapToDouble(ScoreCard::scoreMilli)
                    .average()
                    .orElseThrow();
            jointOpen.record(Math.max(0, joint / 1000));
        }
    }

    @Override
    public void negotiated(String matchId, Notice notice) {
        openRounds.measure(matchId, () -> negotiation.negotiated(notice));
    }

    @Override
    public void over(String matchId, Notice.MatchOver over) {
        finished.increment();
        openRounds.end(matchId);
        outcomes.of(over.outcome()).increment();
        finalScores.of(Side.US).record(Math.max(0, over.us().score()));
        finalScores.of(Side.CN).record(Math.max(0, over.cn().score()));
        jointFinal.record(Math.max(0, (over.us().score() + over.cn().score()) / 2));
    }

    @Override
    public void faulted(String matchId) {
        faulted.increment();
        openRounds.end(matchId);
    }

    @Override
    public void decided(String matchId, long nanos, boolean crashed) {
        openRounds.measure(matchId, () -> {
            decision.record(nanos, TimeUnit.NANOSECONDS);
            if (crashed) {
                crashes.increment();
            }
        });
    }
}
