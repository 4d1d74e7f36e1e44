package dev.truce.bot.line.env;

import dev.truce.engine.board.BySide;
import dev.truce.env.ActPart;
import dev.truce.env.Lab;
import dev.truce.env.SightColumn;
import java.util.List;

/**
 * What a program is told of the frames that follow.
 *
 * @param version version of the frames
 * @param scenario id of the scenario
 * @param hash its hash
 * @param matches how many matches are played at a time
 * @param acts how many numbers an action has
 * @param mask how many choices a mask has
 * @param parts names of the parts of an action
 * @param choices how many choices each part has
 * @param columns names of the columns of an observation
 * @param low least value of each column
 * @param high largest value of each column
 */
public record FrameHeader(
        int version,
        String scenario,
        String hash,
        int matches,
        int acts,
        int mask,
        BySide<List<String>> parts,
        BySide<List<Integer>> choices,
        List<String> columns,
        List<Double> low,
        List<Double> high) {
    private static final int VERSION = 1;

    static FrameHeader of(Lab lab, int matches) {
        List<SightColumn> columns = lab.columns().list();
        return new FrameHeader(
                VERSION,
                lab.rules().scenario().id(),
                lab.rules().scenario().hash(),
                matches,
                lab.actSize(),
                lab.maskSize(),
                BySide.each(side ->
                        lab.space(side).parts().stream().map(ActPart::name).toList()),
                BySide.each(side ->
                        lab.space(side).parts().stream().map(ActPart::size).toList()),
                columns.stream().map(SightColumn::name).toList(),
                columns.stream().map(SightColumn::low).toList(),
                columns.stream().map(SightColumn::high).toList());
    }
}
