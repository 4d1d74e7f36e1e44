package dev.truce.app.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuthorisationTest {
    /**
     * Every cell: message, or family of deeds or acts, then for each role the phases Greeting, Lobby, Hosting, seAted, Observing, Waiting, Desk in
     * which it may.
     */
    private static final String TABLE = """
        Hello          PLAYER G......  BOT G......  OBSERVER G......  OMNISCIENT G......  INSTRUCTOR G......
        CreateRoom     PLAYER .L.....  BOT .L.....  OBSERVER .L.....  OMNISCIENT .L.....  INSTRUCTOR .......
        JoinRoom       PLAYER .LH....  BOT .LH....  OBSERVER .LH....  OMNISCIENT .LH....  INSTRUCTOR .......
        ReadScenario   PLAYER ..HAO..  BOT ..HAO..  OBSERVER ..HAO..  OMNISCIENT ..HAO..  INSTRUCTOR .......
        Resume         PLAYER .L.....  BOT .L.....  OBSERVER .L.....  OMNISCIENT .L.....  INSTRUCTOR .......
        Ping           PLAYER .LHAOW.  BOT .LHAOW.  OBSERVER .LHAO..  OMNISCIENT .LHAO..  INSTRUCTOR .L....D
        Deed           PLAYER ...A...  BOT ...A...  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .......
        OfOwner        PLAYER ..HA...  BOT ..HA...  OBSERVER ..H.O..  OMNISCIENT ..H.O..  INSTRUCTOR .......
        OfServer       PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .......
        Open           PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .L.....
        EnterDesk      PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .L.....
        ListAll        PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .L.....
        Enter          PLAYER .L...W.  BOT .L...W.  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .......
        CallForHelp    PLAYER ...A...  BOT ...A...  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .......
        Watch          PLAYER .......  BOT .......  OBSERVER .L.....  OMNISCIENT .......  INSTRUCTOR .......
        Preview        PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR ......D
        Act            PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR ......D
        Read           PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR ......D
        ReadText       PLAYER .......  BOT .......  OBSERVER .......  OMNISCIENT .......  INSTRUCTOR .L....D
        """;

    private static final String LETTERS = "GLHAOWD";

    @Test
    void everyCellIsAsTheTableSays() {
        Map<String, String> expected = TABLE.lines()
                .collect(Collectors.toMap(
                        line -> line.split(" ", 2)[0],
                        line -> line.substring(line.indexOf("  ")).strip()));
        for (Class<?> kind : Authorisation.kinds()) {
            StringBuilder actual = new StringBuilder();
            for (Role role : Role.values()) {
                actual.append(actual.isEmpty() ? "" : "  ").append(role).append(' ');
                for (PhaseName phase : PhaseName.values()) {
                    boolean allowed = Authorisation.allows(kind, role, phase);
                    actual.append(allowed ? LETTERS.charAt(phase.ordinal()) : '.');
                }
            }
            assertThat(actual).as(kind.getSimpleName()).hasToString(expected.get(row(kind)));
        }
    }

    /** What a kind is called in the table. */
    private static String row(Class<?> kind) {
        for (Class<?> family : List.of(Deed.class, HostAct.OfOwner.class, HostAct.OfServer.class)) {
            if (family.isAssignableFrom(kind)) {
                return family.getSimpleName();
            }
        }
        return kind.getSimpleName();
    }

    @Test
    void everyKindHasARow() {
        Set<Class<?>> kinds = new HashSet<>(List.of(Deed.class.getPermittedSubclasses()));
        kinds.addAll(List.of(ClientMessage.class.getPermittedSubclasses()));
        kinds.addAll(List.of(HostAct.OfOwner.class.getPermittedSubclasses()));
        kinds.addAll(List.of(HostAct.OfServer.class.getPermittedSubclasses()));
        kinds.addAll(List.of(ClassRequest.class.getPermittedSubclasses()));
        kinds.removeAll(List.of(ClientMessage.Do.class, ClientMessage.Direct.class, ClientMessage.OfClass.class));
        assertThat(HostAct.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(HostAct.OfOwner.class, HostAct.OfServer.class);
        assertThat(Authorisation.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(TABLE.lines().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet()))
                .isEqualTo(kinds.stream().map(AuthorisationTest::row).collect(Collectors.toSet()));
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
