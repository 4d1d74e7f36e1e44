package dev.truce.web.desk;

import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page.DocumentSection;
import dev.truce.story.page.Part;
import dev.truce.story.words.Wording;
import dev.truce.web.screen.BlockWriter;
import dev.truce.web.screen.RecordScreen.Debriefing;
import java.util.ArrayList;
import java.util.List;

/** What the debrief of a class tells of one table, from its record; what refused offers would have led to takes a server. */
public final class RecordDebrief implements Debriefing {
    private final BlockWriter writer = new BlockWriter();

    @Override
    public List<Object> blocks(RecordReplay replay, Rules rules, Wording wording) {
        List<ClassTables.Recorded> alone = List.of(new ClassTables.Recorded(1, "", replay));
        List<Object> blocks = new ArrayList<>();
        if (ClassTables.of(rules, alone) instanceof Reply.Done<ClassTables> all
                && all.value().only(1) instanceof Reply.Done<ClassTables> one) {
            Debrief debrief = new Debrief(one.value(), TableNames.ofRecords(), List.of());
            for (DocumentSection section : new DebriefTopic(debrief, wording).sectionsOfRecord()) {
                Block heading = new Block.Heading(section.title(), false);
                blocks.addAll(writer.blocks(List.of(Part.named(section.id()).drawn(heading))));
                blocks.addAll(writer.blocks(section.page()));
            }
        }
        return blocks;
    }
}
