package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.v1.ClientEnvelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorisationTest {
    /** Every cell: message type, then for each role the phases Greeting, Lobby, Hosting, seAted, Observing in which it may. */
    private static final String TABLE = """
        Hello          PLAYER G....  BOT G....  OBSERVER G....  OMNISCIENT G....  INSTRUCTOR .....
        CreateRoom     PLAYER .L...  BOT .L...  OBSERVER .L...  OMNISCIENT .L...  INSTRUCTOR .....
        JoinRoom       PLAYER .LH..  BOT .LH..  OBSERVER .LH..  OMNISCIENT .LH..  INSTRUCTOR .....
        StartMatch     PLAYER ..HA.  BOT ..HA.  OBSERVER ..H.O  OMNISCIENT ..H.O  INSTRUCTOR .....
        SubmitOrders   PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        UndoOrders     PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        SetReady       PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Resume         PLAYER .L...  BOT .L...  OBSERVER .L...  OMNISCIENT .L...  INSTRUCTOR .....
        Ping           PLAYER .LHAO  BOT .LHAO  OBSERVER .LHAO  OMNISCIENT .LHAO  INSTRUCTOR .....
        MakeOffer      PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        AcceptOffer    PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        RefuseOffer    PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        WithdrawOffer  PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        GiveNotice     PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Say            PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        SubmitDraft    PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        CastVote       PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        PlayCard       PLAYER ..HA.  BOT ..HA.  OBSERVER ..H.O  OMNISCIENT ..H.O  INSTRUCTOR .....
        ReadScenario   PLAYER ..HAO  BOT ..HAO  OBSERVER ..HAO  OMNISCIENT ..HAO  INSTRUCTOR .....
        """;

    private static final String LETTERS = "GLHAO";

    private static List<String> bodies() {
        return ClientEnvelope.getDescriptor().getOneofs().get(0).getFields().stream()
                .map(FieldDescriptor::getMessageType)
                .map(type -> type.getName())
                .toList();
    }

    /** The types in the order of the schema. */
    private static List<Class<? extends ClientMessage>> types() {
        List<Class<? extends ClientMessage>> types = new ArrayList<>();
        for (Class<?> type : ClientMessage.class.getPermittedSubclasses()) {
            types.add(type.asSubclass(ClientMessage.class));
        }
        types.sort(Comparator.comparing(type -> bodies().indexOf(type.getSimpleName())));
        return types;
    }

    @Test
    void everyCellIsAsTheTableSays() {
        StringBuilder actual = new StringBuilder();
        for (Class<? extends ClientMessage> type : types()) {
            actual.append(String.format("%-13s", type.getSimpleName()));
            for (Role role : Role.values()) {
                actual.append("  ").append(role).append(' ');
                for (PhaseName phase : PhaseName.values()) {
                    boolean allowed = Authorisation.allows(type, role, phase);
                    actual.append(allowed ? LETTERS.charAt(phase.ordinal()) : '.');
                }
            }
            actual.append('\n');
        }
        assertThat(actual.toString()).isEqualTo(TABLE);
    }

    @Test
    void everyBodyOfTheSchemaHasARow() {
        assertThat(types()).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(bodies());
        assertThat(TABLE.lines().map(line -> line.split(" ", 2)[0])).containsExactlyInAnyOrderElementsOf(bodies());
    }

    @Test
    void noPhaseIsMissingFromTheTable() {
        assertThat(PhaseName.values()).hasSize(LETTERS.length());
        assertThat(Arrays.stream(Role.values()).map(Role::name)).allMatch(TABLE::contains);
    }
}
