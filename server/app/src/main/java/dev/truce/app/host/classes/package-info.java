/** Classes that are going on. */
@NullMarked
package dev.truce.app.host.classes;

import org.jspecify.annotations.NullMarked;
