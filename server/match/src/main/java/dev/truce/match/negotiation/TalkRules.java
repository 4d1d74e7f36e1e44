package dev.truce.match.negotiation;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Judges what seats say: {@code BAD_TEXT} first, then {@code TOO_MUCH_TALK}. Keeps nothing. */
public final class TalkRules {

    /** How often one seat may speak in one round, over all channels. */
    public static final int MAX_A_ROUND = 16;

    /**
     * How much all seats of a side may say in a match, in bytes as {@link #weight} counts them. It keeps the text form of the longest
     * match's record, drafts and votes included, below what a server's frame can carry; in a match of 12 rounds it is 4,700 bytes a round.
     */
    public static final int MAX_BYTES_A_MATCH = 56 * 1024;

    /** What a record needs for a statement besides its text. */
    private static final int FRAME_BYTES = 100;

    private final Rules rules;
    private final int lastRound;

    /**
     * Makes the rules of a match.
     *
     * @param rules the compiled scenario
     * @param setup setup of the match; a hidden horizon is not told by what is refused
     */
    public TalkRules(Rules rules, MatchSetup setup) {
        this.rules = rules;
        this.lastRound = setup.horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : Limits.MAX_ROUNDS;
    }

    /**
     * Judges what a seat says.
     *
     * @param says what it says
     * @param side whose seat it is
     * @param round the open round
     * @param saidByTheSeat how often the seat has spoken in this round
     * @param saidByTheSide how much its side has said in this match, as {@link #weight} counts
     * @return why it is refused, or null if it may be said
     */
    public @Nullable Refusal refusal(Deed.Say says, Side side, int round, int saidByTheSeat, int saidByTheSide) {
        Refusal wrong = badText(says, side, round);
        if (wrong != null) {
            return wrong;
        }
        if (saidByTheSeat >= MAX_A_ROUND) {
            return Refusal.of(RefusalCode.TOO_MUCH_TALK, "text").because("refused.too_much_talk.round", MAX_A_ROUND);
        }
        int left = MAX_BYTES_A_MATCH - saidByTheSide;
        if (weight(says) > left) {
            return Refusal.of(RefusalCode.TOO_MUCH_TALK, "text")
                    .because("refused.too_much_talk.match", side, Math.max(0, left - FRAME_BYTES));
        }
        return null;
    }

    /** Returns how much something said counts: the bytes of its text in UTF-8, quotes and backslashes twice, and 100 for the rest. */
    public static int weight(Deed.Say says) {
        int weight = FRAME_BYTES + says.text().getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < says.text().length(); i++) {
            char c = says.text().charAt(i);
            weight += c == '"' || c == '\\' ? 1 : 0;
        }
        return weight;
    }

    private @Nullable Refusal badText(Deed.Say says, Side side, int round) {
        Statement statement = says.statement();
        Refusal wrong = badWords(says.text(), statement != null);
        if (wrong != null) {
            return wrong;
        }
        if (statement != null && says.channel() != Channel.PUBLIC) {
            return bad("statement", "refused.bad_text.public");
        }
        Instrument about = statement == null ? null : statement.instrument();
        if (about != null && about.holder() != side) {
            return bad("statement.instrument", "refused.held-by", about.id(), side.other());
        }
        if (about != null && !rules.scenario().instruments().has(about)) {
            return bad("statement.instrument", "refused.no-instrument", about.id());
        }
        return statement instanceof Statement.Threaten threat ? badThreat(side, threat, round) : null;
    }

    /**
     * Returns why words cannot be said by anybody, or null.
     *
     * @param mayBeNone whether there may be no words at all
     */
    public static @Nullable Refusal badWords(String text, boolean mayBeNone) {
        if (text.codePointCount(0, text.length()) > Limits.MAX_TEXT_CHARACTERS) {
            return bad("text", "refused.bad_text.long", Limits.MAX_TEXT_CHARACTERS);
        }
        if (!isPlain(text)) {
            return bad("text", "refused.bad_text.signs");
        }
        return text.isBlank() && !mayBeNone ? bad("text", "refused.bad_text.empty") : null;
    }

    private @Nullable Refusal badThreat(Side side, Statement.Threaten threat, int round) {
        Instruments instruments = rules.scenario().instruments();
        if (!instruments.isOnLadder(threat.instrument(), threat.level())) {
            return bad(
                    "statement.level", "refused.no-level", threat.instrument().id(), threat.level());
        }
        if (threat.byRound() < round || threat.byRound() > lastRound) {
            boolean late = threat.byRound() > lastRound;
            return bad(
                            "statement.by_round",
                            late ? "refused.bad_text.end" : "refused.bad_text.round",
                            threat.byRound(),
                            late ? lastRound : round)
                    .legal(round + ".." + lastRound);
        }
        Pledge unless = threat.unless();
        if (unless != null && unless.instrument().holder() == side) {
            return bad(
                    "statement.unless",
                    "refused.bad_text.condition",
                    side,
                    unless.instrument().id());
        }
        if (unless != null && !instruments.isOnLadder(unless.instrument(), unless.bound())) {
            return bad(
                    "statement.unless", "refused.no-level", unless.instrument().id(), unless.bound());
        }
        return null;
    }

    /** Returns whether a text has nothing that could command a terminal, break a line or hide. */
    private static boolean isPlain(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int type = Character.getType(point);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                return false;
            }
            at += Character.charCount(point);
        }
        return true;
    }

    private static Refusal bad(String field, String sentence, Object... named) {
        return Refusal.of(RefusalCode.BAD_TEXT, field).because(sentence, named);
    }
}
