package dev.truce.story.debrief;

import dev.truce.engine.view.Rounding;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offer of each table that was not accepted and would have paid most. */
final class RefusedParts {
    private final Debrief debrief;
    private final Wording wording;

    RefusedParts(Debrief debrief, Wording wording) {
        this.debrief = debrief;
        this.wording = wording;
    }

    List<Part> parts() {
        if (debrief.counterfactuals().isEmpty()) {
            return List.of();
        }
        Counterfactual first = debrief.counterfactuals().get(0);
        List<Block.Item> items = new ArrayList<>();
        for (ClassTable table : debrief.tables().ranked()) {
            Optional<Counterfactual> found = debrief.counterfactuals().stream()
                    .filter(each -> each.table() == table.number())
                    .findFirst();
            items.add(new Block.Item(
                    TableWords.table(table, wording),
                    found.map(this::told).orElse(wording.text("debrief.refused.none"))));
        }
        return List.of(
                TableWords.paragraph(
                        wording.text(debrief.tables().key("debrief.refused"), first.bot(), first.futures())),
                TableWords.list(items));
    }

    private String told(Counterfactual what) {
        Counterfactual.Interval own = what.own();
        String key = own.low() > 0
                ? "debrief.refused.better"
                : own.high() < 0 ? "debrief.refused.worse" : "debrief.refused.open";
        return wording.text(
                "debrief.refused.offer",
                what.offer(),
                what.round(),
                new TermsWords(wording).unbroken(what.terms()),
                what.side(),
                shown(own),
                shown(what.joint()),
                wording.text(key, what.side()));
    }

    private static String shown(Counterfactual.Interval interval) {
        return tenth(interval.mean()) + " [" + tenth(interval.low()) + ", " + tenth(interval.high()) + "]";
    }

    private static String tenth(double points) {
        return NumberText.signedTenth(Rounding.tenths(points));
    }
}
