/** Tests of how much each owner may have. */
@NullMarked
package dev.truce.app.quota;

import org.jspecify.annotations.NullMarked;
