package dev.truce.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** WIRE.md is written by hand; what it says in numbers, codes and bytes is checked here. */
class WireDocumentTest {
    private static final Path DOCUMENT = Path.of("WIRE.md");
    private static final int BYTES_A_LINE = 24;

    @Test
    void theExampleIsWhatTheStagesWrite() throws IOException {
        WirePage.check(DOCUMENT, "example", "```\n" + example() + "```\n");
    }

    private static String example() {
        StringBuilder text = new StringBuilder();
        client(text, "Hello", 1, 0, new ClientMessage.Hello("example", "1.0", Role.PLAYER));
        server(
                text,
                "Welcome",
                0,
                1,
                new ServerMessage.Welcome(
                        "1.0.0",
                        "2025-11",
                        List.of(),
                        1_767_225_600_000L,
                        new ServerMessage.Limits(
                                Wire.LOGIN_FRAME_BYTES,
                                Wire.FRAME_BYTES,
                                (int) Wire.PING_MILLIS,
                                (int) Wire.DEAD_MILLIS,
                                Wire.NAME_CHARACTERS,
                                604_800_000L),
                        ""));
        client(
                text,
                "JoinRoom",
                2,
                0,
                new ClientMessage.JoinRoom("k1Wc0mZbq3rT9xLa", "7GQ2MXPA", Side.US, "Lee", false));
        server(text, "Seated", 0, 2, new ServerMessage.Seated("m-1", "7GQ2MXPA", Seat.US_HEAD, "t1", "HAWK"));
        server(
                text,
                "SeatStatus, event 2",
                2,
                0,
                new ServerMessage.Told(new Notice.SeatStatus(Seat.CN_HEAD, 1, true, false), 0));
        client(
                text,
                "Do: us.port_fee to its third level",
                3,
                2,
                new ClientMessage.Do(
                        "m-1",
                        1,
                        "k2",
                        new Deed.Submit(List.of(new RequestedOrder(Instrument.US_PORT_FEE.ordinal(), 2)))));
        server(text, "Saved", 0, 3, new ServerMessage.Saved("k2", 1, 1, 1_767_225_605_250L));
        client(
                text,
                "Do: us.port_fee to a level that it does not have",
                4,
                2,
                new ClientMessage.Do(
                        "m-1",
                        1,
                        "k3",
                        new Deed.Submit(List.of(new RequestedOrder(Instrument.US_PORT_FEE.ordinal(), 9)))));
        server(
                text,
                "Refused",
                0,
                4,
                new ServerMessage.Refused(
                        Refusal.of(RefusalCode.LEVEL_NOT_ON_LADDER, "orders[0].level")
                                .naming("us.port_fee", 9)
                                .saying("us.port_fee has no level number 9")
                                .legal("0 50 80 110 140"),
                        "k3"));
        return text.toString();
    }

    private static void client(StringBuilder text, String title, long id, long ack, ClientMessage body) {
        EmbeddedChannel channel = new EmbeddedChannel();
        Stages.addClient(channel.pipeline());
        channel.writeOutbound(new ClientFrame(Wire.PROTO_VERSION, "busan-1.0.0", id, ack, body));
        print(text, "client: " + title, channel);
    }

    private static void server(StringBuilder text, String title, long seq, long replyTo, ServerMessage body) {
        EmbeddedChannel channel = new EmbeddedChannel();
        Stages.addServer(channel.pipeline());
        channel.writeOutbound(new ServerFrame("busan-1.0.0", seq, replyTo, seq == 0 ? 0 : 1, 0, body));
        print(text, "server: " + title, channel);
    }

    private static void print(StringBuilder text, String title, EmbeddedChannel channel) {
        ByteBuf frame = channel.readOutbound();
        byte[] bytes = ByteBufUtil.getBytes(frame);
        frame.release();
        channel.finishAndReleaseAll();
        text.append(title).append('\n');
        for (int from = 0; from < bytes.length; from += BYTES_A_LINE) {
            text.append("   ");
            for (byte one : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BYTES_A_LINE))) {
                text.append(String.format(Locale.ROOT, " %02x", one));
            }
            text.append('\n');
        }
    }

    @Test
    void refusalCodesStandInOrderOfPrecedence() throws IOException {
        assertThat(firstColumn("## 10."))
                .containsExactly(Stream.concat(
                                Arrays.stream(names(ConnectionCode.values())),
                                Arrays.stream(names(RefusalCode.values())))
                        .toArray(String[]::new));
    }

    @Test
    void closingCausesAreAllExplained() throws IOException {
        assertThat(firstColumn("## 11.")).containsExactly(names(ClosingCause.values()));
    }

    @Test
    void limitsAreTheOnesInForce() throws IOException, IllegalAccessException {
        List<String> rows = rows("## 3.");
        for (Field limit : Wire.class.getFields()) {
            if (limit.getName().equals("PROTO_VERSION")) {
                continue;
            }
            Object value = limit.get(null);
            String number = value instanceof Long millis
                    ? millis / 1_000 + " s"
                    : String.format(Locale.ROOT, "%,d", (int) value);
            String name = limit.getName().replace("_MILLIS", "");
            assertThat(rows)
                    .as("a row for %s = %s", name, number)
                    .anySatisfy(
                            row -> assertThat(row).contains("`" + name + "`").contains("| " + number + " |"));
        }
    }

    private static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }

    private static String chapter(String heading) throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(heading);
        assertThat(from).as("section " + heading).isNotNegative();
        int to = document.indexOf("\n## ", from);
        return document.substring(from, to < 0 ? document.length() : to);
    }

    private static List<String> rows(String heading) throws IOException {
        return chapter(heading).lines().filter(line -> line.startsWith("| ")).toList();
    }

    private static List<String> firstColumn(String heading) throws IOException {
        List<String> names = new ArrayList<>();
        Pattern quoted = Pattern.compile("^\\| `([\\w{}]+)` \\|.*");
        for (String row : rows(heading)) {
            Matcher matcher = quoted.matcher(row);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
