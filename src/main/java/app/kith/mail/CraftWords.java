package app.kith.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words for crafts and professions, in small letters, that {@link PositionWords} does not hold: those of people who work for
 * themselves, in small houses and on farms. Words that are surnames too (Baker, Potter) are not among them.
 */
final class CraftWords {
    private static final Set<String> WORDS = new HashSet<>(List.of("pilot", "tuner", "grower", "beekeeper",
            "blacksmith", "cabinetmaker", "bookbinder", "ceramicist", "upholsterer", "landscaper", "brewer",
            "distiller", "vintner", "arborist", "gamekeeper", "farrier", "optometrist", "midwife",
            "caregiver", "counsellor", "mediator", "arbitrator", "examiner", "assessor", "invigilator", "tutor",
            "umpire", "referee", "organist", "conductor", "violinist", "pianist", "cellist", "composer", "musician",
            "choreographer", "actress", "dramaturg", "cameraman", "videographer", "cinematographer", "presenter",
            "broadcaster", "announcer", "columnist", "correspondent", "publisher", "archivist", "historian",
            "archaeologist", "chaplain", "deacon", "churchwarden", "warden", "caretaker", "janitor", "custodian",
            "mariner", "watchman", "chauffeur", "bosun", "deckhand", "harbourmaster", "diver", "driller",
            "assayer", "cobbler", "shoemaker", "seamstress", "dressmaker", "milliner", "jeweller", "goldsmith",
            "silversmith", "watchmaker", "clockmaker", "luthier", "gunsmith", "locksmith", "hairdresser",
            "beautician", "masseur", "masseuse", "bartender", "barista", "hostess", "landlord", "landlady",
            "licensee", "publican", "innkeeper", "hotelier", "auctioneer", "conveyancer", "stenographer", "typist",
            "webmaster", "cartographer", "organiser", "organizer", "fundraiser", "spokesperson", "spokesman",
            "spokeswoman", "consul", "constable", "firefighter", "mixer", "joiner", "roofer", "plasterer",
            "decorator", "glassblower", "stonemason", "ropemaker", "sailmaker", "boatbuilder", "wheelwright",
            // German
            "winzerin", "imker", "imkerin", "kantorin", "pfarrer", "pfarrerin", "dirigent",
            "dirigentin", "regisseur", "regisseurin", "intendant", "intendantin", "kurator", "kuratorin", "küster",
            "hebamme", "richterin", "notarin", "schreinerin", "tischlerin", "obmann", "obfrau", "schriftführer",
            "kassier", "lektor", "lektorin", "dolmetscherin",
            "dolmetscher", "übersetzer", "übersetzerin", "gärtnerin", "optiker", "optikerin", "restaurator",
            "restauratorin", "vorsitzende", "vorsitzender", "anwältin", "kapitän", "lotse",
            // French
            "relieur", "relieuse", "ébéniste", "menuisier", "menuisière", "luthière", "horloger", "horlogère",
            "maraîcher", "maraîchère", "apiculteur", "apicultrice", "agriculteur",
            "agricultrice", "éleveur", "éleveuse", "céramiste", "potière", "verrier", "ferronnier", "sculpteur",
            "sculptrice", "peintre", "tapissier", "tapissière", "couturière", "styliste", "fleuriste", "paysagiste",
            "jardinier", "jardinière", "géomètre", "huissier", "greffier", "greffière", "juriste", "interprète",
            "correcteur", "correctrice", "éditeur", "éditrice", "libraire", "bibliothécaire", "documentaliste",
            "archiviste", "formateur", "formatrice", "éducateur", "éducatrice", "sage-femme", "vétérinaire",
            "dentiste", "opticien", "opticienne", "régisseur", "régisseuse", "comédien", "comédienne", "musicien",
            "musicienne", "cariste", "préparateur", "préparatrice", "magasinier", "réceptionniste", "gouvernante",
            "intendante", "maire", "œnologue", "brasseur", "fromager", "fromagère", "boulangère", "pâtissier",
            "pâtissière", // Spanish, Portuguese, Italian
            "enólogo", "enóloga", "veterinario", "farmacéutico", "farmacéutica", "odontólogo",
            "odontóloga", "enfermero", "enfermera", "cocinero", "cocinera", "carpintero",
            "jardinero", "apicultor", "apicultora", "ganadero", "ganadera", "agricultor", "agricultora", "escribano",
            "escribana", "procurador", "procuradora", "perito", "intérprete", "redactor", "redactora",
            "locutor", "locutora", "alcaldesa", "concejal", "concejala", "bibliotecario",
            "bibliotecaria", "conserje", "enfermeiro", "enfermeira", "marceneiro", "cozinheiro", "cozinheira",
            "veterinário", "farmacêutico", "farmacêutica", "tradutor", "tradutora", "redator",
            "redatora", "vereador", "vereadora", "advogado", "advogada", "engenheira", "arquiteto", "arquiteta",
            "encarregado", "encarregada", "falegname", "liutaio", "restauratore", "restauratrice", "traduttore",
            "traduttrice", "interprete", "redattore", "redattrice", "enologo", "enologa", "apicoltore", "agricoltore",
            "notaio", "veterinario", "farmacista", "infermiere", "infermiera", "cuoco", "cuoca",
            "sindaco", "assessore", "parroco", "bibliotecaria", "portiere", "collaboratore", "collaboratrice",
            // Dutch, northern
            "vertaler", "vertaalster", "tolk", "docent", "leraar", "lerares", "huisarts", "dierenarts", "tandarts",
            "hovenier", "timmerman", "loodgieter", "redacteur", "uitgever", "ondernemer", "boekbinder",
            "wethouder", "burgemeester", "översättare", "tolkare", "snickare", "målare", "redaktör", "förläggare",
            "kyrkoherde", "skogvaktare", "rektor", "översköterska", "oversætter", "snedker", "tømrer",
            "redaktør", "forlægger", "sognepræst", "skovfoged", "oversetter", "snekker", "rørlegger",
            "sokneprest", "kääntäjä", "tulkki", "puuseppä", "toimittaja", "opettaja", "lääkäri",
            "eläinlääkäri", "kirkkoherra", "rehtori", "tutkija", "sihteeri", "emäntä", "isäntä",
            // Polish, Czech, Slovak, Hungarian, Romanian, southern Slavic
            "tłumacz", "tłumaczka", "stolarz", "rzecznik", "rzeczoznawca", "radca", "adwokat", "notariusz", "lekarz",
            "lekarka", "stomatolog", "weterynarz", "nauczyciel", "nauczycielka", "wykładowca", "redaktor",
            "redaktorka", "dziennikarz", "dziennikarka", "geodeta", "kierowca", "spedytor",
            "spedytorka", "magazynier", "magazynierka", "recepcjonista", "recepcjonistka", "księgowy", "księgowa",
            "sołtys", "wójt", "burmistrz", "proboszcz", "brygadzista", "laborant", "laborantka", "ogrodnik",
            "leśniczy", "nadleśniczy", "pszczelarz", "hodowca", "przedstawiciel", "przedstawicielka", "mistrzyni",
            "překladatel", "překladatelka", "tlumočník", "tlumočnice", "lékař", "lékařka",
            "učitel", "učitelka", "starosta", "starostka", "tajemník", "recepční", "řidič", "elektrikář", "geodet",
            "projektant", "projektantka", "novinář", "novinářka", "knihovník", "knihovnice", "skladník", "dispečer",
            "dispečerka", "mistr", "vinař", "sládek", "právník", "právnička", "advokát", "advokátka", "notář",
            "notářka", "prekladateľ", "prekladateľka", "lekár", "lekárka", "učiteľ", "učiteľka", "fordító", "tolmács",
            "orvos", "tanár", "szerkesztő", "könyvtáros", "borász", "polgármester", "traducător", "traducătoare",
            "profesor", "profesoară", "avocat", "redactor", "primar", "prevoditelj",
            "prevoditeljica", "liječnik", "liječnica", "učitelj", "učiteljica", "urednik", "urednica", "odvjetnik",
            "prevajalec", "prevajalka", "zdravnik", "odvetnik",
            // Russian, Ukrainian
            "переводчик", "переводчица", "администратор", "преподаватель", "учитель", "врач", "редактор",
            "журналист", "кладовщик", "водитель", "логист", "нотариус", "адвокат", "председатель", "секретарь",
            "методист", "библиотекарь", "хранитель", "режиссёр", "художник", "фотограф", "повар", "прораб",
            "диспетчер", "лаборант", "ветеринар", "директорка", "перекладач", "адміністратор", "вчитель", "лікар",
            "бухгалтерка", "керівник", "головний", "фахівець",
            // Turkish
            "çevirmen", "tercüman", "öğretmen", "avukat", "noter", "hemşire", "veteriner", "eczacı",
            "editör", "gazeteci", "şoför", "muhasebeci", "mimar", "teknisyen", "tekniker", "ustası"));
    /** Ends of words for those who do something in languages that join words. */
    private static final Pattern ENDS = Pattern.compile(
            "\\p{L}{3,}(?:anwalt|anwältin|ärztin|züchter|züchterin|gärtner|gärtnerin|schneiderin|restaurator|restauratorin|dolmetscher|dolmetscherin|übersetzer|übersetzerin|lektor|lektorin|bibliothekar|bibliothekarin|winzer|drechsler|tischler|schreiner|optiker|akustiker|mechaniker|elektriker|monteur|fahrerin|kapitän|pfarrer|dirigent|dramaturg|beamter|beamtin|richterin|dozent|forscher|forscherin|pädagoge|pädagogin|erzieher|erzieherin|prüfer|prüferin|gutachter|gutachterin|sprecher|sprecherin|vorstand|vorsitzende|vorsitzender"
                    + "|vårdare|arbetare|mästare|skötare|handläggare|utvecklare|förare|hållare|odlare|översättare|snickare|byggare|forskare|brukare|läkare|biträde|rådgivare|arbejder|arbeider|mester|snedker|lærer|læge|lege|rådgiver|sagsbehandler|saksbehandler|redaktør|fører|skipper|assistent|forsker|mestari|hoitaja|opettaja|neuvoja|tekijä|vastaava|lääkäri|kuljettaja|toimittaja|sihteeri"
                    + "|meester|vertaler|chauffeur|redacteur|bewerker|begeleider|begeleidster|coördinator|coördinatrice|kundige|deskundige|\\p{L}iker(?:in)?)|(?!\\p{L}+(?:vista|pista|quista|liste|piste)$)\\p{L}{5,}ist[ae]");

    private CraftWords() {}

    /** {@return whether a word in small letters is one for a craft or a profession} */
    static boolean is(String word) {
        return WORDS.contains(word) || word.length() > 7 && ENDS.matcher(word).matches();
    }
}
