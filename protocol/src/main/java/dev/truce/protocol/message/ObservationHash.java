package dev.truce.protocol.message;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.state.CanonicalWriter;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hash of a viewer's own observation, by which both ends can tell that they speak of the same one. It covers nothing that
 * the viewer does not see. The encoding is ours, since serialised messages are not canonical.
 */
public final class ObservationHash {
    private final CanonicalWriter out = new CanonicalWriter();

    private ObservationHash() {}

    /** Returns the first 8 bytes of the SHA-256 over the canonical encoding; 1 in the unheard-of case that they are 0. */
    public static long of(Observation observation) {
        ObservationHash hash = new ObservationHash();
        hash.observation(observation);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hash.out.toBytes());
            long first = ByteBuffer.wrap(digest).getLong();
            return first == 0 ? 1 : first;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void observation(Observation seen) {
        out.text(seen.viewer().name()).int32(seen.openRound()).bool(seen.over()).text(seen.quarter());
        out.bool(seen.summit()).int32(seen.knownRounds());
        levels(seen.levels());
        treaty(seen.treaty());
        out.int32(seen.investigationRounds()).int32(seen.courtRoundsLeft());
        out.bool(seen.usSnapBackRight()).bool(seen.cnSnapBackRight());
        out.int32(seen.usReputationMilli()).int32(seen.cnReputationMilli()).int32(seen.tensionTenths());
        list(seen.legal(), this::legal);
        RoundView last = seen.last();
        out.bool(last != null);
        if (last != null) {
            view(last);
        }
    }

    private void view(RoundView view) {
        out.text(view.viewer().name()).int32(view.round());
        levels(view.levels());
        list(view.orders(), this::order);
        list(view.changes(), this::change);
        list(view.fallbacks(), this::change);
        list(view.prevented(), this::instrument);
        list(view.corrected(), this::change);
        list(view.events(), event -> out.text(event.name()));
        list(view.expired(), this::clause);
        treaty(view.treaty());
        out.text(view.change().name());
        treaty(view.next());
        list(view.signals(), signal -> {
            instrument(signal.instrument());
            out.int32(signal.aboutRound()).int32(signal.notchMilli());
        });
        side(view.us());
        side(view.cn());
        list(
                view.own(),
                own -> out.text(own.side().name()).int32(own.typeMicro()).int32(own.chanceMicro()));
        figures(view.figures());
        list(view.scores(), this::score);
        ratification(view.ratification());
    }

    private void ratification(RatificationView view) {
        out.text(view.outcome().name()).int32(view.agreement());
        out.text(view.side() == null ? "" : view.side().name());
        Terms terms = view.terms();
        out.text(terms == null ? "" : TermsHash.of(terms));
    }

    private void legal(LegalLevels legal) {
        instrument(legal.instrument());
        list(legal.legal(), out::int32);
        list(
                legal.withheld(),
                withheld -> out.int32(withheld.level()).text(withheld.reason().name()));
    }

    private void levels(Levels levels) {
        for (int level : levels.toArray()) {
            out.oneByte(level);
        }
    }

    private void treaty(Treaty treaty) {
        list(treaty.clauses(), this::clause);
        out.bool(treaty.isCommunique()).int32(treaty.agreements());
    }

    private void clause(Clause clause) {
        instrument(clause.instrument());
        out.int32(clause.bound()).int32(clause.first()).int32(clause.last()).int32(clause.agreement());
    }

    private void order(Order order) {
        instrument(order.instrument());
        out.int32(order.level());
    }

    private void change(LevelChange change) {
        instrument(change.instrument());
        out.int32(change.from()).int32(change.to());
    }

    private void broken(BrokenClause broken) {
        clause(broken.clause());
        out.int32(broken.level()).real(broken.lost());
    }

    private void side(SideFacts facts) {
        out.int32(facts.publicEscalationMilli());
        list(facts.brokenClauses(), this::broken);
        out.bool(facts.snapBackRight()).int32(facts.severityMilli());
        out.bool(facts.material()).bool(facts.notice());
        out.text(facts.caughtOn() == null ? "" : facts.caughtOn().id()).int32(facts.reputationMilli());
    }

    private void figures(Figures figures) {
        out.bool(figures.estimated()).int32(figures.displayedTariffBasisPoints());
        out.int32(figures.usWedgeBasisPoints()).int32(figures.cnWedgeBasisPoints());
        out.int32(figures.usFromCnUsdMillions()).int32(figures.cnFromUsUsdMillions());
        out.int32(figures.soyTonnesThousands());
        out.int32(figures.usIncomeMilliBasisPoints()).int32(figures.cnIncomeMilliBasisPoints());
        out.int32(figures.usPricesBasisPoints()).int32(figures.cnPricesBasisPoints());
        out.int32(figures.rareEarthsPerMille()).int32(figures.chipsPerMille()).int32(figures.tensionTenths());
    }

    private void score(ScoreCard card) {
        out.text(card.side().name()).bool(card.estimated());
        list(card.pointsMicro(), out::int64);
        list(card.truceMicro(), out::int64);
        out.int32(card.scoreMilli()).int32(card.truceScoreMilli()).int32(card.scoreSoFarMilli());
        out.int32(card.escalationMilli());
    }

    private void instrument(Instrument instrument) {
        out.text(instrument.id());
    }

    private <T> void list(List<T> list, Consumer<T> element) {
        out.int32(list.size());
        list.forEach(element);
    }
}
