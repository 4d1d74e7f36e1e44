package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactLinesTest {
    private static ClassNews.Changed changed(int here, Set<RoomFact> facts) {
        return new ClassNews.Changed(true, true, false, 3, here, List.of(), 1, List.of(), "", List.of(), facts);
    }

    @Test
    void eachFactIsSaidOnceWhenItBeginsAndOnceWhenItEnds() {
        Texts.speak(Language.EN);
        List<String> said = new ArrayList<>();
        FactLines lines = new FactLines(said::addAll);
        lines.accept(changed(1, Set.of()));
        assertThat(said).isEmpty();
        for (Set<RoomFact> facts : List.of(Set.of(RoomFact.CANNOT_SAVE), Set.<RoomFact>of())) {
            lines.accept(changed(2, facts));
            lines.accept(changed(3, facts));
        }
        assertThat(String.join(" ", said))
                .containsOnlyOnce("The server cannot save at the moment")
                .containsOnlyOnce("The server saves again");
    }
}
