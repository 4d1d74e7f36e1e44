package dev.truce.app.classroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.classroom.Template;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedLessonTest {
    @Test
    void everyLessonIsATemplateWithEachChoiceOfItsForm() {
        for (ShippedLesson lesson : ShippedLesson.all()) {
            Template shipped = Template.read(lesson.template(Map.of()), lesson.id());
            assertThat(Scenarios.ids()).contains(shipped.scenario());
            for (LessonField field : LessonField.values()) {
                assertThat(field.options().isEmpty()
                                || field.options().contains(lesson.values().get(field.key())))
                        .as("%s ships a value of %s that the form has", lesson.id(), field)
                        .isTrue();
                for (String option : field.options()) {
                    Template chosen = Template.read(lesson.template(Map.of(field.word(), option)), lesson.id());
                    assertThat(chosen.title()).isEqualTo(shipped.title());
                }
            }
        }
        assertThat(ShippedLesson.find("nothing")).isEmpty();
    }

    @Test
    void aLessonIsReadOnce() {
        assertThat(ShippedLesson.all()).isSameAs(ShippedLesson.all());
        for (ShippedLesson lesson : ShippedLesson.all()) {
            assertThat(ShippedLesson.find(lesson.id()).orElseThrow()).isSameAs(lesson);
        }
    }

    @Test
    void bothSidesHaveAsManySeatsAsIsChosen() {
        Template chosen =
                Template.read(ShippedLesson.find("45-minutes").orElseThrow().template(Map.of("seats", "4")), "lesson");

        assertThat(chosen.usSeats()).isEqualTo(4);
        assertThat(chosen.cnSeats()).isEqualTo(4);
    }

    @Test
    void whateverIsTypedAsATitleIsTheTitleAndNothingElse() {
        ShippedLesson lesson = ShippedLesson.all().get(0);
        for (String title : new String[] {"Trade: \"war\" # 1", "- seed: x", "\u8bfe\u7a0b\uff1a\u7b2c\u4e00\u8282"}) {
            String text = lesson.template(Map.of("title", title, "seed", "7", "bot", "liar"));
            Template read = Template.read(text, "lesson");
            assertThat(read.title()).isEqualTo(title);
            assertThat(read.windowMillis()).isEqualTo(4 * 60_000);
            assertThat(read.seed())
                    .as("what is no field of the form is not taken")
                    .isNull();
        }
        for (Map<String, String> bad : List.of(Map.of("rounds", "x: 7"), Map.of("title", "a\nminutes: 7"))) {
            assertThatThrownBy(() -> Template.read(lesson.template(bad), "lesson"))
                    .isInstanceOf(ScenarioException.class);
        }
    }

    @Test
    void everyChoiceHasATextInBothLanguages() {
        Bundles.all().forEach(phrases -> {
            for (LessonField field : LessonField.values()) {
                assertThat(phrases.has("teach.field." + field.word()))
                        .as("%s", field)
                        .isTrue();
                for (String option : field.options()) {
                    assertThat(phrases.has("teach.option." + field.word())
                                    || phrases.has("teach.option." + field.word() + "." + option))
                            .as("%s %s", field, option)
                            .isTrue();
                }
            }
            for (ShippedLesson lesson : ShippedLesson.all()) {
                assertThat(phrases.has("teach.lesson." + lesson.id() + ".about"))
                        .isTrue();
            }
        });
    }
}
