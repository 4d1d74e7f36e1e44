package dev.truce.cli.debrief;

import dev.truce.app.host.classes.ClassBundle;
import dev.truce.app.room.RoomCode;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.ServedText;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import picocli.CommandLine.Mixin;

/** A class on a server that runs: its server makes the document. */
final class ServedClass {
    @Mixin
    private final DeskOptions desk = new DeskOptions();

    boolean isGiven() {
        return desk.isGiven();
    }

    /**
     * Reads all that the server keeps of a class.
     *
     * @param code the code of the class
     * @param named whether the class list is needed
     */
    ClassBundle read(String code, boolean named) throws FaultException, InterruptedException {
        if (RoomCode.parse(code).isEmpty()) {
            throw FaultException.usage(UsageFault.unstarted(
                    "UNKNOWN_CODE", Texts.of("fault.debrief.code"), Texts.of("fault.next.debrief-served")));
        }
        ServerCall call = desk.call(Texts.of("fault.next.debrief-class"));
        try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
            ClassRequest.ReadText wanted = new ClassRequest.ReadText(
                    ClassRequest.ClassDocument.RECORDS,
                    Texts.language().word(),
                    named ? ClassRequest.Naming.REAL : ClassRequest.Naming.PSEUDONYM,
                    1,
                    "",
                    "",
                    0);
            return ClassBundle.read(ServedText.read(
                            call, client, wanted.withClassCode(code).withDeskKey(desk.key())))
                    .orElseThrow(() -> FaultException.failed(UsageFault.of(
                            "CLASS_CHANGED",
                            Texts.of("fault.debrief.changed"),
                            Texts.of("fault.unchanged.files"),
                            Texts.of("fault.next.debrief-served"))));
        }
    }
}
