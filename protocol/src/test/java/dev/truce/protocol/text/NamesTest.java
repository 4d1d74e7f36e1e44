package dev.truce.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is what everybody sees it to be. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Lee", "Group A", "李明", "Ngô Bảo Châu", "Łukasz", "team #3 (late)", "R2-D2", "Ω", "😀 crew", "1"
            })
    void ordinaryNamesOfAllLanguagesFit(String name) {
        assertThat(Names.fit(name)).contains(name);
    }

    @ParameterizedTest
    @MethodSource("dev.truce.protocol.text.Payloads#all")
    void whatCommandsReordersOrHidesDoesNotFit(String payload) {
        assertThat(Names.fit(payload)).isEmpty();
    }

    @Test
    void thereAreMoreThanTwoHundredSuchTexts() {
        assertThat(Payloads.all()).hasSizeGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Lee ", " Lee", "a  b", "1234567890123456789012345"})
    void namesThatAreEmptyPaddedOrTooLongDoNotFit(String name) {
        assertThat(Names.fit(name)).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAndNotInHalvesOfThem() {
        assertThat(Names.fit("😀".repeat(24))).isPresent();
        assertThat(Names.fit("😀".repeat(25))).isEmpty();
        assertThat(Names.fit("李".repeat(24))).isPresent();
    }

    @Test
    void aNameHasOneSpelling() {
        assertThat(Names.fit("Zoe\u0308")).contains("Zoë");
    }

    @Test
    void twoMarksOnALetterFitAndThreeDoNot() {
        assertThat(Names.fit("x\u0302\u0323")).isPresent();
        assertThat(Names.fit("x\u0302\u0323\u0337")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Lee,LEE",
        "straße,STRASSE",
        "STRA\u1E9EE,straße",
        "Ｌｅｅ,lee",
        "ﬁsh,FISH",
        "Zoë,ZOE\u0308",
        "Å,\u212b",
        "²,2"
    })
    void namesThatDifferOnlyInCaseOrFormAreTheSame(String one, String other) {
        assertThat(Names.key(one)).isEqualTo(Names.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Lee,Leo", "a b,ab", "Zoe,Zoë"})
    void otherNamesAreNot(String one, String other) {
        assertThat(Names.key(one)).isNotEqualTo(Names.key(other));
    }
}
