package dev.truce.bot.line.json;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Statement;
import dev.truce.match.notation.NotationFault;
import dev.truce.match.notation.Phrase;
import dev.truce.match.notation.PhraseReader;

/** Terms and statements inside JSON are in the notation of orders; this reads them. */
final class TermsJson {
    private final Scenario scenario;

    TermsJson(Scenario scenario) {
        this.scenario = scenario;
    }

    Terms read(String text, Side reader, int round) {
        Phrase phrase = phrase("OFFER o " + text, reader, round);
        if (phrase instanceof Phrase.Offers offers) {
            return offers.terms();
        }
        throw new IllegalArgumentException("'" + text + "' are no terms");
    }

    Statement statement(String text, Side speaker, int round) {
        if (phrase(text, speaker, round) instanceof Phrase.Says says && says.statement() != null) {
            return says.statement();
        }
        throw new IllegalArgumentException("'" + text + "' is no statement");
    }

    static OfferId id(String text) {
        return OfferId.parse(text);
    }

    private Phrase phrase(String text, Side writer, int round) {
        PhraseReader.Reading reading = new PhraseReader(writer, round, scenario).phrase(text);
        if (reading instanceof PhraseReader.Reading.Read read) {
            return read.phrase();
        }
        NotationFault code = ((PhraseReader.Reading.Wrong) reading).code();
        throw new IllegalArgumentException(code + " in '" + text + "'");
    }
}
