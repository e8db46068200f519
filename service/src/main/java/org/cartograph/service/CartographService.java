package org.cartograph.service;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts the service: {@code --demo} with a Neo4j and a shop of its own, {@code --cartograph.neo4j.uri=bolt://…} with
 * yours.
 */
// Its users would have passwords, the first of which it makes up and prints.
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public final class CartographService {

    /**
     * Starts the service, or says in one sentence why it cannot.
     *
     * @param arguments {@code --demo} and any property of the service as {@code --name=value}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(CartographService.class, withDemoAsProperty(arguments));
    }

    /** A demo answers only this machine, unless an address is given after it. */
    private static String[] withDemoAsProperty(String[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.equals("--demo") ? "--cartograph.demo=true" : argument)
                .toArray(String[]::new);
    }
}
