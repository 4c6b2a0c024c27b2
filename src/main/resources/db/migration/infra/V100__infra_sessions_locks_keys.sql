CREATE TABLE SPRING_SESSION (
  primary_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  session_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  creation_time bigint NOT NULL,
  last_access_time bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time bigint NOT NULL,
  principal_name varchar(100),
  UNIQUE KEY spring_session_id (session_id),
  KEY spring_session_expiry (expiry_time),
  KEY spring_session_principal (principal_name)
) ENGINE = InnoDB;

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
  session_primary_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attribute_name varchar(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attribute_bytes mediumblob NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name),
  CONSTRAINT spring_session_attributes_of FOREIGN KEY (session_primary_id) REFERENCES SPRING_SESSION (primary_id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE shedlock (
  name varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  lock_until timestamp(3) NOT NULL,
  locked_at timestamp(3) NOT NULL DEFAULT current_timestamp(3),
  locked_by varchar(255) NOT NULL
) ENGINE = InnoDB;

-- What a POST with an Idempotency-Key answered; the same key gives the same answer for a day.
CREATE TABLE idempotency_key (
  client varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key varchar(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash binary(32) NOT NULL,
  status smallint,
  location varchar(500),
  content_type varchar(100),
  body mediumblob,
  created_at datetime(6) NOT NULL,
  PRIMARY KEY (client, idempotency_key),
  KEY idempotency_key_age (created_at)
) ENGINE = InnoDB;
