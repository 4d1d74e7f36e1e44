package dev.truce.app.net.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.quota.Owner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldBytesTest {
    private final HeldBytes heldBytes = new HeldBytes(1_000);
    private final List<Fake> cut = new ArrayList<>();
    private int fakes;

    private final class Fake implements HeldBytes.Holder {
        private long held;
        private final long nanos;
        private final Owner owner;

        Fake(long nanos) {
            this(new Owner("fake " + ++fakes, false), nanos);
        }

        Fake(Owner owner, long nanos) {
            this.owner = owner;
            this.nanos = nanos;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        Fake holds(long bytes) {
            long before = held;
            held = bytes;
            heldBytes.note(this, before, bytes);
            return this;
        }

        @Override
        public long held() {
            return held;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void cut() {
            cut.add(this);
            holds(0);
        }
    }

    @Test
    void nobodyIsCutWhileItFits() {
        Fake one = new Fake(1_000_000).holds(600);
        new Fake(1).holds(400);
        one.holds(0);
        new Fake(1).holds(600);
        assertThat(cut).isEmpty();
        assertThat(heldBytes.held()).isEqualTo(1_000);
    }

    @Test
    void whoHoldsMostForTheLongestGoesUntilAQuarterIsFree() {
        Fake oldAndBig = new Fake(4_000).holds(300);
        Fake oldAndSmall = new Fake(4_000).holds(200);
        Fake youngAndBig = new Fake(10).holds(400);
        assertThat(cut).isEmpty();
        new Fake(1).holds(200);
        assertThat(cut).containsExactly(oldAndBig, oldAndSmall);
        assertThat(heldBytes.held()).isEqualTo(600);
        assertThat(youngAndBig.held()).isEqualTo(400);
    }

    @Test
    void manySmallOnesOfOneOwnerGoBeforeALargerOneOfAnother() {
        Owner many = new Owner("many", false);
        Fake honest = new Fake(4_000).holds(300);
        for (int i = 0; i < 8; i++) {
            new Fake(many, 4_000).holds(100);
        }
        assertThat(cut).isNotEmpty().allMatch(fake -> fake.owner.equals(many));
        assertThat(honest.held()).isEqualTo(300);
    }

    @Test
    void aReaderWhoWasFasterThanTheNoteIsNotCounted() {
        Fake reader = new Fake(9_000).holds(900);
        reader.held = 0;
        new Fake(1).holds(500);
        assertThat(cut).isEmpty();
    }
}
