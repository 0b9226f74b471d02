package shop.products.api;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses to read on when a row has no end: one quote too many makes the rest of a file one cell. */
final class BoundedReader extends FilterReader {

    private static final int LONGEST = 512 << 10; // characters, the parser's own buffer included

    private int sinceRow;

    BoundedReader(Reader in) {
        super(in);
    }

    void beginRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        sinceRow += read;
        if (sinceRow > LONGEST) throw new IOException("a row is longer than " + LONGEST + " characters");
    }
}
