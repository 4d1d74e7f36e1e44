package dev.truce.cli.pool;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.AttackStudy;
import dev.truce.tournament.GameGates;
import dev.truce.tournament.Games;
import dev.truce.tournament.Gate;
import dev.truce.tournament.GuestStudy;
import dev.truce.tournament.HouseRules;
import dev.truce.tournament.PoolStudies;
import dev.truce.tournament.RetaliationStudy;
import dev.truce.tournament.RoundRobin;
import dev.truce.tournament.SnapBackStudy;
import dev.truce.tournament.TableGates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays all that a request asks for. The findings do not depend on the number of threads. */
public final class PoolMeasurement {
    /** The scenario whose pool the design's table describes. */
    private static final String DESIGNED = "busan-2025";

    private static final String SEARCH = "search";
    private static final String LEARNER = "learner";
    /** More seeds than these make the two smaller studies no clearer. */
    private static final int STUDY_SEEDS_MOST = 100;
    /** A match of the searching bot takes as long as five hundred others. */
    private static final int SEARCH_PAIRS_MOST = 2;
    /** Learners are compared on seeds on which nothing else was chosen. */
    private static final long FRESH = 15_000;

    private final PoolRequest request;
    private final Rules rules;
    private final Meter meter;

    /**
     * Prepares it.
     *
     * @param rules the request's scenario, compiled
     */
    public PoolMeasurement(PoolRequest request, Rules rules, Meter meter) {
        this.request = request;
        this.rules = rules;
        this.meter = meter;
    }

    /**
     * Plays and judges.
     *
     * @throws InterruptedException if the thread was interrupted; no match is left running
     */
    public PoolFindings run() throws InterruptedException {
        List<BotFactory> bots = Roster.reference();
        meter.begin(Texts.of("pool.work.pool"), (long) bots.size() * bots.size() * request.seeds());
        Games pool = new RoundRobin(rules, bots, request.threads())
                .play(request.first(), request.seeds(), HouseRules.NONE, () -> meter.played(bots.size() * bots.size()));
        PoolFindings findings = request.guests().isEmpty() ? judged(pool) : withGuests(pool);
        meter.end();
        return findings;
    }

    private PoolFindings withGuests(Games pool) throws InterruptedException {
        List<GuestStudy> guests = new ArrayList<>();
        for (BotFactory guest : request.guests()) {
            guests.add(guest(guest, pool, request.pairs()));
        }
        return new PoolFindings(request, new PoolStudies(pool, null, null, null, null), guests, List.of());
    }

    private PoolFindings judged(Games pool) throws InterruptedException {
        int seeds = Math.min(request.seeds(), STUDY_SEEDS_MOST);
        PoolStudies studies = new PoolStudies(pool, retaliation(seeds), snapBack(seeds), search(pool), attack(pool));
        List<Gate> gates = new ArrayList<>(new GameGates(studies).all());
        if (request.scenario().id().equals(DESIGNED)) {
            gates.addAll(new TableGates(pool).all());
        }
        return new PoolFindings(request, studies, List.of(), gates);
    }

    private @Nullable RetaliationStudy retaliation(int seeds) throws InterruptedException {
        if (seeds < 2) {
            return null;
        }
        int matches = RetaliationStudy.opponents() * seeds;
        meter.begin(Texts.of("pool.work.retaliation"), (long) RetaliationStudy.pieces(rules) * matches);
        return RetaliationStudy.run(rules, request.first(), seeds, request.threads(), () -> meter.played(matches));
    }

    private SnapBackStudy snapBack(int seeds) throws InterruptedException {
        int matches = SnapBackStudy.matches();
        meter.begin(Texts.of("pool.work.snap-back"), (long) SnapBackStudy.pieces() * matches * seeds);
        return SnapBackStudy.run(rules, request.first(), seeds, request.threads(), () -> meter.played(matches));
    }

    private @Nullable GuestStudy search(Games pool) throws InterruptedException {
        int pairs = Math.min(SEARCH_PAIRS_MOST, GuestStudy.mostPairs(pool.bots(), request.seeds()));
        return pairs < GuestStudy.LEAST_PAIRS ? null : guest(Roster.find(SEARCH).orElseThrow(), pool, pairs);
    }

    private GuestStudy guest(BotFactory guest, Games pool, int pairs) throws InterruptedException {
        meter.begin(Texts.of("pool.work.guest", guest.name()), 2L * pool.bots() * pairs);
        return GuestStudy.run(rules, guest, pool, request.first(), pairs, request.threads(), () -> meter.played(2));
    }

    private @Nullable AttackStudy attack(Games pool) throws InterruptedException {
        if (!request.attack()) {
            return null;
        }
        meter.begin(Texts.of("pool.work.attack"), AttackStudy.matches());
        int matches = (int) (AttackStudy.matches() / AttackStudy.pieces());
        return AttackStudy.run(
                rules,
                pool,
                request.first() + FRESH,
                request.seeds(),
                AttackStudy.STEPS,
                List.of(Roster.find(LEARNER).orElseThrow()),
                request.threads(),
                () -> meter.played(matches));
    }
}
