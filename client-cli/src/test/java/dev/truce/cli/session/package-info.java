/** Tests of the session. */
@NullMarked
package dev.truce.cli.session;

import org.jspecify.annotations.NullMarked;
