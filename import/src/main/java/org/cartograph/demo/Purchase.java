package org.cartograph.demo;

import java.util.List;

/**
 * One order as it was placed.
 *
 * @param number counted from 0 in time order
 * @param day day of the timeline
 * @param second second of that day
 * @param products its different products, one line each
 */
record Purchase(int number, Shopper shopper, int day, int second, List<Integer> products) {}
