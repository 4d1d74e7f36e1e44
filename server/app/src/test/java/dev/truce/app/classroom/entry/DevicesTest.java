package dev.truce.app.classroom.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which devices open seats of a class by list, and which wait. */
class DevicesTest {
    private final Devices devices = new Devices();

    private int waits(int member, String hash) {
        int number = devices.next();
        devices.waits(new Devices.Waiting(number, member, hash, number), 0);
        return number;
    }

    @Test
    void theDeviceThatIsAdmittedOpensTheSeatInPlaceOfTheOneBefore() {
        assertThat(devices.isFree(1)).isTrue();
        devices.sits(1, "laptop");
        assertThat(devices.isFree(1)).isFalse();
        int phone = waits(1, "phone");
        assertThat(devices.opens(1, "phone")).isFalse();
        devices.admit(phone);
        assertThat(devices.opens(1, "phone")).isTrue();
        assertThat(devices.opens(1, "laptop")).isFalse();
        assertThat(devices.opens(2, "phone")).isFalse();
        assertThat(devices.waiting()).isEmpty();
        assertThat(devices.isRefused(1, "phone")).isFalse();
    }

    @Test
    void aRefusedDeviceStaysRefusedForThatSeatAlone() {
        devices.sits(1, "laptop");
        devices.refuse(waits(1, "joker"));
        assertThat(devices.isRefused(1, "joker")).isTrue();
        assertThat(devices.waiting()).isEmpty();
        assertThat(devices.opens(1, "joker")).isFalse();
        assertThat(devices.isRefused(2, "joker")).isFalse();
        assertThat(devices.isRefused(1, "laptop")).isFalse();
    }

    @Test
    void whatIsNotThereIsNeitherAdmittedNorRefused() {
        devices.sits(1, "laptop");
        devices.admit(7);
        devices.refuse(7);
        assertThat(devices.opens(1, "laptop")).isTrue();
        assertThat(devices.find(7)).isEmpty();
    }

    @Test
    void aDeviceThatSitsDownWaitsNoLonger() {
        devices.sits(1, "laptop");
        int first = waits(1, "phone");
        int second = waits(1, "tablet");
        devices.sits(2, "phone");
        assertThat(devices.waiting()).extracting(Devices.Waiting::device).containsExactly(second);
        assertThat(devices.find("phone")).isEmpty();
        assertThat(devices.find(first)).isEmpty();
        assertThat(devices.find("tablet")).map(Devices.Waiting::device).contains(second);
    }

    @Test
    void aSeatThatIsForgottenIsFreeAndNobodyWaitsForIt() {
        devices.sits(1, "laptop");
        devices.sits(2, "other");
        waits(1, "phone");
        int other = waits(2, "tablet");
        devices.forget(1);
        assertThat(devices.isFree(1)).isTrue();
        assertThat(devices.opens(1, "laptop")).isFalse();
        assertThat(devices.opens(2, "other")).isTrue();
        assertThat(devices.waiting()).extracting(Devices.Waiting::device).containsExactly(other);
    }

    @Test
    void oneThatMakesRoomIsGoneAndNumbersOnlyRise() {
        devices.sits(1, "laptop");
        int first = waits(1, "phone");
        devices.waits(new Devices.Waiting(devices.next(), 1, "tablet", 0), first);
        assertThat(devices.waiting()).extracting(Devices.Waiting::hash).containsExactly("tablet");
        // A device that waits for another seat now keeps its number.
        devices.waits(new Devices.Waiting(first, 2, "phone", 0), 0);
        assertThat(devices.next()).isEqualTo(3);
    }

    /** A law: whatever happens afterwards, a device that a desk has refused stays refused, and nothing refuses any other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingTakesARefusalBack(long seed) {
        Random random = new Random(seed);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int member = 1 + random.nextInt(3);
            String hash = "device " + random.nextInt(4);
            switch (random.nextInt(5)) {
                case 0 -> devices.sits(member, hash);
                case 1 -> devices.admit(random.nextInt(devices.next() + 1));
                case 2 -> devices.forget(member);
                case 3 -> {
                    List<Devices.Waiting> all = devices.waiting();
                    if (!all.isEmpty()) {
                        Devices.Waiting gone = all.get(random.nextInt(all.size()));
                        refused.add(gone.member() + gone.hash());
                        devices.refuse(gone.device());
                    }
                }
                default -> waits(member, hash);
            }
            for (int each = 1; each <= 3; each++) {
                for (int device = 0; device < 4; device++) {
                    assertThat(devices.isRefused(each, "device " + device))
                            .isEqualTo(refused.contains(each + "device " + device));
                }
            }
        }
        assertThat(refused).hasSizeGreaterThan(5);
    }
}
