package dev.truce.bot.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.policy.Policy;
import dev.truce.bots.response.Response;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for a bot, and who plays then. */
class BotNameTest {
    @TempDir
    private Path folder = Path.of("");

    private static Refusal refused(String text) {
        Reply<BotName> reply = BotName.parse(text);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<BotName>) reply).refusal();
    }

    private static String name(String text) {
        return BotName.known(text).bot(ChildLimits.USUAL).name();
    }

    @Test
    void aNameOfTheRosterIsReadInAnyCase() {
        assertThat(name(" TFT ")).isEqualTo("tft");
        assertThat(BotName.known("tft")).isInstanceOf(BotName.OfRoster.class);
        assertThat(BotName.isCommand(" Tft")).isFalse();
    }

    @Test
    void aCommandPlaysUnderItsWordsOrTheNameBeforeIt() {
        assertThat(BotName.known("sh 'my bots/Bot 1.sh'")).isInstanceOf(BotName.OfCommand.class);
        assertThat(name("sh 'my bots/Bot 1.sh'")).isEqualTo("sh-bot-1-sh");
        assertThat(name("toll=sh bot.sh")).isEqualTo("toll");
        assertThat(name("patience=4 sh bot.sh")).isEqualTo("sh-bot-sh");
        assertThat(BotName.isCommand("patience=4 sh bot.sh")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "id name Old Hand, old-hand",
        "id name Old Hand author Ann, old-hand",
        "id  name  Authors  author  Ann, authors",
        "id name author, author",
        "id author Ann, ''",
        "id name, ''"
    })
    void aNameThatIsAnnouncedEndsBeforeTheAuthor(String line, String name) {
        BotName bot = BotName.known("sh -c 'read a; echo \"" + line + "\"; echo twiok; read a'");
        assertThat(((BotName.OfCommand) bot)
                        .command()
                        .announcedName(ChildLimits.USUAL)
                        .orElse(""))
                .isEqualTo(name);
    }

    @Test
    void aPolicyIsReadFromItsFile() throws IOException {
        Path file = folder.resolve("mine.policy");
        Files.writeString(file, Policy.ofMatch().text());
        assertThat(name("learner:" + file)).isEqualTo("own-policy");
        assertThat(BotName.isCommand("learner:" + file)).isFalse();
        Files.writeString(file, "no policy");
        assertThat(refused("learner:" + file).code()).isEqualTo(BotName.Fault.POLICY_SYNTAX);
        Files.writeString(file, "x".repeat(BotName.MAX_FILE + 1));
        assertThat(refused("learner:" + file).key()).isEqualTo("refused.bot.large");
        assertThat(refused("learner:" + folder.resolve("none")).key()).isEqualTo("refused.bot.missing");
        assertThat(refused("learner:" + folder).key()).isEqualTo("refused.bot.unreadable");
    }

    @Test
    void whatASearchFoundIsReadFromItsFileAndPlaysUnderItsName() throws IOException {
        Path file = folder.resolve("found.policy");
        Files.writeString(
                file, Response.usual().under(Map.of("bot", "oracle-us-tft")).text());
        assertThat(name("policy:" + file)).isEqualTo("oracle-us-tft");
        assertThat(BotName.isCommand("policy:" + file)).isFalse();
        Files.writeString(file, Policy.ofMatch().text());
        assertThat(name("policy:" + file)).isEqualTo("own-policy");
        Files.writeString(file, "truce-response 1\nus plays as nobody\nseat us\nseat cn\n");
        assertThat(refused("policy:" + file).key()).isEqualTo("refused.policy.bot");
        assertThat(refused("policy:" + folder).key()).isEqualTo("refused.bot.unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "negotiater, refused.bot.unknown, negotiator",
        "xyzzyplugh, refused.bot.unknown, ''",
        "' ', refused.bot.unknown, ''",
        "no-such-program-here --fast, refused.bot.program, ''",
        "sh -c 'open, refused.bot.program, ''",
        "a=1 tft, refused.bot.settings, ''"
    })
    void whatNamesNobodyIsRefusedWithWhatMayBeMeant(String text, String why, String meant) {
        Refusal refusal = refused(text);
        assertThat(refusal.code()).isEqualTo(BotName.Fault.UNKNOWN_BOT);
        assertThat(refusal.key()).isEqualTo(why);
        assertThat(refusal.legal()).isEqualTo(meant);
        assertThatThrownBy(() -> BotName.known(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"fee=81, BAD_VALUE, 0 to 80", "fee=much, BAD_VALUE, 0 to 80", "fees=8, UNKNOWN_OPTION, fee"})
    void aCommandIsAskedWhetherItHasItsOptions(String setting, BotName.Fault code, String legal) {
        String bot = "sh -c 'read a; echo \"option name fee type int default 8 min 0 max 80\"; echo twiok; read a'";
        Refusal refusal = BotName.known(setting + " " + bot)
                .wrongOption(ChildLimits.USUAL)
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.legal()).isEqualTo(legal);
        assertThat(BotName.known("fee=7 " + bot).wrongOption(ChildLimits.USUAL)).isEmpty();
        assertThat((BotName.known("fee=7 sh -c 'exit 7'")
                        .wrongOption(ChildLimits.USUAL)
                        .orElseThrow()
                        .code()))
                .isEqualTo(BotName.Fault.NO_GREETING);
    }
}
