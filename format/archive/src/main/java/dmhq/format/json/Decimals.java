package dmhq.format.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code long} component: the value is scaled by that many decimals, so 1500 with three
 * decimals is written 1.500.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Decimals {

    /** How many decimals, 1 to 15. */
    int value();
}
