package dev.truce.bot.line;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.StepBudget;
import dev.truce.bot.line.json.ObservationReader;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the line: a bot of this program that speaks the protocol, so that programs of others can play it. It decides once a
 * round; given the seed of an in-process seat it plays as it would there.
 */
public final class ServedBot {
    private static final int MAX_REASON = 200;

    private final BotFactory factory;
    private final BiFunction<String, String, Optional<Scenario>> scenarios;
    private final PrintStream out;
    private @Nullable Match match;

    /** One match: the seat, the bot once its budget is known, and the round that is open. */
    private static final class Match {
        final Side side;
        final Scenario scenario;
        final ObservationReader reader;
        final long seed;

        @Nullable
        Bot bot;

        @Nullable
        StepBudget budget;

        @Nullable
        SeenAndHeard heard;

        int decidedRound;

        @Nullable
        Decision decision;

        List<OfferId> known = List.of();

        Match(Side side, Scenario scenario, long seed) {
            this.side = side;
            this.scenario = scenario;
            this.reader = new ObservationReader(scenario);
            this.seed = seed;
        }
    }

    private ServedBot(BotFactory factory, BiFunction<String, String, Optional<Scenario>> scenarios, PrintStream out) {
        this.factory = factory;
        this.scenarios = scenarios;
        this.out = out;
    }

    /**
     * Serves until {@code quit} or the end of the input.
     *
     * @param factory makes the bot
     * @param scenarios finds a scenario by its id and its hash
     * @param in lines of commands
     * @param out gets the answers, and nothing else
     */
    public static void run(
            BotFactory factory,
            BiFunction<String, String, Optional<Scenario>> scenarios,
            InputStream in,
            PrintStream out)
            throws IOException {
        ServedBot served = new ServedBot(factory, scenarios, out);
        LineReader lines = new LineReader(in);
        for (BotLine line = lines.next(); !line.isEnd() && !line.begins("quit"); line = lines.next()) {
            served.take(line.text());
            out.flush();
        }
        served.leave();
    }

    private void take(String line) {
        try {
            String[] words = line.split(" ", 4);
            switch (words[0]) {
                case "twi" -> out.print("id name " + factory.name() + " author truce\ntwiok\n");
                case "isready" -> out.print("readyok\n");
                case "newmatch" -> newMatch(line);
                case "position" -> position(words);
                case "go" -> go(words);
                case "endmatch" -> leave();
                default -> {
                    // Commands that it does not know are none of its business.
                }
            }
        } catch (IllegalArgumentException wrong) {
            out.print("info error " + SafeText.line(String.valueOf(wrong.getMessage()), LineProtocol.MAX_LINE_BYTES)
                    + "\n");
        }
    }

    private void newMatch(String line) {
        leave();
        Map<String, String> fields = fields(line);
        String id = fields.getOrDefault("scenario", "");
        String hash = fields.getOrDefault("hash", "");
        Scenario scenario = scenarios
                .apply(id, hash)
                .filter(found -> found.hash().equals(hash))
                .orElseThrow(() -> new IllegalArgumentException("this program does not have the scenario " + id));
        match = new Match(
                Side.valueOf(fields.getOrDefault("role", "")),
                scenario,
                Long.parseLong(fields.getOrDefault("seed", "0")));
    }

    private void position(String[] words) {
        Match playing = match;
        if (playing != null && words.length == 4 && words[1].equals("round")) {
            playing.heard = playing.reader.read(words[3]);
        }
    }

    private void go(String[] words) {
        Match playing = match;
        SeenAndHeard heard = playing == null ? null : playing.heard;
        if (playing == null || heard == null || words.length < 3) {
            throw new IllegalArgumentException("nothing to decide: no match, or no position");
        }
        int round = Integer.parseInt(words[2]);
        if (heard.observation().openRound() != round) {
            throw new IllegalArgumentException("no position of round " + round);
        }
        boolean isFirst = playing.decidedRound != round;
        Decision decision = decide(playing, heard, words.length > 3 ? words[3] : "");
        if (words[1].equals("offers")) {
            tellSilence(playing);
            out.print(("offers " + round + " " + text(before(decision), round, playing.scenario)).strip() + "\n");
        } else if (words[1].equals("round")) {
            List<Deed> answer = new ArrayList<>();
            if (isFirst || playing.known.containsAll(others(heard, playing.side))) {
                for (Deed deed : decision.dealings()) {
                    if (deed instanceof Deed.Accept accept) {
                        answer.add(accepted(accept.offer()));
                    } else if (deed instanceof Deed.GiveNotice || deed instanceof Deed.Judge) {
                        answer.add(deed);
                    }
                }
                answer.add(AskedOrders.submit(decision.orders()));
            } else {
                answer.addAll(after(playing, heard, decision));
            }
            tellSilence(playing);
            out.print("orders " + round + " " + text(answer, round, playing.scenario) + "\n");
        }
    }

    /** Says before an answer that the model of the bot had no part in it. */
    private void tellSilence(Match playing) {
        List<BotFault> faults = playing.bot == null ? List.of() : playing.bot.takeFaults();
        for (BotFault fault : faults) {
            if (fault.kind() == BotFault.Kind.NO_ANSWER) {
                Refusal why = fault.refusal();
                String said = why == null
                        ? fault.detail()
                        : String.join(
                                " ",
                                why.arguments().stream().map(String::valueOf).toList());
                out.print("info no-answer " + SafeText.line(said, MAX_REASON) + "\n");
            }
        }
    }

    /** Decides for a round, once. */
    private Decision decide(Match playing, SeenAndHeard heard, String budget) {
        int round = heard.observation().openRound();
        Decision known = playing.decision;
        if (known != null && playing.decidedRound == round) {
            return known;
        }
        Bot bot = playing.bot;
        if (bot == null) {
            long steps = budget.startsWith("steps ")
                    ? Long.parseLong(budget.substring(6).strip())
                    : 0;
            StepBudget counted = new StepBudget(steps);
            bot = factory.create(new BotSeat(playing.side, playing.scenario, new SplitMix64(playing.seed), counted));
            playing.bot = bot;
            playing.budget = counted;
        }
        StepBudget counted = playing.budget;
        if (counted != null) {
            counted.refill();
        }
        Decision decision = decided(bot, heard);
        playing.decision = decision;
        playing.decidedRound = round;
        playing.known = others(heard, playing.side);
        return decision;
    }

    /** A position need not be one of any match: the program that sent it is told that the bot cannot play it, and may send another. */
    private static Decision decided(Bot bot, SeenAndHeard heard) {
        try {
            return bot.decide(heard.observation(), heard.talks());
        } catch (RuntimeException failed) {
            throw new IllegalArgumentException("the bot fails in this position: " + failed.getMessage(), failed);
        }
    }

    /** Returns what is said before the other side's offers of the round are known. */
    private static List<Deed> before(Decision decision) {
        List<Deed> deeds = new ArrayList<>();
        for (Deed deed : decision.dealings()) {
            if (deed instanceof Deed.Refuse || deed instanceof Deed.Withdraw || deed instanceof Deed.Say) {
                deeds.add(deed);
            }
        }
        Terms offer = decision.offer();
        if (offer != null) {
            deeds.add(new Deed.MakeOffer(offer, decision.answers()));
        }
        return deeds;
    }

    /** Returns an acceptance as a bot writes it; who reads it knows the terms. */
    private static Deed accepted(OfferId offer) {
        return new Deed.Accept(offer, "");
    }

    /** Returns the answer to a position in which an offer of the round has come in. */
    private static List<Deed> after(Match playing, SeenAndHeard heard, Decision decision) {
        List<Deed> deeds = new ArrayList<>();
        Orders orders = decision.orders();
        for (Offer offer : heard.talks().offers()) {
            if (offer.maker() != playing.side && !playing.known.contains(offer.id())) {
                if (decision.acceptance().accepts(offer)) {
                    deeds.add(accepted(offer.id()));
                }
                Orders other = decision.acceptance().ordersAfter(offer);
                orders = other == null ? orders : other;
            }
        }
        deeds.add(AskedOrders.submit(orders));
        return deeds;
    }

    private static List<OfferId> others(SeenAndHeard heard, Side side) {
        List<OfferId> ids = new ArrayList<>();
        for (Offer offer : heard.talks().offers()) {
            if (offer.maker() != side) {
                ids.add(offer.id());
            }
        }
        return ids;
    }

    private static String text(List<Deed> deeds, int round, Scenario scenario) {
        return DeedNotation.of(deeds, round, scenario);
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        String[] words = line.split(" +");
        for (int i = 1; i + 1 < words.length; i += 2) {
            fields.put(words[i], words[i + 1]);
        }
        return fields;
    }

    private void leave() {
        Match over = match;
        match = null;
        if (over != null && over.bot != null) {
            over.bot.leave();
        }
    }
}
