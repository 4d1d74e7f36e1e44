/** All matches of a server, from their opening until they leave memory. */
@NullMarked
package dev.truce.app.host.matches;

import org.jspecify.annotations.NullMarked;
