/**
 * The command line: one file a command, each one straight path. Hints, exit codes and printing live
 * here and nowhere else.
 *
 * <p>{@link dmhq.cli.Main} starts a program; {@link dmhq.cli.Dmhq} is the whole of it with its
 * surroundings given, as tests run it. {@link dmhq.cli.ExitCode} lists the codes.
 */
@NullMarked
package dmhq.cli;

import org.jspecify.annotations.NullMarked;
