package dev.truce.match.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.deed.ClassAct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form is filled in with is the act that its word names. */
class ActFormTest {
    static List<ActForm> forms() {
        return ClassActNotation.forms();
    }

    private static String example(ActForm.Field field) {
        return switch (field) {
            case STATE -> "OPEN";
            case SEAT -> "CN.1";
            case TIME -> "1:00";
            case TEXT -> "Two minutes more";
            case BOT -> "negotiator";
            case CARD -> "leak CN.SOY r5";
            case ROUND -> "7";
            case MEMBER, DEVICE -> "3";
            case PLACE -> "5.CN.1";
            case NAME -> "Otter";
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFilledFormIsReadAsItsAct(ActForm form) {
        StringBuilder line = new StringBuilder(form.word());
        form.fields().forEach(field -> line.append(' ').append(example(field)));
        Optional<ClassAct> act = ClassActNotation.read(line.toString(), 4);
        assertThat(act.map(ClassActNotation::word)).contains(form.word());
        assertThat(ClassActNotation.read("2,5: " + line, 4).isPresent())
                .as("tables before it")
                .isEqualTo(form.atTables());
    }
}
