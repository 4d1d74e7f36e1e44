package dev.truce.bot.line.exam;

import dev.truce.bot.line.BotLine;
import dev.truce.bot.line.Child;
import dev.truce.bot.line.LineProtocol;
import dev.truce.bot.line.exam.Finding.Fault;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.bot.line.json.ScenarioJson;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bot under examination, in a process of its own for each property. */
final class ExaminedBot implements AutoCloseable {
    /** An interpreter starts slowly. */
    static final long START_MILLIS = 30_000;

    /** What a step budget may take; time is examined apart. */
    static final long ANSWER_MILLIS = 10_000;

    /** A bot that passes says a few hundred; one that talks without end is not listened to for ever. */
    private static final int MAX_LINES = 20_000;

    private final Child child;
    private final Scenario scenario;
    private final ObservationJson json;
    private final List<String> lines = new ArrayList<>();

    private ExaminedBot(Child child, Scenario scenario) {
        this.child = child;
        this.scenario = scenario;
        this.json = new ObservationJson(scenario, true);
    }

    /** Starts the bot without a word. */
    static ExaminedBot start(List<String> command, Scenario scenario) throws Failing {
        try {
            return new ExaminedBot(Child.start(command, null), scenario);
        } catch (IOException none) {
            throw new Failing(Fault.NOT_STARTED, String.valueOf(none.getMessage()));
        }
    }

    /** Starts the bot and waits until it is ready, whatever else it says. */
    static ExaminedBot ready(List<String> command, Scenario scenario) throws Failing {
        ExaminedBot candidate = start(command, scenario);
        candidate.send("twi " + LineProtocol.VERSION);
        candidate.send("isready");
        candidate.await("readyok", START_MILLIS);
        return candidate;
    }

    /** Begins a match. */
    void newMatch(Side side, long seed) throws Failing {
        send("newmatch role " + side + " ruleset " + scenario.ruleset() + " data " + scenario.dataVersion()
                + " scenario " + scenario.id() + " hash " + scenario.hash() + " seed " + seed + " legal on");
        send("scenario " + ScenarioJson.write(scenario));
    }

    /** Shows a position. */
    void position(SeenAndHeard heard) throws Failing {
        send(line(heard));
    }

    /** Returns the line that shows a position. */
    String line(SeenAndHeard heard) {
        return "position round " + heard.observation().openRound() + " "
                + json.write(heard.observation(), heard.talks());
    }

    /** Shows a position and asks for the two answers; returns what follows the words, the numbers of rounds first. */
    List<String> answers(SeenAndHeard heard, String budget, long millis) throws Failing {
        int round = heard.observation().openRound();
        position(heard);
        send("go offers " + round + " " + budget);
        String offers = await("offers", millis);
        send("go round " + round + " " + budget);
        return List.of(offers, await("orders", millis));
    }

    void send(String line) throws Failing {
        if (!child.send(line)) {
            throw new Failing(Fault.DEAF);
        }
    }

    /** Waits for a line with this first word and returns the rest of it. */
    String await(String word, long millis) throws Failing {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(Math.max(0, deadline - System.nanoTime())) + 1;
            BotLine line = child.next(left);
            if (line == null) {
                throw new Failing(Fault.SILENT, word, millis);
            } else if (line.isEnd()) {
                throw new Failing(Fault.ENDED, word, Bundles.inEnglish(child.end()));
            }
            if (lines.size() == MAX_LINES) {
                throw new Failing(Fault.TALKATIVE, word, MAX_LINES);
            }
            lines.add(line.kind() == BotLine.Kind.TOO_LONG ? "(a line that is too long)" : line.text());
            if (line.begins(word)) {
                return line.text().substring(word.length()).strip();
            }
        }
    }

    /** Returns all lines that were read so far, but those of {@code info}. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns what the bot has said of a model that gave no usable answer; null if it has said nothing of the kind. */
    @Nullable
    String noAnswer() {
        return child.noAnswer();
    }

    /** Says goodbye; returns whether the bot exits in time. */
    boolean quits() {
        return child.quit();
    }

    @Override
    public void close() {
        child.close();
    }

    /** Ends the examination of a property: the bot does not have it. Has no stack trace, as it says nothing about this program. */
    static final class Failing extends Exception {
        private static final long serialVersionUID = 1L;

        private final Finding.Fault fault;
        private final transient List<Object> arguments;

        /**
         * @param fault what the bot did
         * @param arguments what the text of the fault names
         */
        Failing(Finding.Fault fault, Object... arguments) {
            super(fault.name(), null, false, false);
            this.fault = fault;
            this.arguments = List.of(arguments);
        }

        Finding finding(Property property) {
            return new Finding(property, fault, arguments);
        }
    }
}
