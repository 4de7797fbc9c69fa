package dmhq.cli;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that dmhq needs, as Java has them in memory, in a file beside the jar: the launchers let
 * Java start from it. It serves one Java and one jar, so that the first command with another has it made
 * anew.
 *
 * <p>Where the folder cannot be written to there is none, and dmhq starts slower. That is also all that
 * any failure here comes to.
 */
final class ClassArchive {

    private final Disk disk;
    private final Path file;

    /** Names one that may not be there yet, on the system's own disk. */
    ClassArchive(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** Makes the one that is named, for the command that has {@link #renewMeanwhile started} this. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new ClassArchive(new DurableDisk(), Path.of(arguments[0])).renew();
    }

    /**
     * Has it made by a process of its own, if it is not there for this Java and this jar; whoever typed a
     * command does not wait.
     */
    void renewMeanwhile() {
        try {
            if (isMissing() && !isBeingMade()) {
                java(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar().toString(),
                        getClass().getName(),
                        file.toString());
            }
        } catch (IOException e) {
            // The next command tries again.
        }
    }

    /** Makes it if it is not there for this Java and this jar, unless another process does. */
    void renew() throws IOException, InterruptedException {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock()) {
            if (lock != null && isMissing()) {
                make();
            }
        }
    }

    private void make() throws IOException, InterruptedException {
        Path made = beside(".new");
        Process java = java(
                // Every collector can use the objects in it, but only this one writes them.
                "-XX:+UseG1GC",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + file.resolveSibling("dmhq.classes"),
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                jar().toString());
        if (java.waitFor() == 0) {
            disk.write(file, disk.read(made));
        }
        disk.remove(made);
        // Also where Java makes none: it would not the next time either.
        disk.write(beside(".for"), user().getBytes(StandardCharsets.UTF_8));
    }

    private boolean isMissing() throws IOException {
        Path said = beside(".for");
        return Files.isWritable(file.resolveSibling(""))
                && !(disk.exists(said) && new String(disk.read(said), StandardCharsets.UTF_8).equals(user()));
    }

    private boolean isBeingMade() throws IOException {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** What Java looks at before it starts from one. */
    private String user() throws IOException {
        return String.join(
                "\n",
                System.getProperty("java.home"),
                System.getProperty("java.vm.version"),
                jar().toString(),
                Files.getLastModifiedTime(jar()).toString(),
                Long.toString(Files.size(jar())));
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process;
    }

    private Path jar() {
        return file.resolveSibling("dmhq.jar");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
