package dev.truce.bot.line.json;

import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ObservationJson} writes, for a seat that plays the same scenario. */
public final class ObservationReader {
    private final Scenario scenario;
    private final BoardJson board;
    private final TermsJson terms;
    private final RoundReader rounds;

    public ObservationReader(Scenario scenario) {
        this.scenario = scenario;
        this.board = new BoardJson(scenario);
        this.terms = new TermsJson(scenario);
        this.rounds = new RoundReader(scenario);
    }

    /**
     * Reads an observation; where legal levels are not told, there are none.
     *
     * @throws IllegalArgumentException if the text is none; the message names the field
     */
    public SeenAndHeard read(String text) {
        Fields json = new Fields("observation", JsonText.object(text));
        Side reader = json.word("role", Side.class);
        int round = json.whole("round");
        Observation seen = new Observation(
                Viewer.of(reader),
                round,
                json.bool("over"),
                json.string("quarter"),
                json.bool("summit"),
                json.whole("known_rounds"),
                board.levels(json.object("levels")),
                board.treaty(json.object("treaty")),
                RecordBinding.read(Observation.Climate.class, json),
                BoardJson.redLines(json),
                json.has("legal") ? legal(json, reader) : List.of(),
                json.has("last") ? rounds.read(json.object("last"), reader) : null);
        return new SeenAndHeard(seen, talks(json, reader, round));
    }

    private List<LegalLevels> legal(Fields json, Side reader) {
        Fields legal = json.object("legal");
        Fields withheld = json.object("withheld");
        Fields overruled = json.object("overruled");
        List<LegalLevels> all = new ArrayList<>();
        for (Instrument instrument : scenario.instruments().of(reader)) {
            String word = instrument.qualifiedWord();
            if (!legal.has(word)) {
                // Nothing is legal any more when the match is over.
                continue;
            }
            List<Integer> levels = new ArrayList<>();
            for (String token : legal.strings(word)) {
                levels.add(board.level(instrument, token));
            }
            all.add(new LegalLevels(
                    instrument,
                    levels,
                    withheld.has(word) ? withheld(withheld.object(word), instrument) : List.of(),
                    overruled.has(word) ? overruled(overruled.object(word), instrument) : List.of()));
        }
        return all;
    }

    private List<LegalLevels.Withheld> withheld(Fields json, Instrument instrument) {
        InstrumentSpec spec = scenario.spec(instrument);
        List<LegalLevels.Withheld> withheld = new ArrayList<>();
        for (int level = 0; level < spec.ladder().size(); level++) {
            String token = spec.rung(level).token();
            if (json.has(token)) {
                withheld.add(new LegalLevels.Withheld(level, json.word(token, LegalLevels.Reason.class)));
            }
        }
        return withheld;
    }

    private List<LegalLevels.Overruled> overruled(Fields json, Instrument instrument) {
        InstrumentSpec spec = scenario.spec(instrument);
        List<LegalLevels.Overruled> overruled = new ArrayList<>();
        for (int level = 0; level < spec.ladder().size(); level++) {
            String token = spec.rung(level).token();
            if (json.has(token)) {
                Fields then = json.object(token);
                overruled.add(new LegalLevels.Overruled(
                        level,
                        board.level(instrument, then.string("to")),
                        then.word("by", LegalLevels.Overruler.class)));
            }
        }
        return overruled;
    }

    private Talks talks(Fields json, Side reader, int round) {
        List<Offer> offers = new ArrayList<>();
        for (Fields offer : json.objects("offers")) {
            Terms offered = terms.read(offer.string("terms"), reader, round);
            offers.add(new Offer(
                    TermsJson.id(offer.string("id")),
                    offered,
                    offer.whole("made"),
                    offer.whole("last"),
                    offer.has("answers") ? TermsJson.id(offer.string("answers")) : null,
                    OfferStatus.OPEN));
        }
        List<Notice.Said> said = new ArrayList<>();
        for (Fields each : json.objects("said")) {
            Side speaker = each.word("by", Side.class);
            int spoken = each.whole("round");
            said.add(new Notice.Said(
                    new Seat(speaker, each.whole("seat")),
                    spoken,
                    each.whole("number"),
                    channel(each),
                    each.string("text"),
                    each.has("statement") ? terms.statement(each.string("statement"), speaker, spoken) : null));
        }
        return new Talks(
                json.has("last_offer") ? terms.read(json.string("last_offer"), reader, round) : null, offers, said);
    }

    private static Channel channel(Fields said) {
        return switch (said.string("to")) {
            case "all" -> Channel.PUBLIC;
            case "other" -> Channel.OTHER_SIDE;
            case "own" -> Channel.DELEGATION;
            default -> throw said.illegal("to", "all, other or own");
        };
    }

    /** What one line of JSON tells a seat: what it sees and what it has heard. */
    public record SeenAndHeard(Observation observation, Talks talks) {}
}
