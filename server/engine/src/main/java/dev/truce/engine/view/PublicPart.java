package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import java.util.List;
import java.util.function.Function;

/** Takes a view down to the facts that everybody may know. */
final class PublicPart {
    private PublicPart() {}

    static RoundView of(RoundView view) {
        return new RoundView(
                Viewer.PUBLIC,
                view.round(),
                levels(view),
                seen(view.orders(), order -> order.instrument()),
                seen(view.changes(), change -> change.instrument()),
                seen(view.fallbacks(), change -> change.instrument()),
                seen(view.prevented(), instrument -> instrument),
                seen(view.corrected(), change -> change.instrument()),
                view.events(),
                view.expired(),
                view.treaty(),
                view.change(),
                view.next(),
                // Customs data are published; compliance signals are not.
                view.signals().stream()
                        .filter(signal -> signal.instrument() == Instrument.CN_SOY_PURCHASES)
                        .toList(),
                withoutReputation(view.us()),
                withoutReputation(view.cn()),
                List.of(),
                new ViewFigures(Figures.NONE, List.of()),
                view.ratification());
    }

    /** The omniscient see the true reputation, others the ledger; nothing that is built on this needs either. */
    private static SideFacts withoutReputation(SideFacts facts) {
        return new SideFacts(
                facts.publicEscalationMilli(),
                facts.brokenClauses(),
                facts.snapBackRight(),
                facts.severityMilli(),
                facts.material(),
                facts.notice(),
                facts.caughtOn(),
                0,
                facts.decisions());
    }

    private static Levels levels(RoundView view) {
        Levels seen = view.levels();
        for (Instrument instrument : Instrument.all()) {
            if (!Viewer.PUBLIC.sees(instrument) && !Leaks.tell(view.events(), instrument)) {
                seen = seen.with(instrument, Levels.UNSEEN);
            }
        }
        return seen;
    }

    private static <T> List<T> seen(List<T> all, Function<T, Instrument> about) {
        return all.stream().filter(one -> Viewer.PUBLIC.sees(about.apply(one))).toList();
    }
}
