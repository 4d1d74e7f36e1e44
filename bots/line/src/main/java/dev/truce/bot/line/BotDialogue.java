package dev.truce.bot.line;

import dev.truce.engine.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Talks to one bot: sends commands and waits for what they ask for. What the bot says unasked is passed over. */
final class BotDialogue implements AutoCloseable {
    /** Lets an answer that was given in time come through the pipe. */
    private static final long PIPE_MILLIS = 100;

    private static final String OPTION = "option";
    private static final String ID = "id";
    private static final String NAME = "name ";
    private static final String AUTHOR = " author ";

    /** Errors that a bot is told: as many as the longest match has rounds. */
    private static final int MAX_ERRORS = Limits.MAX_ROUNDS;

    private final Child child;
    private final ChildLimits limits;
    private int errors;

    private BotDialogue(Child child, ChildLimits limits) {
        this.child = child;
        this.limits = limits;
    }

    /**
     * Starts a bot's process.
     *
     * @throws IOException if there is no such program
     */
    static BotDialogue start(List<String> command, ChildLimits limits) throws IOException {
        return new BotDialogue(Child.start(command, limits.log()), limits);
    }

    /** Greets the bot, sets its options and waits until it is ready. */
    BotReply greet(Map<String, String> settings) {
        BotReply greeted = greet(option -> {}, name -> {});
        if (!(greeted instanceof BotReply.Given)) {
            return greeted;
        }
        settings.forEach((name, value) -> tell(BotOption.setting(name, value)));
        return ask("isready", "readyok", limits.startMillis(), line -> {});
    }

    /**
     * Greets the bot.
     *
     * @param announced hears of each option what follows the word
     * @param named hears the name that it announces
     */
    BotReply greet(Consumer<String> announced, Consumer<String> named) {
        return ask("twi " + LineProtocol.VERSION, "twiok", limits.startMillis(), line -> {
            if (line.begins(OPTION)) {
                announced.accept(line.text().substring(OPTION.length()));
            } else if (line.begins(ID)) {
                String name = name(line.text().substring(ID.length()).strip());
                if (!name.isEmpty()) {
                    named.accept(name);
                }
            }
        });
    }

    /** Returns the name in what follows {@code id}, or nothing. It may have several words; the author follows it. */
    private static String name(String told) {
        String name = told.startsWith(NAME) ? told.substring(NAME.length()).strip() : "";
        int author = (name + " ").indexOf(AUTHOR);
        return author < 0 ? name : name.substring(0, author).strip();
    }

    /** Tells something; a bot that reads no more is found out when it does not answer. */
    void tell(String line) {
        boolean unused = child.send(line);
    }

    /** Tells the bot what was wrong with something that it said; goes on only so often. */
    void complain(String error) {
        child.note(error);
        if (errors++ < MAX_ERRORS) {
            tell("error " + error);
        }
    }

    /**
     * Asks for an answer of a round.
     *
     * @param command what is sent
     * @param word word with which the answer begins; the number of the round follows
     */
    BotReply ask(String command, String word, int round) {
        child.forget();
        if (!child.send(command)) {
            return stalled("deaf");
        }
        long millis = limits.moveMillis() + (limits.movetimeBudget() ? PIPE_MILLIS : 0);
        BotReply answer = await(word, round, millis);
        if (!(answer instanceof BotReply.Late)) {
            return answer;
        }
        tell("stop");
        BotReply after = await(word, round, LineProtocol.GRACE_MILLIS);
        if (after instanceof BotReply.Given) {
            return late(head(command), limits.moveMillis());
        }
        return after instanceof BotReply.Gone ? after : stalled("silent", head(command), limits.moveMillis());
    }

    /** Returns what the bot said, with its last answer, of a model that gave no usable one; null if it said nothing of the kind. */
    @Nullable
    String noAnswer() {
        return child.noAnswer();
    }

    /** A new match begins: the bot is told as many errors in it as in the first. */
    void forgetErrors() {
        errors = 0;
    }

    /** Says goodbye and sees to it that the bot ends; safe from another thread. */
    void leave() {
        tell("endmatch");
        boolean unused = child.quit();
    }

    /** Kills the bot; safe from another thread. */
    @Override
    public void close() {
        child.close();
    }

    private BotReply ask(String command, String word, long millis, Consumer<BotLine> others) {
        if (!child.send(command)) {
            return stalled("deaf");
        }
        Listening listening = new Listening(millis);
        while (true) {
            BotLine line = listening.next();
            if (line == null) {
                return stalled("no-word", word, millis);
            } else if (line.isEnd()) {
                return new BotReply.Gone(child.end());
            } else if (line.begins(word)) {
                return new BotReply.Given("");
            }
            others.accept(line);
        }
    }

    private BotReply await(String word, int round, long millis) {
        Listening listening = new Listening(millis);
        while (true) {
            BotLine line = listening.next();
            if (line == null) {
                return late(word, millis);
            } else if (line.isEnd()) {
                return new BotReply.Gone(child.end());
            } else if (line.kind() == BotLine.Kind.TOO_LONG) {
                complain("LINE_TOO_LONG most " + LineProtocol.MAX_LINE_BYTES + " bytes");
            } else if (line.begins(word)) {
                String rest = line.text().substring(word.length()).strip();
                int blank = rest.indexOf(' ');
                String number = blank < 0 ? rest : rest.substring(0, blank);
                if (number.equals(Integer.toString(round))) {
                    return new BotReply.Given(rest.substring(number.length()).strip());
                }
                complain("STALE_ROUND current " + round);
            }
        }
    }

    /**
     * Takes lines until a deadline. What has come by then is taken too, even if this thread gets to it later, but no more lines than
     * can have been waiting: a bot that never stops talking does not stop the clock.
     */
    private final class Listening {
        private final long deadline;
        private int overtime;

        Listening(long millis) {
            this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        }

        /** Returns the next line, or null if the time is over. */
        @Nullable
        BotLine next() {
            long left = deadline - System.nanoTime();
            if (left <= 0 && overtime++ >= Child.MAX_QUEUED_LINES) {
                return null;
            }
            // Rounded up: a wait of no time at all would turn the last millisecond into a race.
            return child.next(TimeUnit.NANOSECONDS.toMillis(Math.max(0, left)) + 1);
        }
    }

    private static BotReply late(String asked, long millis) {
        return new BotReply.Late(BotReply.why(BotReply.Fault.TIMEOUT, "late", asked, millis));
    }

    private BotReply stalled(String sentence, Object... named) {
        child.close();
        return new BotReply.Stalled(BotReply.why(BotReply.Fault.STALL, sentence, named));
    }

    private static String head(String command) {
        int end = command.indexOf(' ', command.indexOf(' ') + 1);
        return (end < 0 ? command : command.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
