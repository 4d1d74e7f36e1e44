package dev.truce.story.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassPictureTest {
    private final ClassPicture picture = new ClassPicture();

    /** The list is read once; a student who comes or goes later is in it as he is now. */
    @Test
    void theClassListSaysWhoIsHereNow() {
        picture.take(
                new ClassNews.ListRead(
                        List.of(
                                new ClassNews.Member(1, "Ann", "s1", 1, Seat.US_HEAD, "Otter", false, false),
                                new ClassNews.Member(2, "Bo", "s2", 0, null, "", false, false)),
                        List.of()),
                0);
        assertThat(picture.members()).extracting(ClassNews.Member::here).containsExactly(false, false);
        isTold(true, List.of());
        assertThat(picture.members()).extracting(ClassNews.Member::here).containsExactly(true, false);
        isTold(false, List.of(2));
        assertThat(picture.members()).extracting(ClassNews.Member::here).containsExactly(false, true);
    }

    private void isTold(boolean here, List<Integer> waiting) {
        picture.take(new ClassNews.Changed(true, true, false, 2, 1, waiting, 3, List.of(), "", List.of(), Set.of()), 0);
        ClassNews.TableSeat seat =
                new ClassNews.TableSeat(Seat.US_HEAD, "Otter", 1, here, "", false, false, 0, null, false);
        picture.take(new TableChanged(1, "m", TablePhase.OPEN, false, 1, 0, 0, List.of(seat), 8, List.of()), 0);
    }
}
