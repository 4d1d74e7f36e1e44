package dev.truce.web.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.typed.OpenTable;
import dev.truce.story.typed.RandomLines;
import dev.truce.story.typed.TypedLine;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.web.seat.PageSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is typed on the page is done whole or not at all, as {@link TypedLine} reads it for terminal and page. */
class TypedOnThePageTest {
    private static final Phrases ENGLISH = Bundles.of(Language.EN);

    /** A seat that keeps what is done, and does nothing. */
    private static final class Keeping implements PageSeat {
        private final OpenTable table = new OpenTable();
        private final List<Deed> done = new ArrayList<>();
        private boolean fails;

        @Override
        public Rules rules() {
            return table.rules();
        }

        @Override
        public SeatBoard board() {
            return table.board();
        }

        @Override
        public void does(Deed deed, Consumer<@Nullable Refusal> answered) {
            if (fails) {
                throw new IllegalStateException("does nothing");
            }
            done.add(deed);
            answered.accept(null);
        }

        @Override
        public @Nullable Orders sealed() {
            return null;
        }

        @Override
        public boolean closesAlone() {
            return true;
        }

        @Override
        public String opponent() {
            return "Bo";
        }
    }

    @Test
    void aLineIsDoneWholeOrNothingIsDone() {
        Keeping seat = new Keeping();
        PageDeeds deeds = new PageDeeds(seat);
        deeds.does("type", "RECIP=5");
        for (String line : RandomLines.of(2, 3_000)) {
            Orders before = deeds.chosen().orders();
            seat.done.clear();
            deeds.does("type", line);
            Reply<Deed> read = new TypedLine(seat.board()).read(line);
            if (read instanceof Reply.Refused<Deed> refused) {
                assertThat(seat.done).as(line).isEmpty();
                assertThat(deeds.chosen().orders()).as(line).isEqualTo(before);
                assertThat(deeds.said(ENGLISH)).as(line).isEqualTo(RefusalWords.of(ENGLISH, refused.refusal()));
            } else if (read instanceof Reply.Done<Deed> done && done.value() instanceof Deed.Submit submit) {
                assertThat(seat.done).as(line).isEmpty();
                Orders typed = AskedOrders.ordered(submit.orders());
                assertThat(deeds.chosen().orders().list()).as(line).containsAll(typed.list());
                assertThat(typed.isHold() && !deeds.chosen().orders().isHold()).isFalse();
            } else {
                // Readiness asks once more about orders that are not sealed.
                assertThat(seat.done).as(line).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aProposalThatFailedIsNotTheNextDeed() {
        Keeping seat = new Keeping();
        PageDeeds deeds = new PageDeeds(seat);
        assertThat(seat.table.does(new Deed.Withdraw(new OfferId(Side.US, 1)))).isNull();
        deeds.does("deal", "");
        deeds.does("give", "CN.SOY 1");
        seat.fails = true;
        assertThatThrownBy(() -> deeds.does("propose", "")).hasMessage("does nothing");
        seat.fails = false;
        deeds.does("withdraw", "US-1");
        assertThat(deeds.said(ENGLISH)).isEqualTo(ENGLISH.of("deal.withdrawn"));
        assertThat(deeds.table().terms()).isNotNull();
        deeds.does("propose", "");
        assertThat(deeds.said(ENGLISH)).startsWith(ENGLISH.of("deal.sent"));
        assertThat(deeds.table().terms()).isNull();
    }

    @Test
    void anOfferIsMadeWithAllItsClauses() {
        Keeping seat = new Keeping();
        PageDeeds deeds = new PageDeeds(seat);
        for (String line : RandomLines.SENT_IN_PART) {
            seat.done.clear();
            deeds.does("type", line);
            assertThat(seat.done).containsExactly(((Reply.Done<Deed>) new TypedLine(seat.board()).read(line)).value());
        }
    }
}
