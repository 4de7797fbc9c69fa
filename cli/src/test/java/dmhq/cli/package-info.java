/** The command line as players meet it: mostly sessions in text, run in-process. */
@NullMarked
package dmhq.cli;

import org.jspecify.annotations.NullMarked;
