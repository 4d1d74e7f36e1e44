package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.truce.app.config.ServerConfig;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?");
    private static final Pattern UNIT = Pattern.compile(
            ".*_(seconds|bytes|total|ratio|percent|points|connections|matches|rooms|writes|entries|inputs|bots|tasks|tables|seats|desks|calls|up|info)"
                    + "(_max)?");
    private static final int MAX_SERIES = 2_000;

    @TempDir
    Path data;

    /**
     * A scrape, read as strictly as a monitoring system does.
     *
     * @param helps help text by family
     * @param types type by family
     * @param samples name, labels and value
     */
    private record Scrape(Map<String, String> helps, Map<String, String> types, List<String[]> samples) {
        static Scrape of(String text) {
            Scrape scrape = new Scrape(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
            for (String line : text.split("\n")) {
                if (line.startsWith("# HELP ")) {
                    String[] parts = line.substring(7).split(" ", 2);
                    assertThat(scrape.helps.put(parts[0], parts.length > 1 ? parts[1] : ""))
                            .isNull();
                } else if (line.startsWith("# TYPE ")) {
                    String[] parts = line.substring(7).split(" ", 2);
                    assertThat(scrape.types.put(parts[0], parts[1])).isNull();
                    assertThat(parts[1]).isIn("counter", "gauge", "histogram", "summary");
                } else {
                    Matcher sample = SAMPLE.matcher(line);
                    assertThat(sample.matches()).as("line '%s'", line).isTrue();
                    String labels = sample.group(2) == null ? "" : sample.group(2);
                    assertThat(LABEL.matcher(labels).replaceAll(""))
                            .as("labels of '%s'", line)
                            .isEmpty();
                    assertThatCode(() -> Double.parseDouble(sample.group(3).replace("Inf", "Infinity")))
                            .doesNotThrowAnyException();
                    scrape.samples.add(new String[] {sample.group(1), labels, sample.group(3)});
                }
            }
            return scrape;
        }

        TreeSet<String> ours() {
            TreeSet<String> ours = new TreeSet<>();
            for (String family : types.keySet()) {
                if (family.startsWith("truce_")) {
                    ours.add(family);
                }
            }
            return ours;
        }
    }

    private static Scrape scrape(TruceServer server) throws Exception {
        return Scrape.of(server.registry().scrape());
    }

    private static void play(TruceServer server, boolean openBook) throws Exception {
        try (RawClient creator = RawClient.greeted(server.port(), openBook ? Role.OMNISCIENT : Role.OBSERVER)) {
            ServerMessage.RoomCreated room = creator.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", 3L, 6, 0, "hawk", "dove", openBook)),
                    ServerMessage.RoomCreated.class);
            creator.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            creator.await(Notice.MatchOver.class, any -> true);
        }
    }

    @Test
    void everyFigureHasAHelpTextATypeAndAUnit() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            play(server, true);
            Scrape scrape = scrape(server);
            assertThat(scrape.ours()).hasSizeGreaterThan(30);
            for (String family : scrape.ours()) {
                assertThat(scrape.helps().get(family)).as("help of %s", family).isNotBlank();
                assertThat(family).as("unit of %s", family).matches(UNIT);
            }
        }
    }

    @Test
    void theGameIsAmongTheFigures() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            play(server, true);
            String text = server.registry().scrape();
            assertThat(text)
                    .contains("truce_matches_started_total 1.0")
                    .contains("truce_matches_finished_total 1.0")
                    .contains("truce_rounds_resolved_total 6.0")
                    .contains("truce_running_matches 0.0")
                    .contains("truce_public_escalation_points_count{side=\"us\"} 6")
                    .contains("truce_round_joint_score_points_count 6")
                    .contains("truce_final_joint_score_points_count 1")
                    .contains("truce_breaches_total{side=\"us\"}")
                    .contains("truce_round_tariff_ratio_count 6")
                    .contains("truce_round_tension_points_count 6")
                    .contains("truce_journal_up 1")
                    .contains("truce_build_info{")
                    .contains("truce_offers_opened_total ")
                    .doesNotContain("became=\"open\"")
                    .doesNotContain("NaN");
        }
    }

    @Test
    void aScrapeIsNoDisconnect() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            for (int i = 0; i < 3; i++) {
                HttpProbe.metrics(server.port(), data);
            }
            String text = server.registry().scrape();

            assertThat(text.lines().filter(line -> line.startsWith("truce_disconnects_total")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(" 0.0"));
        }
    }

    @Test
    void noScoreOfARunningMatchIsShownUnlessItsBooksAreOpen() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", 3L, 6, 0, null, "hawk", false)),
                    ServerMessage.RoomCreated.class);
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.ask(
                    new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            us.await(Notice.RoundResolved.class, any -> true);
            String text = server.registry().scrape();
            assertThat(text)
                    .contains("truce_rounds_resolved_total 1.0")
                    .contains("truce_round_joint_score_points_count 0")
                    .contains("truce_final_joint_score_points_count 0");
        }
    }

    @Test
    void aThousandRoomsAddNoSeries() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            play(server, true);
            play(server, false);
            HttpProbe.metrics(server.port(), data);
            int before = scrape(server).samples().size();
            for (int i = 0; i < 990; i++) {
                try (RawClient creator = RawClient.greeted(server.port(), Role.PLAYER)) {
                    creator.createRoom(2, 0, "hold", "hold");
                }
            }
            play(server, true);
            int after = scrape(server).samples().size();
            assertThat(after).isLessThanOrEqualTo(MAX_SERIES);
            // Pools of the virtual machine may show up late; rooms must not.
            assertThat(after - before).isLessThan(40);
        }
    }

    @Test
    void theListInTheHandbookIsTheListOfTheServer() throws Exception {
        String handbook = Files.readString(Path.of("../../docs/use/running-a-server.md"));
        TreeSet<String> documented = new TreeSet<>();
        Matcher names = Pattern.compile("`(truce_[a-z_]+)`").matcher(handbook);
        while (names.find()) {
            documented.add(names.group(1));
        }
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            play(server, true);
            TreeSet<String> ours = scrape(server).ours();
            // The largest recent value comes with each distribution and needs no line of its own.
            ours.removeIf(name -> name.endsWith("_max"));
            assertThat(documented).isEqualTo(ours);
        }
    }
}
