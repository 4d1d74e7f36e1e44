package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;

/** Reads a document about a class that a server sends in parts. */
public final class ServedText {
    /** More parts than a server sends. */
    private static final int MAX_PARTS = 1_000;

    private ServedText() {}

    /**
     * Reads all of a document.
     *
     * @param wanted the wish for its first part
     */
    public static String read(ServerCall call, NettySeatClient client, ClassRequest.ReadText wanted)
            throws FaultException, InterruptedException {
        ClassNews.TextRead part = (ClassNews.TextRead) call.answer(client.asks(wanted));
        StringBuilder text = new StringBuilder(part.text());
        String whole = part.sha256();
        int parts = Math.min(MAX_PARTS, part.parts());
        for (int number = 2; number <= parts; number++) {
            part = (ClassNews.TextRead) call.answer(client.asks(wanted.withPart(number)));
            if (!part.sha256().equals(whole)) {
                throw FaultException.failed(UsageFault.of(
                        "CLASS_CHANGED",
                        Texts.of("fault.debrief.changed"),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.debrief-served")));
            }
            text.append(part.text());
        }
        return text.toString();
    }
}
