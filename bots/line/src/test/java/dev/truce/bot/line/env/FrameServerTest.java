package dev.truce.bot.line.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.env.Episode;
import dev.truce.env.Lab;
import dev.truce.env.LabException;
import dev.truce.env.Rewarding;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many matches at a time, in frames. */
class FrameServerTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int RESET = 1;
    private static final int STEP = 2;
    private static final int SAVE = 3;
    private static final int LOAD = 4;
    private static final int HASH = 5;
    private static final int CLOSE = 6;

    /** An answer to a request. */
    private record Framed(int status, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        ByteBuffer numbers() {
            return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private final ByteArrayOutputStream requests = new ByteArrayOutputStream();

    private static Lab lab(int rounds, BotFactory us) {
        return new Lab(RULES, rounds, new BySide<>(us == null ? List.of() : List.of(us), List.of()), Rewarding.SCORE);
    }

    private void ask(int command, byte... payload) {
        requests.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(command)
                .putInt(payload.length)
                .array());
        requests.writeBytes(payload);
    }

    private void reset(long... seeds) {
        ByteBuffer payload = ByteBuffer.allocate(9 * seeds.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < seeds.length; i++) {
            payload.put((byte) 1);
        }
        for (long seed : seeds) {
            payload.putLong(seed);
        }
        ask(RESET, payload.array());
    }

    private byte[] bytes(Lab lab, int matches, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameServer.run(lab, matches, threads, new ByteArrayInputStream(requests.toByteArray()), out);
        return out.toByteArray();
    }

    private List<Framed> answers(Lab lab, int matches) throws IOException {
        return answers(lab, matches, 1);
    }

    private List<Framed> answers(Lab lab, int matches, int threads) throws IOException {
        ByteBuffer read = ByteBuffer.wrap(bytes(lab, matches, threads)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        read.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("TRUCEENV");
        read.position(read.getInt() + read.position());
        List<Framed> answers = new ArrayList<>();
        while (read.hasRemaining()) {
            int status = read.getInt();
            byte[] payload = new byte[read.getInt()];
            read.get(payload);
            answers.add(new Framed(status, payload));
        }
        return answers;
    }

    @Test
    void theHeaderNamesWhatTheFramesHold() throws IOException {
        Lab lab = lab(0, null);
        ByteBuffer read = ByteBuffer.wrap(bytes(lab, 3, 1)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] json = new byte[read.getInt(8)];
        read.position(12);
        read.get(json);
        assertThat(read.hasRemaining()).isFalse();
        Map<String, Object> header = JsonText.object(new String(json, StandardCharsets.UTF_8));
        assertThat(header.get("version")).isEqualTo(1L);
        assertThat(header.get("matches")).isEqualTo(3L);
        assertThat(header.get("scenario")).isEqualTo("busan-2025");
        assertThat((List<?>) header.get("columns")).hasSize(lab.columns().size());
        assertThat((List<?>) header.get("low")).hasSize(lab.columns().size());
        for (Side side : Side.values()) {
            List<?> choices = (List<?>) ((Map<?, ?>) header.get("choices")).get(side.name());
            assertThat(choices).hasSize(lab.space(side).parts().size());
            assertThat(choices.stream().mapToLong(size -> (Long) size).sum())
                    .isEqualTo(lab.space(side).maskSize());
        }
    }

    @Test
    void framesHoldWhatAnEpisodeSays() throws IOException {
        Lab lab = lab(2, null);
        byte[] acts = new byte[4 * lab.actSize()];
        acts[5] = 1;
        acts[lab.actSize() + 2] = 99;
        reset(7, 8);
        ask(STEP, acts);
        ask(STEP, acts);
        ask(STEP, acts);
        ask(HASH);
        List<Framed> answers = answers(lab, 2);
        assertThat(answers).extracting(Framed::status).containsOnly(0);
        Episode first = lab.episode(new Resolver(RULES));
        first.reset(7);
        int sight = 4 * lab.columns().size();
        int rewards = 4 * (sight + lab.maskSize());
        for (int round = 0; round <= 3; round++) {
            boolean played = round > 0 && round < 3;
            if (played) {
                first.step(acts, 0);
            }
            ByteBuffer frame = answers.get(round).numbers();
            for (Side side : Side.values()) {
                ByteBuffer columns = ByteBuffer.allocate(sight).order(ByteOrder.LITTLE_ENDIAN);
                first.observe(side, columns);
                assertThat(frame.slice(side.ordinal() * sight, sight)).isEqualTo(columns.flip());
                int mask = lab.space(side).maskSize();
                assertThat(frame.slice(4 * sight + side.ordinal() * lab.maskSize(), mask))
                        .isEqualTo(ByteBuffer.wrap(first.mask(side), 0, mask));
                assertThat(frame.getDouble(rewards + 8 * side.ordinal()))
                        .isEqualTo(played ? first.match().reward(side) : 0);
                assertThat(frame.getDouble(rewards + 32 + 8 * side.ordinal()))
                        .isEqualTo(Double.valueOf(first.match().score(side)));
                int counts = rewards + 64 + 2 * 4 + 2;
                assertThat(frame.get(counts + side.ordinal())).isEqualTo((byte) (played ? side.ordinal() : 0));
            }
            assertThat(frame.getInt(rewards + 64)).isEqualTo(Math.min(round, 2));
            assertThat(frame.get(rewards + 72)).isEqualTo((byte) (round >= 2 ? 1 : 0));
        }
        assertThat(Arrays.copyOf(answers.get(4).payload(), 32))
                .isEqualTo(first.match().hash());
    }

    /** The environment of JSON rewards a side with what frames call the shown score. */
    @Test
    void shownRewardsAreThoseOfTheEnvironmentOfJson() throws IOException {
        Lab lab = new Lab(RULES, 4, new BySide<>(List.of(), List.of()), Rewarding.SHOWN);
        reset(7);
        StringBuilder lines = new StringBuilder("{\"do\":\"reset\",\"seed\":7}\n");
        for (int round = 1; round <= 4; round++) {
            byte[] acts = new byte[2 * lab.actSize()];
            acts[1] = (byte) (round % 2 + 2);
            ask(STEP, acts);
            String level = RULES.scenario()
                    .spec(Instrument.US_RECIPROCAL_TARIFF)
                    .ladder()
                    .get(acts[1] - 1)
                    .token();
            lines.append("{\"do\":\"step\",\"actions\":{\"US\":\"RECIP=" + level + "\",\"CN\":\"HOLD\"}}\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnvServer.run(
                RULES.scenario(),
                4,
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> told = out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
        List<Framed> framed = answers(lab, 1);
        assertThat(told).hasSameSizeAs(framed).hasSize(5);
        int rewards = 2 * (4 * lab.columns().size() + lab.maskSize());
        for (int round = 0; round <= 4; round++) {
            Map<?, ?> wanted = (Map<?, ?>) JsonText.object(told.get(round)).get("rewards");
            for (Side side : Side.values()) {
                assertThat(framed.get(round).numbers().getDouble(rewards + 8 * side.ordinal()))
                        .isEqualTo(wanted.get(side.name()));
            }
        }
    }

    @Test
    void noByteDependsOnThreads() throws IOException {
        Lab lab = lab(5, Roster.find("tft").orElseThrow());
        reset(1, 2, 3, 4, 5, 6, 7);
        for (int round = 0; round < 5; round++) {
            byte[] acts = new byte[14 * lab.actSize()];
            for (int i = 0; i < acts.length; i++) {
                acts[i] = (byte) ((i * 7 + round) % 3);
            }
            ask(STEP, acts);
        }
        ask(HASH);
        byte[] one = bytes(lab, 7, 1);
        assertThat(bytes(lab, 7, 2)).isEqualTo(one);
        assertThat(bytes(lab, 7, 64)).isEqualTo(one);
    }

    /** All kinds of requests that cannot be carried out, with the word for each, of two matches the first of which has begun. */
    private static Map<String, Consumer<FrameServerTest>> wrong(Lab lab) {
        byte[] chosen = new byte[18];
        Arrays.fill(chosen, (byte) 5);
        chosen[1] = 0;
        Map<String, Consumer<FrameServerTest>> all = new LinkedHashMap<>();
        all.put("unknown-command", test -> test.ask(99));
        all.put("wrong-length of a reset", test -> test.ask(RESET, (byte) 1));
        all.put("not-begun: the other match of a reset", test -> test.ask(RESET, chosen));
        all.put("wrong-length of a step", test -> test.ask(STEP, (byte) 1));
        all.put("not-begun: the other match of a step", test -> test.ask(STEP, new byte[4 * lab.actSize()]));
        all.put("not-begun: a match to save", test -> test.ask(SAVE, (byte) 1, (byte) 0, (byte) 0, (byte) 0));
        all.put("unknown-match to save", test -> test.ask(SAVE, (byte) 9, (byte) 0, (byte) 0, (byte) 0));
        all.put("unknown-match cut off", test -> test.ask(SAVE, (byte) 0));
        all.put("unknown-match to load", test -> test.ask(LOAD, (byte) 0, (byte) 0, (byte) 0, (byte) -1));
        all.put("saved-settings", test -> test.ask(LOAD, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 5));
        all.put("not-begun: a match to hash", test -> test.ask(HASH));
        return all;
    }

    /** Has the first of two matches begun, as another program saved it. */
    private void begin(byte[] saved) {
        ask(LOAD, ByteBuffer.allocate(4 + saved.length).putInt(0).put(saved).array());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsWrongIsRefusedAndHarmsNothing(int threads) throws IOException {
        Lab lab = lab(3, null);
        Episode first = lab.episode(new Resolver(RULES));
        first.reset(7);
        first.step(new byte[2 * lab.actSize()], 0);
        begin(first.save());
        ask(SAVE, new byte[4]);
        ask(RESET, ByteBuffer.allocate(18).put(1, (byte) 1).array());
        ask(STEP, new byte[4 * lab.actSize()]);
        List<Framed> wanted = answers(lab, 2, threads);
        assertThat(wanted).extracting(Framed::status).containsOnly(0);
        Map<String, Consumer<FrameServerTest>> wrong = wrong(lab);
        assertThat(wrong.keySet().stream().map(word -> word.split("[ :]")[0]).toList())
                .contains(Stream.of(LabException.NotDone.values())
                        .filter(why ->
                                why != LabException.NotDone.SAVED_LENGTH && why != LabException.NotDone.SAVED_STATE)
                        .map(LabException.NotDone::word)
                        .toArray(String[]::new));
        for (Map.Entry<String, Consumer<FrameServerTest>> each : wrong.entrySet()) {
            requests.reset();
            begin(first.save());
            each.getValue().accept(this);
            ask(SAVE, new byte[4]);
            // If the request had begun the second match, this one would not be refused.
            ask(HASH);
            ask(RESET, ByteBuffer.allocate(18).put(1, (byte) 1).array());
            ask(STEP, new byte[4 * lab.actSize()]);
            List<Framed> answers = answers(lab, 2, threads);
            assertThat(answers).as(each.getKey()).extracting(Framed::status).containsExactly(0, 1, 0, 1, 0, 0);
            assertThat(answers.get(1).text()).isEqualTo(each.getKey().split("[ :]")[0]);
            assertThat(answers.get(3).text()).isEqualTo("not-begun");
            assertThat(answers.get(2).payload()).isEqualTo(wanted.get(1).payload());
            assertThat(answers.get(4).payload()).isEqualTo(wanted.get(2).payload());
            assertThat(answers.get(5).payload()).isEqualTo(wanted.get(3).payload());
        }
    }

    @Test
    void itEndsWhenItIsToldTo() throws IOException {
        ask(CLOSE);
        reset(7);
        List<Framed> answers = answers(lab(1, null), 1, 1);
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).status()).isZero();
        assertThat(answers.get(0).payload()).isEmpty();
    }

    /** A fault of the program is no refusal, whatever its type: it ends the program, and does so alike with any number of threads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFaultEndsTheProgramWhateverTheThreads(int threads) {
        reset(1, 2, 3, 4, 5, 6, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bytes(lab(Limits.MAX_ROUNDS + 1, null), 7, threads))
                .isNotInstanceOf(LabException.class);
    }

    @Test
    void aSavedMatchGoesOnElsewhere() throws IOException {
        Lab lab = lab(3, null);
        reset(7);
        ask(STEP, new byte[2 * lab.actSize()]);
        ask(SAVE, new byte[4]);
        byte[] saved = answers(lab, 1).get(2).payload();
        requests.reset();
        ask(LOAD, ByteBuffer.allocate(4 + saved.length).putInt(0).put(saved).array());
        ask(HASH);
        Episode same = lab.episode(new Resolver(RULES));
        same.reset(7);
        same.step(new byte[2 * lab.actSize()], 0);
        assertThat(answers(lab, 1).get(1).payload()).isEqualTo(same.match().hash());
    }

    @Test
    void aRequestThatNoneCanBeEndsTheProgram() {
        requests.writeBytes(new byte[] {2, 0, 0, 0, -1, -1, -1, 127});
        assertThatIOException().isThrownBy(() -> bytes(lab(1, null), 1, 1));
    }
}
