/** Tests of the journal's encoding. */
@NullMarked
package dev.truce.app.encoding;

import org.jspecify.annotations.NullMarked;
