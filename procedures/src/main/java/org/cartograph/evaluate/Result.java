package org.cartograph.evaluate;

/**
 * One figure of an evaluation.
 *
 * @param task the experiment
 * @param segment the part of its cases
 * @param method what ranked
 * @param metric the measure's name
 * @param estimate its value
 */
public record Result(String task, String segment, String method, String metric, Estimate estimate) {}
