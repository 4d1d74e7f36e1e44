package dev.truce.app.net.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Permissions;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.reference.WirePage;
import dev.truce.protocol.v2.ClientEnvelope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    /** A letter for each role in a cell of the page: Player, Bot, Observer, All-seeing, Instructor. */
    private static final Map<Role, String> LETTERS =
            Map.of(Role.PLAYER, "P", Role.BOT, "B", Role.OBSERVER, "O", Role.OMNISCIENT, "A", Role.INSTRUCTOR, "I");

    private static final Map<PhaseName, String> COLUMNS = Map.of(
            PhaseName.GREETING, "before `Hello`",
            PhaseName.LOBBY, "without a place",
            PhaseName.HOSTING, "has opened a room",
            PhaseName.SEATED, "seated",
            PhaseName.OBSERVING, "watching",
            PhaseName.WAITING, "waiting",
            PhaseName.DESK, "at a desk");

    /** Where this differs, read the difference cell by cell. */
    @Test
    void everyCellIsAsThePageSays() throws IOException {
        WirePage.check(Path.of("../../protocol/WIRE.md"), "who may say what", table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| message |");
        for (PhaseName phase : PhaseName.values()) {
            table.append(' ').append(COLUMNS.get(phase)).append(" |");
        }
        table.append("\n|---|").append(":-:|".repeat(COLUMNS.size())).append('\n');
        Map<String, String> rows = new LinkedHashMap<>();
        for (Class<?> kind : Permissions.kinds()) {
            String cells = cells(kind);
            assertThat(rows.putIfAbsent(row(kind), cells))
                    .as("a family has one row, and %s differs", kind)
                    .isIn(null, cells);
        }
        rows.forEach((name, cells) ->
                table.append("| `").append(name).append("` |").append(cells).append('\n'));
        return table.toString();
    }

    private static String cells(Class<?> kind) {
        StringBuilder cells = new StringBuilder();
        for (PhaseName phase : PhaseName.values()) {
            String may = Arrays.stream(Role.values())
                    .filter(role -> Permissions.allows(kind, role, phase))
                    .map(LETTERS::get)
                    .collect(Collectors.joining());
            cells.append(may.isEmpty() ? " |" : " " + may + " |");
        }
        return cells.toString();
    }

    /** What the schema calls a message; acts and deeds are the rows of their families. */
    private static String row(Class<?> kind) {
        if (Deed.class.isAssignableFrom(kind)) {
            return "Do";
        } else if (HostAct.OfOwner.class.isAssignableFrom(kind)) {
            return "Direct";
        } else if (HostAct.OfServer.class.isAssignableFrom(kind)) {
            return "Direct{" + kind.getSimpleName() + "}";
        }
        return ClassRequest.class.isAssignableFrom(kind) ? request(kind) : kind.getSimpleName();
    }

    /** The choice of the envelope that has requests of a kind. */
    private static String request(Class<?> kind) {
        String name = "ClassRequest." + kind.getSimpleName();
        FieldDescriptor field = ClientEnvelope.getDescriptor().getFields().stream()
                .filter(each -> each.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .filter(each -> each.getMessageType()
                        .getOptions()
                        .getExtension(OptionsProto.record)
                        .getName()
                        .equals(name))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(field.getName().split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
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
        assertThat(Permissions.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void whatADeedAndAnActAskForIsJudgedByTheirKind() {
        ClientMessage deed = new ClientMessage.Do("m", 1, "k", new Deed.Undo());
        assertThat(Permissions.allows(deed, Role.PLAYER, PhaseName.SEATED)).isTrue();
        assertThat(Permissions.allows(deed, Role.PLAYER, PhaseName.HOSTING)).isFalse();
        ClientMessage act = new ClientMessage.Direct("m", new HostAct.Abandon("enough"), 0);
        for (PhaseName phase : PhaseName.values()) {
            assertThat(Permissions.allows(act, Role.PLAYER, phase)).isFalse();
        }
    }
}
