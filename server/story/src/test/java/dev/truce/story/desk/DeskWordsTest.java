package dev.truce.story.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskWordsTest {
    @ParameterizedTest
    @CsvSource({
        // member, here, bot, submitted, ready, letters, gone
        "7, true,  '',   true,  true,  R,  0",
        "7, false, '',   true,  true,  R!, 1",
        "7, false, '',   true,  false, !,  1",
        "7, false, '',   false, false, !,  1",
        "7, true,  '',   true,  false, s,  0",
        "7, true,  '',   false, false, w,  0",
        "7, false, dove, true,  true,  B,  0",
        "0, false, '',   false, false, -,  0",
    })
    void whoIsReadyAndGoneIsShownAsBoth(
            int member, boolean here, String bot, boolean submitted, boolean ready, String letters, long gone) {
        ClassNews.TableSeat seat =
                new ClassNews.TableSeat(Seat.US_HEAD, "Otter", member, here, bot, submitted, ready, 0, null, false);
        TableChanged table = new TableChanged(1, "m", TablePhase.OPEN, false, 1, 0, 0, List.of(seat), 8, List.of());
        assertThat(DeskWords.letters(table, Side.US, 0)).isEqualTo(letters);
        assertThat(DeskWords.letters(table, Side.CN, 0)).isEmpty();
        assertThat(DeskWords.gone(List.of(table))).isEqualTo(gone);
    }
}
