package app.kith.ui.body;

/**
 * Where words or a picture lead.
 *
 * @param target the address, with the scheme; letters of other scripts in the host's name are written as the network knows them
 * @param disguised whether the words look like another address than the target
 */
record Link(String target, boolean disguised) {}
