package dev.truce.match.record.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.deed.Done;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.DeedLine;
import dev.truce.match.record.HostLine;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the machine form of a record, JSON Lines: the head, one line a round, the hash. It carries what the text form carries and is
 * for other programs; {@link RecordReader} reads the text form only. The seed is a string, because many programs keep only 53
 * bits of a number.
 */
public final class RecordJson {
    private static final String HASH = "sha256:";
    private static final String ED25519 = "ed25519:";

    /** Key of the line of a deed. */
    private static final String DEED = "deed";

    /** Key of the line of a shock card. */
    private static final String CARD = "card";

    /** Key of the line of what the host did. */
    private static final String HOST = "host";

    private static final JsonFactory JSON = new JsonFactory();

    private RecordJson() {}

    /**
     * Returns the record as JSON Lines, each line ended by a line feed.
     *
     * @param match the record
     * @param scenario the scenario of its rulesStamp, whose words it uses
     */
    public static String write(MatchRecord match, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        line(text, out -> head(out, match));
        for (RecordedRound round : match.rounds()) {
            line(text, out -> round(out, round, scenario));
            for (String act : HostLine.lines(round.closed().hosting())) {
                line(text, out -> out.writeStringField(HOST, act));
            }
            for (AbsentMinister minister : round.closed().absent()) {
                line(text, out -> out.writeStringField(HOST, HostLine.write(minister)));
            }
            for (Card card : round.closed().cards()) {
                line(text, out -> out.writeStringField(CARD, card.text()));
            }
            for (Done done : round.closed().deeds()) {
                line(text, out -> out.writeStringField(DEED, DeedLine.write(done, round.round(), scenario)));
            }
        }
        line(text, out -> out.writeStringField("hash", HASH + match.hash()));
        RecordSignature signature = match.signature();
        if (signature != null) {
            line(text, out -> out.writeStringField("signed", ED25519 + signature.key() + ' ' + signature.value()));
        }
        return text.toString();
    }

    private static void head(JsonGenerator out, MatchRecord match) throws IOException {
        RecordTitle recordTitle = match.recordTitle();
        RulesStamp rulesStamp = match.rulesStamp();
        MatchSetup setup = match.setup();
        out.writeNumberField("truce_record", MatchRecord.VERSION);
        if (!recordTitle.event().isEmpty()) {
            out.writeStringField(Header.EVENT.key(), recordTitle.event());
        }
        if (!recordTitle.date().isEmpty()) {
            out.writeStringField(Header.DATE.key(), recordTitle.date());
        }
        out.writeStringField(Header.US.key(), recordTitle.usName());
        out.writeStringField(Header.CHINA.key(), recordTitle.cnName());
        out.writeStringField(Header.SEED.key(), Long.toString(setup.seed()));
        if (setup.tableSeed() != null) {
            out.writeStringField(Header.SEED_OF_TABLE.key(), SeedWords.ofTable(setup));
        }
        for (Header header : SeedWords.HEADERS) {
            String value = SeedWords.value(match.seedOrigin(), header);
            if (!value.isEmpty()) {
                out.writeStringField(header.key(), value);
            }
        }
        if (match.lossAccepted()) {
            out.writeStringField(Header.LOSS.key(), RecordWords.ACCEPTED);
        }
        out.writeStringField(Header.RULESET.key(), rulesStamp.ruleset());
        out.writeStringField(Header.DATA.key(), rulesStamp.data());
        out.writeStringField(Header.SCENARIO.key(), rulesStamp.scenario());
        out.writeStringField(Header.SCENARIO_HASH.key(), rulesStamp.scenarioHash());
        out.writeFieldName(Header.HORIZON.key());
        horizon(out, setup.horizon());
        out.writeArrayFieldStart(Header.SUMMITS.key());
        for (int round : setup.calendar().summits()) {
            out.writeNumber(round);
        }
        out.writeEndArray();
        out.writeObjectFieldStart(Header.CONDITIONS.key());
        out.writeBooleanField("noise", setup.conditions().noise());
        out.writeBooleanField("perpetual_truce", setup.conditions().perpetualTruce());
        out.writeBooleanField("open_chapter", setup.conditions().openChapter());
        out.writeEndObject();
        if (!match.delegations().isEmpty()) {
            out.writeStringField(Header.DELEGATIONS.key(), DelegationText.write(match.delegations()));
        }
        out.writeNumberField(Header.ROUNDS.key(), match.rounds().size());
        out.writeStringField(Header.START.key(), match.start());
        Result result = match.result();
        if (result == null) {
            out.writeNullField(Header.RESULT.key());
            out.writeNullField(Header.ENDING.key());
            return;
        }
        out.writeObjectFieldStart(Header.RESULT.key());
        out.writeFieldName("us");
        out.writeNumber(RecordWords.decimal(result.usTenths()));
        out.writeFieldName("cn");
        out.writeNumber(RecordWords.decimal(result.cnTenths()));
        out.writeEndObject();
        out.writeStringField(Header.ENDING.key(), RecordWords.ending(match.ending()));
    }

    private static void horizon(JsonGenerator out, Horizon horizon) throws IOException {
        out.writeStartObject();
        if (horizon instanceof Horizon.Hidden hidden) {
            out.writeObjectFieldStart("hidden");
            out.writeNumberField("at_least", hidden.atLeast());
            out.writeFieldName("go_on");
            out.writeNumber(SetupText.decimal(hidden.goOn()));
            out.writeNumberField("at_most", hidden.atMost());
            out.writeEndObject();
        } else {
            out.writeNumberField("fixed", ((Horizon.Fixed) horizon).rounds());
        }
        out.writeEndObject();
    }

    private static void round(JsonGenerator out, RecordedRound round, Scenario scenario) throws IOException {
        out.writeNumberField("round", round.round());
        side(out, round.closed(), Side.US, scenario, round.annotations().us());
        side(out, round.closed(), Side.CN, scenario, round.annotations().cn());
        out.writeStringField("chain", round.link());
    }

    private static void side(
            JsonGenerator out, ClosedRound round, Side side, Scenario scenario, List<String> annotations)
            throws IOException {
        out.writeObjectFieldStart(key(side));
        out.writeStringField("manner", round.ordersOrigin(side).word());
        out.writeArrayFieldStart("orders");
        for (Order order : round.orders().of(side).list()) {
            out.writeStartObject();
            out.writeStringField("instrument", order.instrument().id());
            out.writeStringField(
                    "level",
                    scenario.spec(order.instrument()).rung(order.level()).token());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("asides");
        for (String aside : annotations) {
            out.writeString(aside);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static String key(Side side) {
        return side.word();
    }

    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    private static void line(StringBuilder text, Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a writer into memory failed", e);
        }
        text.append(line).append('\n');
    }
}
