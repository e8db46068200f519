package org.cartograph.demo;

/**
 * Buyers of {@code seed}, together with {@code second} unless that is {@link #NONE}, put {@code companion} into the
 * same order with the given probability. Products are positions in the {@link Catalogue}.
 */
record PlantedRule(String name, int seed, int second, int companion, double probability) {

    static final int NONE = -1;

    boolean isPair() {
        return second != NONE;
    }
}
