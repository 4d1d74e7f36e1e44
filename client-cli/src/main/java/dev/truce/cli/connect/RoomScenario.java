package dev.truce.cli.connect;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient.ScenarioTicket;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a room plays: the scenario of this program where the server's hash says that it is the same, else what the
 * server's file says, as long as its hash is the one that the server named.
 */
public final class RoomScenario {
    private static final int MAX_NAME = 40;
    private static final int MAX_MESSAGE = 300;

    private RoomScenario() {}

    /** Reads what a server told. */
    static Scenario read(ScenarioTicket told) throws FaultException {
        String id = SafeText.line(told.id(), MAX_NAME);
        Optional<ScenarioFile> own = Scenarios.edition(told.id(), told.hash());
        if (own.isPresent()) {
            return own.get().scenario();
        }
        Scenario read;
        try {
            read = Scenarios.load(told.text(), id);
        } catch (ScenarioException wrong) {
            throw fault(
                    Texts.of(
                            "fault.room-scenario.unreadable",
                            id,
                            SafeText.line(wrong.where(), MAX_MESSAGE)
                                    + Texts.of("list.colon")
                                    + Texts.of(wrong.refusal())),
                    wrong);
        }
        if (!read.hash().equals(told.hash())) {
            throw fault(Texts.of("fault.room-scenario.hash", id), null);
        }
        return read;
    }

    private static FaultException fault(String what, @Nullable Throwable cause) {
        return FaultException.failed(
                UsageFault.of(
                        "SCENARIO_DIFFERS",
                        what,
                        Texts.of("fault.unchanged.seat"),
                        Texts.of("fault.next.same-version")),
                cause);
    }
}
