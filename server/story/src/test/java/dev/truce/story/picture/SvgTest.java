package dev.truce.story.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SvgTest {
    private static final Picture PICTURE = new Picture(
            "A box & <words>.",
            100,
            60,
            List.of(
                    new Shape.Box(10, 10, 20, 20, Tone.HEAT_8),
                    new Shape.Line(0, 40, 100, 40, 2, Tone.INK),
                    new Shape.Curve(
                            new double[] {0, 50.04, 100}, new double[] {50, 45.25, -3}, 2, Shape.Dash.LONG, Tone.CN),
                    new Shape.Mark(70, 20, true, Tone.US),
                    new Shape.Mark(90, 20, false, Tone.CN),
                    new Shape.Words(50, 30, "a < b", Shape.Anchor.MIDDLE, 10, true, Tone.INK)));

    @Test
    void svgHasEveryShapeWithItsToneAndEscapesWords() {
        assertThat(Svg.of(PICTURE)).isEqualTo("""
            <svg role="img" viewBox="0 0 100 60" width="100" height="60" aria-label="A box &amp; &lt;words&gt;.">
            <rect class="f-heat-8" x="10" y="10" width="20" height="20"/>
            <line class="l-ink" x1="0" y1="40" x2="100" y2="40" stroke-width="2"/>
            <polyline class="l-cn" stroke-width="2" stroke-dasharray="7 4" points="0,50 50,45.3 100,-3"/>
            <circle class="f-us" cx="70" cy="20" r="4.5"/>
            <rect class="f-cn" x="85.5" y="15.5" width="9" height="9"/>
            <text class="f-ink" x="50" y="30" font-size="10" font-weight="bold" text-anchor="middle">a &lt; b</text>
            </svg>
            """);
    }

    @Test
    void stylesHaveEveryToneInLightAndDark() {
        for (Tone tone : Tone.values()) {
            assertThat(Svg.styles().split("--" + tone.css() + ":#", -1)).hasSize(3);
            assertThat(Svg.styles()).contains(".f-" + tone.css() + "{", ".l-" + tone.css() + "{");
        }
    }
}
