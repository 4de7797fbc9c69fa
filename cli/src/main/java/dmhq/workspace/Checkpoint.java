package dmhq.workspace;

import dmhq.format.Digest;
import dmhq.format.json.Json;

/**
 * How far an archive was checked and played, as a workspace keeps it.
 *
 * @param file the digest of the archive's file
 * @param record the number of its newest record
 * @param head the digest of that record
 * @param complete whether all was known of what happened, as in a host's archive and in every closed one
 * @param state the state, or the seat's view, after it
 */
public record Checkpoint(Digest file, int record, Digest head, boolean complete, Json.Members state) {}
