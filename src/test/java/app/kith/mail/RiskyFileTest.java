package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskyFileTest {

    @ParameterizedTest
    @CsvSource({"offer.pdf,%PDF-1.7,false", "offer.pdf.exe,x,true", "OFFER.SCR,x,true", "page.html,<html>,true",
            "picture.jpg,MZ\u0090,true", "notes.txt,#!/bin/sh,true", "noextension,abc,true", "macro.xlsm,PK,true",
            "list.xlsx,PK,false", "link.lnk,x,true", "photo.png,PNG,false", "disk.iso,x,true", "letter.docx,PK,false"})
    void whatCouldRunIsToldByItsNameAndItsFirstBytes(String name, String content, boolean risky) {
        assertThat(RiskyFile.is(name, content.getBytes(StandardCharsets.UTF_8))).isEqualTo(risky);
    }
}
