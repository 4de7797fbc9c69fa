/**
 * A player's folder: what it keeps, and what dmhq does with it. No printing, no options, so that a
 * watcher, a page or a server can use it as the command line does.
 *
 * <p>{@link dmhq.workspace.Workspace} is the folder. {@link dmhq.workspace.Intake} takes in what
 * arrives, {@link dmhq.workspace.Outbox} sends what leaves, {@link dmhq.workspace.Drafts} keeps
 * plans. {@link dmhq.workspace.NewSession} and {@link dmhq.workspace.Joining} begin a session, {@link
 * dmhq.workspace.Submitting} and {@link dmhq.workspace.Resolving} play it, {@link
 * dmhq.workspace.Settling} writes what was settled into a save. {@link dmhq.workspace.Home} is who
 * plays; {@link dmhq.workspace.Exporting} and {@link dmhq.workspace.Importing} carry that to another
 * machine. Every step writes whole files only
 * and can be run again after a kill.
 */
@NullMarked
package dmhq.workspace;

import org.jspecify.annotations.NullMarked;
