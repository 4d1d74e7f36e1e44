package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.print.Look;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    private static Surroundings with(boolean terminal, String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.strip().split(" ", -1)) {
            if (variable.contains("=")) {
                environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
            }
        }
        return new Surroundings(terminal, environment, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        true  | TERM=xterm-256color LANG=en_US.UTF-8                  | BLOCK | UNKNOWN | true
        true  | TERM=xterm-256color LANG=en_US.UTF-8 COLORFGBG=15;0   | BLOCK | DARK    | true
        true  | TERM=xterm-256color LANG=en_US.UTF-8 COLORFGBG=0;15   | BLOCK | LIGHT   | true
        true  | TERM=xterm COLORFGBG=15;0 LANG=C                      | ASCII | UNKNOWN | true
        true  | TERM=xterm-256color LANG=zh_CN.UTF-8                  | ASCII | UNKNOWN | true
        true  | TERM=xterm-256color LANG=en_US.UTF-8 LC_ALL=C         | ASCII | UNKNOWN | true
        true  | TERM=xterm-256color LANG=en_US.UTF-8 NO_COLOR=1       | BLOCK | NONE    | true
        true  | TERM=dumb LANG=en_US.UTF-8                            | ASCII | NONE    | false
        true  | LANG=en_US.UTF-8                                      | ASCII | NONE    | false
        true  | TERM=xterm-256color LANG=en_US.UTF-8 ACCESSIBLE=1     | BLOCK | NONE    | false
        false | TERM=xterm-256color LANG=en_US.UTF-8                  | ASCII | NONE    | false
        """)
    void whatATerminalShowsFollowsFromItsSurroundings(
            boolean terminal, String variables, Look.Charts charts, Tint.Ground ground, boolean edits) {
        Surroundings surroundings = with(terminal, variables);
        assertThat(surroundings.look(null, false).charts()).isEqualTo(charts);
        assertThat(surroundings.ground(false)).isEqualTo(ground);
        assertThat(surroundings.canEdit()).isEqualTo(edits);
    }

    @Test
    void accessibleModeDrawsNoBlocksWhateverTheTerminal() {
        assertThat(with(true, "TERM=xterm LANG=en_US.UTF-8 ACCESSIBLE=1").look(null, false))
                .matches(Look::accessible)
                .matches(look -> !look.blocks());
        assertThat(with(true, "TERM=xterm LANG=en_US.UTF-8 ACCESSIBLE=0").look(null, false))
                .matches(look -> !look.accessible());
    }

    @Test
    void whatIsAskedForOnTheCommandLineWins() {
        Surroundings rich = with(true, "TERM=xterm-256color LANG=en_US.UTF-8");
        assertThat(rich.look(Look.Charts.ASCII, false)).isEqualTo(Look.PLAIN);
        assertThat(rich.look(null, true)).isEqualTo(Look.PLAIN);
        assertThat(rich.ground(true)).isEqualTo(Tint.Ground.NONE);
        assertThat(with(false, "").look(Look.Charts.BLOCK, false).blocks()).isTrue();
    }
}
