package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.fault.FaultException;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient.ScenarioTicket;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says that it plays is believed only as far as its hash goes. */
class RoomScenarioTest {
    @Test
    void whatShipsIsTakenFromThisProgramWithoutAWordOfTheServers() throws Exception {
        for (String id : Scenarios.ids()) {
            Scenario shipped = Scenarios.named(id);
            assertThat(RoomScenario.read(new ScenarioTicket(id, shipped.hash(), "never read: [")))
                    .isSameAs(shipped);
        }
    }

    @Test
    void anotherFileIsReadAndItsHashCompared() throws Exception {
        String text = Scenarios.text("symmetric").replace("id: symmetric", "id: even");
        String hash = Scenarios.load(text, "even").hash();
        Scenario read = RoomScenario.read(new ScenarioTicket("even", hash, text));
        assertThat(read.id()).isEqualTo("even");
        assertThat(read.hash()).isEqualTo(hash);
        refused(new ScenarioTicket("even", hash.replace(hash.charAt(0), 'x'), text), "does not match");
    }

    /** The id of what ships with other numbers, from a server of another version, say. */
    @Test
    void aKnownIdWithAnotherHashIsReadFromTheServersFile() throws Exception {
        String text = Scenarios.text("busan-2025").replace("false_alarm: 0.08", "false_alarm: 0.09");
        Scenario other = Scenarios.load(text, "other");
        assertThat(other.hash()).isNotEqualTo(Scenarios.busan2025().hash());
        assertThat(RoomScenario.read(new ScenarioTicket("busan-2025", other.hash(), text))
                        .hash())
                .isEqualTo(other.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no: scenario", "a: [b", "base: nowhere", "id: \u001b[2J"})
    void whatIsNoScenarioIsRefusedWithoutALineThatCouldCommandATerminal(String text) {
        refused(new ScenarioTicket("mine\u001b[2J", "0".repeat(64), text), "cannot read its file");
    }

    private static void refused(ScenarioTicket told, String part) {
        assertThatThrownBy(() -> RoomScenario.read(told)).isInstanceOfSatisfying(FaultException.class, thrown -> {
            assertThat(thrown.fault().lines().get(0)).startsWith("error SCENARIO_DIFFERS: ");
            assertThat(String.join(" ", thrown.fault().lines()).replaceAll(" +", " "))
                    .contains(part)
                    .doesNotContain("\u001b");
        });
    }
}
