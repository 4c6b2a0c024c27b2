-- The version in which the text of this language came to be, and who published it: nobody where it came with the files.
ALTER TABLE article_version
  ADD text_since int NOT NULL DEFAULT 0,
  ADD published_by uuid NULL;

UPDATE article_version v JOIN (
  SELECT id, max(since) OVER (PARTITION BY article_id, language ORDER BY version) AS since FROM (
    SELECT id, article_id, language, version,
      if(BINARY markdown = BINARY lag(markdown) OVER (PARTITION BY article_id, language ORDER BY version), 0, version) AS since
    FROM article_version) AS marked) AS runs ON runs.id = v.id
SET v.text_since = runs.since;

CREATE TABLE article_version_writer (
  article_id uuid NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version int NOT NULL,
  account uuid NOT NULL,
  PRIMARY KEY (article_id, language, version, account)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Somebody read the text beside its changed counterpart and says that it holds, up to that version.
CREATE TABLE article_confirmation (
  article_id uuid NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version int NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_at datetime(6) NOT NULL,
  PRIMARY KEY (article_id, language, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What is being written: at most one text for each article and language, until it is published or discarded.
CREATE TABLE article_draft (
  id uuid NOT NULL PRIMARY KEY,
  slug varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  markdown mediumtext NOT NULL,
  state varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the version its text was begun from, 0 for a new article
  base int NOT NULL,
  -- whether the other language still says the same when this one is published
  same boolean NOT NULL,
  publish_at datetime(6) NULL,
  approved_by uuid NULL,
  changed_by uuid NULL,
  changed_at datetime(6) NOT NULL,
  revision bigint NOT NULL,
  lock_version int NOT NULL,
  UNIQUE KEY article_draft_of (slug, language),
  KEY article_draft_due (state, publish_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who wrote any part of it, and therefore does not publish it.
CREATE TABLE article_draft_writer (
  draft_id uuid NOT NULL,
  account uuid NOT NULL,
  PRIMARY KEY (draft_id, account),
  CONSTRAINT article_draft_writer_draft FOREIGN KEY (draft_id) REFERENCES article_draft (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What somebody typed while another person changed the same draft; it stays when that is published or discarded.
CREATE TABLE article_draft_aside (
  slug varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account uuid NOT NULL,
  markdown mediumtext NOT NULL,
  kept_at datetime(6) NOT NULL,
  PRIMARY KEY (slug, language, account)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who did what when; nothing is changed or deleted here.
CREATE TABLE article_event (
  id uuid NOT NULL PRIMARY KEY,
  slug varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language varchar(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  what varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account uuid NULL,
  note varchar(1000) NOT NULL,
  at datetime(6) NOT NULL,
  KEY article_event_of (slug, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Zip files that were sent and not yet taken.
CREATE TABLE article_transfer (
  id uuid NOT NULL PRIMARY KEY,
  account uuid NOT NULL,
  sent_at datetime(6) NOT NULL,
  content longblob NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What the addresses that articles name answered last.
CREATE TABLE article_link (
  hash char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  address text NOT NULL,
  result varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  moved_to text NOT NULL,
  checked_at datetime(6) NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
