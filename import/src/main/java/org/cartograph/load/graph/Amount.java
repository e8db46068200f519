package org.cartograph.load.graph;

import java.math.BigDecimal;

/** A number as Neo4j keeps it: an integer where it is whole, a float otherwise. */
final class Amount {

    private Amount() {}

    static Object of(BigDecimal number) {
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }
}
