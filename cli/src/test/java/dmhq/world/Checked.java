package dmhq.world;

/** What was looked at in the end; a world in which there was nothing to look at proves nothing. */
enum Checked {
    RECORDS,
    RECEIPTS_THAT_COUNT,
    ORDERS_COUNTED_OR_MISSED_ALOUD,
    WHISPERS_WHERE_THEY_BELONG,
    SECRETS_NOWHERE_ELSE,
    FISH,
    SETTLEMENTS_WRITTEN,
    SETTLEMENTS_UNDER_WAY,
    WIRES_HIDDEN_FROM_OTHERS
}
