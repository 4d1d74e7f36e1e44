/** Tests of what those who run the server read about it. */
@NullMarked
package dev.truce.app.log;

import org.jspecify.annotations.NullMarked;
