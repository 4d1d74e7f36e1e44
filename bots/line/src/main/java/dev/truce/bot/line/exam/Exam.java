package dev.truce.bot.line.exam;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Talks;
import dev.truce.bot.line.BotOption;
import dev.truce.bot.line.CommandWords;
import dev.truce.bot.line.LineProtocol;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.exam.ExaminedBot.Failing;
import dev.truce.bot.line.exam.Finding.Fault;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Examines a bot, one property after the other, each with a fresh process. */
public final class Exam {
    private static final long SEED = 77;
    private static final long MOVETIME_MILLIS = 1_000;
    private static final String STEPS = "steps 200";
    private static final List<String> WORDS = List.of("id", "option", "twiok", "readyok", "offers", "orders");

    private final List<String> command;
    private final Scenario scenario;
    private final Map<Side, List<SeenAndHeard>> positions = new TreeMap<>();

    private interface Check {
        void run() throws Failing;
    }

    private Exam(List<String> command, Scenario scenario) {
        this.command = command;
        this.scenario = scenario;
        for (Side side : Side.values()) {
            positions.put(side, Positions.of(scenario, side));
        }
    }

    /**
     * Examines a bot.
     *
     * @param command a command line, as {@link dev.truce.bot.line.BotName} takes it
     * @param told gets each finding as soon as it is there
     * @return one finding for each property, in order
     * @throws IllegalArgumentException if the command has an open quote or no word
     */
    public static List<Finding> of(String command, Scenario scenario, Consumer<Finding> told) {
        Exam exam = new Exam(CommandWords.of(command), scenario);
        List<Finding> findings = new ArrayList<>();
        for (Property property : Property.values()) {
            Finding finding = exam.examine(property);
            findings.add(finding);
            told.accept(finding);
        }
        return findings;
    }

    private Finding examine(Property property) {
        Check check = switch (property) {
            case HANDSHAKE -> this::handshake;
            case OPTIONS -> this::options;
            case LEGAL_ORDERS -> this::legalOrders;
            case STALE_ROUND -> this::staleRound;
            case DEADLINE -> this::deadline;
            case ILLEGAL_REPORTED -> this::illegalReported;
            case REPEATABLE -> this::repeatable;
            case LONG_LINES -> this::longLines;
            case UNKNOWN_COMMANDS -> this::unknownCommands;
            case QUIT -> this::quit;
            case STDOUT_PURITY -> this::purity;
            case OFFERS -> this::offers;
            case MODEL_ANSWERS -> this::modelAnswers;
        };
        try {
            check.run();
            return new Finding(property, null, List.of());
        } catch (Failing failing) {
            return failing.finding(property);
        }
    }

    private ExaminedBot ready() throws Failing {
        return ExaminedBot.ready(command, scenario);
    }

    private List<SeenAndHeard> rounds(Side side) {
        List<SeenAndHeard> all = positions.getOrDefault(side, List.of());
        return all.subList(0, Math.min(8, all.size()));
    }

    private void handshake() throws Failing {
        try (ExaminedBot candidate = ExaminedBot.start(command, scenario)) {
            candidate.send("twi " + LineProtocol.VERSION);
            candidate.send("isready");
            candidate.await("readyok", ExaminedBot.START_MILLIS);
            if (!candidate.lines().contains("twiok")) {
                throw new Failing(Fault.NO_GREETING);
            }
        }
    }

    private void options() throws Failing {
        try (ExaminedBot candidate = ready()) {
            for (String line : candidate.lines()) {
                if (line.startsWith("option ")) {
                    candidate.send("setoption " + setting(line.substring(7)));
                }
            }
            candidate.send("setoption name no-such-option value 1");
            candidate.send("isready");
            candidate.await("readyok", ExaminedBot.ANSWER_MILLIS);
        }
    }

    /** Returns what sets an option to its default. */
    private static String setting(String announced) throws Failing {
        BotOption option = BotOption.read(announced)
                .orElseThrow(() -> new Failing(Fault.OPTION_FORM, shown(announced), BotOption.FORM));
        if (!option.takes(option.usual())) {
            throw new Failing(Fault.OPTION_DEFAULT, shown(announced));
        }
        return "name " + option.name() + " value " + option.usual();
    }

    private void legalOrders() throws Failing {
        for (Side side : Side.values()) {
            try (ExaminedBot candidate = ready()) {
                candidate.newMatch(side, SEED);
                for (SeenAndHeard heard : rounds(side)) {
                    List<String> answers = candidate.answers(heard, STEPS, ExaminedBot.ANSWER_MILLIS);
                    List<String> complaints = new ArrayList<>();
                    reader(heard, complaints).orders(items(answers.get(1)));
                    failIfAny(complaints, heard);
                }
            }
        }
    }

    private void staleRound() throws Failing {
        List<SeenAndHeard> all = rounds(Side.US);
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            // A bot that was too slow misses rounds; the next question is about the round that is open now.
            for (SeenAndHeard heard : List.of(all.get(0), all.get(1), all.get(Math.min(3, all.size() - 1)))) {
                int round = heard.observation().openRound();
                for (String answer : candidate.answers(heard, STEPS, ExaminedBot.ANSWER_MILLIS)) {
                    if (!number(answer).equals(Integer.toString(round))) {
                        throw new Failing(Fault.OTHER_ROUND, round, shown(number(answer)));
                    }
                }
            }
        }
    }

    private void deadline() throws Failing {
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            for (SeenAndHeard heard :
                    rounds(Side.US).subList(0, Math.min(3, rounds(Side.US).size()))) {
                candidate.answers(heard, "movetime " + MOVETIME_MILLIS, MOVETIME_MILLIS + 100);
            }
            candidate.send("stop");
            candidate.send("isready");
            candidate.await("readyok", LineProtocol.GRACE_MILLIS);
        }
    }

    private void illegalReported() throws Failing {
        List<SeenAndHeard> all = rounds(Side.US);
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            candidate.answers(all.get(0), STEPS, ExaminedBot.ANSWER_MILLIS);
            candidate.send("error LEVEL_NOT_ON_LADDER 'PORT=81': PORT has no level '81'; expected 0 50 80");
            candidate.send("error STALE_ROUND current 2");
            candidate.answers(all.get(1), STEPS, ExaminedBot.ANSWER_MILLIS);
        }
    }

    private void repeatable() throws Failing {
        List<String> first;
        List<String> sameProcess;
        try (ExaminedBot candidate = ready()) {
            first = transcript(candidate);
            candidate.send("endmatch");
            sameProcess = transcript(candidate);
        }
        try (ExaminedBot candidate = ready()) {
            alike(first, transcript(candidate));
        }
        alike(first, sameProcess);
    }

    private static void alike(List<String> first, List<String> second) throws Failing {
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).equals(second.get(i))) {
                throw new Failing(Fault.NOT_REPEATABLE, shown(first.get(i)), shown(second.get(i)));
            }
        }
    }

    private List<String> transcript(ExaminedBot candidate) throws Failing {
        List<String> answers = new ArrayList<>();
        candidate.newMatch(Side.CN, SEED);
        for (SeenAndHeard heard : rounds(Side.CN)) {
            answers.addAll(candidate.answers(heard, STEPS, ExaminedBot.ANSWER_MILLIS));
        }
        return answers;
    }

    private void longLines() throws Failing {
        SeenAndHeard heard = rounds(Side.US).get(0);
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            String line = candidate.line(heard);
            // Blanks inside JSON mean nothing, so this is the same position in the longest line that there is.
            int brace = line.indexOf('{') + 1;
            String blanks = " ".repeat(LineProtocol.MAX_LINE_BYTES - line.length());
            candidate.send(line.substring(0, brace) + blanks + line.substring(brace));
            candidate.send("go offers 1 " + STEPS);
            candidate.await("offers", ExaminedBot.ANSWER_MILLIS);
            candidate.send("go round 1 " + STEPS);
            candidate.await("orders", ExaminedBot.ANSWER_MILLIS);
        }
    }

    private void unknownCommands() throws Failing {
        try (ExaminedBot candidate = ready()) {
            candidate.send("weather in soy country: fair");
            candidate.send("");
            candidate.send("isready");
            candidate.await("readyok", ExaminedBot.ANSWER_MILLIS);
            candidate.newMatch(Side.US, SEED);
            candidate.send("rehearse round 1 gently");
            candidate.answers(rounds(Side.US).get(0), STEPS, ExaminedBot.ANSWER_MILLIS);
        }
    }

    private void quit() throws Failing {
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            candidate.answers(rounds(Side.US).get(0), STEPS, ExaminedBot.ANSWER_MILLIS);
            candidate.send("endmatch");
            if (!candidate.quits()) {
                throw new Failing(Fault.STILL_RUNS, LineProtocol.GRACE_MILLIS);
            }
        }
    }

    private void purity() throws Failing {
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            for (SeenAndHeard heard : rounds(Side.US)) {
                candidate.answers(heard, STEPS, ExaminedBot.ANSWER_MILLIS);
            }
            candidate.send("isready");
            candidate.await("readyok", ExaminedBot.ANSWER_MILLIS);
            for (String line : candidate.lines()) {
                String word = line.split(" ", 2)[0];
                if (!WORDS.contains(word)) {
                    throw new Failing(Fault.FOREIGN_LINE, shown(line));
                }
            }
        }
    }

    private void offers() throws Failing {
        SeenAndHeard quiet = rounds(Side.US).get(1);
        int round = quiet.observation().openRound();
        Offer offer = new Offer(
                new OfferId(Side.CN, 1), new Terms.Renewal(4, false), round, round + 1, null, OfferStatus.OPEN);
        SeenAndHeard heard = new SeenAndHeard(quiet.observation(), new Talks(null, List.of(offer), List.of()));
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            List<String> complaints = new ArrayList<>();
            List<String> answers = candidate.answers(quiet, STEPS, ExaminedBot.ANSWER_MILLIS);
            reader(quiet, complaints).offers(items(answers.get(0)));
            candidate.position(heard);
            candidate.send("go round " + round + " " + STEPS);
            String answer = items(candidate.await("orders", ExaminedBot.ANSWER_MILLIS));
            var unused = reader(heard, complaints).decision(answer, AcceptanceRule.NEVER);
            // Orders are examined apart: here it is about what is said to the other side.
            complaints.removeIf(complaint -> !complaint.matches("(BAD_|UNKNOWN_OFFER|ONE_OFFER|NOT_NOW|TOO_MUCH).*"));
            failIfAny(complaints, heard);
        }
    }

    /** A bot whose model is silent keeps to the protocol and holds, which scores as a diplomat does. */
    private void modelAnswers() throws Failing {
        try (ExaminedBot candidate = ready()) {
            candidate.newMatch(Side.US, SEED);
            for (SeenAndHeard heard : rounds(Side.US)) {
                candidate.answers(heard, STEPS, ExaminedBot.ANSWER_MILLIS);
                String silence = candidate.noAnswer();
                if (silence != null) {
                    throw new Failing(Fault.MODEL_SILENT, heard.observation().openRound(), shown(silence));
                }
            }
        }
    }

    private AnswerReader reader(SeenAndHeard heard, List<String> complaints) {
        Side side = heard.observation().viewer() == Viewer.US ? Side.US : Side.CN;
        return new AnswerReader(side, scenario, heard.observation(), heard.talks(), complaints::add);
    }

    private static void failIfAny(List<String> complaints, SeenAndHeard heard) throws Failing {
        if (!complaints.isEmpty()) {
            throw new Failing(Fault.REFUSED, heard.observation().openRound(), complaints.get(0));
        }
    }

    private static String number(String answer) {
        return answer.split(" ", 2)[0];
    }

    private static String items(String answer) {
        return answer.substring(number(answer).length()).strip();
    }

    private static String shown(String text) {
        String plain = text.strip();
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
    }
}
