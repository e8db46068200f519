/**
 * What has a merchandiser ruled for this box?
 *
 * <p>In: the Rule and StaffPicks nodes as they stand in the caller's transaction, so that a rule acts on the next request.
 * Out: which products a box hides, pins, lifts and sinks, each by the rule that says so, and the lists that staff have
 * picked. It ranks nothing itself. Used by {@code recommend} and all above it; uses {@code graph} and {@code settings}.
 */
@NullMarked
package org.cartograph.merchandise;

import org.jspecify.annotations.NullMarked;
