package org.cartograph.service.stream;

/**
 * A topic that is read.
 *
 * @param kind     of its items: orders, products or events
 * @param name     the topic's
 * @param rejected the topic for what can never be written
 * @param group    the consumer group that reads it
 */
record Topic(String kind, String name, String rejected, String group) {}
