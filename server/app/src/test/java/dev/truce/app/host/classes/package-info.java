/** Tests of the hosting of classes. */
@NullMarked
package dev.truce.app.host.classes;

import org.jspecify.annotations.NullMarked;
