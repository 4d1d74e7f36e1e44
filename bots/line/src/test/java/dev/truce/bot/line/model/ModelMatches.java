package dev.truce.bot.line.model;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Matches of a model as the US, with clocks that nobody waits for. */
final class ModelMatches {
    static final Rules RULES = Rules.of(Scenarios.busan2025());
    static final String KEY = "planted-key-0123456789";
    private static final long SEED = 0x7f3a91c2d84be650L;

    final ModelPulse pulse = new ModelPulse();
    final List<Long> pauses = new ArrayList<>();
    final ModelFile file;
    final ModelBots bots;

    ModelMatches(ModelFile file, Cassette cassette) {
        this(file, new HttpEndpoint(file, file.keyVariable().isEmpty() ? "" : KEY), cassette);
    }

    ModelMatches(ModelFile file, Endpoint endpoint, Cassette cassette) {
        this.file = file;
        this.bots = new ModelBots(
                "model",
                file,
                new ModelCaller(
                        file, endpoint, cassette, pauses::add, () -> 0, () -> Instant.parse("2026-01-01T00:00:00Z")),
                pulse);
        open();
    }

    ModelMatches(ModelFile file, ModelBots bots) {
        this.file = file;
        this.bots = bots;
        open();
    }

    private void open() {
        try {
            bots.open();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Reads a file with these lines beside those that each has. */
    static ModelFile file(Path folder, String url, String... lines) throws IOException, ModelFileException {
        Path written = Files.writeString(
                folder.resolve("model.json"),
                "{\"url\": \"" + url + "\", \"model\": \"small\"" + (lines.length == 0 ? "" : ", ")
                        + String.join(", ", lines) + "}");
        return ModelFile.read(written.toString());
    }

    Played play(int pair) {
        return play(pair, Roster.find("tft").orElseThrow());
    }

    Played play(int pair, BotFactory other) {
        Pairing pairing = new Pairing(bots.at(pair, 1), other, BotSeat.seedOf(SEED + pair, BotSeat.HEAD), 0);
        return new InProcessMatch(RULES).play(RULES.setup(SEED + pair), pairing, Recording.CHAIN);
    }
}
