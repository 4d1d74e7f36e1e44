package dev.truce.cli.seat;

import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What a session is given.
 *
 * @param client the connection, which has the session's mailbox as its listener
 * @param ticket the seat
 * @param scenario the scenario, known here as well as on the server
 * @param look how screens are drawn
 * @param againstBot whether the other side is played by a bot, which is always ready in the end
 * @param practice whether the match is played on a server of this program
 * @param rejoined whether the seat was opened again in the middle of a match
 * @param clock tells the time, for deadlines and for when something was saved
 * @param zone time zone of the person
 */
public record SessionSetup(
        SeatClient client,
        SeatTicket ticket,
        Scenario scenario,
        Look look,
        boolean againstBot,
        boolean practice,
        boolean rejoined,
        InstantSource clock,
        ZoneId zone) {}
