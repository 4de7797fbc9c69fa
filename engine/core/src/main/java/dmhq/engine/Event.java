package dmhq.engine;

/**
 * What happened, and who may see it.
 *
 * @param <E> the rule set's events
 */
public record Event<E>(E event, Audience audience) {}
