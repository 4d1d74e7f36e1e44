package dev.truce.cli.server;

import dev.truce.app.host.classes.TeachLink;
import dev.truce.app.room.PlaceToken;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce class link}: the address of the page on which a class is opened, with what lets one browser in. */
@Command(name = "link")
final class TeachLinkCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "PAGE", arity = "0..1", descriptionKey = "param.class-link")
    private @Nullable String page;

    @Override
    public Integer call() throws FaultException {
        settings.printer(false).lines(List.of(link(page == null ? desk.page() : page, desk.key())));
        return ExitCodes.OK;
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
