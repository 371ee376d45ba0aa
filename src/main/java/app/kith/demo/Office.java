package app.kith.demo;

import java.util.List;

/** Writes the smallest xlsx and docx files that Office programs open (ECMA-376). */
final class Office {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String SCHEMAS = "http://schemas.openxmlformats.org/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.";

    private Office() {}

    /** {@return a workbook with one sheet of texts} */
    static byte[] sheet(List<List<String>> rows) {
        StringBuilder cells = new StringBuilder();
        for (List<String> row : rows) {
            cells.append("<row>");
            for (String value : row) {
                cells.append("<c t=\"inlineStr\"><is><t>").append(HtmlText.escape(value)).append("</t></is></c>");
            }
            cells.append("</row>");
        }
        String book = XML + "<workbook xmlns=\"" + SCHEMAS + "spreadsheetml/2006/main\" xmlns:r=\"" + SCHEMAS
                + "officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        String sheet = XML + "<worksheet xmlns=\"" + SCHEMAS + "spreadsheetml/2006/main\"><sheetData>" + cells
                + "</sheetData></worksheet>";
        String types = types(type("/xl/workbook.xml", "spreadsheetml.sheet.main") + type("/xl/worksheets/sheet1.xml",
                "spreadsheetml.worksheet"));
        return new Zip().add("[Content_Types].xml", types).add("_rels/.rels", relation("officeDocument",
                "xl/workbook.xml")).add("xl/workbook.xml", book).add("xl/_rels/workbook.xml.rels", relation("worksheet",
                        "worksheets/sheet1.xml"))
                .add("xl/worksheets/sheet1.xml", sheet).bytes();
    }

    /** {@return a document of paragraphs} */
    static byte[] document(List<String> paragraphs) {
        StringBuilder text = new StringBuilder();
        for (String paragraph : paragraphs) {
            text.append("<w:p><w:r><w:t>").append(HtmlText.escape(paragraph)).append("</w:t></w:r></w:p>");
        }
        String document = XML + "<w:document xmlns:w=\"" + SCHEMAS + "wordprocessingml/2006/main\"><w:body>" + text
                + "</w:body></w:document>";
        String types = types(type("/word/document.xml", "wordprocessingml.document.main"));
        return new Zip().add("[Content_Types].xml", types).add("_rels/.rels", relation("officeDocument",
                "word/document.xml")).add("word/document.xml", document).bytes();
    }

    private static String types(String overrides) {
        return XML + "<Types xmlns=\"" + SCHEMAS
                + "package/2006/content-types\"><Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType="
                + "\"application/xml\"/>" + overrides + "</Types>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + kind + "+xml\"/>";
    }

    private static String relation(String kind, String target) {
        return XML + "<Relationships xmlns=\"" + SCHEMAS
                + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + SCHEMAS + "officeDocument/2006/relationships/" + kind + "\" Target=\"" + target
                + "\"/></Relationships>";
    }
}
