package dev.truce.app.host.matches;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** {@link FinishedMatchesTest} with a hundred thousand of them, and a journal on disk. */
@Tag("campaign")
class FinishedMatchesCampaignTest extends FinishedMatchesTest {
    @TempDir
    Path data;

    @Override
    String run() throws Exception {
        return IdleMatchTest.run(FinishedMatches.class, "100000", data.toString());
    }
}
