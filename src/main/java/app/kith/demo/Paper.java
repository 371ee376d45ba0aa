package app.kith.demo;

/**
 * A file to be attached.
 *
 * @param name file name with extension
 * @param type MIME type
 * @param content the file
 */
record Paper(String name, String type, byte[] content) {}
