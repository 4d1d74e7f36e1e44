package dev.truce.cli.desk;

import dev.truce.app.config.Setting;
import dev.truce.app.host.classes.TeachLink;
import dev.truce.app.room.PlaceToken;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce class link}: the address of the page on which a class is opened, with what lets one browser in. */
@Command(name = "link")
public final class TeachLinkCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "PAGE", arity = "0..1", descriptionKey = "param.class-link")
    private @Nullable String page;

    @Override
    public Integer call() throws FaultException {
        String named = page == null ? desk.page() : page;
        // A host that leads to the server may have capitals, or a name that only this network knows.
        if (page != null && !Setting.PUBLIC_URL.kind().fits().test(page.toLowerCase(Locale.ROOT))) {
            throw FaultException.usage(UsageFault.of(
                            "BAD_ADDRESS",
                            Texts.of("fault.page-address", Texts.safe(named)),
                            Texts.of("fault.unchanged.everything"),
                            Texts.of("fault.next.class-link", desk.page()))
                    .about("PAGE", desk.page()));
        }
        settings.printer(false).lines(List.of(link(named, desk.key())));
        return ExitCodes.OK;
    }

    /**
     * Returns what a server says of it when it has started: a link to a person at a terminal, else the command that makes one. What is no
     * terminal may be a log, which others read.
     *
     * @param page address of the page
     * @param deskKey file of the desk key
     */
    public static String told(String page, Path deskKey, boolean terminal) throws FaultException {
        return terminal
                ? Texts.of("serve.teach", link(page, DeskOptions.key(deskKey)))
                : Texts.of("serve.teach.command", page, DeskOptions.word(deskKey));
    }

    /**
     * Makes a link.
     *
     * @param page address of the page
     */
    static String link(String page, String deskKey) throws FaultException {
        PlaceToken key = PlaceToken.parse(deskKey)
                .orElseThrow(() -> FaultException.failed(UsageFault.unstarted(
                        "NOT_INSTRUCTOR", Texts.of("refused.not_instructor"), Texts.of("fault.next.desk-key"))));
        String secret = TeachLink.draw(key, Clock.systemUTC().millis(), new SecureRandom());
        return (page.endsWith("/") ? page : page + "/") + "#/teach/" + secret;
    }
}
