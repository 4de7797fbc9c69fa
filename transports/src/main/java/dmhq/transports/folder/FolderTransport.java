package dmhq.transports.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dmhq.format.disk.Disk;
import dmhq.transports.Parcel;
import dmhq.transports.ParcelName;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder as a post: each parcel is one file, written whole, its path written by one player only.
 *
 * <p>A folder that is missing is a failure that may pass, never an empty post and never made on the
 * way: a share that is not mounted must not look like "no mail", nor swallow what is sent.
 *
 * <p>Links, folders, and files whose names {@link ParcelName} refuses are not parcels: they are
 * neither listed nor fetched nor removed, and a parcel is never written over one.
 *
 * <p>Only what this transport itself has sent is ever removed. What a killed write leaves is hidden,
 * bears the parcel's name, and is gone when its sender sends the parcel again; nobody else touches it.
 */
public final class FolderTransport implements Transport {

    private final Path folder;
    private final Disk disk;
    private final SortedMap<String, Parcel> sent = new TreeMap<>();

    /** Uses a folder; looks for it only when parcels are sent, listed, fetched or removed. */
    public FolderTransport(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Makes the folder, in one that must be there already; a folder that is there stays as it is.
     *
     * @throws TransportException if the folder above is missing, or the disk refuses
     */
    public void prepare() throws TransportException {
        String tried = "prepare the folder";
        if (Files.exists(folder)) {
            requireFolder(tried);
            return;
        }
        attempt(tried, () -> Files.createDirectory(folder));
    }

    @Override
    public void send(Parcel parcel) throws TransportException {
        String name = parcel.name();
        String tried = "send " + name;
        requireFolder(tried);
        attempt(tried, () -> {
            Path file = fileOf(name);
            if (under(file).isEmpty()) {
                disk.write(file, parcel.bytes());
            } else if (!holds(parcel)) {
                throw TransportException.lasting(tried, "the name is taken by something else in " + folder, null)
                        .ofThisAlone();
            }
            return sent.put(name, parcel);
        });
    }

    @Override
    public List<String> list() throws TransportException {
        String tried = "list parcels";
        requireFolder(tried);
        return attempt(
                tried,
                () -> disk.list(folder).stream()
                        .filter(file -> !Files.isSymbolicLink(file))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> ParcelName.objection(name).isEmpty())
                        .sorted()
                        .toList());
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        Path file = fileOf(name);
        String tried = "fetch " + name;
        requireFolder(tried);
        return attempt(tried, () -> {
            if (!isParcel(name)) {
                throw TransportException.lasting(tried, "there is no such parcel in " + folder, null)
                        .ofThisAlone();
            }
            long size = disk.size(file).orElse(0);
            if (size > Parcel.LARGEST) {
                throw TransportException.lasting(
                                tried, "it has " + size + " bytes; a parcel has at most " + Parcel.LARGEST, null)
                        .ofThisAlone();
            }
            return disk.read(file);
        });
    }

    @Override
    public void remove(String name) throws TransportException {
        Path file = fileOf(name);
        String tried = "remove " + name;
        requireFolder(tried);
        attempt(tried, () -> {
            Parcel own = sent.get(name);
            if (own != null && holds(own)) {
                disk.remove(file);
            }
            return file;
        });
    }

    /** Does nothing: a folder is not held open. */
    @Override
    public void close() {}

    private Path fileOf(String name) {
        return folder.resolve(ParcelName.require(name));
    }

    private boolean holds(Parcel parcel) throws IOException {
        return isParcel(parcel.name()) && Arrays.equals(disk.read(fileOf(parcel.name())), parcel.bytes());
    }

    /** Asks the disk for the name as it is kept there: where case is ignored, "A" is no parcel "a". */
    private boolean isParcel(String name) throws IOException {
        Path file = fileOf(name);
        return under(file).filter(BasicFileAttributes::isRegularFile).isPresent()
                && file.toRealPath().getFileName().toString().equals(name);
    }

    /** What lies under a path. Files.exists would take a share that fails for an absent file. */
    private static Optional<BasicFileAttributes> under(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void requireFolder(String tried) throws TransportException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw TransportException.lasting(tried, folder + " is not a folder", null);
        }
        throw TransportException.passing(tried, "the folder " + folder + " is missing", null);
    }

    private interface DiskWork<T> {
        T run() throws IOException, TransportException;
    }

    private static <T> T attempt(String tried, DiskWork<T> work) throws TransportException {
        try {
            return work.run();
        } catch (AccessDeniedException e) {
            throw TransportException.lasting(tried, "access to " + e.getFile() + " is denied", e)
                    .ofThisAlone();
        } catch (NoSuchFileException e) {
            throw TransportException.passing(tried, e.getFile() + " or a folder above it is missing", e);
        } catch (IOException e) {
            throw TransportException.passing(tried, String.valueOf(e.getMessage()), e);
        }
    }
}
