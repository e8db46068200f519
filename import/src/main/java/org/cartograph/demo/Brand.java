package org.cartograph.demo;

import java.util.List;

/**
 * An invented maker.
 *
 * @param tier its price level: 1 plain, 2 solid, 3 premium
 * @param parents the departments it makes things for
 */
record Brand(String name, int tier, List<String> parents) {}
