package dmhq.workspace;

import dmhq.format.json.Json;

/**
 * What a player brings into a game when taking a seat.
 *
 * @param faction the faction the seat plays; empty where the game has none
 * @param entry in the rule set's own form
 */
public record Brought(String faction, Json.Members entry) {}
