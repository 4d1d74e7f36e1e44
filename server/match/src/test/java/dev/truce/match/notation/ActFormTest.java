package dev.truce.match.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.ClassAct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
            case MEMBER, OTHER, DEVICE -> "3";
            case PLACE, ANY_PLACE -> "5.CN.1";
            case NAME -> "Otter";
            case STUDENT -> "\"Ana \\\"A\\\" Ruiz\"";
            case STUDENT_ID -> "\"s2210443\"";
        };
    }

    @Test
    void aStudentIsAddedByHisNameAndWhatElseIsSaidOfHim() {
        ClassAct anywhere = new ClassAct.Add("Ana Ruiz", "", 0, 0, Side.US, 0);
        assertThat(ClassActNotation.read("add Ana Ruiz", 1)).contains(anywhere);
        assertThat(ClassActNotation.read("add \"Ana Ruiz\"", 1)).contains(anywhere);
        assertThat(ClassActNotation.read("add Ana Ruiz 5.cn.head", 1))
                .contains(new ClassAct.Add("Ana Ruiz", "", 0, 5, Side.CN, 0));
        assertThat(ClassActNotation.read("add \"Ana Ruiz\" \"s1\" 5.CN.2", 1))
                .contains(new ClassAct.Add("Ana Ruiz", "s1", 0, 5, Side.CN, 2));
        ClassAct done = new ClassAct.Add("", "", 57, 5, Side.CN, 1);
        assertThat(ClassActNotation.of(done)).isEqualTo("ADD 57 5.CN.1");
        assertThat(ClassActNotation.read("add 57 5.CN.1", 1)).contains(done);
        assertThat(ClassActNotation.read("add \"57\"", 1)).contains(new ClassAct.Add("57", "", 0, 0, Side.US, 0));
        for (String wrong : List.of(
                "add", "add \"Ana", "add \"Ana\" s1", "add \"Ana\" \"s1", "1: add Ana", "swap 3", "swap 3 Ana")) {
            assertThat(ClassActNotation.read(wrong, 1)).as(wrong).isEmpty();
        }
        assertThat(ClassActNotation.read("add \"" + "\\\"".repeat(60_000) + "\"", 1))
                .isPresent();
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
