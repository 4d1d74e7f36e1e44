package dev.truce.tournament.result;

import dev.truce.bot.line.model.ModelCall;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.match.notation.OrderText;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.text.RecordText;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.row.RoundRow;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.RowText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the files say about pairs. Not thread-safe. */
public final class PairText {
    /** Some hundred bytes each. */
    private static final int MAX_NOTATIONS = 1024;

    private final Rules rules;
    private final List<String> names;
    private final boolean keepsRecords;
    private final RowText<MatchRow> matches = new RowText<>(MatchRow.TABLE);
    private final RowText<RoundRow> rounds = new RowText<>(RoundRow.TABLE);
    private final RowText<MoveRow> moves = new RowText<>(MoveRow.TABLE);
    private final RowText<RefusalRow> refusals = new RowText<>(RefusalRow.TABLE);
    private final RowText<CallRow> calls = new RowText<>(CallRow.TABLE);
    private final boolean hasCalls;
    /** Written forms of orders that bots give again and again; emptied when there are too many. */
    private final Map<Orders, String> notations = new HashMap<>();

    /**
     * Prepares a writer.
     *
     * @param rules the rules that pairs are played by
     * @param names of the bots, by the indices of the plan
     * @param keepsRecords whether records are written
     * @param hasCalls whether calls of models are written
     */
    public PairText(Rules rules, List<String> names, boolean keepsRecords, boolean hasCalls) {
        this.rules = rules;
        this.names = List.copyOf(names);
        this.keepsRecords = keepsRecords;
        this.hasCalls = hasCalls;
    }

    /**
     * Returns what goes to disk of a pair.
     *
     * @param asked the calls of its models
     */
    public PairFiles write(PlayedPair pair, List<ModelCall> asked) {
        List<byte[]> records = new ArrayList<>();
        List<MatchRow> rows = rows(pair);
        rows.forEach(matches::add);
        for (PlayedMatch match : pair.matches()) {
            add(match);
            if (keepsRecords) {
                records.add(record(match));
            }
        }
        if (!pair.isVoid()) {
            asked.forEach(call -> calls.add(new CallRow(pair.pairSpec().index(), call)));
        }
        return new PairFiles(
                pair.pairSpec().index(), MatchReader.scored(rows.get(0), rows.get(1), names), parts(), records);
    }

    /** Returns what each of the files gets of a match that has no other to be compared with. */
    List<byte[]> write(PlayedMatch match) {
        matches.add(MatchRow.of(match));
        add(match);
        return parts();
    }

    byte[] record(PlayedMatch match) {
        return RecordText.write(match.record(), rules.scenario()).getBytes(StandardCharsets.UTF_8);
    }

    private void add(PlayedMatch match) {
        for (RoundReport report : match.reports()) {
            RecordedRound round = match.record().rounds().get(report.round() - 1);
            rounds.add(new RoundRow(match, report, rules.displayedTariffBasisPoints(report.after()), round.link()));
            for (Side side : Side.values()) {
                moves.add(MoveRow.of(
                        match, report, round, side, notation(report.orders().of(side))));
            }
        }
        for (Side side : Side.values()) {
            match.conduct(side).refused().forEach(each -> refusals.add(new RefusalRow(match, side, each)));
        }
    }

    private List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        List<RowText<?>> texts = new ArrayList<>(List.of(matches, rounds, moves, refusals));
        if (hasCalls) {
            texts.add(calls);
        }
        for (RowText<?> text : texts) {
            parts.add(text.takeCsv());
            parts.add(text.takeJson());
        }
        return parts;
    }

    private List<MatchRow> rows(PlayedPair pair) {
        if (!pair.isVoid()) {
            return pair.matches().stream().map(MatchRow::of).toList();
        }
        PairSpec spec = pair.pairSpec();
        String first = names.get(spec.first());
        String second = names.get(spec.second());
        return List.of(
                MatchRow.ofVoid(spec, 1, new BySide<>(first, second)),
                MatchRow.ofVoid(spec, 2, new BySide<>(second, first)));
    }

    private String notation(Orders orders) {
        if (notations.size() == MAX_NOTATIONS) {
            notations.clear();
        }
        return notations.computeIfAbsent(orders, it -> OrderText.of(it, rules.scenario()));
    }
}
