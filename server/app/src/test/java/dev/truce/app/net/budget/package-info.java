/** Tests of connections. */
@NullMarked
package dev.truce.app.net.budget;

import org.jspecify.annotations.NullMarked;
