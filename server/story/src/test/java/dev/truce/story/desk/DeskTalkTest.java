package dev.truce.story.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.notation.ActForm;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
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

    /** A word that is right with values that are wrong is not told to be no act. */
    @Test
    void anActWithoutItsValuesIsNotCalledUnknown() {
        assertThat(talk.types("add ", words(Bundles.of(Language.EN))).lines())
                .singleElement()
                .asString()
                .startsWith("add  cannot be read: ADD wants");
        assertThat(talk.types("dance", words(Bundles.of(Language.EN))).lines())
                .singleElement()
                .asString()
                .startsWith("not an act: dance.");
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
                        case MEMBER, OTHER -> "12";
                        case PLACE, ANY_PLACE -> "5.CN.1";
                        case NAME, STUDENT, STUDENT_ID -> "\"Otter\"";
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

    private static ClassNews.Member member(int number, String name, int table) {
        return new ClassNews.Member(
                number, name, "s" + number, table, table == 0 ? null : Seat.US_HEAD, "Otter", true, false);
    }

    private static final ClassNews.ListRead LIST = new ClassNews.ListRead(
            List.of(
                    member(1, "Ana Ruiz", 1),
                    member(2, "Ana Ruiz Diaz", 2),
                    member(3, "Bo Li", 3),
                    member(4, "Bo Li", 4),
                    member(57, "Cy Coe", 5),
                    member(58, "Di Doe", 0)),
            List.of(new ClassNews.LogLine(8, 0, 1, "ADD 57 5.US"), new ClassNews.LogLine(9, 0, 1, "ADD 58")));

    private ClassRequest.Act named(String line) {
        DeskWords words = words(Bundles.of(Language.EN));
        assertThat(talk.types(line, words).asks()).as(line).isEqualTo(new ClassRequest.Read());
        return (ClassRequest.Act) talk.answered(Reply.done(LIST), words).asks();
    }

    @Test
    void membersAreNamedByTheirNames() {
        for (List<String> pair : List.of(
                List.of("move ana ruiz 5.CN.1", "MOVE 1 5.CN.1"),
                List.of("move Ana Ruiz Diaz 5.CN", "MOVE 2 5.CN"),
                List.of("move \"Ana Ruiz\" 5.CN", "MOVE 1 5.CN"),
                List.of("move s3 5.CN", "MOVE 3 5.CN"),
                List.of("swap Ana Ruiz Diaz Cy Coe", "SWAP 2 57"),
                List.of("swap 12 Cy Coe", "SWAP 12 57"),
                List.of("swap Cy Coe 12", "SWAP 57 12"),
                List.of("rename Ana Ruiz Grey Heron", "RENAME 1 \"Grey Heron\""),
                List.of("sure remove Cy Coe", "REMOVE 57"))) {
            assertThat(ClassActNotation.of(named(pair.get(0)).act())).isEqualTo(pair.get(1));
        }
        DeskWords words = words(Bundles.of(Language.EN));
        for (String nobody : List.of("move Bo Li 5.CN", "move Zed 5.CN", "swap Zed", "swap Ana Ruiz", "swap 12 Zed")) {
            talk.types(nobody, words);
            DeskTalk.Step step = talk.answered(Reply.done(LIST), words);
            assertThat(step.asks()).as(nobody).isNull();
            assertThat(step.refused()).isTrue();
        }
        for (String several : List.of("move Bo Li 5.CN", "swap Bo Li 12", "swap Ana Ruiz Bo Li")) {
            talk.types(several, words);
            assertThat(talk.answered(Reply.done(LIST), words).lines())
                    .as(several)
                    .containsExactly(words.phrases()
                            .of("class.desk.several", "Bo Li", words.phrases().list(List.of("3", "4"))));
        }
        assertThat(talk.types("move 3 5.CN", words).asks()).isInstanceOf(ClassRequest.Act.class);
    }

    @Test
    void whoIsAddedIsToldWithHisSlipUntilSomethingElseIsTyped() {
        for (Language language : Language.values()) {
            Phrases phrases = Bundles.of(language);
            DeskWords words = words(phrases);
            talk.types("add \"Cy Coe\" \"s57\"", words);
            assertThat(talk.answered(Reply.done(new ClassNews.Done(8, List.of(), "K7K7")), words))
                    .isEqualTo(new DeskTalk.Step(
                            List.of(phrases.of("class.desk.added.key", "s57", "K7K7")),
                            new ClassRequest.Read(),
                            false));
            assertThat(talk.answered(Reply.done(LIST), words).lines())
                    .containsExactly(phrases.of("class.desk.added", 57, "Cy Coe", "5.US.head"));
            assertThat(talk.slip()).isEqualTo(new DeskTalk.Slip("Cy Coe", "s57", "K7K7"));
            talk.types("add Di Doe", words);
            assertThat(talk.slip()).isNull();
            talk.answered(Reply.done(new ClassNews.Done(9, List.of(), "")), words);
            assertThat(talk.answered(Reply.done(LIST), words).lines())
                    .containsExactly(
                            phrases.of("class.desk.added.seatless", 58, "Di Doe"),
                            phrases.of("class.desk.added.keyless", 58));
        }
    }

    @Test
    void aKeyThatWasToldOnceIsNotLostWhereTheListCannotBeReadThen() {
        Phrases phrases = Bundles.of(Language.EN);
        DeskWords words = words(phrases);
        Refusal busy = Refusal.of(ConnectionCode.RETRY, "").after(250);
        for (String key : List.of("K7K7", "")) {
            talk.types("add Di Doe", words);
            List<String> told = new ArrayList<>(talk.answered(Reply.done(new ClassNews.Done(9, List.of(), key)), words)
                    .lines());
            assertThat(talk.slip()).isEqualTo(key.isEmpty() ? null : new DeskTalk.Slip("Di Doe", "Di Doe", key));
            DeskTalk.Step step = talk.answered(Reply.refused(busy), words);
            told.addAll(step.lines());
            assertThat(told)
                    .containsExactlyInAnyOrder(
                            phrases.of("class.desk.done", 9, "ADD \"Di Doe\""),
                            key.isEmpty()
                                    ? phrases.of("class.desk.added.keyless", "Di Doe")
                                    : phrases.of("class.desk.added.key", "Di Doe", key),
                            words.refused(busy));
            assertThat(step.refused()).isTrue();
            assertThat(step.asks()).isNull();
        }
    }
}
