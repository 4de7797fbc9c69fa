package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.util.List;

/**
 * A host's offer of a seat, travelling with record 0.
 *
 * @param token 16 random bytes; a join proves it knows them
 * @param posts the addresses at which the host is reached
 */
public record Invitation(SessionId session, SeatId seat, Bytes token, List<String> posts) {

    private static final int TOKEN_SIZE = 16;

    public Invitation {
        posts = List.copyOf(posts);
        if (token.size() != TOKEN_SIZE) {
            throw new IllegalArgumentException("a token has " + TOKEN_SIZE + " bytes, found " + token.size());
        }
    }
}
