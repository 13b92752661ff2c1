"""The words that the sample company is made of."""

FIRST_NAMES = ["Amelia", "Noor", "Olivia", "Tara", "Ana", "Samuel", "Mateo", "Yusuf", "Hannah", "Ethan", "Quinn", "Jonas", "Beatriz", "Dmitri", "Grace", "Lucas", "Ingrid", "Omar", "Chiara", "Ravi", "Lena", "Pavel", "Aisha", "Hugo", "Marta", "Kofi", "Sana", "Elif", "Bruno", "Nadia", "Oskar", "Paula", "Rui", "Selma", "Tomás", "Ulrika", "Víctor", "Wanda", "Ximena", "Yara", "Zoltán", "Agnieszka", "Björn", "Carmen", "Daan", "Ewa", "François", "Giulia", "Hiroshi", "Ivana", "Jiří", "Katarzyna", "Łukasz", "Mei", "Nguyễn", "Óscar", "Petra", "Raúl", "Søren", "Teresa", "Ümit", "Vera", "Wei", "Yuki", "Zeynep", "Malika", "Thabo", "Fatima", "Ines", "Karim"]
LAST_NAMES = ["Okafor", "Al-Sayed", "Tran", "Alvarez", "Costa", "Adeyemi", "Ibáñez", "Demir", "Whitcombe", "Caldwell", "Jones", "Weber", "Carvalho", "Ortiz", "Lindqvist", "Moreau", "Solheim", "Silva", "Bellini", "Menon", "Novak", "Haddad", "Ferreira", "Kowalski", "Nilsen", "Ruiz", "Müller", "Rossi", "García", "Dubois", "Schmidt", "Tanaka", "Nagy", "Dvořák", "Yılmaz", "Larsson", "Petrov", "Papadopoulos", "Van-Dijk", "Mensah", "Chowdhury", "Rahimi", "Castillo", "Andersson", "Fischer", "Laurent", "Greco", "Horvat", "Ivanova", "Jensen", "Kaya", "Lopes", "Marín", "Nakamura", "Oliveira", "Peña", "Quiroga", "Rojas", "Santos", "Takahashi", "Ueda", "Vargas", "Wójcik", "Xu", "Yamada", "Zhang", "Brankovic", "Ångström", "Ođak", "Sørensen"]
COMPANY_HEADS = ["Northwind", "Al-Manar", "Pixelforge", "Lumen", "Sol-Verde", "Anadolu", "Brightoak", "Adeyemi", "Weber", "Luz-Clara", "Fjord", "Atelier", "Polaris", "Bellini", "Coastal", "Maple", "Orion", "Quarry", "Huaxin", "Harbour", "Vega", "Cedar", "Nimbus", "Tundra", "Mistral", "Sierra", "Baltic", "Granit", "Delta", "Aurora", "Iberia", "Cobalt", "Juniper", "Meridian", "Saffron", "Willow", "Zephyr", "Cascade", "Ember", "Halcyon"]
COMPANY_TAILS = ("Labs", "Group", "Works", "Foods", "Freight", "Trading", "Retail", "Studio", "Energy", "Partners")
INDUSTRIES = ("Hospitality", "Retail", "Food production", "Logistics", "Software", "Education", "Health", "Energy")
PLACES = (
    ("Madrid", "ES", "es"),
    ("Barcelona", "ES", "es"),
    ("São Paulo", "BR", "pt"),
    ("Berlin", "DE", "de"),
    ("Paris", "FR", "fr"),
    ("London", "GB", "en"),
    ("Oslo", "NO", "no"),
    ("Warszawa", "PL", "pl"),
    ("İstanbul", "TR", "tr"),
    ("Milano", "IT", "it"),
    ("Boston", "US", "en"),
    ("México", "MX", "es"),
)
JOBS = (
    "Head of purchasing",
    "Office manager",
    "Founder",
    "Operations lead",
    "Marketing manager",
    "Buyer",
    "Facilities manager",
    "Chief executive",
)
SOURCES = (("web", 34), ("webinar", 18), ("event", 14), ("referral", 14), ("outbound", 12), ("partner", 8))
TAGS = ("vip", "newsletter", "trade-show", "student", "reseller", "renewal", "press")
CAMPAIGNS = (
    ("Spring tasting tour", "event", 18_000, -330, -270),
    ("Summer webinar series", "webinar", 6_500, -200, -120),
    ("Autumn search ads", "search", 12_400, -80, -10),
    ("Spanish landing page", "web", 3_900, -60, 20),
)
MEMBERS = (
    ("Priya Raman", "priya@harbor.example", "marketing", "lead"),
    ("Sofia Marin", "sofia@harbor.example", "marketing", "member"),
    ("Diego Fuentes", "diego@harbor.example", "sales", "lead"),
    ("Tom Becker", "tom@harbor.example", "sales", "member"),
)
STEPS = ("Qualify by phone", "Send pricing sheet", "Call back", "Send case study", "Review proposal", "Intro call")
NOTES = (
    "Asked for the price list of the small roaster.",
    "Wants a tasting for twelve people.",
    "Compares us with two others; decides next month.",
    "Budget is agreed, the board still has to sign.",
    "Came through the webinar, asked two good questions.",
)
WINS = (
    ("Spanish landing page live", "First 12 leads from Madrid"),
    ("First reply time down to 3 h 10 min", "From 6 h 40 min in October"),
)
DECISIONS = (
    "Webinar leads above score 70 go to sales the same day.",
    "Marketing owns the follow-up of trade-show contacts for 14 days.",
    "Drop the “Newsletter only” tag from the handoff rule.",
)
ACTIONS = (
    "Call back the three overdue handoffs",
    "Write the Spanish version of the pricing sheet",
    "Share the list of lost-lead reasons with marketing",
    "Fix the web form: company size is missing",
)
AGENDA = (("Wins", "wins", 5), ("Goals", "goals", 10), ("Decisions", "decisions", 10), ("Actions", "actions", 5))
