package dmhq.engine;

/** What a rule set names where there is nothing to bring along or to choose. */
public record Nothing() {}
