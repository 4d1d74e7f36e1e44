package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Enters a class whose students pick their names from its list. This device is known by a secret of its own, so that it finds its seat
 * again; a seat that another device has open is waited for until a desk admits this one.
 */
public final class PickedName {
    /** What the refusal of a room's way in says of such a class. */
    public static final String BY_LIST = "list";

    private static final String FILE = "device";
    /** Ten minutes: nobody waits longer for an instructor. */
    private static final int TRIES = 600;

    private final ServerCall call;
    private final NettySeatClient client;
    private final Consumer<List<String>> screen;
    private final Asking asking;

    /** Asks the person for a line. */
    public interface Asking {
        /** Returns what was typed; empty if nobody answers. */
        String line(String prompt) throws InterruptedException;
    }

    /**
     * @param screen shows lines
     * @param asking asks for a name where there is a person, or answers with an empty text
     */
    public PickedName(ServerCall call, NettySeatClient client, Consumer<List<String>> screen, Asking asking) {
        this.call = call;
        this.client = client;
        this.screen = screen;
        this.asking = asking;
    }

    /**
     * Takes the seat of a name.
     *
     * @param name what was typed as a name
     * @param folder where this device keeps its secret
     */
    public SeatTicket enter(String code, String name, Path folder) throws FaultException, InterruptedException {
        String secret = secret(folder);
        String who = name;
        boolean told = false;
        for (int tries = 0; tries < TRIES; tries++) {
            Reply<SeatTicket> reply = call.reply(client.enterClass(code, who, secret));
            Refusal refusal = reply instanceof Reply.Refused<SeatTicket> refused ? refused.refusal() : null;
            if (refusal != null && refusal.code() == ConnectionCode.UNKNOWN_MEMBER) {
                who = pick(refusal);
                if (!who.isEmpty()) {
                    continue;
                }
            } else if (refusal != null
                    && refusal.code() == ConnectionCode.SEAT_HELD
                    && refusal.retryAfterMillis() > 0) {
                if (!told) {
                    screen.accept(TextWidth.wrap("", Texts.of(refusal)));
                    told = true;
                }
                Thread.sleep(refusal.retryAfterMillis());
                continue;
            }
            return call.answer(CompletableFuture.completedFuture(reply));
        }
        throw FaultException.failed(UsageFault.of(
                ConnectionCode.SEAT_HELD.name(),
                Texts.of("fault.not-admitted"),
                Texts.of("fault.unchanged.nothing-joined"),
                ServerCall.ENTER_CLASS));
    }

    /** Shows the names and asks for one, by its number or its letters. */
    private String pick(Refusal refusal) throws InterruptedException {
        List<String> names = List.of(refusal.legal().split("; "));
        List<String> lines = new ArrayList<>(List.of(Texts.of("join.names")));
        for (int i = 0; i < names.size(); i++) {
            lines.add((i + 1) + " " + SafeText.line(names.get(i), Wire.ID_CHARACTERS));
        }
        screen.accept(lines);
        String typed = asking.line(Texts.of("join.pick")).strip();
        return typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= names.size()
                ? names.get(Integer.parseInt(typed) - 1)
                : typed;
    }

    private static String secret(Path folder) throws FaultException {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
                if (!kept.isEmpty() && kept.length() <= Wire.ID_CHARACTERS) {
                    return kept;
                }
            }
            String drawn = NettySeatClient.newKey();
            PrivateFile.write(file, drawn + "\n");
            return drawn;
        } catch (IOException unwritable) {
            throw FaultException.failed(
                    UsageFault.of(
                            "NOT_WRITABLE",
                            Texts.of("fault.device", file),
                            Texts.of("fault.unchanged.nothing-joined"),
                            ServerCall.ENTER_CLASS),
                    unwritable);
        }
    }
}
