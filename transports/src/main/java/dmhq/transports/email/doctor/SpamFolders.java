package dmhq.transports.email.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How folders for spam are called where the server does not say what they are for (RFC 6154). */
final class SpamFolders {

    private static final Set<String> NAMES =
            Set.of("junk", "spam", "bulk", "bulk mail", "junk e-mail", "junk email", "junk mail", "spamverdacht");

    private SpamFolders() {}

    /** Returns the names of those among all folders; where the server says it of some, only these. */
    static List<String> of(List<ImapTalk.Folder> folders) {
        List<String> byUse = folders.stream()
                .filter(folder -> folder.uses().contains("\\JUNK"))
                .map(ImapTalk.Folder::name)
                .toList();
        return !byUse.isEmpty()
                ? byUse
                : folders.stream()
                        .map(ImapTalk.Folder::name)
                        .filter(SpamFolders::isNamedLikeOne)
                        .toList();
    }

    /** Tells whether the last part of a name is one of those. */
    private static boolean isNamedLikeOne(String folder) {
        String last = folder.substring(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.')) + 1);
        return NAMES.contains(last.toLowerCase(Locale.ROOT));
    }
}
