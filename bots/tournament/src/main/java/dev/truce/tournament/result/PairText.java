package dev.truce.tournament.result;

import dev.truce.bot.line.model.ModelForecast;
import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.engine.talk.Statement;
import dev.truce.match.notation.OrderText;
import dev.truce.match.notation.StatementNotation;
import dev.truce.match.notation.TermsNotation;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.text.RecordText;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.ClauseRow;
import dev.truce.tournament.row.ForecastRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.row.OfferRow;
import dev.truce.tournament.row.PrivateRow;
import dev.truce.tournament.row.RefusalRow;
import dev.truce.tournament.row.RoundRow;
import dev.truce.tournament.row.StatementRow;
import dev.truce.tournament.run.MatchTalk;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes down what the files say about pairs. Not thread-safe. */
public final class PairText {
    /** Some hundred bytes each. */
    private static final int MAX_NOTATIONS = 1024;

    private final Rules rules;
    private final List<String> names;
    private final TournamentSettings settings;
    private final List<TableForm> forms;
    private final Map<ResultTable<?>, RowText<?>> texts = new HashMap<>();
    private final RowText<MatchRow> matches;
    private final RowText<RoundRow> rounds;
    private final RowText<MoveRow> moves;
    private final RowText<RefusalRow> refusals;
    private final RowText<OfferRow> offers;
    private final RowText<StatementRow> statements;
    private final RowText<PrivateRow> privates;
    private final RowText<CallRow> calls;
    private final RowText<ForecastRow> forecasts;
    private final RowText<ClauseRow> clauses;
    /** Written forms of orders that bots give again and again; emptied when there are too many. */
    private final Map<Orders, String> notations = new HashMap<>();

    /**
     * Prepares a writer.
     *
     * @param rules the rules that pairs are played by
     * @param names of the bots, by the indices of the plan
     * @param settings what is written
     */
    public PairText(Rules rules, List<String> names, TournamentSettings settings) {
        this.rules = rules;
        this.names = List.copyOf(names);
        this.settings = settings;
        this.forms = settings.tables().grown();
        this.matches = text(MatchRow.TABLE);
        this.rounds = text(RoundRow.TABLE);
        this.moves = text(MoveRow.TABLE);
        this.refusals = text(RefusalRow.TABLE);
        this.offers = text(OfferRow.TABLE);
        this.statements = text(StatementRow.TABLE);
        this.privates = text(PrivateRow.TABLE);
        this.calls = text(CallRow.TABLE);
        this.forecasts = text(ForecastRow.TABLE);
        this.clauses = text(ClauseRow.TABLE);
    }

    private <T> RowText<T> text(ResultTable<T> table) {
        RowText<T> text = new RowText<>(table, forms);
        texts.put(table, text);
        return text;
    }

    /**
     * Returns what goes to disk of a pair.
     *
     * @param asked what its models were asked
     */
    public PairFiles write(PlayedPair pair, PairAsked asked) {
        List<byte[]> records = new ArrayList<>();
        List<MatchRow> rows = rows(pair);
        rows.forEach(matches::add);
        for (PlayedMatch match : pair.matches()) {
            add(match);
            if (settings.records() != RecordChoice.NONE) {
                records.add(record(match));
            }
        }
        if (!pair.isVoid()) {
            asked.calls().forEach(call -> calls.add(new CallRow(pair.pairSpec().index(), call)));
            for (ModelForecast each : asked.forecasts()) {
                forecasts.add(ForecastRow.of(pair.matches().get(each.match() - 1), each));
            }
        }
        return files(
                pair.pairSpec().index(),
                MatchReader.scored(rows.get(0), rows.get(1), names),
                settings,
                parts(),
                records);
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
        talk(match);
        if (settings.hasModel()) {
            match.reports().forEach(report -> ClauseRow.of(match, report, rules).forEach(clauses::add));
        }
        for (Side side : Side.values()) {
            match.conduct(side).refused().forEach(each -> refusals.add(new RefusalRow(match, side, each)));
        }
    }

    /** Returns what goes to disk of a pair whose records are files of their own, or wait to be packed. */
    static PairFiles files(
            int pair, ScoredPair scored, TournamentSettings settings, List<byte[]> parts, List<byte[]> records) {
        if (settings.records() != RecordChoice.PACKED) {
            return new PairFiles(pair, scored, parts, records);
        }
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        for (int match = 1; match <= records.size(); match++) {
            waiting.writeBytes(new PackedRecord(pair, match, records.get(match - 1)).staged());
        }
        List<byte[]> all = new ArrayList<>(parts);
        all.add(waiting.toByteArray());
        return new PairFiles(pair, scored, all, List.of());
    }

    /** Adds what came after the first edition. */
    private void talk(PlayedMatch match) {
        if (settings.tables().isFirst()) {
            return;
        }
        for (RoundReport report : match.reports()) {
            for (Side side : Side.values()) {
                privates.add(new PrivateRow(match, report, side));
            }
        }
        MatchTalk talk = new MatchTalk(rules, match);
        for (Offer offer : talk.offers()) {
            String terms = TermsNotation.of(offer.terms(), offer.made(), rules.scenario());
            offers.add(new OfferRow(match, offer, terms, talk.gain(offer)));
        }
        for (LedgerEntry word : talk.statements()) {
            Statement statement = ((Promise.Stated) word.promise()).statement();
            String kind = StatementNotation.word(statement);
            String about = StatementNotation.of(statement, rules.scenario()).substring(kind.length());
            statements.add(new StatementRow(match, kind.toLowerCase(Locale.ROOT), about.strip(), word));
        }
    }

    /** Returns what each file gets, in the order of {@link PairFiles#names}. */
    private List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        for (ResultTable<?> table : PairFiles.tables(settings)) {
            RowText<?> text = Objects.requireNonNull(texts.get(table));
            forms.forEach(form -> parts.add(text.take(form)));
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
