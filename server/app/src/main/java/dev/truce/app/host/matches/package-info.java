/** All matches of a server: how they are opened and found, come into memory and leave it. */
@NullMarked
package dev.truce.app.host.matches;

import org.jspecify.annotations.NullMarked;
