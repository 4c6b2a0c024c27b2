CREATE TABLE article (
  id uuid NOT NULL PRIMARY KEY,
  slug varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the version that readers see; all its languages belong together
  published int NOT NULL,
  lock_version int NOT NULL,
  UNIQUE KEY article_slug (slug)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Never changed and never deleted: an answer sent to somebody points here.
CREATE TABLE article_version (
  id uuid NOT NULL PRIMARY KEY,
  article_id uuid NOT NULL,
  version int NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- SHA-256 over the files of all languages of this version
  content_hash char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  markdown mediumtext NOT NULL,
  created_at datetime(6) NOT NULL,
  UNIQUE KEY article_version_of (article_id, version, language),
  CONSTRAINT article_version_article FOREIGN KEY (article_id) REFERENCES article (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
