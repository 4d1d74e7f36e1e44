package dev.truce.app.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class SharedOpeningsTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    private final SharedOpenings openings = new SharedOpenings();

    private static Notice.RoundOpened opened() {
        MatchSetup setup = RULES.setup(1);
        return new Notice.RoundOpened(new Redaction(RULES, setup, Viewer.PUBLIC).observe(RULES.start(setup)), 0);
    }

    @Test
    void thoseWhoSeeTheSameAreToldTheSameBytes() {
        Notice.RoundOpened ofWatchers = opened();
        SharedBody first = openings.of(ofWatchers, 60_000);
        assertThat(openings.of(ofWatchers, 60_000)).isSameAs(first);
        assertThat(openings.of(opened(), 60_000)).as("another viewer's").isNotSameAs(first);
    }

    @Test
    void whoComesAfterTheDeadlineHasMovedIsToldTheNewOne() {
        Notice.RoundOpened ofWatchers = opened();
        SharedBody first = openings.of(ofWatchers, 60_000);
        SharedBody later = openings.of(ofWatchers, 90_000);
        assertThat(later.body()).isEqualTo(new ServerMessage.Told(ofWatchers, 90_000));
        assertThat(later.observationHash()).isEqualTo(first.observationHash());
    }
}
