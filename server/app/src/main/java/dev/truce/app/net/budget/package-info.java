/** What connections may take of the server. */
@NullMarked
package dev.truce.app.net.budget;

import org.jspecify.annotations.NullMarked;
