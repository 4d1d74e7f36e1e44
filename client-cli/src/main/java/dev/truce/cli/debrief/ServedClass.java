package dev.truce.cli.debrief;

import dev.truce.app.room.RoomCode;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A class on a server that runs: its server makes the document. */
final class ServedClass {
    /** More parts than a server sends. */
    private static final int MAX_PARTS = 1_000;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    boolean isGiven() {
        return desk.isGiven();
    }

    /**
     * Reads a document.
     *
     * @param code the code of the class
     * @param table number of the table that is told alone, 0 for all
     */
    String read(String code, ClassRequest.ClassDocument document, ClassRequest.Naming naming, int table)
            throws FaultException, InterruptedException {
        if (RoomCode.parse(code).isEmpty()) {
            throw FaultException.usage(UsageFault.unstarted(
                    "UNKNOWN_CODE", Texts.of("fault.debrief.code"), Texts.of("fault.next.debrief-served")));
        }
        ServerCall call = desk.call("truce class list");
        try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
            ClassRequest.ReadText wanted = new ClassRequest.ReadText(
                            document, Texts.language().word(), naming)
                    .of(code, desk.key())
                    .atTable(table);
            ClassNews.TextRead part = (ClassNews.TextRead) call.answer(client.asks(wanted));
            StringBuilder text = new StringBuilder(part.text());
            String whole = part.sha256();
            int parts = Math.min(MAX_PARTS, part.parts());
            for (int number = 2; number <= parts; number++) {
                part = (ClassNews.TextRead) call.answer(client.asks(wanted.part(number)));
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

    /** Insists that none of these options was given. */
    static void refuse(Map<String, Boolean> given) throws FaultException {
        for (Map.Entry<String, Boolean> option : given.entrySet()) {
            if (option.getValue()) {
                throw FaultException.usage(UsageFault.unstarted(
                        "OPTIONS_CONFLICT",
                        Texts.of("fault.debrief.served", option.getKey()),
                        Texts.of("fault.next.debrief-served")));
            }
        }
    }
}
