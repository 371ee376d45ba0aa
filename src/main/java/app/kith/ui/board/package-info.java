/**
 * The customers as a board: a lane for each stage, a card for each customer. In come the stages, and whatever the list of customers is
 * sifted and ordered by; out goes the customer that is opened, and whom the user moves to another stage.
 */
@NullMarked
package app.kith.ui.board;

import org.jspecify.annotations.NullMarked;
