/** Tests of the hosting of matches. */
@NullMarked
package dev.truce.app.host;

import org.jspecify.annotations.NullMarked;
