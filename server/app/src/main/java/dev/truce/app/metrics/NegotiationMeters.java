package dev.truce.app.metrics;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.notation.StatementNotation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Meters of what sides say to each other: how often, never what. */
final class NegotiationMeters {
    private final Counter opened;
    private final Labelled<OfferStatus, Counter> offers;
    private final Labelled<Ratification.Outcome, Counter> ratifications;
    private final Labelled<Side, Counter> notices;
    private final Labelled<Channel, Counter> said;
    private final Map<String, Counter> statements;

    NegotiationMeters(MeterRegistry registry) {
        opened = Counter.builder("truce.offers.opened")
                .description("Offers that were made")
                .register(registry);
        offers = Labelled.countersBut(
                registry,
                OfferStatus.class,
                List.of(OfferStatus.OPEN),
                "truce.offers",
                "became",
                "Offers by what happened to them");
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
        statements = StatementNotation.words().stream()
                .collect(Collectors.toMap(
                        word -> word,
                        word -> Labelled.counter(
                                registry,
                                "truce.statements",
                                "kind",
                                word,
                                "Public statements that commit to something")));
    }

    void negotiated(Notice notice) {
        if (notice instanceof Notice.OfferChanged changed) {
            OfferStatus status = changed.offer().status();
            (status == OfferStatus.OPEN ? opened : offers.of(status)).increment();
        } else if (notice instanceof Notice.Said words) {
            said.of(words.channel()).increment();
            Statement statement = words.statement();
            if (statement != null) {
                Objects.requireNonNull(statements.get(StatementNotation.word(statement)))
                        .increment();
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
}
