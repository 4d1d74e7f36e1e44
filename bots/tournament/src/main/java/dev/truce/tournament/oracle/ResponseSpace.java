package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.response.Cheat;
import dev.truce.bots.response.Ground;
import dev.truce.bots.response.Response;
import dev.truce.bots.response.Span;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import dev.truce.tournament.attack.Attackers;
import java.util.ArrayList;
import java.util.List;

/** What a search tries for a seat: where it begins, and how it changes one response into another. */
final class ResponseSpace {
    /** Rounds in which most matches are over; later ones are part of spans that never end. */
    private static final int ROUNDS = 16;

    /** One change in so many; the others are changes of rules, or of spans. */
    private static final int TASTES = 5;

    private static final int CHEATS = 10;
    private static final int BOTS = 20;

    /** Of so many changes of spans one takes one away, and one moves one. */
    private static final int KINDS = 8;

    private final OracleSettings settings;
    private final Scenario scenario;
    /** What no attacker of the pool asks for: so many points more than the other side probably has to give. */
    private static final double[] GREED = {-.5, -1, -2, -4, -9};

    private final List<StepTaste> tastes = tastes();
    private final List<Instrument> orders;

    /**
     * How long a response is.
     *
     * @param lines rules and spans
     * @param conditions of its rules
     */
    record Size(int lines, int conditions) {}

    ResponseSpace(OracleSettings settings, Scenario scenario) {
        this.settings = settings;
        this.scenario = scenario;
        this.orders = scenario.instruments().of(settings.seat()).stream()
                .filter(Span::isFree)
                .toList();
    }

    private static List<StepTaste> tastes() {
        List<StepTaste> tastes = new ArrayList<>(Attackers.tastes());
        for (double margin : GREED) {
            for (double fairness : new double[] {0, StepTaste.HONEST.fairness()}) {
                tastes.add(new StepTaste(.9, margin, fairness, 1));
                tastes.add(new StepTaste(.9, margin, fairness, StepTaste.HONEST.eveRounds()));
            }
        }
        return List.copyOf(tastes);
    }

    static Size size(Response response, Side seat) {
        int spans = response.grounds().of(seat).spans().size();
        return new Size(spans + response.policy().size(seat), response.policy().conditions(seat));
    }

    private Response on(Ground ground) {
        return Response.usual().on(settings.seat(), ground);
    }

    /** Returns all bots of the roster that answer quickly; for a table also all tastes, and the cheats of the two best bots. */
    List<Response> beginnings() {
        List<Response> beginnings = new ArrayList<>();
        for (BotFactory bot : Roster.quick()) {
            beginnings.add(on(Ground.of(bot.name())));
        }
        if (settings.by() == OracleSettings.By.TABLE && scenario.redLines().exist()) {
            for (String bot : Attackers.CHEATERS) {
                for (Cheat cheat : Cheat.values()) {
                    beginnings.add(on(Ground.of(bot).cheating(cheat)));
                }
            }
            tastes.forEach(taste -> beginnings.add(on(Ground.USUAL.tasting(taste))));
        }
        return beginnings;
    }

    /** Returns a response that differs in one thing, or a few. */
    Response varied(Response response, SplitMix64 random) {
        Side seat = settings.seat();
        Ground ground = response.grounds().of(seat);
        if (settings.by() == OracleSettings.By.SEARCH) {
            return response.on(seat, ground.with(spans(ground.spans(), random)));
        }
        if (random.nextInt(BOTS) == 0) {
            List<BotFactory> bots = Roster.quick();
            String bot = bots.get(random.nextInt(bots.size())).name();
            return response.on(seat, Ground.of(bot).cheating(ground.cheat()));
        }
        if (random.nextInt(CHEATS) == 0) {
            int cheat = random.nextInt(Cheat.values().length + 1);
            return response.on(seat, ground.cheating(cheat == Cheat.values().length ? null : Cheat.values()[cheat]));
        }
        if (ground.taste() != null && random.nextInt(TASTES) == 0) {
            return response.on(seat, ground.tasting(tastes.get(random.nextInt(tastes.size()))));
        }
        return response.ruled(response.policy().varied(seat, random, scenario));
    }

    private List<Span> spans(List<Span> before, SplitMix64 random) {
        List<Span> spans = new ArrayList<>(before);
        int kind = random.nextInt(KINDS);
        if (!spans.isEmpty() && kind == 0) {
            spans.remove(random.nextInt(spans.size()));
        } else if (!spans.isEmpty() && kind == 1) {
            int place = random.nextInt(spans.size());
            Span old = spans.get(place);
            Span rounds = drawn(random);
            spans.set(place, new Span(rounds.from(), rounds.to(), old.kind(), old.instrument(), old.level()));
        } else if (spans.size() < Ground.MAX_SPANS) {
            spans.add(drawn(random));
        }
        return spans;
    }

    private Span drawn(SplitMix64 random) {
        int from = 1 + random.nextInt(ROUNDS);
        int to = random.nextInt(2) == 0 ? Limits.MAX_ROUNDS : from + random.nextInt(ROUNDS - from + 1);
        int what = random.nextInt(orders.size() + Span.Kind.values().length - 1);
        if (what >= orders.size()) {
            return Span.talk(from, to, Span.Kind.values()[1 + what - orders.size()]);
        }
        Instrument instrument = orders.get(what);
        int level = random.nextInt(scenario.spec(instrument).ladder().size());
        return Span.order(from, to, instrument, level);
    }
}
