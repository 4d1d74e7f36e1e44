package dev.truce.app.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final int MOST = 20;

    private final FairShare<Integer, Use> share = new FairShare<>(EnumSet.of(Use.SPENT), Use.DESERTED, Use.USED);
    private int things;

    private static Owner stranger(int number) {
        return new Owner("stranger " + number, false);
    }

    private int put(Owner owner, Use use) {
        share.put(++things, owner, use);
        return things;
    }

    @Test
    void anOwnerWithAThousandThingsKeepsNobodyOut() {
        int honest = put(stranger(1), Use.DESERTED);
        for (int i = 0; i < 1_000; i++) {
            put(stranger(2), i % 2 == 0 ? Use.USED : Use.DESERTED);
        }
        for (int i = 0; i < 200; i++) {
            int goes = share.givesWay(stranger(3)).orElseThrow();
            assertThat(goes).isNotEqualTo(honest);
            assertThat(share.rank(goes)).isEqualTo(Use.DESERTED);
            share.remove(goes);
            put(stranger(3), Use.USED);
        }
    }

    @Test
    void whatSomebodyUsesDoesNotGiveWayToMoreOfTheSameOwner() {
        put(stranger(1), Use.USED);
        assertThat(share.givesWay(stranger(1))).isEmpty();
        int deserted = put(stranger(1), Use.DESERTED);
        assertThat(share.givesWay(stranger(1))).contains(deserted);
    }

    @Test
    void strangersGiveWayToAClassAndAClassToNoStranger() {
        int board = put(Owner.ofClass("c-1"), Use.USED);
        assertThat(share.givesWay(stranger(1))).isEmpty();
        int stranger = put(stranger(1), Use.USED);
        for (int i = 0; i < 5; i++) {
            put(Owner.ofClass("c-1"), Use.USED);
        }
        assertThat(share.givesWay(Owner.ofClass("c-1"))).contains(stranger);
        share.remove(stranger);
        assertThat(share.givesWay(Owner.ofClass("c-2"))).contains(board);
    }

    @Test
    void whatNobodyNeedsAnyMoreGivesWayToAnybodyIfNothingElseDoes() {
        int spent = put(stranger(1), Use.SPENT);
        put(stranger(2), Use.USED);
        put(stranger(2), Use.USED);
        assertThat(share.givesWay(stranger(2))).contains(spent);
    }

    /** Random things come, go and change; what gives way is compared with a search through all of them. */
    @Property(tries = 50)
    void itIsAlwaysTheOneWhoHasMost(@ForAll @IntRange(min = 0) int seed) {
        Random random = new Random(seed);
        FairShare<Integer, Use> kept = new FairShare<>(EnumSet.noneOf(Use.class), Use.DESERTED, Use.USED);
        Map<Integer, Owner> owners = new LinkedHashMap<>();
        Map<Integer, Use> uses = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            Owner newcomer =
                    random.nextInt(8) == 0 ? Owner.ofClass("c-" + random.nextInt(2)) : stranger(random.nextInt(5));
            if (kept.size() >= MOST) {
                Optional<Integer> goes = kept.givesWay(newcomer);
                assertThat(goes.isPresent()).isEqualTo(someoneGives(owners, uses, newcomer));
                if (goes.isEmpty()) {
                    continue;
                }
                Owner loser = owners.get(goes.get());
                Predicate<Owner> rivals = each -> each.ofClass() == loser.ofClass();
                long most = owners.values().stream()
                        .filter(rivals)
                        .mapToLong(each -> count(owners, each))
                        .max()
                        .orElseThrow();
                assertThat(count(owners, loser)).isEqualTo(most);
                assertThat(loser.ofClass()).as("a class to a stranger").isIn(newcomer.ofClass(), false);
                Use least = uses.entrySet().stream()
                        .filter(each -> loser.equals(owners.get(each.getKey())))
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                assertThat(uses.get(goes.get())).isEqualTo(least);
                kept.remove(goes.get());
                owners.remove(goes.get());
                uses.remove(goes.get());
            }
            Use use = Use.values()[1 + random.nextInt(2)];
            kept.put(i, newcomer, use);
            owners.put(i, newcomer);
            uses.put(i, use);
        }
        assertThat(kept.size()).isEqualTo(owners.size()).isLessThanOrEqualTo(MOST);
    }

    private static long count(Map<Integer, Owner> owners, Owner owner) {
        return owners.values().stream().filter(owner::equals).count();
    }

    private static boolean someoneGives(Map<Integer, Owner> owners, Map<Integer, Use> uses, Owner newcomer) {
        if (newcomer.ofClass() && owners.values().stream().anyMatch(each -> !each.ofClass())) {
            return true;
        }
        long own = count(owners, newcomer);
        long most = owners.values().stream()
                .filter(each -> each.ofClass() == newcomer.ofClass())
                .mapToLong(each -> count(owners, each))
                .max()
                .orElse(0);
        boolean deserted = uses.entrySet().stream()
                .anyMatch(each -> newcomer.equals(owners.get(each.getKey())) && each.getValue() == Use.DESERTED);
        return own == most ? most > 0 && deserted : most > own + 1;
    }
}
