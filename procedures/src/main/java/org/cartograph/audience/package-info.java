/**
 * Who should get a letter today, why, and with what in it?
 *
 * <p>In: what customers put into carts, looked at and bought, as it stands. Out: one person after the other, each with
 * the products that are the cause and with filled placements. Nobody who refused consent and no guest is ever among them.
 * It writes nothing; it may use {@code recommend}, {@code placement}, {@code shop}, {@code graph}, {@code similarity}
 * and {@code settings}, and only {@code procedure} may depend on it.
 */
@NullMarked
package org.cartograph.audience;

import org.jspecify.annotations.NullMarked;
