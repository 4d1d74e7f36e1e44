package dev.truce.story.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast as the Web Content Accessibility Guidelines define it. */
class ToneTest {
    private static double luminance(int colour) {
        double sum = 0;
        double[] weights = {.2126, .7152, .0722};
        for (int i = 0; i < 3; i++) {
            double share = (colour >> (16 - 8 * i) & 0xff) / 255.0;
            sum += weights[i] * (share <= .04045 ? share / 12.92 : StrictMath.pow((share + .055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + .05;
        double b = luminance(other) + .05;
        return Math.max(a, b) / Math.min(a, b);
    }

    @Test
    void wordsStandOutOnTheirGroundInLightAndDark() {
        for (Tone tone : List.of(Tone.INK, Tone.FAINT, Tone.US)) {
            assertThat(contrast(tone.light(), Tone.PAPER.light()))
                    .as("%s", tone)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(tone.dark(), Tone.PAPER.dark())).as("%s", tone).isGreaterThanOrEqualTo(4.5);
        }
        for (Tone tone : Tone.heat()) {
            assertThat(contrast(tone.words().light(), tone.light()))
                    .as("%s", tone)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(tone.words().dark(), tone.dark()))
                    .as("%s", tone)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void marksAndCurvesStandOutToo() {
        List<Tone> marks = new ArrayList<>(Tone.curves());
        marks.addAll(List.of(Tone.US, Tone.CN));
        for (Tone tone : marks) {
            assertThat(contrast(tone.light(), Tone.PAPER.light()))
                    .as("%s", tone)
                    .isGreaterThanOrEqualTo(3);
            assertThat(contrast(tone.dark(), Tone.PAPER.dark())).as("%s", tone).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void heatGrowsLighterStepByStepSoThatItWorksWithoutColour() {
        for (int i = 1; i < Tone.heat().size(); i++) {
            assertThat(luminance(Tone.heat().get(i).light()))
                    .isGreaterThan(luminance(Tone.heat().get(i - 1).light()));
        }
    }
}
