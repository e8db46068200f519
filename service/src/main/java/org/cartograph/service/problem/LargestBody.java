package org.cartograph.service.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large the body of an endpoint may be, where 1 MB is not enough: for a list of a thousand items. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface LargestBody {

    /** Millions of bytes. */
    int megabytes();
}
