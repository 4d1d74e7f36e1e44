package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record says who made its seed, and a seed that the server drew is the one that it was bound to before round 1. */
class SeedOriginTest {
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";
    private static final long SEED = -8_877_665_544_332_211L;

    private static MatchRecord played(@Nullable SeedOrigin origin, long seed) {
        return played(origin, Table.setup(2, seed));
    }

    private static MatchSetup atTable(long seed, long ofTable) {
        MatchSetup plain = Table.setup(2, seed);
        return new MatchSetup(seed, ofTable, plain.horizon(), plain.calendar(), plain.conditions());
    }

    private static MatchRecord played(@Nullable SeedOrigin origin, MatchSetup setup) {
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US, Viewer.CN),
                Recording.TEXT,
                "a",
                "b",
                List.of(),
                origin);
        Table table = new Table(setup, terms);
        table.start();
        while (!table.referee.isOver()) {
            table.everybodyIsReady();
        }
        return table.referee.record();
    }

    private static Verification verify(MatchRecord match) {
        return Verification.verify(match, Table.RULES);
    }

    /** Anybody can work it out: printf 'truce seed\nm-1\n7\n000102030405060708090a0b0c0d0e0f\n' | sha256sum. */
    @Test
    void theHashIsThatOfTheDocumentedText() {
        assertThat(SeedOrigin.Drawn.of("m-1", SALT, 7, null).hash())
                .isEqualTo("a9cff34c9769a0601e9de64f839fbc842192047b441535c65702a0c9d3eeed23");
    }

    @Test
    void theHashIsOfThisSeedInThisMatchWithThisSaltAndOfNothingElse() {
        SeedOrigin.Drawn drawn = SeedOrigin.Drawn.of("m-1", SALT, SEED, null);
        assertThat(drawn.hashOf(SEED, null)).isEqualTo(drawn.hash());
        assertThat(List.of(
                        drawn.hash(),
                        drawn.hashOf(SEED + 1, null),
                        drawn.hashOf(SEED, SEED),
                        drawn.hashOf(SEED, 0L),
                        drawn.hashOf(SEED ^ Long.MIN_VALUE, null),
                        SeedOrigin.Drawn.of("m-2", SALT, SEED, null).hash(),
                        SeedOrigin.Drawn.of("m-1", SALT.replace('f', 'e'), SEED, null)
                                .hash()))
                .doesNotHaveDuplicates();
        assertThat(drawn.toString()).doesNotContain(SALT);
    }

    @Test
    void aRecordKeepsThatItsServerHasLostSomething() {
        MatchRecord whole = played(new SeedOrigin.Chosen(), SEED);
        assertThat(Records.text(whole)).doesNotContain("Loss");
        MatchRecord match = whole.withLoss(true);
        assertThat(Records.text(match)).contains("\n[Loss \"accepted\"]\n");
        MatchRecord read = Records.read(Records.text(match));
        assertThat(read).isEqualTo(match);
        assertThat(read.lossAccepted()).isTrue();
        assertThat(read.hash()).as("it is outside the chain").isEqualTo(whole.hash());
        assertThat(verify(read)).isInstanceOf(Verification.Verified.class);
        RecordFault fault = Records.fault(Records.text(match).replace("\"accepted\"", "\"none\""));
        assertThat(fault.code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @Test
    void aRecordKeepsIt() {
        for (SeedOrigin origin : List.of(SeedOrigin.Drawn.of("m-1", SALT, SEED, null), new SeedOrigin.Chosen())) {
            MatchRecord match = played(origin, SEED);
            MatchRecord read = Records.read(Records.text(match));
            assertThat(read).isEqualTo(match);
            assertThat(read.seedOrigin()).isEqualTo(origin);
            assertThat(verify(match)).isInstanceOf(Verification.Verified.class);
        }
    }

    @Test
    void aMatchInNoRoomHasNoneAndTheChainIsTheSameWithAndWithoutIt() {
        MatchRecord without = played(null, SEED);
        MatchRecord with = played(SeedOrigin.Drawn.of("m-1", SALT, SEED, null), SEED);
        assertThat(Records.text(without)).doesNotContain("[SeedBy", "[Match", "[SeedSalt", "[SeedHash");
        assertThat(Records.json(without)).doesNotContain("seed_", "\"match\"");
        assertThat(with.hash()).isEqualTo(without.hash());
        assertThat(with.seededBy(null)).isEqualTo(without);
    }

    @Test
    void aSeedThatTheServerWasNotBoundToIsFound() {
        SeedOrigin.Drawn promised = SeedOrigin.Drawn.of("m-1", SALT, SEED + 1, null);
        assertThat(verify(played(promised, SEED)))
                .isEqualTo(new Verification.Differs(0, "seed", promised.hashOf(SEED, null), promised.hash()));
    }

    @Test
    void theHashOfATableOfAClassIsThatOfTheDocumentedTextToo() {
        assertThat(SeedOrigin.Drawn.of("m-1", SALT, 7, -9L).hash())
                .as("printf 'truce seed\\nm-1\\n7\\n%s\\n-9\\n' | sha256sum", SALT)
                .isEqualTo("85795eaab7f7f5d544e2d8562fba34ce8a304311a2b3f73915a6621890e81f08");
    }

    @Test
    void aRecordOfATableKeepsItsSeedInBothFormsAndVerifies() {
        MatchRecord match = played(SeedOrigin.Drawn.of("m-1", SALT, SEED, 9L), atTable(SEED, 9));
        assertThat(Records.text(match)).contains("[Seed \"" + SEED + "\"]\n[SeedOfTable \"9\"]\n");
        assertThat(Records.json(match)).contains("\"seed_of_table\":\"9\"");
        assertThat(Records.read(Records.text(match))).isEqualTo(match);
        assertThat(verify(match)).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void theServerIsBoundToTheSeedOfTheTableAndTheChainCoversIt() {
        SeedOrigin.Drawn promised = SeedOrigin.Drawn.of("m-1", SALT, SEED, 8L);
        assertThat(verify(played(promised, atTable(SEED, 9))))
                .isEqualTo(new Verification.Differs(0, "seed", promised.hashOf(SEED, 9L), promised.hash()));
        MatchRecord match = played(SeedOrigin.Drawn.of("m-1", SALT, SEED, 9L), atTable(SEED, 9));
        for (String other : List.of("", "[SeedOfTable \"10\"]\n")) {
            MatchRecord changed = Records.read(Records.text(match).replace("[SeedOfTable \"9\"]\n", other));
            assertThat(verify(changed)).extracting("round", "what").containsExactly(0, "setup");
        }
        MatchRecord same = played(null, atTable(SEED, SEED));
        assertThat(same.start())
                .as("a table's seed that is the match's is still told apart from none")
                .isNotEqualTo(played(null, SEED).start());
        assertThat(same.result()).isEqualTo(played(null, SEED).result());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "+9", "09", "9223372036854775808"})
    void aSeedOfATableThatIsNoNumberIsRefused(String value) {
        String text = Records.text(played(SeedOrigin.Drawn.of("m-1", SALT, SEED, 9L), atTable(SEED, 9)));
        RecordFault fault = Records.fault(text.replace("[SeedOfTable \"9\"]", "[SeedOfTable \"" + value + "\"]"));
        assertThat(fault.code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @Test
    void aSeedThatWasChangedAfterwardsIsFoundByTheChainFirst() {
        MatchRecord match = played(SeedOrigin.Drawn.of("m-1", SALT, SEED, null), SEED);
        MatchSetup setup = match.setup();
        MatchRecord changed = Records.read(Records.text(match)
                .replace("[Seed \"" + setup.seed() + "\"]", "[Seed \"" + (setup.seed() + 1) + "\"]"));
        assertThat(verify(changed)).extracting("round", "what").containsExactly(0, "setup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[SeedBy \"server\"]\n", "[Match \"m-1\"]\n", "[SeedSalt \"" + SALT + "\"]\n", "[SeedHash"})
    void aHeadThatTellsHalfOfItIsNoHead(String line) {
        String text = Records.text(played(SeedOrigin.Drawn.of("m-1", SALT, SEED, null), SEED));
        String whole = line.endsWith("\n") ? line : text.substring(text.indexOf(line), text.indexOf("[Ruleset"));
        assertThat(text).contains(whole);
        assertThat(Records.fault(text.replace(whole, "")).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[SeedBy \"nobody\"]",
                "[SeedBy \"creator\"]\n[Match \"m-1\"]",
                "[SeedBy \"server\"]\n[Match \"\"]\n[SeedSalt \"" + SALT + "\"]",
                "[SeedBy \"server\"]\n[Match \"m-1\"]\n[SeedSalt \"00\"]",
                "[Match \"m-1\"]\n[SeedBy \"creator\"]"
            })
    void aHeadThatTellsSomethingElseIsNoHead(String lines) {
        String text = Records.text(played(new SeedOrigin.Chosen(), SEED));
        assertThat(text).contains("[SeedBy \"creator\"]");
        assertThat(Records.fault(text.replace("[SeedBy \"creator\"]", lines)).code())
                .isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @Test
    void textsThatNoRecordCanHoldAreRefused() {
        assertThatThrownBy(() -> new SeedOrigin.Drawn("m-1", "00", "0".repeat(64)))
                .hasMessageContaining("32 lower-case hex");
        assertThatThrownBy(() -> new SeedOrigin.Drawn("m-1", SALT, "0")).hasMessageContaining("64 lower-case hex");
        assertThatThrownBy(() -> SeedOrigin.Drawn.of("m\n1", SALT, 1, null)).hasMessageContaining("one line");
        assertThatThrownBy(() -> SeedOrigin.Drawn.of("", SALT, 1, null)).hasMessageContaining("empty");
    }
}
