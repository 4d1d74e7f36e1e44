/** How much of what costs the server each owner may have. */
@NullMarked
package dev.truce.app.quota;

import org.jspecify.annotations.NullMarked;
