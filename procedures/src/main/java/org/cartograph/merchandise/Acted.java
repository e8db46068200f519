package org.cartograph.merchandise;

/**
 * What a rule did to the score of a product.
 *
 * @param factor what the score was multiplied with; never 1
 */
public record Acted(Rule rule, double factor) {}
