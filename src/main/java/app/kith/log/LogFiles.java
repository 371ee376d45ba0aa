package app.kith.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The files of one log. Everything a log does to the disk goes through here, so that tests can lose power at any write. */
interface LogFiles {

    /** {@return the names of the files that are there, sorted} */
    List<String> names() throws IOException;

    /**
     * Opens a file for reading and writing.
     *
     * @param name its name
     * @param create whether it is made; fails if it is there already
     * @return the file
     */
    LogFile open(String name, boolean create) throws IOException;

    /** {@return the length of a file in bytes} */
    long size(String name) throws IOException;

    /** Deletes a file. */
    void delete(String name) throws IOException;

    /**
     * Puts a file into the place of another: at any moment, also behind a power cut, one of the two is there under the name. Nobody may
     * have either open.
     *
     * @param name the file that goes
     * @param by the file that comes
     */
    void replace(String name, String by) throws IOException;

    /**
     * Puts bytes aside that were cut from a log, so that nothing is thrown away.
     *
     * @param name name of the file to make
     * @param bytes its content
     */
    void keepAside(String name, ByteBuffer bytes) throws IOException;

    /** Forces the directory itself, so that a new file is found again after a power cut. */
    void forceDirectory() throws IOException;

    /** An open file. Reads may run beside one another and beside a write. */
    interface LogFile extends Closeable {
        /** {@return its length in bytes} */
        long size() throws IOException;

        /**
         * Reads into the buffer until it is full or the file ends.
         *
         * @param into where to; its position is moved
         * @param offset where from
         * @return how many bytes were read
         */
        int read(ByteBuffer into, long offset) throws IOException;

        /**
         * Writes the whole buffer.
         *
         * @param bytes what to write; its position is moved
         * @param offset where to
         */
        void write(ByteBuffer bytes, long offset) throws IOException;

        /** Returns once everything written is safe from a power cut. */
        void force() throws IOException;

        /** Cuts the file off. */
        void truncate(long size) throws IOException;
    }
}
