package dev.truce.bot.line.json;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedReader;

/** Terms and statements inside JSON are in the notation of orders; this reads them. */
final class TermsJson {
    private final Scenario scenario;

    TermsJson(Scenario scenario) {
        this.scenario = scenario;
    }

    Terms read(String text, Side reader, int round) {
        if (deed("OFFER " + text, reader, round) instanceof Deed.MakeOffer offer) {
            return offer.terms();
        }
        throw new IllegalArgumentException("'" + text + "' are no terms");
    }

    Statement statement(String text, Side speaker, int round) {
        if (deed(text, speaker, round) instanceof Deed.Say says && says.statement() != null) {
            return says.statement();
        }
        throw new IllegalArgumentException("'" + text + "' is no statement");
    }

    static OfferId id(String text) {
        return OfferId.parse(text);
    }

    private Deed deed(String text, Side writer, int round) {
        Reply<Deed> reading = new DeedReader(writer, round, scenario).deed(text);
        if (reading instanceof Reply.Done<Deed> read) {
            return read.value();
        }
        String code = ((Reply.Refused<Deed>) reading).refusal().code().name();
        throw new IllegalArgumentException(code + " in '" + text + "'");
    }
}
