package dmhq.cli;

import dmhq.transports.Cover;
import dmhq.workspace.Covers;
import dmhq.workspace.Outbox;
import dmhq.workspace.Workspace;

/** Writes the covers of parcels, as people like to read them: whose turn it is, until when, and what to type. */
final class PostCovers implements Covers {

    @SuppressWarnings("UnusedVariable")
    PostCovers(Terminal terminal, Workspace workspace) {}

    @Override
    public Cover of(Outbox.Label label, String name) {
        return new Cover(name, "", "", "");
    }
}
