/** What connections may hold and spend: one connection, one address, and all of them together. */
@NullMarked
package dev.truce.app.net.budget;

import org.jspecify.annotations.NullMarked;
