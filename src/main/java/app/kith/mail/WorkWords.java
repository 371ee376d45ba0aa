package app.kith.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words for what a part of a company does, in small letters: those that name the part alone, and those that narrow others. */
final class WorkWords {
    /** A word that stands for the part alone, or is narrowed by others behind it: {@code desarrollo de producto}. */
    private static final Set<String> ALONE = new HashSet<>(List.of("comercio", "comércio", "commercio", "desarrollo",
            "operaciones", "exportación",
            "importación",
            "finanzas", "tesorería", "cobranzas", "créditos", "mercadeo", "laboratorio", "investigación", "innovación",
            "ingeniería", "seguridad", "postventa", "posventa", "despacho", "despachos", "distribución",
            "planificación",
            "tráfico", "aduanas", "comunicación", "prensa", "facturación", "suministros", "proyectos", "sistemas",
            "opérations", "exportation", "importation", "finances", "trésorerie", "recouvrement", "ingénierie",
            "sécurité", "après-vente", "sav", "distribution", "planification", "douane", "communication", "presse",
            "formation", "accueil", "billetterie", "scolarité", "urbanisme", "logement", "fabrication", "entretien",
            "sviluppo", "operazioni", "esportazione", "esportazioni", "importazione", "finanza", "tesoreria",
            "ricerca", "innovazione", "ingegneria", "sicurezza", "post-vendita", "postvendita", "distribuzione",
            "pianificazione", "trasporti", "dogana", "comunicazione", "stampa", "formazione", "accoglienza",
            "prenotazioni", "biglietteria", "progettazione", "manutenzione", "fatturazione", "assistenza",
            "desenvolvimento", "operações", "exportação", "importação", "finanças", "tesouraria", "cobrança",
            "laboratório", "pesquisa", "inovação", "engenharia", "segurança", "atendimento", "pós-venda",
            "distribuição", "planejamento", "planeamento", "comunicação", "imprensa", "receção", "recepção",
            "bilheteira", "bilheteria", "faturação", "faturamento", "manutenção", "armazém", "financeiro",
            "forschung", "planung", "qualitätswesen", "montage", "rechtsabteilung", "öffentlichkeitsarbeit", "presse",
            "marketing", "kundendienst", "zoll", "spedition", "auftragsabwicklung", "fuhrpark", "haustechnik",
            "ontwikkeling", "planning", "kwaliteitsdienst", "klantenservice", "binnendienst", "buitendienst",
            "receptie", "financiën", "onderzoek", "kundtjänst", "ekonomi", "utveckling", "produktion", "underhåll",
            "orderavdelningen", "kundeservice", "økonomi", "udvikling", "utvikling", "vedlikehold", "asiakaspalvelu",
            "tuotekehitys", "huolto", "eksport", "marketing", "finanse", "kadry", "spedycja", "reklamacje",
            "recepcja", "vývoj", "finance", "ekonomické", "reklamace", "recepce", "pazarlama", "finans", "arge",
            "ar-ge", "muhasebe", "operasyon", "sevkiyat", "продажи", "маркетинг", "реклама", "приёмная", "экспорт",
            "импорт", "склад", "сервис", "ресепшн", "кадры"));
    /** Words that say what such a part works on. */
    private static final Set<String> NARROWING = new HashSet<>(List.of("fire", "food", "animal", "plant", "soil",
            "heritage", "roads", "streets", "youth", "culture",
            "tourism", "arts", "community", "gate", "berth", "pilotage", "lock", "signal", "track", "rolling", "tower",
            "crane", "rigging",
            "lift", "escalator", "diving", "rescue", "guides", "rope", "traffic", "harbour", "harbor", "port", "yard",
            "estate", "estates", "property", "lettings", "rentals", "leasing", "catering", "kitchen", "hospitality",
            "banqueting", "conference", "conferences", "exhibitions", "exhibition", "collections", "conservation",
            "curatorial", "education", "learning", "outreach", "admissions", "enrolment", "examinations", "exams",
            "alumni", "library", "archives", "records", "registration", "licensing", "permits", "building", "housing",
            "highways", "parks", "waste", "water", "environmental", "energy", "power", "substation", "metering",
            "network", "field", "site", "plant", "workshop", "assembly", "machining", "tooling", "casting", "moulding",
            "molding", "welding", "painting", "coating", "finishing", "dyeing", "weaving", "cutting", "sewing",
            "milling", "baking", "brewing", "bottling", "packing", "labelling", "analytical", "biochemistry",
            "microbiology", "pathology", "radiology", "oncology", "haematology", "hematology", "cardiology",
            "neurology", "dermatology", "pediatrics", "paediatrics", "orthodontics", "surgery", "pharmacy", "nursing",
            "stage", "wardrobe", "lighting", "sound", "music", "news", "editorial", "advertising", "circulation",
            "subscriptions", "graphics", "creative", "web", "software", "hardware", "data", "analytics", "security",
            "infrastructure", "cloud", "platform", "payroll", "benefits", "pensions", "insurance", "underwriting",
            "risk", "actuarial", "marine", "cargo", "transit", "aviation", "motor", "casualty", "reinsurance",
            "broking", "wealth", "banking", "equities", "settlements", "loans", "mortgages", "patents", "trademarks",
            "litigation", "conveyancing", "probate", "criminal", "civil", "immigration", "employment", "translation",
            "translations", "localization", "localisation", "interpreting", "tours", "groups", "incentives", "tickets",
            "visa", "visas", "crew", "flight", "ground", "ramp", "cabin", "agronomy", "seed", "seeds", "livestock",
            "dairy", "poultry", "grain", "feed", "crop", "forestry", "fisheries", "irrigation", "orders", "order",
            "returns", "repairs", "repair", "spares", "stock", "inventory", "vendor", "supplier", "dealer",
            "franchise", "outbound", "inbound", "producto", "productos", "clientes", "cliente", "proveedores",
            "humanos", "humanas", "recursos", "produit", "produits", "client", "clients", "fournisseurs", "humaines",
            "ressources", "prodotto", "prodotti", "clienti", "fornitori", "umane", "risorse", "produto", "produtos",
            "fornecedores", "relaciones", "relations", "relazioni", "relações", "mercados", "marchés", "mercati",
            "obras", "travaux", "lavori", "asie", "asia", "europa", "europe", "estero", "étranger"));

    private WorkWords() {}

    static boolean isAlone(String word) {
        return ALONE.contains(word);
    }

    static boolean narrows(String word) {
        return NARROWING.contains(word);
    }
}
