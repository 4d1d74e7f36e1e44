/** What seats do in a round beside their orders: offers, notices and talk, judged one by one. */
@NullMarked
package dev.truce.match.negotiation;

import org.jspecify.annotations.NullMarked;
