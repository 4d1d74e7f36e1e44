/** Signs records, by which a server vouches for them, and checks such signatures. */
@NullMarked
package dev.truce.app.signature;

import org.jspecify.annotations.NullMarked;
