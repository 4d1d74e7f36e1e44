package dev.truce.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements A5: "If both accept, the deeper one counts (a renewal counts 0; on a tie the US offer in odd rounds ...)". */
class SigningTest {
    /** Every instrument is worth .3 at level 0, .1 at level 1 and -.2 at level 2. */
    private static final DepthValues VALUES = new DepthValues(
            Instrument.all().stream().map(instrument -> List.of(.3, .1, -.2)).toList(), false);

    @ParameterizedTest(name = "round {0}: US {1}, CN {2} -> {3}")
    @CsvSource(textBlock = """
            # one acceptance or none
            1, -,         -,         -
            1, deep,      -,         deep
            2, deep,      -,         deep
            1, -,         shallow,   shallow
            1, renewal,   -,         renewal
            # the deeper one counts, whoever offered it and in whatever round
            1, deep,      shallow,   deep
            2, shallow,   deep,      deep
            1, shallow,   deep,      deep
            2, deep,      shallow,   deep
            # an agreement is as deep as its shallower side
            1, lopsided,  shallow,   shallow
            # a renewal counts 0: less than a package, more than one that is worse than the fallback
            1, renewal,   shallow,   shallow
            2, shallow,   renewal,   shallow
            1, worse,     renewal,   renewal
            # on a tie the US offer in odd rounds, the Chinese in even ones
            1, shallow,   other,     shallow
            2, shallow,   other,     other
            3, renewal,   lopsided,  renewal
            4, renewal,   lopsided,  lopsided
            """)
    void theDeeperOfTwoAcceptedOffersCounts(int round, String us, String cn, String signed) {
        assertThat(Signing.of(VALUES, round, terms(us), terms(cn))).isEqualTo(terms(signed));
    }

    @ParameterizedTest(name = "US {0} {1}, CN {2} {3} -> {4}")
    @CsvSource({
        // "with equal depth it is a communique only if both asked for it"
        "shallow, true,  other,   true,  true",
        "shallow, true,  other,   false, false",
        "shallow, false, other,   true,  false",
        "renewal, true,  renewal, false, false",
        // otherwise it is published as its author offered it
        "deep,    true,  shallow, false, true",
        "deep,    false, shallow, true,  false"
    })
    void withEqualDepthBothMustAskForACommunique(
            String us, boolean usPublic, String cn, boolean cnPublic, boolean expected) {
        Terms signed = Signing.of(
                VALUES, 1, required(us).published(usPublic), required(cn).published(cnPublic));
        assertThat(signed).isEqualTo(required(us).published(expected));
    }

    @Test
    void anOfferIsAsDeepAsItsShallowerSide() {
        Terms.Package lopsided = (Terms.Package) required("lopsided");
        assertThat(VALUES.depth(lopsided, Side.US)).isEqualTo(.3);
        assertThat(VALUES.depth(lopsided, Side.CN)).isZero();
        assertThat(VALUES.agreed(lopsided)).isZero();
        assertThat(VALUES.agreed(required("renewal"))).isZero();
        assertThat(VALUES.agreed(required("deep"))).isEqualTo(.3);
    }

    private static Terms required(String name) {
        Terms terms = terms(name);
        if (terms == null) {
            throw new IllegalArgumentException("no terms: " + name);
        }
        return terms;
    }

    private static @Nullable Terms terms(String name) {
        return switch (name) {
            case "-" -> null;
            case "renewal" -> new Terms.Renewal(4, false);
            case "deep" -> clauses(4, 0, 0);
            case "shallow" -> clauses(4, 0, 1);
            case "other" -> clauses(5, 1, 0);
            case "worse" -> clauses(4, 2, 0);
            case "lopsided" -> clauses(4, 0, -1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Terms clauses(int rounds, int us, int cn) {
        List<Pledge> pledges = new ArrayList<>();
        pledges.add(new Pledge(Instrument.US_PORT_FEE, us));
        if (cn >= 0) {
            pledges.add(new Pledge(Instrument.CN_PORT_FEE, cn));
        }
        return new Terms.Package(pledges, rounds, false);
    }
}
