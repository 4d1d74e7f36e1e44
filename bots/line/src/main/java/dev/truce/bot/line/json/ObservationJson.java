package dev.truce.bot.line.json;

import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Rounding;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.StatementNotation;
import dev.truce.match.notation.TermsNotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a seat sees when a round opens, as one line of JSON. It is made from the seat's own redacted observation and from what the
 * seat has heard, and from nothing else. {@link ObservationReader} reads it back without loss.
 */
public final class ObservationJson {
    /** Longest JSON, in bytes: a line of the protocol less its words. */
    public static final int MAX_BYTES = 8_100;

    /** An open accusation: a side, and of what it is accused. */
    private record OpenAccusation(String side, String instrument) {}

    private final Scenario scenario;
    private final boolean legal;
    private final BoardJson board;
    private final RoundJson rounds;

    /**
     * Makes a writer.
     *
     * @param legal whether the lists of legal levels are told
     */
    public ObservationJson(Scenario scenario, boolean legal) {
        this.scenario = scenario;
        this.legal = legal;
        this.board = new BoardJson(scenario);
        this.rounds = new RoundJson(scenario);
    }

    /** Returns the JSON without odds of accusations, for a seat whose match was not followed. */
    public String write(Observation seen, Talks talks) {
        return write(seen, talks, null);
    }

    /**
     * Returns the JSON, at most {@link #MAX_BYTES} long. Words that somebody said are left out where they would not fit, the oldest
     * first, and then counted; if that is not enough, the round before is left out, and that is said too.
     *
     * @param known what the seat can tell of guilt after the rounds that it has seen; without it odds are left out
     * @throws IllegalArgumentException if the observation was not made for a seat
     */
    public String write(Observation seen, Talks talks, @Nullable Suspicion known) {
        if (seen.viewer() != Viewer.US && seen.viewer() != Viewer.CN) {
            throw new IllegalArgumentException("made for " + seen.viewer() + ", expected a seat");
        }
        int said = talks.said().size();
        String line = "";
        for (int from = 0; from <= said + 1; from++) {
            line = JsonText.write(of(seen, talks, known, Math.min(from, said), from > said));
            if (line.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
                return line;
            }
        }
        throw new IllegalStateException("an observation of " + line.length() + " characters, longer than a line");
    }

    private Map<String, @Nullable Object> of(
            Observation seen, Talks talks, @Nullable Suspicion known, int firstSaid, boolean lastLeftOut) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("round", seen.openRound());
        map.put("role", seen.viewer().name());
        map.put("over", seen.over());
        map.put("quarter", seen.quarter());
        map.put("summit", seen.summit());
        map.put("known_rounds", seen.knownRounds());
        map.put("levels", board.levels(seen.levels()));
        map.put("treaty", board.treaty(seen.treaty(), seen.openRound()));
        map.putAll(RecordBinding.of(seen.climate()));
        BoardJson.putRedLines(map, seen.redLines());
        if (scenario.accusations().exist()) {
            map.put("accusations", accusations(seen, known));
        }
        if (legal) {
            legal(map, seen.legal());
        }
        Terms last = talks.lastOffer();
        map.put("last_offer", last == null ? null : TermsNotation.of(last, seen.openRound(), scenario));
        List<Object> offers = new ArrayList<>();
        for (Offer offer : talks.offers()) {
            offers.add(offer(offer, seen.openRound()));
        }
        map.put("offers", offers);
        List<Object> said = new ArrayList<>();
        for (Notice.Said each : talks.said().subList(firstSaid, talks.said().size())) {
            said.add(said(each));
        }
        map.put("said", said);
        map.put("said_left_out", firstSaid);
        map.put("last_left_out", lastLeftOut);
        map.put("last", seen.last() == null || lastLeftOut ? null : rounds.of(seen.last()));
        return map;
    }

    /** Returns the accusations on which the other side of each decides in the open round. */
    private static List<Object> accusations(Observation seen, @Nullable Suspicion known) {
        List<Object> open = new ArrayList<>();
        for (Side side : Side.values()) {
            Instrument accused = seen.accusedOn(side);
            if (accused != null) {
                Map<String, @Nullable Object> map =
                        RecordBinding.of(new OpenAccusation(side.name(), accused.qualifiedWord()));
                if (known != null) {
                    map.put("odds_milli", Rounding.milli(known.ofGuilt(accused)));
                }
                open.add(map);
            }
        }
        return open;
    }

    private void legal(Map<String, @Nullable Object> map, List<LegalLevels> all) {
        Map<String, Object> legalLevels = new LinkedHashMap<>();
        Map<String, Object> withheld = new LinkedHashMap<>();
        Map<String, Object> overruled = new LinkedHashMap<>();
        for (LegalLevels each : all) {
            List<String> tokens = new ArrayList<>();
            for (int level : each.legal()) {
                tokens.add(board.token(each.instrument(), level));
            }
            legalLevels.put(each.instrument().qualifiedWord(), tokens);
            Map<String, Object> reasons = new LinkedHashMap<>();
            for (LegalLevels.Withheld one : each.withheld()) {
                reasons.put(
                        board.token(each.instrument(), one.level()),
                        one.reason().name());
            }
            if (!reasons.isEmpty()) {
                withheld.put(each.instrument().qualifiedWord(), reasons);
            }
            Map<String, Object> passing = new LinkedHashMap<>();
            for (LegalLevels.Overruled one : each.overruled()) {
                Map<String, Object> then = new LinkedHashMap<>();
                then.put("to", board.token(each.instrument(), one.to()));
                then.put("by", one.by().name());
                passing.put(board.token(each.instrument(), one.level()), then);
            }
            if (!passing.isEmpty()) {
                overruled.put(each.instrument().qualifiedWord(), passing);
            }
        }
        map.put("legal", legalLevels);
        map.put("withheld", withheld);
        map.put("overruled", overruled);
    }

    private Map<String, @Nullable Object> offer(Offer offer, int round) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", offer.id().toString());
        map.put("made", offer.made());
        map.put("last", offer.lastRound());
        map.put("answers", offer.answers() == null ? null : offer.answers().toString());
        map.put("terms", TermsNotation.of(offer.terms(), round, scenario));
        return map;
    }

    private Map<String, @Nullable Object> said(Notice.Said said) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("round", said.round());
        map.put("by", said.seat().side().name());
        map.put("seat", said.seat().number());
        map.put("number", said.number());
        map.put("to", DeedNotation.of(said.channel()));
        map.put("text", said.text());
        map.put("statement", said.statement() == null ? null : StatementNotation.of(said.statement(), scenario));
        return map;
    }
}
