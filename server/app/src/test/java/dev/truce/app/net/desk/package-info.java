/** Tests of what is asked over HTTP. */
@NullMarked
package dev.truce.app.net.desk;

import org.jspecify.annotations.NullMarked;
