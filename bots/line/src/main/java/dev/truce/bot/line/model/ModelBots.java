package dev.truce.bot.line.model;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.engine.board.Side;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Seats one model in matches, and keeps what it was asked in those that are not written down yet. Thread-safe. */
public final class ModelBots implements BotFactory, Closeable {
    private final String name;
    private final ModelFile file;
    private final ModelCaller caller;
    private final ModelPulse pulse;
    private final Map<Place, List<ModelCall>> calls = new ConcurrentHashMap<>();
    private final Map<Place, List<ModelForecast>> forecasts = new ConcurrentHashMap<>();
    private volatile @Nullable String unknown;
    private volatile @Nullable IOException broken;

    private record Place(int pair, int match, Side side) {}

    ModelBots(String name, ModelFile file, ModelCaller caller, ModelPulse pulse) {
        this.name = name;
        this.file = file;
        this.caller = caller;
        this.pulse = pulse;
    }

    /**
     * Returns a model that is asked over the network.
     *
     * @param name of the bot
     * @param key of its endpoint, or empty
     * @param cassette what it was asked before
     * @param pulse hears whether it answers
     */
    public static ModelBots live(String name, ModelFile file, String key, Cassette cassette, ModelPulse pulse) {
        return asking(name, file, new HttpEndpoint(file, key), cassette, pulse);
    }

    /** Returns a model that answers what it answered before. */
    public static ModelBots replayed(String name, ModelFile file, Cassette cassette) {
        return asking(
                name,
                file,
                (body, call) -> HttpReply.missing(HttpReply.Arrival.UNREACHABLE),
                cassette,
                new ModelPulse());
    }

    /** Returns a model that is not asked: it holds, and its calls say what they would take. No budget ends it. */
    public static ModelBots rehearsed(String name, ModelFile file) {
        ModelFile free = file.withoutBudget();
        return asking(name, free, new RehearsedEndpoint(free), Cassette.none(), new ModelPulse());
    }

    private static ModelBots asking(
            String name, ModelFile file, Endpoint endpoint, Cassette cassette, ModelPulse pulse) {
        return new ModelBots(
                name,
                file,
                new ModelCaller(file, endpoint, cassette, Thread::sleep, System::nanoTime, Instant::now),
                pulse);
    }

    @Override
    public String name() {
        return name;
    }

    /** What the model is, and how it is asked. */
    public ModelFile file() {
        return file;
    }

    @Override
    public Bot create(BotSeat seat) {
        // Outside of a tournament a match is on its own: the model may answer again in the next one.
        return create(seat, 0, 1, new ModelPulse());
    }

    @Override
    public BotFactory at(int pair, int match) {
        return BotFactory.of(name, seat -> create(seat, pair, match, pulse));
    }

    private Bot create(BotSeat seat, int pair, int match, ModelPulse pulse) {
        List<ModelCall> made = new ArrayList<>();
        List<ModelForecast> foretold = new ArrayList<>();
        // A match that the program could not play is played again.
        calls.put(new Place(pair, match, seat.side()), made);
        forecasts.put(new Place(pair, match, seat.side()), foretold);
        return new ModelBot(
                seat,
                file,
                caller,
                pulse,
                new ModelBot.Seating(pair, match, made::add, foretold::add, this::lacks, cause -> broken = cause));
    }

    private synchronized void lacks(String question) {
        unknown = unknown == null ? question : unknown;
    }

    /** Returns the calls of a pair, by match, side and number; a second time there are none. */
    public List<ModelCall> takeCalls(int pair) {
        List<ModelCall> taken = take(calls, pair);
        taken.sort(Comparator.comparingInt(ModelCall::match)
                .thenComparing(ModelCall::side, Comparator.reverseOrder())
                .thenComparingInt(ModelCall::number)
                .thenComparingInt(ModelCall::attempt));
        return taken;
    }

    /** Returns what was foretold in a pair, by match, side and round; a second time there is nothing. */
    public List<ModelForecast> takeForecasts(int pair) {
        List<ModelForecast> taken = take(forecasts, pair);
        taken.sort(Comparator.comparingInt(ModelForecast::match)
                .thenComparing(ModelForecast::side, Comparator.reverseOrder())
                .thenComparingInt(ModelForecast::round));
        return taken;
    }

    private static <T> List<T> take(Map<Place, List<T>> all, int pair) {
        List<T> taken = new ArrayList<>();
        for (Place place : List.copyOf(all.keySet())) {
            if (place.pair == pair) {
                taken.addAll(Optional.ofNullable(all.remove(place)).orElse(List.of()));
            }
        }
        return taken;
    }

    /** Returns whether the budget has no room for another call: what is played from then on is worth nothing. */
    public boolean isSpent() {
        return caller.isSpent();
    }

    /**
     * Reads what was asked before. A model with a cassette is asked nothing before.
     *
     * @throws Cassette.TornException if the cassette is damaged
     */
    public void open() throws IOException {
        caller.open();
    }

    /** Returns why the cassette cannot be read or written, if it cannot: what is played from then on is worth nothing. */
    public Optional<IOException> broken() {
        return Optional.ofNullable(broken);
    }

    /** Returns a question that the cassette does not have, if one was asked that is only read. */
    public Optional<String> unknownQuestion() {
        return Optional.ofNullable(unknown);
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
