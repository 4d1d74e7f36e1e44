package dev.truce.bot.line.model;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.bot.line.answer.OfferRule;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.RecordBinding;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model in one seat of one match. It is asked when a round opens, and again for an offer that the other side makes in it. What is illegal in
 * an answer is told back once; what then is still illegal is left out and counted. Without a usable answer it holds, and that is counted too.
 */
final class ModelBot implements Negotiator {
    /** Most characters of a conversation that are sent; the oldest messages are left out first. */
    private static final int MAX_REMEMBERED = 400_000;

    private static final String DECIDE = "decide";
    private static final String ANSWER = "answer";
    private static final String RETHINK = "rethink";

    private final BotSeat seat;
    private final ModelFile file;
    private final ModelCaller caller;
    private final ModelPulse pulse;
    private final Seating place;
    private final ObservationJson json;
    private final String system;
    private final List<BotFault> faults = new ArrayList<>();
    private final List<ChatMessage> remembered = new ArrayList<>();
    /** What the seat can tell of guilt so far. */
    private Suspicion known;

    private int questions;
    /** Set by the thread that ends the match. */
    private volatile boolean left;

    /**
     * Where it plays.
     *
     * @param pair number of the pair
     * @param match 1 or 2
     * @param calls hears of each call
     * @param forecasts hears of each forecast that was asked for
     * @param unknown hears of a question that a cassette that is only read does not have
     * @param broken hears that the cassette cannot be read or written
     */
    record Seating(
            int pair,
            int match,
            Consumer<ModelCall> calls,
            Consumer<ModelForecast> forecasts,
            Consumer<String> unknown,
            Consumer<IOException> broken) {}

    private enum ModelFault implements Refusal.Code {
        NO_ANSWER
    }

    /** How a reply could be read, as the table of calls names it. */
    private enum Parse {
        OK,
        RETHOUGHT,
        ILLEGAL,
        UNPARSABLE,
        REFUSED,
        EMPTY,
        TIMEOUT,
        HTTP
    }

    private record Refused(List<String> refused) {}

    ModelBot(BotSeat seat, ModelFile file, ModelCaller caller, ModelPulse pulse, Seating place) {
        this.seat = seat;
        this.file = file;
        this.caller = caller;
        this.pulse = pulse;
        this.place = place;
        this.json = new ObservationJson(seat.scenario(), file.asked().isToldLegal());
        this.system = system();
        this.known = Suspicion.start(StrategyTables.of(seat.scenario()).rules());
    }

    private String system() {
        String prompt = file.prompt()
                .replace("{role}", seat.side().name())
                .replace("{other}", seat.side().other().name());
        if (file.asked().isToldLegal()) {
            return shown(prompt);
        }
        Map<String, Object> ladders = new LinkedHashMap<>();
        for (InstrumentSpec spec : seat.scenario().instruments()) {
            ladders.put(
                    spec.instrument().qualifiedWord(),
                    spec.ladder().stream().map(Rung::token).toList());
        }
        return shown(prompt + JsonText.write(Map.of("ladders", ladders)));
    }

    private String shown(String text) {
        return file.asked().isNeutral() ? NeutralNames.shown(text) : text;
    }

    private String real(String answer) {
        return file.asked().isNeutral() ? NeutralNames.read(answer) : answer;
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        known = known.forSeat(observation.last());
        AcceptanceRule rule = new Rule(observation, talks);
        ForecastQuestion question =
                new ForecastQuestion(seat, observation, file.asked().isForecasting());
        Map<String, Double> chances = new HashMap<>();
        Decision decision = asked(
                        DECIDE,
                        observation.openRound(),
                        shown(json.write(observation, talks, known) + question.text()),
                        (answer, complaints) -> {
                            chances.clear();
                            chances.putAll(question.read(answer, complaints));
                            AnswerReader reader = reader(observation, talks, complaints);
                            reader.offers(answer.before());
                            return reader.decision(answer.items(), rule);
                        },
                        made -> made.offer() != null
                                || !made.orders().list().isEmpty()
                                || !made.dealings().isEmpty())
                .orElse(Decision.HOLD);
        question.forecasts(place.match, chances).forEach(place.forecasts);
        return decision;
    }

    private AnswerReader reader(Observation observation, Talks talks, Consumer<String> complaints) {
        return new AnswerReader(seat.side(), seat.scenario(), observation, talks, complaints);
    }

    @Override
    public List<BotFault> takeFaults() {
        List<BotFault> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    @Override
    public void leave() {
        left = true;
    }

    /** Plays what an answer says. */
    private interface Trial<T> {
        T of(ModelAnswer answer, Consumer<String> complaints);
    }

    /**
     * Asks the model.
     *
     * @param position what it sees
     * @param isAnything whether what was played does something
     * @return what its answer comes to; nothing if it gave no usable one
     */
    private <T> Optional<T> asked(String phase, int round, String position, Trial<T> trial, Predicate<T> isAnything) {
        if (left || Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        try {
            RoundQuestions asking = new RoundQuestions(round, phase, position);
            Optional<T> played = asking.play(trial, isAnything);
            if (phase.equals(DECIDE) && asking.isLive && !caller.isSpent()) {
                if (played.isPresent()) {
                    pulse.answered();
                } else {
                    pulse.missed(asking.why);
                }
            }
            return played;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ModelCaller.UnknownQuestionException missing) {
            place.unknown.accept(String.valueOf(missing.getMessage()));
            return Optional.empty();
        } catch (UncheckedIOException cassette) {
            place.broken.accept(cassette.getCause());
            return Optional.empty();
        }
    }

    /** The questions of one position. */
    private final class RoundQuestions {
        private final int round;
        private final String phase;
        private final String position;
        private final List<ChatMessage> messages = new ArrayList<>(remembered);
        private boolean isLive;
        /** Why there is no usable answer. */
        private String why = "";

        /** The last call, whose row is written when it is known how its reply could be read. */
        private ModelCaller.@Nullable Attempt last;

        private ModelReply reply = ModelReply.NONE;

        RoundQuestions(int round, String phase, String position) {
            this.round = round;
            this.phase = phase;
            this.position = position;
        }

        <T> Optional<T> play(Trial<T> trial, Predicate<T> isAnything) throws InterruptedException {
            messages.add(ChatMessage.byUser(position));
            ModelAnswer answer = ask(phase);
            if (answer == null) {
                return Optional.empty();
            }
            List<String> complaints = new ArrayList<>();
            T first = trial.of(answer, complaints::add);
            if (complaints.isEmpty()) {
                row(phase, Parse.OK);
                return Optional.of(first);
            }
            row(phase, Parse.ILLEGAL);
            messages.add(ChatMessage.byAssistant(reply.text()));
            messages.add(ChatMessage.byUser(shown(JsonText.write(RecordBinding.of(new Refused(complaints))))));
            ModelAnswer second = ask(RETHINK);
            List<String> again = second == null ? complaints : new ArrayList<>();
            T played = second == null ? first : trial.of(second, again::add);
            if (second != null) {
                row(RETHINK, again.isEmpty() ? Parse.RETHOUGHT : Parse.ILLEGAL);
            }
            if (again.isEmpty()) {
                return Optional.of(played);
            }
            for (String complaint : again) {
                faults.add(AnswerReader.fault(round, complaint));
            }
            if (isAnything.test(played)) {
                return Optional.of(played);
            }
            silent(phase, word(Parse.ILLEGAL));
            return Optional.empty();
        }

        /** Returns the answer, or null if there is no usable one: then the row is written, and the silence is a fault. */
        private @Nullable ModelAnswer ask(String now) throws InterruptedException {
            if (pulse.isDead()) {
                silent(now, pulse.why());
                return null;
            }
            questions++;
            String body = file.endpoint().body(file, system, messages);
            ModelCaller.Result result = caller.ask(
                    new ModelCaller.AskedAt(place.pair, place.match, seat.side().name(), questions), body);
            isLive |= result.isLive();
            List<ModelCaller.Attempt> attempts = result.attempts();
            for (int i = 0; i < attempts.size(); i++) {
                last = attempts.get(i);
                reply = file.endpoint().read(last.reply().body());
                if (i < attempts.size() - 1) {
                    row(now, missing(last.reply()));
                }
            }
            if (attempts.isEmpty()) {
                silent(now, "budget");
                return null;
            }
            HttpReply came = result.last();
            Parse parse = came.isReply() ? read(came) : missing(came);
            if (file.asked().isRemembering() && came.isReply() && !reply.text().isBlank()) {
                remember(messages.get(messages.size() - 1), reply.text());
            }
            if (parse == Parse.OK) {
                try {
                    return ModelAnswer.read(real(reply.text()), phase.equals(DECIDE));
                } catch (ModelAnswer.NoAnswerException none) {
                    parse = Parse.UNPARSABLE;
                }
            }
            row(now, parse);
            silent(
                    now,
                    came.status() == 0
                            ? came.arrival().word()
                            : parse == Parse.HTTP ? "HTTP " + came.status() : word(parse));
            return null;
        }

        private Parse missing(HttpReply came) {
            return came.arrival() == HttpReply.Arrival.TIMEOUT ? Parse.TIMEOUT : Parse.HTTP;
        }

        private Parse read(HttpReply came) {
            if (came.arrival() == HttpReply.Arrival.TOO_LARGE || reply.equals(ModelReply.NONE)) {
                return Parse.UNPARSABLE;
            } else if (reply.isRefused()) {
                return Parse.REFUSED;
            }
            return reply.text().isBlank() ? Parse.EMPTY : Parse.OK;
        }

        /** A question that was asked again has its first answer to fall back on. */
        private void silent(String now, String cause) {
            if (!now.equals(RETHINK)) {
                why = cause;
                faults.add(BotFault.noAnswer(
                        round, Refusal.of(ModelFault.NO_ANSWER, "").because("refused.line.no-answer", cause)));
            }
        }

        private void row(String now, Parse parse) {
            ModelCaller.Attempt made = last;
            if (made == null) {
                return;
            }
            place.calls.accept(new ModelCall(
                    place.match,
                    seat.side().name(),
                    questions,
                    round,
                    now,
                    made.number(),
                    made.promptSha256(),
                    made.answered().replySha256(),
                    word(parse),
                    made.reply().status(),
                    reply.model(),
                    made.reply().arrival() == HttpReply.Arrival.ANSWERED
                            ? reply.finish()
                            : made.reply().arrival().word(),
                    reply.tokensIn(),
                    reply.tokensCached(),
                    reply.tokensOut(),
                    made.answered().cost().nanoDollars(),
                    made.answered().latencyMillis()));
        }
    }

    private static String word(Parse parse) {
        return parse.name().toLowerCase(Locale.ROOT);
    }

    private void remember(ChatMessage asked, String answered) {
        remembered.add(asked);
        remembered.add(ChatMessage.byAssistant(answered));
        int characters =
                remembered.stream().mapToInt(each -> each.content().length()).sum();
        while (characters > MAX_REMEMBERED) {
            characters -= remembered.remove(0).content().length();
            characters -= remembered.remove(0).content().length();
        }
    }

    private final class Rule extends OfferRule {
        private final Observation observation;

        Rule(Observation observation, Talks talks) {
            super(talks);
            this.observation = observation;
        }

        @Override
        protected Replied ask(Offer offered, Talks now) {
            return asked(
                            ANSWER,
                            observation.openRound(),
                            shown(json.write(observation, now, known)),
                            (answer, complaints) -> {
                                AnswerReader reader = reader(observation, now, complaints);
                                Orders orders = reader.orders(answer.items());
                                return new Replied(
                                        reader.accepts(answer.items(), offered), answer.hasOrders() ? orders : null);
                            },
                            played -> played.accepts()
                                    || (played.orders() != null
                                            && !played.orders().list().isEmpty()))
                    .orElse(Replied.NOTHING);
        }
    }
}
