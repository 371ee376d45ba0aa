package app.kith.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Gathers the header of a message. A character is a byte, so that raw bytes can stand in it. */
final class Head {
    private final StringBuilder lines = new StringBuilder(1000);

    Head field(String name, String value) {
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Adds ready lines, each ended by CRLF. */
    Head lines(String ready) {
        lines.append(ready);
        return this;
    }

    /** Adds a field whose value stands there as bare GBK bytes, as some programs of long ago sent it. */
    Head rawGbk(String name, String value) {
        return field(name, new String(value.getBytes(Charset.forName("GB18030")), StandardCharsets.ISO_8859_1));
    }

    /** Adds the traces of the way through two mail servers. */
    Head received(Talk talk, int turn, String domain) {
        Dice dice = talk.dice(turn, 53);
        String time = Figures.dateHeader(talk.turn(turn).at().plusSeconds(2).atZone(java.time.ZoneOffset.ofHours(8)));
        field("Return-Path", "<bounce-" + dice.hex(6) + "@" + domain + ">");
        field("Received", "from mail." + domain + " (mail." + domain + " [192.0.2." + dice.between(1, 254)
                + "])\r\n\tby mx.example.test (Postfix) with ESMTPS id " + dice.hex(10)
                + "\r\n\tfor <sales@example.test>; " + time);
        return field("Received", "from [198.51.100." + dice.between(1, 254) + "] (helo=pc" + dice.below(40)
                + ")\r\n\tby mail." + domain + " with esmtpsa id " + dice.hex(8) + "; " + time);
    }

    /** {@return the whole message} */
    byte[] message(Part body) {
        field("MIME-Version", "1.0");
        lines.append(body.head()).append("\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length() + body.body().length);
        out.writeBytes(Part.latin(lines.toString()));
        out.writeBytes(body.body());
        return out.toByteArray();
    }
}
