/** The whole server with its clients, simulated from one seed on a virtual clock, with faults. */
@NullMarked
package dev.truce.app.sim;

import org.jspecify.annotations.NullMarked;
