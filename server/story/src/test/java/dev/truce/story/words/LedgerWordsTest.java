package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a word of the ledger was judged by. */
class LedgerWordsTest {
    private static LedgerEntry suspended(@Nullable Instrument instrument) {
        return new LedgerEntry(
                Side.US,
                1,
                new Promise.Stated(0, new Statement.Reassure()),
                3,
                WordVerdict.OVERTAKEN,
                2,
                new Evidence(Evidence.Kind.SUSPENDED, Side.US, instrument));
    }

    /** Who suspends an agreement on an accusation suspends all of it, and has ordered nothing on any one lever. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aSuspensionOfTheWholeAgreementNamesNoLever(Language language) {
        Wording wording = new Wording(Scenarios.busan2025(), Bundles.of(language), text -> text);
        LedgerWords words = new LedgerWords(wording);
        assertThat(words.deed(suspended(null))).isEqualTo(wording.text("evidence.suspended.agreement", Side.US));
        assertThat(words.deed(suspended(Instrument.US_PORT_FEE))).contains(Instrument.US_PORT_FEE.word());
    }
}
