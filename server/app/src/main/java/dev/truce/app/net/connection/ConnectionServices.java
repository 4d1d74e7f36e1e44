package dev.truce.app.net.connection;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.log.AuditLog;
import dev.truce.app.quota.Allowance;
import dev.truce.app.room.JoinLimiter;
import java.time.Clock;

/**
 * What every connection needs of the server.
 *
 * @param version version of the server program
 * @param pageUrl address of the page that clients tell browsers, or empty
 * @param localMatches the rooms
 * @param classes the classes
 * @param catalogue the scenarios
 * @param scenarios tells what they say
 * @param openings what is told alike to many when a round opens
 * @param limiter slows down who types wrong codes
 * @param roomsByKey whether only instructors of the server, who hold its desk key, open rooms
 * @param roomsOpened bounds the rooms that are opened in an hour
 * @param listener hears what happens
 * @param audit writes down that somebody asks for what he may not
 * @param limits how much of anything is taken
 * @param wallClock tells clients the time
 */
public record ConnectionServices(
        String version,
        String pageUrl,
        LocalMatches localMatches,
        Classes classes,
        Catalogue catalogue,
        ScenarioRequest scenarios,
        SharedOpenings openings,
        JoinLimiter limiter,
        boolean roomsByKey,
        Allowance roomsOpened,
        NetListener listener,
        AuditLog audit,
        ServerLimits limits,
        Clock wallClock) {

    /** Returns the ruleset that speaks for the server while there is no match. */
    String ruleset() {
        return catalogue.first().scenario().ruleset();
    }
}
