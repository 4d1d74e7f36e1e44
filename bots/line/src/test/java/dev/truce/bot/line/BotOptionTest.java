package dev.truce.bot.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options as bots announce them and as people set them. */
class BotOptionTest {
    @Test
    void anOptionIsReadAsItIsAnnounced() {
        assertThat(BotOption.read("name patience type int default 3 min 0 max 9"))
                .contains(new BotOption("patience", true, "3", 0, 9));
        assertThat(BotOption.read("name depth type int default -2"))
                .contains(new BotOption("depth", true, "-2", Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(BotOption.read("name mood type text default very calm"))
                .contains(new BotOption("mood", false, "very calm", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name x",
                "name x type float default 1",
                "name x type int default 1 min 0",
                "x type int default 1"
            })
    void whatIsNotOfTheFormIsNoOption(String announced) {
        assertThat(BotOption.read(announced)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "9, true",
        "5, true",
        "-1, false",
        "10, false",
        "3.5, false",
        "99999999999999999999, false",
        "'', false"
    })
    void aValueMustBeInTheRange(String value, boolean takes) {
        BotOption option = new BotOption("patience", true, "3", 0, 9);
        assertThat(option.takes(value)).isEqualTo(takes);
        assertThat(option.legal()).isEqualTo("0 to 9");
    }

    @Test
    void settingsStandBeforeTheProgram() {
        BotCommand command = BotCommand.of("patience=4 mood='very calm' url=http://x/?a=b python3 bot.py level=9");
        assertThat(command.settings())
                .containsExactly(
                        java.util.Map.entry("patience", "4"),
                        java.util.Map.entry("mood", "very calm"),
                        java.util.Map.entry("url", "http://x/?a=b"));
        assertThat(command.words()).isEqualTo(List.of("python3", "bot.py", "level=9"));
        assertThat(BotCommand.of("./a=b").settings()).isEmpty();
        assertThat(BotName.known("patience=4 sh 'my bots/Bot 1.sh'")
                        .bot(ChildLimits.USUAL)
                        .name())
                .isEqualTo("sh-bot-1-sh");
    }

    @ParameterizedTest
    @CsvSource({
        "toll=sh bot.sh, toll, sh bot.sh, ''",
        "'Toll-2=''sh my-bot.sh''', toll-2, sh my-bot.sh, ''",
        "patience=4 toll=sh bot.sh, toll, sh bot.sh, patience",
        "mode=test sh bot.sh, '', sh bot.sh, mode",
        "sh toll=sh, '', sh toll=sh, ''"
    })
    void aWordBeforeTheProgramIsTheNameOfTheBot(String text, String name, String words, String options) {
        BotCommand command = BotCommand.of(text);
        assertThat(command.name()).isEqualTo(name);
        assertThat(String.join(" ", command.words())).isEqualTo(words);
        assertThat(String.join(" ", command.settings().keySet())).isEqualTo(options);
    }

    @Test
    void aBotKeepsTheNameThatItAnnouncesUnlessItIsGivenOne() {
        String bot = "sh -c 'read line; echo \"id name Tit for Tat! author Lee\"; echo twiok; read line'";
        assertThat(BotCommand.of(bot).announcedName(ChildLimits.USUAL)).contains("tit-for-tat");
        assertThat(BotCommand.of("toll=" + bot).announcedName(ChildLimits.USUAL))
                .isEmpty();
        assertThat(BotName.known("toll=" + bot).bot(ChildLimits.USUAL).name()).isEqualTo("toll");
        assertThat(BotCommand.of("sh -c 'exit 7'").announcedName(ChildLimits.USUAL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"patience=4, no program after them", "a=1 a=2 sh, set twice", "'a=\"1\n2\" sh', one line"})
    void whatCannotBeSetIsRefused(String text, String part) {
        assertThatThrownBy(() -> BotCommand.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }
}
