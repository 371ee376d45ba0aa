package app.kith.support;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the configuration of a throw-away Dovecot 2.3. */
final class DovecotConfig {
    /** What Dovecot 2.3 offers by itself after sign-in; it can replace the list as a whole only. */
    private static final String CAPABILITIES = """
            IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS \
            THREAD=ORDEREDSUBJECT MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED \
            I18NLEVEL=1 CONDSTORE QRESYNC ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE \
            SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW STATUS=SIZE SAVEDATE LITERAL+ NOTIFY SPECIAL-USE COMPRESS=DEFLATE""";

    private DovecotConfig() {}

    /**
     * Accounts of the system.
     *
     * @param mail to whom the mail belongs
     * @param group that one's group
     * @param login by whom unknown clients are served
     */
    record Accounts(String mail, String group, String login) {}

    /** {@return the capabilities without some; a name also drops what is a form of it, as COMPRESS does COMPRESS=DEFLATE} */
    static String capabilities(Set<String> dropped) {
        return Stream.of(CAPABILITIES.strip().split("\\s+"))
                .filter(name -> !dropped.contains(name) && !dropped.contains(
                        name.replaceFirst("=.*", "")))
                .collect(Collectors.joining(" "));
    }

    /**
     * Writes it.
     *
     * @param home everything of this server lies here
     * @param accounts which accounts of the system it uses
     * @param ports port of IMAP and of IMAP over TLS
     * @param tls certificate and key
     * @param capabilities the list to offer; empty for Dovecot's own
     * @return the configuration
     */
    static String write(Path home, Accounts accounts, int[] ports, TestCertificates tls, String capabilities) {
        boolean compress = capabilities.isEmpty() || capabilities.contains("COMPRESS");
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = /dev/stderr
                log_timestamp =
                instance_name = kith-test-%4$d
                protocols = imap
                listen = 127.0.0.1
                default_internal_user = %2$s
                default_internal_group = %11$s
                default_login_user = %3$s
                mail_uid = %2$s
                mail_gid = %11$s
                first_valid_uid = 1
                first_valid_gid = 1
                mail_home = %1$s/home
                mail_location = maildir:%1$s/Maildir
                mailbox_list_index = yes
                mailbox_idle_check_interval = 1 s
                mail_max_userip_connections = 100
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                ssl = yes
                ssl_cert = <%6$s
                ssl_key = <%7$s
                ssl_min_protocol = TLSv1.2
                passdb {
                  driver = passwd-file
                  args = scheme=PLAIN username_format=%%u %1$s/passwd
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%11$s home=%1$s/home
                }
                namespace inbox {
                  inbox = yes
                  separator = /
                %8$s}
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                service imap-login {
                  chroot =
                  service_count = 0
                  process_min_avail = 1
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = %5$d
                    ssl = yes
                  }
                }
                service imap {
                  process_limit = 100
                }
                protocol imap {
                  %9$s
                  %10$s
                }
                """.formatted(
                home, accounts.mail(), accounts.login(), ports[0], ports[1], tls.certificate(), tls.key(),
                Stream.of("Sent",
                        "Drafts", "Trash", "Junk", "Archive")
                        .map(name -> "  mailbox %1$s {\n    special_use = \\%1$s\n    auto = subscribe\n  }\n"
                                .formatted(name))
                        .collect(Collectors.joining()),
                compress ? "mail_plugins = zlib imap_zlib" : "",
                capabilities.isEmpty() ? "" : "imap_capability = " + capabilities, accounts.group());
    }
}
