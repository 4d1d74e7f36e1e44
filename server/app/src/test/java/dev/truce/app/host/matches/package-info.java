/** Tests of the matches of a server. */
@NullMarked
package dev.truce.app.host.matches;

import org.jspecify.annotations.NullMarked;
