create table routing_domain (
    code varchar(40) character set ascii collate ascii_bin not null primary key,
    position int not null,
    arabic varchar(120) not null,
    french varchar(120) not null,
    english varchar(120) not null
) collate utf8mb4_uca1400_ai_ci;

insert into routing_domain (code, position, arabic, french, english) values
    ('association-life', 10, 'الحياة القانونية للجمعية', 'Vie juridique de l’association', 'Legal life of an association'),
    ('funding', 20, 'الشراكة والتمويل العمومي', 'Partenariat et financement public', 'Partnership and public funding'),
    ('participation', 30, 'العرائض والملتمسات والتشاور العمومي', 'Pétitions, motions et consultation publique', 'Petitions, motions and consultation'),
    ('volunteering', 40, 'التطوع التعاقدي', 'Volontariat contractuel', 'Contractual volunteering'),
    ('training', 50, 'التكوين عن بعد', 'Formation à distance', 'Distance training'),
    ('award', 60, 'جائزة المجتمع المدني', 'Prix de la société civile', 'Civil society award'),
    ('digital-services', 70, 'البوابة الوطنية للجمعيات وخدماتها الرقمية', 'Portail national des associations et services numériques', 'National portal of associations and digital services'),
    ('compliance', 80, 'التشغيل والتأمين والمعطيات والطعون', 'Emploi, assurance, données et recours', 'Employment, insurance, data and remedies'),
    ('general', 1000, 'معلومات عامة', 'Renseignements généraux', 'General information');
