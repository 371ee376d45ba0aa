/**
 * Kith (知客), a desktop contact manager that reads your mail.
 *
 * <p>The house has floors; a package imports only from floors below its own (an ArchUnit test holds this):
 *
 * <pre>
 * 4  ui                   cli                       the window; the command line
 * 3  desk                                           opens a data folder, wires and owns the services
 * 2  sync    assist    exchange    search   demo    work on what is kept: IMAP, SMTP, rules, files, finding, the sample mailbox
 * 1  store    log    vault                          projection; ledger and mail log; keys and secrets
 * 0  contact  mail  compose  conversation  promise  match  rule  change  account  words     plain values and algorithms
 * </pre>
 *
 * <p>A new mail's way: server → {@code sync.imap} → mail log, forced → {@code mail.MailReader} → {@code conversation} →
 * {@code store}, one transaction → a change notice to the screen and the search index. What the user does goes ledger → store in the same manner.
 * A letter's way: {@code compose} → mail log → ledger (waiting) → {@code sync.smtp}, with a forced entry before its last byte.
 */
@NullMarked
package app.kith;

import org.jspecify.annotations.NullMarked;
