package dev.truce.bot.line.env;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bot.line.BotLine;
import dev.truce.bot.line.LineReader;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.json.JsonText;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.ScenarioJson;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.SteppedMatch;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches for a program that moves both sides: one JSON object a line in, one out. {@code {"do":"reset","seed":7}} begins a match,
 * {@code {"do":"step","actions":{"US":"PORT=80","CN":"HOLD"}}} plays a round; an action is a line of items in the notation of orders.
 * Each side is shown what its seat sees, and nothing else.
 */
public final class EnvServer {
    private final Scenario scenario;
    private final int rounds;
    private final Rules rules;
    private final InProcessMatch worker;
    private final ObservationJson json;
    private @Nullable SteppedMatch match;
    /** What each side can tell of guilt so far. */
    private BySide<Suspicion> known;

    private EnvServer(Scenario scenario, int rounds) {
        this.scenario = scenario;
        this.rounds = rounds;
        this.rules = Rules.of(scenario);
        this.worker = new InProcessMatch(rules);
        this.json = new ObservationJson(scenario, true);
        this.known = BySide.each(side -> Suspicion.start(rules));
    }

    /**
     * Serves until the end of the input.
     *
     * @param scenario what is played
     * @param rounds rounds of a match, 1 to 64; 0 for what the scenario says
     */
    public static void run(Scenario scenario, int rounds, InputStream in, PrintStream out) throws IOException {
        EnvServer server = new EnvServer(scenario, rounds);
        out.print("{\"scenario\":" + ScenarioJson.write(scenario) + "}\n");
        out.flush();
        LineReader lines = new LineReader(in);
        for (BotLine line = lines.next(); !line.isEnd(); line = lines.next()) {
            out.print(server.answer(line) + "\n");
            out.flush();
        }
    }

    private String answer(BotLine line) {
        try {
            if (line.kind() == BotLine.Kind.TOO_LONG) {
                throw new IllegalArgumentException("a request has at most 8192 bytes");
            }
            Map<String, @Nullable Object> request = JsonText.object(line.text());
            if ("reset".equals(request.get("do")) && request.get("seed") instanceof Long seed) {
                match = worker.step(rules.setup(seed, rounds));
                known = BySide.each(side -> Suspicion.start(rules));
                return state(match, Map.of());
            } else if ("step".equals(request.get("do")) && request.get("actions") instanceof Map<?, ?> actions) {
                return step(actions);
            }
            throw new IllegalArgumentException(
                    "expected {\"do\":\"reset\",\"seed\":N} or {\"do\":\"step\",\"actions\":{...}}");
        } catch (IllegalArgumentException wrong) {
            return JsonText.write(Map.of("error", String.valueOf(wrong.getMessage())));
        }
    }

    private String step(Map<?, ?> actions) {
        SteppedMatch playing = match;
        if (playing == null || playing.over() != null) {
            throw new IllegalArgumentException("no match is under way: reset first");
        }
        Map<Side, List<String>> complaints = new EnumMap<>(Side.class);
        Decision us = decision(playing, Side.US, actions.get("US"), complaints);
        Decision cn = decision(playing, Side.CN, actions.get("CN"), complaints);
        int usFaults = playing.faults(Side.US).size();
        int cnFaults = playing.faults(Side.CN).size();
        playing.step(us, cn);
        refused(playing, Side.US, usFaults, complaints);
        refused(playing, Side.CN, cnFaults, complaints);
        known = BySide.each(side -> known.of(side).forSeat(playing.seen(side).last()));
        return state(playing, complaints);
    }

    /** Reads an action: items that belong before the offers of the round, and those that belong after them, on one line. */
    private Decision decision(
            SteppedMatch playing, Side side, @Nullable Object action, Map<Side, List<String>> complaints) {
        if (!(action instanceof String line)) {
            throw new IllegalArgumentException("expected an action for " + side + ", a line of items");
        }
        List<String> wrong = new ArrayList<>();
        complaints.put(side, wrong);
        Observation seen = playing.seen(side);
        AnswerReader reader = new AnswerReader(side, scenario, seen, playing.heard(side), wrong::add);
        List<Deed> before = new ArrayList<>();
        StringBuilder after = new StringBuilder();
        DeedReader items = new DeedReader(side, seen.openRound(), scenario);
        for (Reply<Deed> reading : items.read(line)) {
            if (reading instanceof Reply.Refused<Deed> bad) {
                wrong.add(AnswerReader.complaint(bad.refusal()));
            } else if (reading instanceof Reply.Done<Deed> read) {
                Deed deed = read.value();
                if (isAfter(deed)) {
                    after.append(DeedNotation.of(deed, seen.openRound(), scenario))
                            .append(';');
                } else {
                    before.add(deed);
                }
            }
        }
        reader.offers(DeedNotation.of(before, seen.openRound(), scenario));
        return reader.decision(after.toString(), AcceptanceRule.NEVER);
    }

    private static boolean isAfter(Deed deed) {
        return deed instanceof Deed.Submit
                || deed instanceof Deed.Accept
                || deed instanceof Deed.GiveNotice
                || deed instanceof Deed.Judge;
    }

    private static void refused(SteppedMatch playing, Side side, int known, Map<Side, List<String>> complaints) {
        List<BotFault> faults = playing.faults(side);
        for (BotFault fault : faults.subList(known, faults.size())) {
            complaints.computeIfAbsent(side, none -> new ArrayList<>()).add(told(fault));
        }
    }

    private static String told(BotFault fault) {
        Refusal refusal = fault.refusal();
        return refusal == null ? fault.detail() : refusal.code().name() + ": " + Bundles.inEnglish(refusal);
    }

    private String state(SteppedMatch playing, Map<Side, List<String>> complaints) {
        Notice.MatchOver over = playing.over();
        Map<String, @Nullable Object> rewards = new LinkedHashMap<>();
        Map<String, @Nullable Object> infos = new LinkedHashMap<>();
        StringBuilder observations = new StringBuilder();
        for (Side side : Side.values()) {
            Observation seen = playing.seen(side);
            RoundView last = seen.last();
            observations
                    .append(observations.isEmpty() ? "{\"" : ",\"")
                    .append(side)
                    .append("\":")
                    .append(json.write(seen, playing.heard(side), known.of(side)));
            rewards.put(side.name(), last == null ? 0.0 : last.scores().get(0).scoreMilli() / 1000.0);
            Map<String, @Nullable Object> info = new LinkedHashMap<>();
            info.put("illegal", complaints.getOrDefault(side, List.of()));
            if (over != null) {
                info.put("final_score", BySide.pick(side, over.us(), over.cn()).score());
            }
            infos.put(side.name(), info);
        }
        return "{\"over\":" + (over != null) + ",\"rewards\":" + JsonText.write(rewards) + ",\"infos\":"
                + JsonText.write(infos) + ",\"observations\":" + observations + "}}";
    }
}
