/** Which text from strangers is accepted, checked on its way in as well as on its way out. */
@NullMarked
package dev.truce.protocol.text;

import org.jspecify.annotations.NullMarked;
