package org.cartograph.service.writing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a body that {@link JsonItems} reads what its items are, because Java sees only JSON. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ItemsOf {

    /** What each item is read as. */
    Class<?> value();
}
