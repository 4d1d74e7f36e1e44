package dev.truce.app.metrics;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Meters of what sides say to each other: how often, never what. */
final class NegotiationMeters {
    private final Labelled<OfferStatus, Counter> offers;
    private final Labelled<Ratification.Outcome, Counter> ratifications;
    private final Labelled<Side, Counter> notices;
    private final Labelled<Channel, Counter> said;
    private final Labelled<Kind, Counter> statements;

    /** Kinds of statements. */
    private enum Kind {
        REASSURE,
        GUARD,
        WARN,
        THREATEN
    }

    NegotiationMeters(MeterRegistry registry) {
        offers = Labelled.counters(
                registry,
                OfferStatus.class,
                "truce.offers",
                "became",
                "Offers by what happened to them; all become open");
        ratifications = Labelled.counters(
                registry,
                Ratification.Outcome.class,
                "truce.ratifications",
                "outcome",
                "Resolved rounds by what happened to the terms that were signed in them");
        notices = Labelled.counters(
                registry,
                Side.class,
                "truce.notices",
                "side",
                "Rounds in which a side gave notice to leave the treaty");
        said = Labelled.counters(registry, Channel.class, "truce.said", "channel", "Texts and statements by channel");
        statements = Labelled.counters(
                registry, Kind.class, "truce.statements", "kind", "Public statements that commit to something");
    }

    void negotiated(Notice notice) {
        if (notice instanceof Notice.OfferChanged changed) {
            offers.of(changed.offer().status()).increment();
        } else if (notice instanceof Notice.Said words) {
            said.of(words.channel()).increment();
            Statement statement = words.statement();
            if (statement != null) {
                statements.of(kind(statement)).increment();
            }
        }
    }

    void resolved(RoundView seenByAll) {
        ratifications.of(seenByAll.ratification().outcome()).increment();
        for (Side side : Side.values()) {
            if (seenByAll.side(side).notice()) {
                notices.of(side).increment();
            }
        }
    }

    private static Kind kind(Statement statement) {
        if (statement instanceof Statement.Reassure) {
            return Kind.REASSURE;
        }
        if (statement instanceof Statement.Guard) {
            return Kind.GUARD;
        }
        return statement instanceof Statement.Warn ? Kind.WARN : Kind.THREATEN;
    }
}
