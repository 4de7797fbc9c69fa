package dmhq.format.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The outline of a ZIP (APPNOTE.TXT 4.3): it begins with an entry and ends with a directory and one
 * end record, with nothing before, between or after. Checked first, so that the library meets no
 * directory that is larger than it says or lies elsewhere.
 */
final class ZipFrame {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int DIRECTORY_HEADER_SIZE = 46;
    private static final int LENGTHS_AT = 28;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;

    private final ByteBuffer file;
    private final int end;

    private ZipFrame(ByteBuffer file, int end) {
        this.file = file;
        this.end = end;
    }

    static void check(byte[] bytes, Limits limits) throws ContainerException {
        if (bytes.length > limits.fileSize()) {
            throw ContainerException.ofFile("it has more than the " + limits.fileSize() + " bytes allowed");
        }
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = lastIndexOfEnd(file);
        boolean begins = bytes.length >= Integer.BYTES && file.getInt(0) == LOCAL_HEADER;
        require(bytes.length > 0, "it is empty");
        require(begins || end >= 0, "it is not a ZIP file");
        require(begins, "bytes lie before the ZIP, or its first bytes are damaged");
        require(end >= 0 && end + END_SIZE <= bytes.length, "it is cut off: a ZIP ends with a directory");
        require(end + END_SIZE == bytes.length, "bytes follow the end of the ZIP");
        new ZipFrame(file, end).checkDirectory(limits);
    }

    private void checkDirectory(Limits limits) throws ContainerException {
        require(file.getInt(end + 4) == 0, "it is a part of a split ZIP");
        int count = unsignedShort(end + 8);
        long size = Integer.toUnsignedLong(file.getInt(end + 12));
        long from = Integer.toUnsignedLong(file.getInt(end + 16));
        require(count == unsignedShort(end + 10), "its end record gives two numbers of entries");
        boolean isWhole = from + size == end;
        require(isWhole || end < ZIP64_LOCATOR_SIZE || !isZip64(), "it is a zip64 file");
        require(count <= Container.MOST_ENTRIES, "it is a zip64 file");
        require(count <= limits.entries(), "it has more than the " + limits.entries() + " entries allowed");
        require(unsignedShort(end + 20) == 0, "it has a comment, or its last bytes are damaged");
        require(isWhole, "its directory does not lie where its end record says");
        require(countFrom((int) from) == count, "its directory does not hold the entries that its end record says");
    }

    private boolean isZip64() {
        return file.getInt(end - ZIP64_LOCATOR_SIZE) == ZIP64_LOCATOR;
    }

    /** Returns the number of headers that fill the directory exactly, or −1. */
    private int countFrom(int from) {
        int at = from;
        int count = 0;
        while (at <= end - DIRECTORY_HEADER_SIZE && file.getInt(at) == DIRECTORY_HEADER) {
            at += DIRECTORY_HEADER_SIZE
                    + unsignedShort(at + LENGTHS_AT)
                    + unsignedShort(at + LENGTHS_AT + 2)
                    + unsignedShort(at + LENGTHS_AT + 4);
            count++;
        }
        return at == end ? count : -1;
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private static int lastIndexOfEnd(ByteBuffer file) {
        int at = file.limit() - Integer.BYTES;
        while (at >= 0 && file.getInt(at) != END) {
            at--;
        }
        return Math.max(at, -1);
    }

    private static void require(boolean met, String otherwise) throws ContainerException {
        if (!met) {
            throw ContainerException.ofFile(otherwise);
        }
    }
}
