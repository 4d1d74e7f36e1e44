package dev.truce.story.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Reply;
import dev.truce.match.notation.ActForm;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed at a desk, in the terminal and on the page, for every act that there is. */
class DeskTalkTest {
    private final DeskTalk talk = new DeskTalk(new ClassPicture(), () -> "key");

    static List<ActForm> forms() {
        return ClassActNotation.forms();
    }

    private static DeskWords words(Phrases phrases) {
        return new DeskWords(phrases, (text, most) -> text, millis -> "");
    }

    /** Who starts a class where nobody is finds out by the answer. */
    @Test
    void aStartSaysHowManyAreHere() {
        for (Language language : Language.values()) {
            Phrases phrases = Bundles.of(language);
            ClassPicture picture = new ClassPicture();
            DeskTalk starts = new DeskTalk(picture, () -> "key");
            for (int here : List.of(0, 7)) {
                picture.take(
                        new ClassNews.Changed(
                                true, false, false, 10, here, List.of(), 6, List.of(), "", List.of(), Set.of()),
                        0);
                starts.types("1: start", words(phrases));
                assertThat(starts.answered(Reply.done(new ClassNews.Done(6, List.of(), "")), words(phrases))
                                .lines())
                        .containsExactly(
                                phrases.of("class.desk.done", 6, "1: START"), phrases.of("class.desk.here", here, 10));
            }
            starts.types("pause", words(phrases));
            assertThat(starts.answered(Reply.done(new ClassNews.Done(7, List.of(), "")), words(phrases))
                            .lines())
                    .hasSize(1);
        }
    }

    private static String line(ActForm form) {
        List<String> words = new ArrayList<>(List.of(form.word()));
        for (ActForm.Field field : form.fields()) {
            words.add(
                    switch (field) {
                        case STATE -> "OPEN";
                        case SEAT -> "CN.1";
                        case TIME -> "1:00";
                        case TEXT -> "\"why\"";
                        case BOT -> "negotiator";
                        case CARD -> "r2 leak CN.SOY";
                        case ROUND -> "r2";
                        case MEMBER -> "12";
                        case PLACE -> "5.CN.1";
                        case NAME -> "\"Otter\"";
                        case DEVICE -> "3";
                    });
        }
        return (form.atTables() ? "2: " : "") + String.join(" ", words);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatCannotBeUndoneIsDoneOnlyByWhoSaysSoAndAllElseAtOnce(ActForm form) {
        for (Language language : Language.values()) {
            DeskWords words = words(Bundles.of(language));
            DeskTalk.Step asked = talk.types(line(form), words);
            assertThat(asked.asks() == null).as(line(form)).isEqualTo(form.isForGood());
            assertThat(asked.refused()).isEqualTo(form.isForGood());
            assertThat(talk.sure().isEmpty()).isEqualTo(!form.isForGood());
            if (form.isForGood()) {
                assertThat(asked.lines()).hasSize(1);
                assertThat(asked.lines().get(0)).endsWith(talk.sure());
                // The same line again is not what is asked for, and neither is an empty one.
                assertThat(talk.types(line(form), words).asks()).isNull();
                assertThat(talk.types("", words).asks()).isNull();
                talk.types(line(form), words);
            }
            String sure = form.isForGood() ? talk.sure() : "sure " + line(form);
            for (String typed : List.of(sure, sure.toLowerCase(Locale.ROOT))) {
                ClassRequest wish = talk.types(typed, words).asks();
                assertThat(wish).as(typed).isNotNull();
                assertThat(talk.sure()).isEmpty();
            }
        }
    }
}
