package dmhq.format.sealing;
/** Stub. */
public record SealingRecipient(String value) {}
