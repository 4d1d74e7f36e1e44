package dev.truce.app.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorisationTest {
    /** Every cell: message, deed or act, then for each role the phases Greeting, Lobby, Hosting, seAted, Observing in which it may. */
    private static final String TABLE = """
        Hello          PLAYER G....  BOT G....  OBSERVER G....  OMNISCIENT G....  INSTRUCTOR .....
        CreateRoom     PLAYER .L...  BOT .L...  OBSERVER .L...  OMNISCIENT .L...  INSTRUCTOR .....
        JoinRoom       PLAYER .LH..  BOT .LH..  OBSERVER .LH..  OMNISCIENT .LH..  INSTRUCTOR .....
        ReadScenario   PLAYER ..HAO  BOT ..HAO  OBSERVER ..HAO  OMNISCIENT ..HAO  INSTRUCTOR .....
        Resume         PLAYER .L...  BOT .L...  OBSERVER .L...  OMNISCIENT .L...  INSTRUCTOR .....
        Ping           PLAYER .LHAO  BOT .LHAO  OBSERVER .LHAO  OMNISCIENT .LHAO  INSTRUCTOR .....
        Submit         PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Undo           PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Ready          PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        MakeOffer      PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Accept         PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Refuse         PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Withdraw       PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        GiveNotice     PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Say            PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        PutDraft       PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Vote           PLAYER ...A.  BOT ...A.  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        Start          PLAYER ..HA.  BOT ..HA.  OBSERVER ..H.O  OMNISCIENT ..H.O  INSTRUCTOR .....
        PlayCard       PLAYER ..HA.  BOT ..HA.  OBSERVER ..H.O  OMNISCIENT ..H.O  INSTRUCTOR .....
        Abandon        PLAYER .....  BOT .....  OBSERVER .....  OMNISCIENT .....  INSTRUCTOR .....
        """;

    private static final String LETTERS = "GLHAO";

    @Test
    void everyCellIsAsTheTableSays() {
        StringBuilder actual = new StringBuilder();
        for (Class<?> type : Authorisation.kinds()) {
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
        assertThat(actual.toString().lines())
                .containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
    }

    @Test
    void everyKindHasARow() {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> family : List.of(ClientMessage.class, Deed.class, HostAct.class)) {
            kinds.addAll(List.of(family.getPermittedSubclasses()));
        }
        kinds.removeAll(List.of(ClientMessage.Do.class, ClientMessage.Direct.class));
        assertThat(Authorisation.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(TABLE.lines().map(line -> line.split(" ", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(
                        kinds.stream().map(Class::getSimpleName).toList());
    }

    @Test
    void whatADeedAndAnActAskForIsJudgedByTheirKind() {
        ClientMessage deed = new ClientMessage.Do("m", 1, "k", new Deed.Undo());
        assertThat(Authorisation.allows(deed, Role.PLAYER, PhaseName.SEATED)).isTrue();
        assertThat(Authorisation.allows(deed, Role.PLAYER, PhaseName.HOSTING)).isFalse();
        ClientMessage act = new ClientMessage.Direct("m", new HostAct.Abandon("enough"));
        for (PhaseName phase : PhaseName.values()) {
            assertThat(Authorisation.allows(act, Role.PLAYER, phase)).isFalse();
        }
    }

    @Test
    void noPhaseIsMissingFromTheTable() {
        assertThat(PhaseName.values()).hasSize(LETTERS.length());
        assertThat(Arrays.stream(Role.values()).map(Role::name)).allMatch(TABLE::contains);
    }
}
