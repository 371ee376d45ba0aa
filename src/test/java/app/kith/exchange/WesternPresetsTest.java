package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for each program of the West, with what is peculiar to it. */
class WesternPresetsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void googleJoinsSeveralValuesByThreeColonsAndMarksItsOwnGroups() {
        Path file = Sample.text(folder, "contacts.csv",
                """
                        \uFEFFFirst Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,\
                        Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,\
                        E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,\
                        Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Relation 1 - Label,\
                        Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,\
                        Custom Field 1 - Value
                        Nora,,Field,,Nono,,Brightline Ltd,Buyer,Sourcing,--03-01,"two
                        lines",,Trade fair ::: * myContacts,* Work,nora@brightline.example ::: n.field@brightline.example,Home,\
                        nora@home.example,Mobile,+44 7700 900123 ::: +44 7700 900124,Work,"1 Quay
                        Leeds",1 Quay,Leeds,Yorks,LS1 1AA,UK,Assistant,Tom Reed,Blog,https://nora.example,Wedding,2011-06-04,Shoe,39
                        """);
        List<DraftCard> cards = Sample.drafts(file, "google");
        assertThat(cards).hasSize(1);
        assertThat(Sample.said(cards.getFirst())).contains("name=Nora Field", "given_name=Nora", "family_name=Field",
                "nickname=Nono", "company=Brightline Ltd", "title=Buyer", "department=Sourcing", "birthday=--03-01",
                "note=two\nlines", "tag=Trade fair", "email:work=nora@brightline.example",
                "email:work=n.field@brightline.example", "email:home=nora@home.example", "phone:mobile=+44 7700 900123",
                "phone:mobile=+44 7700 900124", "address:work=;;1 Quay;Leeds;Yorks;LS1 1AA;UK",
                "relation:Assistant=Tom Reed", "url:Blog=https://nora.example", "anniversary:Wedding=2011-06-04",
                "own:Shoe=39").doesNotContain("tag=* myContacts");
    }

    @Test
    void olderGoogleNamesItsColumnsOtherwise() {
        Path file = Sample.text(folder, "google.csv",
                """
                        Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Name Prefix,Nickname,Birthday,Gender,\
                        Occupation,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,\
                        Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value
                        Otto Brand,Otto,,Brand,,,Dr.,,1971-10-30,,Chemist,,* My Contacts ::: Labs,* Work,otto@brand.example,\
                        Work Fax,+49 30 123456,,Brand Labor,Head,Work,brand.example
                        """);
        assertThat(Sample.said(Sample.drafts(file, "google-old").getFirst())).contains("name=Otto Brand",
                "prefix=Dr.", "birthday=1971-10-30", "role=Chemist", "tag=Labs", "email:work=otto@brand.example",
                "phone:work fax=+49 30 123456", "company=Brand Labor", "title=Head", "url:work=brand.example");
    }

    @Test
    void outlookWritesTheSystemsCharsetAndADateOfZerosForNone() {
        Path file = Sample.text(folder, "outlook.csv",
                """
                        "Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street",\
                        "Business Street 2","Business City","Business State","Business Postal Code","Business Country/Region",\
                        "Home Street","Business Fax","Business Phone","Business Phone 2","Mobile Phone","Anniversary","Birthday",\
                        "Business Address PO Box","Categories","E-mail Address","E-mail Type","E-mail Display Name",\
                        "E-mail 2 Address","E-mail 2 Type","Government ID Number","Manager's Name","Notes","Priority","Private",\
                        "Sensitivity","Spouse","User 1","Web Page"
                        "Dr.","Jürgen","","Größe","","Müller & Söhne GmbH","Einkauf","Leiter","Hauptstraße 1","Hof 2","München",\
                        "Bayern","80331","Deutschland","","+49 89 1111","+49 89 2222","","+49 171 3333333","0/0/00","4/2/1985",\
                        "","Kunde;Messe","j.groesse@mueller.example","SMTP","Jürgen Größe (j.groesse@mueller.example)",\
                        "jg@privat.example","SMTP","","Frau Kern","","Normal","False","Normal","","A7","www.mueller.example"
                        """,
                "windows-1252");
        assertThat(Sample.said(Sample.drafts(file, "outlook").getFirst())).contains("name=Jürgen Größe", "prefix=Dr.",
                "company=Müller & Söhne GmbH", "title=Leiter",
                "address:work=;;Hauptstraße 1\nHof 2;München;Bayern;80331;Deutschland", "phone:work fax=+49 89 1111",
                "birthday=1985-04-02", "tag=Kunde", "tag=Messe", "email=j.groesse@mueller.example",
                "email=jg@privat.example", "relation:manager=Frau Kern", "own:User 1=A7", "url=www.mueller.example")
                .noneMatch(said -> said.startsWith("anniversary"));
    }

    @Test
    void theDayStandsFirstInOutlookWhereAnotherRowOfTheFileSaysSo() {
        Path file = Sample.text(folder, "outlook-uk.csv",
                """
                        "First Name","Last Name","Job Title","Business Street","Mobile Phone","Birthday","E-mail Address","E-mail Type"
                        "Ann","Lee","Buyer","","","4/2/1985","ann@lee.example","SMTP"
                        "Bob","Ray","Buyer","","","25/12/1990","bob@ray.example","SMTP"
                        """);
        List<DraftCard> cards = Sample.drafts(file, "outlook");
        assertThat(Sample.said(cards.get(0))).contains("birthday=1985-02-04");
        assertThat(Sample.said(cards.get(1))).contains("birthday=1990-12-25");
    }

    @Test
    void outlookComHasYomiAndAPersonalPage() {
        Path file = Sample.text(folder, "outlook-com.csv",
                """
                        First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,\
                        E-mail 3 Address,Home Phone,Business Phone,Mobile Phone,IMAddress,Job Title,Department,Company,Company Yomi,\
                        Business Street,Business City,Business Country/Region,Personal Web Page,Spouse,Schools,Web Page,Birthday,Notes
                        Hana,,Mori,,,,ハナ,モリ,hana@mori.example,,,,+81 3 1234 5678,,hana.im,部長,営業,森商事,モリショウジ,1-2-3,東京,日本,\
                        mori.example/hana,,Keio,mori.example,,
                        """);
        assertThat(Sample.said(Sample.drafts(file, "outlook-com").getFirst())).contains("phonetic:given=ハナ",
                "phonetic:family=モリ", "phonetic:company=モリショウジ", "chat=hana.im", "url:home=mori.example/hana",
                "own:Schools=Keio", "company=森商事");
    }

    @Test
    void linkedInPutsNotesBeforeItsHeader() {
        Path file = Sample.text(folder, "Connections.csv", """
                \uFEFFNotes:
                "Some addresses may be missing here, as members choose who sees them."

                First Name,Last Name,URL,Email Address,Company,Position,Connected On
                Ines,Costa,https://www.linkedin.com/in/ines-costa,,"Costa, Filhos",CEO,15 Mar 2024
                Per,Dahl,https://www.linkedin.com/in/perdahl,per@dahl.example,Dahl AS,Sales,7-Feb-22
                """);
        List<DraftCard> cards = Sample.drafts(file, "linkedin");
        assertThat(cards).hasSize(2);
        assertThat(Sample.said(cards.get(0))).contains("name=Ines Costa", "company=Costa, Filhos",
                "chat:linkedin=https://www.linkedin.com/in/ines-costa", "own:Connected On=2024-03-15");
        assertThat(Sample.said(cards.get(1))).contains("email=per@dahl.example", "own:Connected On=2022-02-07");
        assertThat(cards.get(1).values()).anyMatch(value -> value.place().equals("D6"));
    }

    @Test
    void thunderbirdEndsItsLinesWithACommaAndDividesBirthdays() {
        Path file = Sample.text(folder, "thunderbird.csv",
                """
                        First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,\
                        Fax Number,Pager Number,Mobile Number,Home Address,Home City,Home County,Home Post Code,Work Address,\
                        Work Address 2,Work City,Work ZipCode,Work Country,Job Title,Department,Organisation,Web Page 1,Web Page 2,\
                        Birth Year,Birth Month,Birth Day,Custom 1,Notes,
                        Eve,Moss,Eve Moss,,eve@moss.example,eve2@moss.example,,020 7946 0001,,020 7946 0002,,,,,,,5 Row,Unit 2,\
                        London,E1 1AA,UK,Clerk,,Moss Plc,moss.example,,1980,7,9,blue,,
                        """);
        assertThat(Sample.said(Sample.drafts(file, "thunderbird").getFirst())).contains("name=Eve Moss",
                "email=eve@moss.example", "email=eve2@moss.example", "phone:fax=020 7946 0002",
                "address:work=;;5 Row\nUnit 2;London;;E1 1AA;UK", "company=Moss Plc", "birthday=1980-07-09",
                "own:Custom 1=blue");
    }

    @Test
    void thunderbirdLdifHasBase64AndFoldedLines() {
        Path file = Sample.text(folder, "book.ldif", """
                version: 1

                dn: cn=王小明,mail=wang@example.test
                objectclass: top
                objectclass: person
                objectclass: mozillaAbPersonAlpha
                cn:: 546L5bCP5piO
                givenName:: 5bCP5piO
                sn:: 546L
                mail: wang@example.test
                mozillaSecondEmail: w2@example.test
                mobile: +86 138 0000 1234
                mozillaWorkStreet2: Hof
                street: Weg 1
                l: Wien
                birthyear: 1985
                birthmonth: 4
                birthday: 2
                description: a long note that is
                  folded
                jpegPhoto:< file:///etc/passwd

                dn: cn=Team
                objectclass: groupOfNames
                cn: Team
                member: cn=x
                """);
        List<DraftCard> cards = Sample.drafts(file, "thunderbird-ldif");
        assertThat(Sample.said(cards.getFirst())).contains("name=王小明", "family_name=王", "email=wang@example.test",
                "email=w2@example.test", "phone:mobile=+86 138 0000 1234", "birthday=1985-04-02",
                "address:work=;;Weg 1\nHof;Wien;;;", "note=a long note that is folded")
                .noneMatch(said -> said.contains("passwd"));
        assertThat(cards.get(1).isUsable()).as("a group is no contact").isFalse();
    }

    @Test
    void hubSpotGivesNumbersAndStages() {
        Path file = Sample.text(folder, "hubspot-crm-exports-all-contacts-2024-03-12.csv", """
                Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Job Title,\
                Associated Company,Associated Company IDs,Create Date
                51,Ida,Holm,ida@holm.example,+45 20 12 34 56,Max,Open,customer,CFO,Holm A/S,901;902,2024-03-12 09:14
                """);
        assertThat(Sample.said(Sample.drafts(file, "hubspot").getFirst())).contains("external_id:hubspot=51",
                "stage=customer", "own:Lead Status=Open", "company=Holm A/S", "own:Create Date=2024-03-12")
                .noneMatch(said -> said.contains("901"));
    }

    @Test
    void hubSpotCompaniesAreCompanies() {
        Path file = Sample.text(folder, "companies.csv", """
                Record ID,Company name,Company owner,Website URL,Create Date
                901,Holm A/S,Max,holm.example,2024-01-01 08:00
                """);
        assertThat(Sample.said(Sample.drafts(file, "hubspot-companies").getFirst())).contains("kind=company",
                "name=Holm A/S", "company=Holm A/S", "external_id:hubspot=901", "url=holm.example");
    }

    @Test
    void salesforceReportsUseLabels() {
        Path file = Sample.text(folder, "report1710000000.csv",
                """
                        "Contact ID","Salutation","First Name","Last Name","Title","Account Name","Email","Email Opt Out","Phone",\
                        "Mobile","Fax","Birthdate","Lead Source","Mailing Street","Mailing City","Mailing State/Province",\
                        "Mailing Zip/Postal Code","Mailing Country","Description"
                        "0035e00000AbCdE","Ms.","Rosa","Diaz","VP","Diaz SA","rosa@diaz.example","0","+34 91 000 00 00",\
                        "+34 600 000 000","","4/2/1985","Web","Calle 1
                        Piso 2","Madrid","Madrid","28001","Spain",""
                        """,
                "ISO-8859-1");
        assertThat(Sample.said(Sample.drafts(file, "salesforce").getFirst())).contains(
                "external_id:salesforce=0035e00000AbCdE", "name=Rosa Diaz", "title=VP", "company=Diaz SA",
                "phone:work=+34 91 000 00 00", "phone:mobile=+34 600 000 000", "birthday=1985-04-02", "origin=Web",
                "address:work=;;Calle 1\nPiso 2;Madrid;Madrid;28001;Spain", "own:Email Opt Out=0");
    }

    @Test
    void salesforceAccountsAreCompanies() {
        Path file = Sample.text(folder, "accounts.csv", """
                Account Name,Type,Rating,Industry,Employees,Billing Street,Billing City,Billing Country,Phone,Website
                Diaz SA,Customer,Hot,Retail,40,Calle 1,Madrid,Spain,+34 91 000 00 00,diaz.example
                """);
        assertThat(Sample.said(Sample.drafts(file, "salesforce-accounts").getFirst())).contains("kind=company",
                "name=Diaz SA", "tag=Customer", "grade=Hot", "address:billing=;;Calle 1;Madrid;;;Spain");
    }

    @Test
    void salesforceRowsThatAreDeletedThereAreRefused() {
        Path file = Sample.text(folder, "Contact.csv",
                """
                        "Id","IsDeleted","MasterRecordId","AccountId","LastName","FirstName","Name","MailingStreet","MailingCity",\
                        "Phone","MobilePhone","Email","Title","OwnerId","CreatedDate","SystemModstamp","Shoe__c"
                        "003A","false","","001A","Diaz","Rosa","Rosa Diaz","Calle 1","Madrid","","+34 600 000 000","rosa@diaz.example",\
                        "VP","005A","2024-03-12T09:14:00.000Z","2024-03-12T09:14:00.000Z","39"
                        "003B","true","003A","001A","Diaz","R","R Diaz","","","","","rosa@diaz.example","","005A","","",""
                        """);
        List<DraftCard> cards = Sample.drafts(file, "salesforce-api");
        assertThat(Sample.said(cards.get(0))).contains("external_id:salesforce=003A", "name=Rosa Diaz",
                "own:CreatedDate=2024-03-12", "own:Shoe__c=39");
        assertThat(cards.get(1).problems()).extracting(note -> note.key()).containsExactly("import.deleted-there");
    }

    @Test
    void salesforceAccountTablesNameCompanies() {
        Path file = Sample.text(folder, "Account.csv",
                """
                        "Id","IsDeleted","MasterRecordId","Name","Type","BillingStreet","BillingCity","Website","OwnerId","SystemModstamp"
                        "001A","0","","Diaz SA","Customer","Calle 1","Madrid","diaz.example","005A","2024-03-12T09:14:00.000Z"
                        """);
        assertThat(Sample.said(Sample.drafts(file, "salesforce-api-accounts").getFirst())).contains("kind=company",
                "company=Diaz SA", "name=Diaz SA", "external_id:salesforce=001A");
    }

    @Test
    void zohoHasNumbersBesideNamesAndLineEndsInQuotes() {
        Path file = Sample.text(folder, "Contacts_001.csv",
                """
                        Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Account Name,Email,\
                        Title,Phone,Mobile,Date of Birth,Created Time,Mailing Street,Mailing City,Mailing Zip,Mailing Country,\
                        Description,Secondary Email,Tag,Locked
                        zcrm_501,zcrm_1,Max,Fair,Kim,Park,zcrm_900,Park Trading,kim@park.example,Buyer,+82 2 123 4567,,1985-04-02,\
                        2024-03-12 09:14:00,"12 Road
                        Block B",Seoul,04524,Korea,,kp@park.example,vip;fair,false
                        """);
        assertThat(Sample.said(Sample.drafts(file, "zoho").getFirst())).contains("external_id:zoho=zcrm_501",
                "company=Park Trading", "email=kim@park.example", "email=kp@park.example", "birthday=1985-04-02",
                "address:work=;;12 Road\nBlock B;Seoul;;04524;Korea", "tag=vip", "tag=fair", "origin=Fair")
                .noneMatch(said -> said.contains("zcrm_900"));
    }

    @Test
    void zohoAccountsAreCompanies() {
        Path file = Sample.text(folder, "Accounts_001.csv", """
                Record Id,Account Owner,Account Name,Phone,Website,Account Type,Billing Street,Billing City,Billing Code
                zcrm_900,Max,Park Trading,+82 2 123 4567,park.example,Customer,12 Road,Seoul,04524
                """);
        assertThat(Sample.said(Sample.drafts(file, "zoho-accounts").getFirst())).contains("kind=company",
                "name=Park Trading", "address:billing=;;12 Road;Seoul;;04524;", "external_id:zoho=zcrm_900");
    }

    @Test
    void anythingElseIsReadByWhatColumnsAreUsuallyCalled() {
        Path file = Sample.text(folder, "espo.csv",
                """
                        ID;First Name;Last Name;Account Name;Title;Email Address;Phone Number;Street;City;Postal Code;Country;Created At
                        9;Lea;Roth;Roth AG;CEO;lea@roth.example;+41 44 000 00 00;Gasse 1;Zürich;8001;Schweiz;2024-03-12
                        """);
        ImportFile opened = Sample.open(file);
        assertThat(opened.separator()).isEqualTo(";");
        assertThat(Sample.said(Sample.drafts(opened).getFirst())).contains("external_id=9", "name=Lea Roth",
                "company=Roth AG", "email=lea@roth.example", "address=;;Gasse 1;Zürich;;8001;Schweiz",
                "own:Created=2024-03-12");
    }
}
