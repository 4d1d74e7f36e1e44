package dev.truce.cli.session;

import dev.truce.cli.screen.IndicatorBlock;
import dev.truce.cli.screen.LedgerBlock;
import dev.truce.cli.screen.Markets;
import dev.truce.cli.screen.Wording;
import dev.truce.cli.text.Fault;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.SaidAndDone;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The commands that tell what everybody may know of the match: the ledger of said and done, and the indicators. */
final class PublicFigures {
    private final Seating seating;
    private final Board board;
    private final Wording wording;

    PublicFigures(Seating seating, Board board) {
        this.seating = seating;
        this.board = board;
        this.wording = new Wording(seating.scenario());
    }

    /**
     * Shows whose word came true.
     *
     * @param word a side, or empty for both
     */
    Inquiries.Reply ledger(String word) {
        String side = word.toUpperCase(Locale.ROOT);
        if (!side.isEmpty() && !side.equals("US") && !side.equals("CN")) {
            return Inquiries.Reply.of(Fault.of(
                            "WRONG_USAGE",
                            Texts.of("fault.ledger", word),
                            Texts.of("fault.unchanged.everything"),
                            "ledger us")
                    .about("side", "us cn"));
        }
        @Nullable Side only = side.isEmpty() ? null : Side.valueOf(side);
        SaidAndDone ledger = board.proceedings().ledger();
        LedgerBlock block = new LedgerBlock(wording);
        return Inquiries.Reply.of(
                seating.look().accessible() ? block.sentences(ledger, only) : block.lines(ledger, only));
    }

    /**
     * Shows markets, trade and polls.
     *
     * @param word number of a round, 0 for the start, or empty for the last
     */
    Inquiries.Reply indicators(String word) {
        Markets markets = board.reasons().markets();
        String number =
                word.toLowerCase(Locale.ROOT).replaceFirst("^round\\s", "").strip();
        int last = board.rounds().size();
        int round = number.isEmpty() ? last : number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
        if (round < 0 || markets.after(round) == null) {
            return Inquiries.Reply.of(Fault.of(
                            "UNKNOWN_ROUND",
                            Texts.of("fault.unknown-round", number, last),
                            Texts.of("fault.unchanged.everything"),
                            "indicators")
                    .about("round", "0.." + last));
        }
        String quarter = round == 0 ? "" : seating.scenario().calendar().quarter(round);
        return Inquiries.Reply.of(IndicatorBlock.shown(markets, round, quarter, seating.look()));
    }
}
