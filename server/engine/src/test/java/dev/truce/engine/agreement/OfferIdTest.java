package dev.truce.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferIdTest {
    @Test
    void anIdReadsBackWhatItWrote() {
        OfferId id = new OfferId(Side.CN, 12);
        assertThat(id).hasToString("CN-12");
        assertThat(OfferId.parse("CN-12")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US", "US-0", "US-01", "us-1", "EU-1", "US-1 ", "US-12345", "US--1"})
    void whatNamesNoOfferIsNotTakenForOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OfferId.parse(text));
    }

    @Test
    void everyChangeOfTermsChangesTheirHash() {
        Pledge fentanyl = new Pledge(Instrument.US_FENTANYL_TARIFF, 1);
        Pledge soya = new Pledge(Instrument.CN_SOY_PURCHASES, 6);
        List<Terms> different = List.of(
                new Terms.Renewal(4, false),
                new Terms.Renewal(4, true),
                new Terms.Renewal(5, false),
                new Terms.Package(List.of(fentanyl), 4, false),
                new Terms.Package(List.of(fentanyl), 4, true),
                new Terms.Package(List.of(fentanyl), 5, false),
                new Terms.Package(List.of(soya), 4, false),
                new Terms.Package(List.of(fentanyl, soya), 4, false),
                new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 2)), 4, false),
                new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 257)), 4, false));
        Set<String> hashes = new HashSet<>();
        different.forEach(terms -> hashes.add(TermsHash.of(terms)));
        assertThat(hashes).hasSameSizeAs(different).allMatch(hash -> hash.matches("[0-9a-f]{16}"));
        assertThat(TermsHash.of(new Terms.Package(List.of(soya, fentanyl), 4, false)))
                .isEqualTo(TermsHash.of(new Terms.Package(List.of(fentanyl, soya), 4, false)));
    }

    /** Clients of other languages compute it too. */
    @Test
    void theHashOfKnownTermsNeverChanges() throws Exception {
        byte[] bytes = {2, 4, 0, 1, 0, 0, 0, 0, 1};
        Terms terms = new Terms.Package(List.of(new Pledge(Instrument.US_FENTANYL_TARIFF, 1)), 4, false);
        assertThat(TermsHash.bytes(terms)).isEqualTo(bytes);
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(TermsHash.of(terms))
                .isEqualTo(java.util.HexFormat.of().formatHex(digest).substring(0, 16));
    }
}
