package dev.truce.cli.planted;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted bug, those of campaigns too, can still be planted: a change of the source has to change the list. */
class PlantedBugsListTest {
    @ParameterizedTest
    @MethodSource("dev.truce.cli.planted.PlantedBug#all")
    void theTextIsThere(PlantedBug bug) throws IOException {
        bug.requireText();
    }
}
