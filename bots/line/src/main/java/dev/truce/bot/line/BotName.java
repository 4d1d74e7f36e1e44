package dev.truce.bot.line;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.bot.line.model.Cassette;
import dev.truce.bot.line.model.ModelBots;
import dev.truce.bot.line.model.ModelFile;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.policy.PolicyException;
import dev.truce.bots.response.Response;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bot as people name it: a name of the roster in any case, {@code learner:FILE} for the policy of a file, {@code policy:FILE} for what a
 * search found, {@code model:FILE} for a language model, or a command line. Before a command may stand a name and options, as in {@code toll=python3 bot.py} and {@code patience=4 python3 bot.py}.
 */
public sealed interface BotName {
    /** What stands before the file of a policy. */
    String OF_FILE = "learner:";

    /** What stands before the file of a response that a search found. */
    String OF_RESPONSE = "policy:";

    /** What stands before the file of a model. */
    String OF_MODEL = "model:";

    /** Largest file of a policy, in bytes. */
    int MAX_FILE = 200_000;

    /** Why nobody can play under a name. */
    enum Fault implements Refusal.Code {
        /** It is neither in the roster nor a program. */
        UNKNOWN_BOT,
        /** The file of the policy cannot be read. */
        FILE_UNREADABLE,
        /** The file holds no policy. */
        POLICY_SYNTAX,
        /** The command cannot be started or does not say which options it has. */
        NO_GREETING,
        /** The command has no option of that name. */
        UNKNOWN_OPTION,
        /** The option cannot have that value. */
        BAD_VALUE
    }

    /** What was written. */
    String text();

    /**
     * Returns who plays, outside of a tournament.
     *
     * @param limits what a command may take; other bots need none
     */
    default BotFactory bot(ChildLimits limits) {
        return bot(limits, null);
    }

    /**
     * Returns who plays, outside of a tournament.
     *
     * @param limits what a command may take; other bots need none
     * @param idle where processes of a command wait for their next match, or null if each plays one match
     */
    default BotFactory bot(ChildLimits limits, @Nullable IdleBots idle) {
        return bot(limits, Cassette.none(), new ModelPulse(), idle);
    }

    /**
     * Returns who plays. A model is a {@link ModelBots} with the key that this process has.
     *
     * @param limits what a command may take; other bots need none
     * @param cassette what a model was asked before; other bots have none
     * @param pulse hears whether the model of a contestant answers; bots without one have none
     * @param idle where processes of a command wait for their next match, or null if each plays one match
     * @throws IllegalArgumentException if the key of a model is missing
     */
    BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle);

    /** Starts a command whose options are set and says why they cannot be; other bots have no options. */
    default Optional<Refusal> wrongOption(ChildLimits limits) {
        return Optional.empty();
    }

    /** A bot of the roster. A server can host it. */
    record OfRoster(String text, BotFactory factory) implements BotName {
        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            return factory;
        }
    }

    /** A bot that plays a policy. */
    record OfPolicy(String text, Policy policy) implements BotName {
        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            return policy.factory("own-policy");
        }
    }

    /** A bot that plays what a search found. */
    record OfResponse(String text, Response response) implements BotName {
        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            return response.factory(response.name());
        }
    }

    /** A program that speaks the line protocol. */
    record OfCommand(String text, BotCommand command) implements BotName {
        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            return BotFactory.of(command.botName(), seat -> new ChildBot(command, limits, seat, pulse, idle));
        }

        @Override
        public Optional<Refusal> wrongOption(ChildLimits limits) {
            return OptionCheck.of(command, limits);
        }
    }

    /** A language model. */
    record OfModel(String text, ModelFile file) implements BotName {
        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            try {
                return ModelBots.live(botName(), file, file.key(System.getenv()), cassette, pulse);
            } catch (ModelFileException missing) {
                throw new IllegalArgumentException(missing.getMessage(), missing);
            }
        }

        @Override
        public Optional<Refusal> wrongOption(ChildLimits limits) {
            try {
                file.key(System.getenv());
                return Optional.empty();
            } catch (ModelFileException missing) {
                return Optional.of(missing.refusal());
            }
        }

        /** Returns the name under which the model plays: the one in its file, or its own in lower case. */
        private String botName() {
            String made = file.name().isEmpty() ? Programs.name(file.model()) : file.name();
            return made.isEmpty() ? "model" : made;
        }
    }

    /** A language model that is not asked: what a run would cost is counted, without its key. */
    record OfRehearsal(OfModel model) implements BotName {
        @Override
        public String text() {
            return model.text;
        }

        @Override
        public BotFactory bot(ChildLimits limits, Cassette cassette, ModelPulse pulse, @Nullable IdleBots idle) {
            return ModelBots.rehearsed(model.botName(), model.file);
        }
    }

    /** Reads a name. A refusal names in {@link Refusal#legal} the bot that was probably meant, if there is one. */
    static Reply<BotName> parse(String written) {
        String text = written.strip();
        if (text.startsWith(OF_FILE)) {
            return policy(text, OF_FILE, read -> new OfPolicy(text, Policy.read(read)));
        }
        if (text.startsWith(OF_RESPONSE)) {
            return policy(text, OF_RESPONSE, read -> new OfResponse(text, Response.read(read)));
        }
        if (isModel(text)) {
            return model(text);
        }
        Optional<BotFactory> known = Roster.find(text);
        return known.isPresent() ? Reply.done(new OfRoster(text, known.get())) : command(text);
    }

    /**
     * Reads a name that was read before.
     *
     * @throws IllegalArgumentException if nobody can play under it now
     */
    static BotName known(String written) {
        return parse(written)
                .orThrow(refusal -> new IllegalArgumentException(
                        "cannot play '" + written + "': " + refusal.code() + " " + refusal.arguments()));
    }

    /** Returns whether a name is that of a command; nothing is read or looked for. */
    static boolean isCommand(String written) {
        String text = written.strip();
        return !text.startsWith(OF_FILE)
                && !text.startsWith(OF_RESPONSE)
                && !isModel(text)
                && Roster.find(text).isEmpty();
    }

    /** Returns whether a name is that of a model; nothing is read or looked for. */
    static boolean isModel(String written) {
        return written.strip().startsWith(OF_MODEL);
    }

    private static Reply<BotName> model(String text) {
        try {
            return Reply.done(new OfModel(text, ModelFile.read(text.substring(OF_MODEL.length()))));
        } catch (ModelFileException wrong) {
            return Reply.refused(wrong.refusal());
        }
    }

    private static Reply<BotName> command(String text) {
        BotCommand command;
        try {
            command = BotCommand.of(text);
        } catch (IllegalArgumentException wrong) {
            return unknown(
                    text,
                    text.chars().anyMatch(Character::isWhitespace) ? "refused.bot.program" : "refused.bot.unknown");
        }
        List<String> words = command.words();
        boolean isOfRoster = !isCommand(String.join(" ", words));
        if (isOfRoster && !command.settings().isEmpty()) {
            return unknown(text, "refused.bot.settings");
        }
        if (!Programs.isProgram(words.get(0))) {
            return unknown(
                    text,
                    text.chars().anyMatch(Character::isWhitespace) ? "refused.bot.program" : "refused.bot.unknown");
        }
        return Reply.done(new OfCommand(text, command));
    }

    private static Reply<BotName> unknown(String text, String why) {
        Refusal refusal = Refusal.of(Fault.UNKNOWN_BOT, "")
                .because(why, text, String.join(", ", Roster.names()))
                .legal(Roster.suggestion(text).orElse(""));
        return Reply.refused(refusal);
    }

    /** Reads the text of a file. */
    interface Reading {
        /** Returns the bot that the text is. */
        BotName of(String text) throws PolicyException;
    }

    private static Reply<BotName> policy(String text, String before, Reading reading) {
        String file = text.substring(before.length());
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_FILE) {
                return unreadable("refused.bot.large", file, MAX_FILE);
            }
            return Reply.done(reading.of(Files.readString(path)));
        } catch (PolicyException wrong) {
            return Reply.refused(wrong.in(file, Fault.POLICY_SYNTAX));
        } catch (NoSuchFileException | InvalidPathException missing) {
            return unreadable("refused.bot.missing", file);
        } catch (IOException broken) {
            return unreadable("refused.bot.unreadable", file);
        }
    }

    private static Reply<BotName> unreadable(String why, Object... named) {
        return Reply.refused(Refusal.of(Fault.FILE_UNREADABLE, "").because(why, named));
    }
}
