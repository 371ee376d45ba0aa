package app.kith.change;

/**
 * A batch as it stands in the mail log.
 *
 * @param segment number of the segment file
 * @param offset where its record begins there
 * @param behind the position behind it
 * @param batch what happened
 */
public record LoggedBatch(int segment, long offset, LogPosition behind, MailBatch batch) {

    /**
     * Where a message of this batch lies.
     *
     * @param index its place among the events that hold bytes
     * @return its address
     */
    public MessageAddress address(int index) {
        return new MessageAddress(segment, offset, index);
    }
}
