package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Evidence;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.RatificationView;
import dev.truce.match.Notice;
import dev.truce.match.notation.StatementNotation;
import dev.truce.match.notation.TermsNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers, signatures, notices and talk as JSON objects. */
public final class TalkObjects {
    private final Scenario scenario;

    /** @param scenario whose levels the terms name */
    public TalkObjects(Scenario scenario) {
        this.scenario = scenario;
    }

    public Map<String, Object> offer(Offer offer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", offer.id().toString());
        object.put("side", offer.maker().name());
        object.put("made", offer.made());
        object.put("last_round", offer.lastRound());
        object.put("answers", offer.answers() == null ? null : offer.answers().toString());
        object.put("status", offer.status().name());
        object.put("terms", terms(offer.terms()));
        return object;
    }

    private Map<String, Object> terms(Terms terms) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", terms instanceof Terms.Renewal ? "renewal" : "package");
        object.put("rounds", terms.rounds());
        object.put("communique", terms.communique());
        List<Object> clauses = new ArrayList<>();
        if (terms instanceof Terms.Package offered) {
            offered.pledges().forEach(pledge -> clauses.add(clause(pledge)));
        }
        object.put("clauses", clauses);
        object.put("hash", TermsHash.of(terms));
        return object;
    }

    private Map<String, Object> clause(Pledge pledge) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("instrument", pledge.instrument().id());
        object.put("sign", TermsNotation.sign(pledge.instrument()));
        object.put("level", token(pledge.instrument(), pledge.bound()));
        return object;
    }

    /** Returns what happened to signed terms, or null if none were signed. */
    public @Nullable Map<String, Object> ratification(RatificationView ratified) {
        Terms terms = ratified.terms();
        if (terms == null) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", ratified.outcome().name());
        object.put("side", ratified.side() == null ? null : ratified.side().name());
        object.put("agreement", ratified.agreement() == 0 ? null : ratified.agreement());
        object.put("terms", terms(terms));
        return object;
    }

    /** Returns what a seat said. */
    public Map<String, Object> said(Notice.Said said) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("side", said.seat().side().name());
        object.put("seat", said.seat().number());
        object.put("channel", said.channel().name());
        object.put("text", said.text());
        object.put("statement", said.statement() == null ? null : statement(said.statement()));
        return object;
    }

    private Map<String, Object> statement(Statement statement) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", StatementNotation.word(statement).toLowerCase(Locale.ROOT));
        StatementNotation.named(statement).forEach((name, value) -> {
            if (value instanceof Order order) {
                object.put("instrument", order.instrument().id());
                object.put("level", token(order.instrument(), order.level()));
            } else if (value instanceof Pledge pledge) {
                object.put(name, clause(pledge));
            } else {
                object.put(name, value instanceof Instrument instrument ? instrument.id() : value);
            }
        });
        return object;
    }

    /** Returns the ledger of said and done: how each side stands, and every word. */
    Map<String, Object> ledger(SaidAndDone ledger) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            SaidAndDone.Tally tally = ledger.tally(side);
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("done", tally.done());
            counts.put("not_done", tally.notDone());
            counts.put("pending", tally.pending());
            counts.put("uncounted", tally.uncounted());
            object.put(side.word(), counts);
        }
        List<Object> words = new ArrayList<>();
        ledger.entries().forEach(entry -> words.add(word(entry)));
        object.put("words", words);
        return object;
    }

    public Map<String, Object> word(LedgerEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("side", entry.side().name());
        object.put("round", entry.round());
        object.put(
                "statement", entry.promise() instanceof Promise.Stated stated ? statement(stated.statement()) : null);
        object.put("signed", entry.promise() instanceof Promise.Signed signed ? terms(signed.terms()) : null);
        object.put("due", entry.due() == Clause.FOREVER ? null : entry.due());
        object.put("verdict", entry.verdict().name());
        object.put("decided", entry.isPending() ? null : entry.decided());
        Evidence deed = entry.deed();
        object.put("deed", deed == null ? null : deed.kind().name());
        object.put(
                "deed_side",
                deed == null || deed.side() == null ? null : deed.side().name());
        object.put(
                "deed_instrument",
                deed == null || deed.instrument() == null
                        ? null
                        : deed.instrument().id());
        return object;
    }

    private String token(Instrument instrument, int level) {
        return scenario.spec(instrument).rung(level).token();
    }
}
