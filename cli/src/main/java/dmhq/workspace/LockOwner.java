package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which command works in a folder, as it tells other commands.
 *
 * @param process the number that the operating system gave its process
 * @param computer the name of its computer; empty if that has none
 */
public record LockOwner(String command, long process, String computer, Instant since) {

    private static final Codec<LockOwner> CODEC = Codec.of(LockOwner.class);
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    /** Returns this very process, at work on a command since an instant. */
    static LockOwner here(String command, Instant since) {
        return new LockOwner(command, ProcessHandle.current().pid(), thisComputer(), since);
    }

    /** Reads one; empty if the bytes are none, as while they are being written. */
    static Optional<LockOwner> read(byte[] bytes) {
        try {
            return Optional.of(CODEC.decode(JsonReader.read(Bytes.of(bytes))));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    byte[] toBytes() {
        return CODEC.canonical(this).toArray();
    }

    /** Returns what holds a folder as the end of a sentence, and the cure. */
    String sentence(Instant now) {
        boolean elsewhere = !computer.equals(thisComputer());
        return "dmhq " + command + ", process " + process + (elsewhere ? " on the computer " + computer : "") + ", for "
                + age(Duration.between(since, now))
                + (elsewhere
                        ? "; wait until it is done there, and work in this folder from one computer at a time"
                        : "; wait until it is done, or end that process if it hangs");
    }

    /** Clocks of two computers may differ, so an age below zero is a short one. */
    private static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "less than a minute";
        } else if (age.toHours() < 1) {
            return counted(age.toMinutes(), "minute");
        }
        return age.toDays() < 1 ? counted(age.toHours(), "hour") : counted(age.toDays(), "day");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Asks the kernel where it tells, as the network may take seconds to. */
    private static String thisComputer() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.exists(KERNEL)
                    ? Files.readString(KERNEL).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
