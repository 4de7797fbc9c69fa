package dmhq.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a player does not type in.
 *
 * <p>On a component of an action: drawn once into the draft, by its type: a {@code SeatId} is the
 * player's own seat, a {@code UUID} a fresh one, a {@code String} named {@code actionId} a fresh id.
 * On an action: dmhq drafts all of it by itself, and does not offer it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Filled {}
